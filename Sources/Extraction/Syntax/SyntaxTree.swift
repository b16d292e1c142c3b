package import Linguistics

/// A sentence's dependency tree, to be walked from governors to dependents.
package struct SyntaxTree: Sendable {
  /// The sentence that the tree is of.
  package let sentence: Sentence
  private let dependents: [[Int]]
  private let entities: [Int: NamedEntity]

  /// Indexes a sentence's heads.
  /// - Complexity: O(*n*) in the number of words.
  package init(_ sentence: Sentence) {
    self.sentence = sentence
    var dependents = [[Int]](repeating: [], count: sentence.tokens.count)
    for (word, token) in sentence.tokens.enumerated() {
      if let head = token.head, sentence.tokens.indices.contains(head), head != word {
        dependents[head].append(word)
      }
    }
    self.dependents = dependents
    var entities: [Int: NamedEntity] = [:]
    for entity in sentence.entities {
      for word in entity.words { entities[word] = entity }
    }
    self.entities = entities
  }

  /// The word at an index.
  package subscript(word: Int) -> Token { sentence.tokens[word] }

  /// The number of words.
  package var count: Int { sentence.tokens.count }

  /// The named entity that a word is part of.
  package func entity(at word: Int) -> NamedEntity? { entities[word] }

  /// Whether a noun tells a date or time.
  package func namesTime(_ word: Int) -> Bool {
    if let type = entities[word]?.type { return type == .date || type == .time }
    return self[word].kind == .time && self[word].upos != .pron
  }

  /// The words that a word governs, in the order of the text.
  package func children(of word: Int) -> [Int] { dependents[word] }

  /// The words that a word governs by a relation; one without a subtype stands for all of its subtypes.
  package func children(of word: Int, _ relation: Deprel) -> [Int] {
    dependents[word].filter { self[$0].deprel == relation || self[$0].deprel.universal == relation }
  }

  /// The first word that a word governs by a relation.
  package func child(of word: Int, _ relation: Deprel) -> Int? { children(of: word, relation).first }

  /// A word and everything below it but for the branches that `stop` names, in the order of the text.
  /// - Complexity: O(*k* log *k*) in the size of the subtree.
  package func subtree(of word: Int, without stop: (Int) -> Bool = { _ in false }) -> [Int] {
    var found: [Int] = []
    var open = [word]
    while let next = open.popLast() {
      found.append(next)
      open += dependents[next].filter { !stop($0) }
    }
    return found.sorted()
  }

  /// A word and its conjuncts: "the U.S., South Korea and Japan" gives three.
  package func conjuncts(of word: Int) -> [Int] {
    [word] + children(of: word, "conj").filter { isNominal($0) == isNominal(word) }
  }

  /// Whether a word is a noun, a name, a pronoun or a number standing for one.
  package func isNominal(_ word: Int) -> Bool {
    switch self[word].upos {
    case .noun, .propn, .pron, .num, .sym: true
    case .det: self[word].deprel.universal != "det"
    default: false
    }
  }

  /// The preposition that introduces a phrase, its fixed parts included and in lower case: "according to", "out of".
  package func preposition(of word: Int) -> String? {
    guard let marker = children(of: word, "case").first(where: { self[$0].upos != .part }) else { return nil }
    let parts = [marker] + children(of: marker, "fixed")
    return parts.sorted().map { self[$0].form.lowercased() }.joined(separator: " ")
  }

  /// The conjunction that introduces a clause, its fixed parts included and in lower case: "if", "so that".
  package func marker(of word: Int) -> String? {
    guard let marker = child(of: word, "mark") else { return nil }
    let parts = [marker] + children(of: marker, "fixed")
    return parts.sorted().map { self[$0].form.lowercased() }.joined(separator: " ")
  }

  /// Words as the text writes them, white space as between them.
  package func text(of words: [Int]) -> String {
    var text = ""
    for (place, word) in words.enumerated() {
      text += self[word].form
      if place + 1 < words.count, self[word].spaceAfter || words[place + 1] != word + 1 { text += " " }
    }
    return text
  }
}

import Linguistics

/// Finds what a document speaks of: every noun phrase, name and pronoun, and the names nested in them.
package struct MentionFinder: Sendable {
  package init() {}

  /// The mentions of a document in the order of their head words.
  /// - Complexity: linear in the number of words.
  package func mentions(in trees: [SyntaxTree]) -> Mentions {
    var all: [Mention] = []
    for (number, tree) in trees.enumerated() {
      for word in 0..<tree.count {
        guard var mention = mention(at: word, in: tree) else { continue }
        mention.id = all.count
        mention.sentence = number
        all.append(mention)
      }
    }
    return Mentions(all, sentences: trees.count)
  }

  private func mention(at word: Int, in tree: SyntaxTree) -> Mention? {
    let token = tree[word]
    let entity = tree.entity(at: word)
    // A title belongs to the name behind it.
    if token.deprel == "nmod:desc" { return nil }
    switch token.deprel.universal {
    case "flat", "fixed", "goeswith", "punct", "case", "cc", "mark", "det", "reparandum", "discourse":
      return nil
    case "compound", "amod", "nummod", "list", "dep":
      // Parts of a larger phrase are mentions only where they are names themselves: "the Biden administration",
      // "North Korean soldiers"; and then only their outermost word.
      guard let entity, Self.named.contains(entity.type), outermost(of: entity, in: tree) == word else {
        return nil
      }
      // A name that goes on to its governor is the governor's: "Security" in "Security Council".
      if let head = token.head, entity.words.contains(head) { return nil }
      return Mention(
        id: 0, sentence: 0, head: word, words: entity.words, name: trimmed(entity.words, in: tree),
        form: token.upos == .adj ? .adjective : .name,
        entityType: entity.type, kind: token.kind)
    default: break
    }
    guard tree.isNominal(word) else {
      // "the wounded", "the Dutch": an adjective with an article of its own.
      guard token.upos == .adj, tree.child(of: word, "det") != nil, tree.child(of: word, "cop") == nil else {
        return nil
      }
      let words = core(of: word, in: tree)
      return Mention(
        id: 0, sentence: 0, head: word, words: words, name: [word], form: .nominal, entityType: entity?.type,
        kind: token.kind)
    }
    if token.upos == .pron || token.upos == .det {
      if token.deprel == "expl" { return nil }
      return Mention(
        id: 0, sentence: 0, head: word, words: word..<(word + 1), name: [word], form: .pronoun,
        entityType: nil,
        kind: token.kind)
    }
    let words = core(of: word, in: tree)
    let isName = token.upos == .propn || entity.map { Self.named.contains($0.type) } == true
    let covered = entity.flatMap { e in outermost(of: e, in: tree) == word ? e : nil }
    let name: [Int]
    if isName, let covered, Self.named.contains(covered.type) {
      name = trimmed(joined(covered.words, with: word, in: tree), in: tree)
    } else {
      name = self.name(of: word, core: words, in: tree)
    }
    return Mention(
      id: 0, sentence: 0, head: word,
      words: min(words.lowerBound, name.first ?? word)..<max(words.upperBound, (name.last ?? word) + 1),
      name: name, form: isName ? .name : .nominal, entityType: entity?.type, kind: token.kind)
  }

  /// The types of named entities that are names of somebody or something.
  static let named: Set<EntityType> = [
    .event, .facility, .geopoliticalEntity, .law, .location, .nationalityOrGroup, .organization, .person,
    .product,
    .workOfArt,
  ]

  /// The word of an entity that no other of its words governs.
  private func outermost(of entity: NamedEntity, in tree: SyntaxTree) -> Int {
    entity.words.first { word in tree[word].head.map { !entity.words.contains($0) } ?? true }
      ?? entity.words.lowerBound
  }

  /// A person's name with the parts that the tree joins to it and the entity left out.
  private func joined(_ words: Range<Int>, with head: Int, in tree: SyntaxTree) -> Range<Int> {
    var range = words
    for part in tree.children(of: head, "flat") where part == range.upperBound && tree[part].upos == .propn {
      range = range.lowerBound..<(part + 1)
    }
    return range
  }

  /// From the first modifier before the head to the last word of the name, without a break.
  private func core(of head: Int, in tree: SyntaxTree) -> Range<Int> {
    var first = head
    var last = head
    for child in tree.children(of: head) {
      switch tree[child].deprel.universal {
      case "det", "amod", "compound", "nummod", "nmod", "advmod":
        guard child < head else {
          if tree[child].deprel == "nummod" { last = max(last, child) }
          continue
        }
        // Only possessors and titles stand before a head; "nmod" after it is a phrase of its own.
        first = min(first, tree.subtree(of: child).first ?? child)
      case "flat", "fixed", "goeswith":
        last = max(last, tree.subtree(of: child).last ?? child)
      default: break
      }
    }
    let skipped: Set<UPOS> = [.punct, .cconj, .adp, .sconj]
    while first < head, skipped.contains(tree[first].upos), tree[first].form != "\"" { first += 1 }
    return first..<(last + 1)
  }

  /// The words of a phrase that say what it is: no articles, numbers, pronouns before it; with a short "of" phrase.
  private func name(of head: Int, core: Range<Int>, in tree: SyntaxTree) -> [Int] {
    var dropped: Set<Int> = []
    for child in tree.children(of: head) where child < head {
      let token = tree[child]
      switch token.deprel.universal {
      case "det", "nummod", "advmod", "case", "cc", "punct", "mark":
        dropped.formUnion(tree.subtree(of: child))
      case "nmod":
        if token.deprel == "nmod:desc" || token.upos == .pron { dropped.formUnion(tree.subtree(of: child)) }
      default: break
      }
    }
    var words = core.filter { !dropped.contains($0) }
    while let first = words.first, first != head, [.punct, .det, .adp].contains(tree[first].upos) {
      words.removeFirst()
    }
    if let phrase = tree.children(of: head, "nmod").first(where: {
      $0 > head && tree.preposition(of: $0) == "of" && tree[$0].deprel == "nmod"
    }) {
      let below = tree.subtree(of: phrase, without: { Self.heavy.contains(tree[$0].deprel.universal) })
      let text = below.filter { $0 >= core.upperBound }
      // A long complement describes more than it names.
      if text.first == core.upperBound, text.count <= 7 { words += text }
    }
    return words.isEmpty ? [head] : words
  }

  /// Dependents that say more of a thing than its name.
  static let heavy: Set<Deprel> = [
    "acl", "appos", "conj", "cc", "parataxis", "punct", "advcl", "dep", "list",
  ]

  /// A name without the article, the titles and the possessive mark that stand around it.
  private func trimmed(_ range: Range<Int>, in tree: SyntaxTree) -> [Int] {
    var words = Array(range)
    while words.count > 1, let first = words.first, [.det, .punct, .adp].contains(tree[first].upos) {
      words.removeFirst()
    }
    while words.count > 1, let last = words.last, [.part, .punct].contains(tree[last].upos),
      tree[last].form != "."
    {
      words.removeLast()
    }
    return words
  }
}

import KnowledgeGraph
package import Linguistics

/// Mends attachments that no reading of English allows, where the parser chose each arc well but not all together.
///
/// Every rule says what is impossible and what must be meant; trees without such faults are left alone. The result is
/// a tree again: a word is only moved to a governor that does not stand below it.
package struct TreeRepair: Sendable {
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The sentence with its faults mended.
  /// - Complexity: O(*n*) in the number of words for each rule that applies.
  package func repaired(_ sentence: Sentence) -> SyntaxTree {
    var tree = SyntaxTree(sentence)
    // What is longer is a list or a table, and no grammar holds there.
    guard tree.count <= 400 else { return tree }
    let rules = [
      subjectOfSaying, secondSubject, subjectWithoutMark, subjectBehindFor, frontedObject, namedOfficer,
      partOfCompoundVerb,
      subjectOfCompoundVerb, objectOfParticleVerb, parallelVerb,
    ]
    for rule in rules {
      for word in 0..<tree.count {
        guard let change = rule(word, tree), !tree.subtree(of: change.word).contains(change.head) else {
          continue
        }
        var sentence = tree.sentence
        sentence.tokens[change.word].head = change.head
        sentence.tokens[change.word].deprel = change.deprel
        tree = SyntaxTree(sentence)
      }
    }
    return tree
  }

  /// A word with a new governor.
  private struct Change {
    let word: Int
    let head: Int
    let deprel: Deprel
  }

  /// "troops that allies say were sent": a subject that stands before the verb above its own is that verb's.
  private func subjectOfSaying(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard tree[word].deprel.universal == "nsubj", let clause = tree[word].head,
      tree[clause].deprel == "ccomp",
      let verb = tree[clause].head, word < verb, verb < clause, tree.child(of: verb, "nsubj") == nil
    else { return nil }
    return Change(word: word, head: verb, deprel: "nsubj")
  }

  /// "the deputy ambassador, Robert Wood, noted": a clause has one subject; a second one beside it, set off by a comma,
  /// is its apposition, and one behind the verb is its object.
  private func secondSubject(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard tree[word].deprel == "nsubj", let verb = tree[word].head, tree[verb].upos == .verb,
      let first = tree.children(of: verb, "nsubj").first, first < word, first < verb
    else { return nil }
    if word > verb {
      return tree.child(of: verb, "obj") == nil ? Change(word: word, head: verb, deprel: "obj") : nil
    }
    // "what weapons they might get": a question word's noun is the object.
    let asks = { (word: Int) in ["WP", "WDT"].contains(tree[word].xpos) }
    let start = tree.subtree(of: first).first ?? first
    if asks(start) || (start > 0 && asks(start - 1) && tree[start - 1].head == verb) {
      return Change(word: first, head: verb, deprel: "obj")
    }
    guard let end = tree.subtree(of: first).last,
      let begin = tree.subtree(of: word).first(where: { tree[$0].upos != .punct }),
      end < begin, tree[begin - 1].form == ",", begin - end <= 2, tree.child(of: word, "conj") == nil,
      tree[word].upos == .propn || tree[first].upos == .propn
    else { return nil }
    return Change(word: word, head: first, deprel: "appos")
  }

  /// "led others to send troops": a noun before "to" is no object of the infinitive behind it.
  private func frontedObject(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard tree[word].deprel == "obj" || tree[word].deprel == "nsubj", let infinitive = tree[word].head,
      tree[infinitive].deprel == "xcomp", let marker = tree.child(of: infinitive, "mark"),
      tree[marker].lemma.lowercased() == "to", word < marker, let verb = tree[infinitive].head, verb < word,
      tree.child(of: verb, "obj") == nil
    else { return nil }
    return Change(word: word, head: verb, deprel: "obj")
  }

  /// "after its owner, a family, refused": a bare noun in front of a finite verb without a subject is its subject.
  private func subjectWithoutMark(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard tree[word].deprel.universal == "obl", tree.preposition(of: word) == nil, tree.isNominal(word),
      !tree.namesTime(word), let verb = tree[word].head, word < verb, tree[verb].upos == .verb,
      tree[verb].features["VerbForm"] == "Fin" || tree.child(of: verb, "aux") != nil,
      ["advcl", "ccomp", "root", "parataxis"].contains(tree[verb].deprel),
      !tree.children(of: verb).contains(where: {
        ["nsubj", "csubj", "expl"].contains(tree[$0].deprel.universal)
      })
    else { return nil }
    return Change(word: word, head: verb, deprel: "nsubj")
  }

  /// "called for China to engage": a noun between "for" and "to" is the subject of the infinitive.
  private func subjectBehindFor(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard tree[word].deprel == "obj", let verb = tree[word].head,
      let infinitive = tree.children(of: verb).first(where: {
        ["xcomp", "ccomp", "advcl"].contains(tree[$0].deprel)
      }),
      tree.child(of: infinitive, "nsubj") == nil
    else { return nil }
    let markers = tree.children(of: infinitive, "mark")
    guard markers.count == 2, tree[markers[0]].lemma.lowercased() == "for", markers[0] < word,
      word < markers[1]
    else { return nil }
    return Change(word: word, head: infinitive, deprel: "nsubj")
  }

  /// "the ambassador to the U.N., Anna Evstigneeva": a person is not a body or place, but who holds the office there.
  private func namedOfficer(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard tree[word].deprel == "appos" || (tree[word].deprel == "conj" && tree.child(of: word, "cc") == nil),
      tree.entity(at: word)?.type == .person,
      let body = tree[word].head, tree[body].deprel.universal == "nmod", let office = tree[body].head,
      let meaning = lexicon.noun(tree[office].lemma.lowercased())?.kind,
      meaning == .person || meaning == .group,
      tree.entity(at: body)?.type != .person
    else { return nil }
    return Change(word: word, head: office, deprel: "appos")
  }

  /// "test-fired": the first part of a hyphenated verb is no phrase of its own.
  private func partOfCompoundVerb(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard word + 2 < tree.count, tree[word + 1].form == "-", !tree[word].spaceAfter,
      !tree[word + 1].spaceAfter,
      tree[word].head == word + 2, tree[word + 2].upos == .verb, tree[word].deprel != "compound"
    else { return nil }
    return Change(word: word, head: word + 2, deprel: "compound")
  }

  /// "North Korea test-fired": a name before the first part of a hyphenated verb without a subject is its subject.
  private func subjectOfCompoundVerb(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard tree[word].deprel == "compound", tree[word].upos == .propn, let part = tree[word].head,
      tree[part].deprel.universal == "compound", let verb = tree[part].head, tree[verb].upos == .verb,
      part == verb - 2,
      tree[part + 1].form == "-", tree.child(of: verb, "nsubj") == nil,
      tree[verb].features["VerbForm"] == "Fin"
    else { return nil }
    return Change(word: word, head: verb, deprel: "nsubj")
  }

  /// "fend off Russia": a noun without a preposition right behind a verb's particle is its object.
  private func objectOfParticleVerb(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard tree[word].deprel.universal == "obl", tree.preposition(of: word) == nil, tree[word].kind != .time,
      let verb = tree[word].head, tree.child(of: verb, "obj") == nil,
      let particle = tree.child(of: verb, "compound:prt"), tree.subtree(of: word).first == particle + 1
    else { return nil }
    return Change(word: word, head: verb, deprel: "obj")
  }

  /// "said that it is talking and noted that …", "denied reports that they had looted, and asked …": a bare past verb
  /// is no conjunct of a present one, nor behind a comma of a participle, below it, but of the past verb above both.
  private func parallelVerb(_ word: Int, _ tree: SyntaxTree) -> Change? {
    guard tree[word].deprel == "conj", ["VBD", "VBN"].contains(tree[word].xpos),
      tree.child(of: word, "nsubj") == nil, tree.child(of: word, "aux") == nil,
      let first = tree[word].head, let conjunction = tree.child(of: word, "cc")
    else { return nil }
    let isPresent =
      ["VBG", "VBZ", "VBP"].contains(tree[first].xpos) && tree[first].deprel == "ccomp"
      && !tree.children(of: first, "aux").contains(where: { tree[$0].features["Tense"] == "Past" })
    let isParticiple =
      tree[first].xpos == "VBN" && tree[word].xpos == "VBD"
      && (tree[first].deprel == "ccomp" || (conjunction > 0 && tree[conjunction - 1].form == ","))
    guard isPresent || isParticiple else { return nil }
    var above = tree[first].head
    while let here = above, tree[here].xpos != "VBD" {
      // A noun's clause may be passed on the way up, another verb may not.
      guard tree.isNominal(here) else { return nil }
      above = tree[here].head
    }
    // A verb of saying behind what is said is no first conjunct of it.
    guard let verb = above, verb < word else { return nil }
    return Change(word: word, head: verb, deprel: "conj")
  }
}

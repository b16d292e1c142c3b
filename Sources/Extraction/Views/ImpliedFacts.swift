import Linguistics

/// Facts that a sentence implies without a verb: apposition, title, possessor, place.
///
/// They hold without happening, so that their "is" and "has" have no tense.
struct ImpliedFacts {
  let reading: SurfaceReading
  private var tree: SyntaxTree { reading.tree }
  private var phrases: PhraseReader { reading.phrases }

  func tuples() -> [Tuple] { (0..<tree.count).compactMap(tuple) }

  /// What a word implies of its head.
  private func tuple(at word: Int) -> Tuple? {
    guard let head = tree[word].head else { return nil }
    let isPlace = { (word: Int) in
      [.geopoliticalEntity, .location, .facility].contains(tree.entity(at: word)?.type)
    }
    switch tree[word].deprel {
    case "appos" where isPlace(word) && isPlace(head), "nmod:unmarked" where isPlace(word) && isPlace(head):
      // "Salt Lake City, Utah"
      guard word > head else { return nil }
      let place = phrases.words(head, .core, without: [word])
      return Tuple([.implied("is in")], [place.parts, phrases.words(word, .core).parts], cues: ["place"])
    case "appos":
      // A name is what something is said of: "the branch's manager, Ann Lee".
      let isNamedLast = tree[word].upos == .propn && tree[head].upos != .propn
      let (bearer, description) = isNamedLast ? (word, head) : (head, word)
      return Tuple(
        [.implied("is")],
        [
          phrases.words(bearer, bearer == head ? .core : .conjunct).parts,
          phrases.words(description, description == head ? .core : .conjunct).parts,
        ], cues: ["apposition"])
    case "nmod:desc" where word < head && !tree[word].form.hasSuffix("."):
      // "President Bush"
      let title = phrases.words(word, .conjunct)
      let name = phrases.words(head, .core, without: Set(tree.children(of: head).filter { $0 < head }))
      return Tuple([.implied("is")], [name.parts, title.parts], cues: ["title"])
    case "nmod:poss" where tree[word].upos != .pron:
      let owner = phrases.words(word, .conjunct).filter { tree[$0].upos != .part }
      let owned = phrases.words(head, .core, without: [word])
      return Tuple([.implied("has")], [owner.parts, owned.parts], cues: ["possessive"])
    case "nmod" where tree.preposition(of: word) == "in" && isPlace(word):
      let thing = phrases.words(head, .core)
      return Tuple(
        [.implied("is")] + phrases.preposition(word).parts,
        [thing.parts, phrases.words(word, .conjunct).parts],
        cues: ["modifier"])
    default: return nil
    }
  }
}

import Linguistics

/// Facts that a sentence implies without a verb: apposition, title, possessor, place.
struct ImpliedFacts {
  let reading: SurfaceReading
  private var tree: SyntaxTree { reading.tree }
  private var phrases: PhraseReader { reading.phrases }

  func tuples() -> [Tuple] {
    var found: [Tuple] = []
    for word in 0..<tree.count {
      guard let head = tree[word].head else { continue }
      switch tree[word].deprel {
      case "appos":
        found.append(
          Tuple(
            [.implied("is")], [phrases.words(head, .conjunct).parts, phrases.words(word, .whole).parts],
            cues: ["apposition"]))
      case "nmod:poss" where tree[word].upos != .pron:
        found.append(
          Tuple(
            [.implied("has")],
            [phrases.words(word, .whole).parts, phrases.words(head, .core, without: [word]).parts],
            cues: ["possessive"]))
      case "nmod":
        if tree.preposition(of: word) == "in", tree[word].upos == .propn {
          found.append(
            Tuple(
              [.implied("is"), .word(phrases.preposition(word)[0])],
              [phrases.words(head, .core).parts, phrases.words(word, .whole).parts],
              cues: ["modifier"]))
        }
      default: break
      }
    }
    return found
  }
}

import Extraction
import Linguistics

/// The office that a person is said to hold: "South Korean Foreign Minister Cho Tae-yul".
struct Title: Sendable {
  /// The office without the state it serves: "Foreign Minister".
  var text: String
  /// Its sector, where the gazetteer knows it.
  var sector: String?
  /// The words that may name the state or body served, in the sentence.
  var served: [Int]

  /// The title before a person's name, or in apposition to it; `nil` where there is none.
  /// - Parameters:
  ///   - mention: the person, or the office itself.
  ///   - tree: its sentence.
  ///   - gazetteer: what titles there are.
  ///   - isOffice: whether the mention names the office itself: "… is the foreign minister".
  init?(of mention: Mention, in tree: SyntaxTree, gazetteer: Gazetteer, isOffice: Bool = false) {
    let candidates =
      isOffice
      ? [Title.office(at: mention.head, in: tree)]
      : Title.before(mention, in: tree) + Title.apposed(to: mention, in: tree)
    for (words, head) in candidates {
      var words = words
      var served: [Int] = []
      while let first = words.first, words.count > 1 {
        let name = tree[first]
        // The states and the articles in front are not part of the title; "former" and its like neither.
        let span = Title.stateSpan(at: words, in: tree, gazetteer: gazetteer)
        if span > 0 {
          served += words.prefix(span)
          words.removeFirst(span)
        } else if [.det, .punct, .part].contains(name.upos) || Title.skipped.contains(name.form.lowercased())
        {
          words.removeFirst()
        } else {
          break
        }
      }
      // "deputy U.S. ambassador": a state within.
      var place = 0
      while place < words.count {
        let span = Title.stateSpan(at: Array(words[place...]), in: tree, gazetteer: gazetteer)
        if span > 0, words.count > span {
          served += words[place..<(place + span)]
          words.removeSubrange(place..<(place + span))
        } else {
          place += 1
        }
      }
      served += tree.children(of: head).filter {
        tree[$0].deprel.universal == "nmod" && ["of", "for"].contains(tree.preposition(of: $0))
      }
      let text = tree.text(of: words)
      let known = gazetteer.title(text) ?? words.last.flatMap { gazetteer.title(tree[$0].form) }
      guard let known, !text.isEmpty else { continue }
      self.text = text
      self.sector = known.sector
      self.served = served
      return
    }
    return nil
  }

  private static let skipped: Set<String> = [
    "former", "acting", "interim", "then", "ex", "late", "incoming", "outgoing", "longtime", "new",
  ]

  /// The words between the beginning of a person's phrase and the name.
  private static func before(_ mention: Mention, in tree: SyntaxTree) -> [(words: [Int], head: Int)] {
    guard let first = mention.name.first else { return [] }
    let words = Array(mention.words.prefix { $0 < first })
    let head = tree.child(of: mention.head, "nmod:desc") ?? mention.head
    return words.isEmpty ? [] : [(words, head)]
  }

  /// The noun phrases in apposition to a person, on either side: the office with its "of" phrase.
  private static func apposed(to mention: Mention, in tree: SyntaxTree) -> [(words: [Int], head: Int)] {
    var heads = tree.children(of: mention.head, "appos")
    if tree[mention.head].deprel == "appos", let head = tree[mention.head].head { heads.append(head) }
    return heads.filter { tree[$0].upos == .noun || tree[$0].upos == .propn }.map { office(at: $0, in: tree) }
  }

  private static func office(at head: Int, in tree: SyntaxTree) -> (words: [Int], head: Int) {
    let core = tree.children(of: head).filter {
      $0 < head && ["det", "amod", "compound", "nmod"].contains(tree[$0].deprel.universal)
    }
    var words = core.flatMap { tree.subtree(of: $0) } + [head]
    // "secretary of state": a bare common noun after "of" belongs to the title.
    for phrase in tree.children(of: head, "nmod") where phrase > head {
      let below = tree.subtree(of: phrase)
      if tree.preposition(of: phrase) == "of", below.count == 2, tree[phrase].features["Number"] == "Sing",
        tree[phrase].form.lowercased() == "state"
      {
        words += below
      }
    }
    return (words.sorted(), head)
  }

  /// How many words at the beginning name a state or its people.
  private static func stateSpan(at words: [Int], in tree: SyntaxTree, gazetteer: Gazetteer) -> Int {
    for length in stride(from: min(4, words.count), through: 1, by: -1) {
      let text = tree.text(of: Array(words.prefix(length)))
      if gazetteer.state(named: text) != nil || gazetteer.state(demonym: text) != nil { return length }
    }
    return 0
  }
}

import KnowledgeGraph
import Linguistics

/// Turns the clauses of a document into propositions.
package struct PropositionExtractor: Sendable {
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The propositions of a document in the order of the text.
  /// - Complexity: linear in the number of clauses but for the depth to which they nest.
  package func propositions(in trees: [SyntaxTree], mentions: Mentions) -> [Proposition] {
    let finder = ClauseFinder(lexicon: lexicon)
    var all: [Proposition] = []
    var speakers: [Speaker?] = []
    for (number, tree) in trees.enumerated() {
      let clauses = finder.clauses(in: tree)
      var sentence = SentenceExtractor(
        lexicon: lexicon, tree: tree, number: number, mentions: mentions, clauses: clauses, firstID: all.count
      )
      let found = sentence.propositions()
      speakers.append(sentence.speaker(among: found))
      all += found
      all += SpeechActs(lexicon: lexicon).acts(
        in: found, of: tree, firstID: all.count - found.count, nextID: all.count)
    }
    attributeQuotations(&all, speakers: speakers, sentences: trees.map(\.sentence))
    return all
  }

  /// Who speaks in a sentence: the source of its reporting verb.
  struct Speaker: Sendable {
    let proposition: Int
    let mentions: [Int]
  }

  /// A quoted sentence without a reporting verb belongs to who spoke last, or else to who speaks next.
  private func attributeQuotations(_ all: inout [Proposition], speakers: [Speaker?], sentences: [Sentence]) {
    let quoted = Quotation.quotedWords(sentences).map { $0.first ?? false }
    for index in all.indices where quoted[all[index].sentence] && speakers[all[index].sentence] == nil {
      guard all[index].attribution.isEmpty else { continue }
      let place = all[index].sentence
      let before = (1...2).lazy.compactMap { place >= $0 ? speakers[place - $0] : nil }.first
      let after = place + 1 < speakers.count ? speakers[place + 1] : nil
      guard let speaker = before ?? after else { continue }
      all[index].attribution = speaker.mentions.map {
        Proposition.Source(mention: $0, proposition: speaker.proposition)
      }
    }
  }
}

/// Extracts the propositions of one sentence.
struct SentenceExtractor {
  let lexicon: Lexicon
  let tree: SyntaxTree
  let number: Int
  let mentions: Mentions
  let clauses: [Clause]
  private let clauseAt: [Int: Clause]
  let firstID: Int
  private var idOfPredicate: [Int: Int] = [:]

  init(lexicon: Lexicon, tree: SyntaxTree, number: Int, mentions: Mentions, clauses: [Clause], firstID: Int) {
    self.lexicon = lexicon
    self.tree = tree
    self.number = number
    self.mentions = mentions
    self.clauses = clauses
    clauseAt = Dictionary(clauses.map { ($0.predicate, $0) }) { first, _ in first }
    self.firstID = firstID
  }

  mutating func propositions() -> [Proposition] {
    let factuality = Factuality(lexicon: lexicon)
    let resolver = AttributionResolver(lexicon: lexicon)
    let statuses = factuality.statuses(of: clauses, in: tree)
    let reporters = resolver.reporters(of: clauses, in: tree)
    let assigner = RoleAssigner(lexicon: lexicon)
    let stated = clauses.filter { says($0, factuality) }.sorted { $0.predicate < $1.predicate }
    for (place, clause) in stated.enumerated() { idOfPredicate[clause.predicate] = firstID + place }
    var sourcesOfPredicate: [Int: [Int]] = [:]
    var result = stated.map { clause in
      let assignment = assigner.assign(clause, in: tree, meaning: meaning)
      sourcesOfPredicate[clause.predicate] = assignment.sources
      var proposition = Proposition(
        id: idOfPredicate[clause.predicate] ?? 0, sentence: number, predicate: clause.predicate,
        verb: assignment.verb, label: tree.text(of: clause.label), trigger: range(of: clause.label),
        arguments: arguments(of: assignment))
      if let status = statuses[clause.predicate] {
        proposition.polarity = status.polarity
        proposition.modality = status.modality
        proposition.tense = status.tense
      }
      proposition.time = assignment.time.map { time($0.word, $0.preposition) }
      return proposition
    }
    for index in result.indices {
      let predicate = result[index].predicate
      for reporter in reporters[predicate] ?? [] {
        guard let id = idOfPredicate[reporter] else { continue }
        let sources = result[id - firstID].mentions(.agent)
        result[index].attribution += sources.map { Proposition.Source(mention: $0, proposition: id) }
      }
      // "according to": of the clause itself or of the nearest one above it.
      for word in sourcesOfPredicate[predicate] ?? [] {
        if let mention = mentions.headed(by: word, in: number) {
          result[index].attribution.append(Proposition.Source(mention: mention.id, proposition: nil))
        }
      }
    }
    return result
  }

  /// The speaker of a sentence is the agent of its outermost reporting verb.
  func speaker(among propositions: [Proposition]) -> PropositionExtractor.Speaker? {
    let resolver = AttributionResolver(lexicon: lexicon)
    for clause in clauses where resolver.attributes(clause, in: tree) {
      guard let id = idOfPredicate[clause.predicate] else { continue }
      let agents = propositions[id - firstID].mentions(.agent)
      if !agents.isEmpty { return PropositionExtractor.Speaker(proposition: id, mentions: agents) }
    }
    return nil
  }

  /// Whether a clause says something by itself, rather than only colouring the one below it.
  private func says(_ clause: Clause, _ factuality: Factuality) -> Bool {
    if let below = clause.words(.openComplement).lazy.compactMap({ clauseAt[$0] }).first,
      factuality.isRaising(clause, over: below, in: tree)
    {
      return false
    }
    return !clause.dependents.isEmpty
  }

  private func meaning(of word: Int) -> RoleAssigner.Meaning {
    guard let mention = mentions.headed(by: word, in: number) else { return .thing }
    switch mention.entityType {
    case .person, .organization, .nationalityOrGroup: return .actor
    case .geopoliticalEntity, .location, .facility: return .place
    default: break
    }
    if let noun = lexicon.noun(tree[word].lemma.lowercased()) {
      switch noun.kind {
      case .person, .group, .organization, .state: return .actor
      case .place: return .place
      default: return .thing
      }
    }
    switch mention.kind {
    case .person, .organization, .animal: return .actor
    case .place: return .place
    default: return .thing
    }
  }

  private func arguments(of assignment: RoleAssigner.Assignment) -> [Proposition.Argument] {
    var placed: [(word: Int, argument: Proposition.Argument)] = []
    for (word, role) in assignment.roles {
      let filler: Proposition.Argument.Filler =
        if let mention = mentions.headed(by: measured(by: word), in: number) {
          .mention(mention.id)
        } else {
          .text(tree.text(of: phrase(word)))
        }
      placed.append((word, Proposition.Argument(role: role, filler: filler)))
    }
    for (word, role) in assignment.clauses {
      // A clause that only colours another gives way to that one: "is likely to use".
      guard let id = stated(at: word) else { continue }
      placed.append((word, Proposition.Argument(role: role, filler: .proposition(id))))
    }
    for (word, role) in assignment.adverbs {
      placed.append((word, Proposition.Argument(role: role, filler: .text(tree[word].form))))
    }
    placed.sort { $0.word < $1.word }
    var seen: Set<Proposition.Argument> = []
    return placed.map(\.argument).filter { seen.insert($0).inserted }
  }

  /// What a quantity is one of: "some of the troops", "dozens of soldiers"; the word itself elsewhere.
  private func measured(by word: Int, depth: Int = 0) -> Int {
    let token = tree[word]
    // "those of the rival" are the rival's, not the rival.
    let measures =
      ([.det, .pron, .num, .adj].contains(token.upos) && token.features["PronType"] != "Dem")
      || lexicon.isPartitive(token.lemma.lowercased())
    guard measures else { return word }
    let parts = tree.children(of: word, "nmod").filter { tree.preposition(of: $0) == "of" }
    // "hundreds of thousands of people", wherever the parser hangs the people.
    guard let whole = parts.first(where: { !lexicon.isPartitive(tree[$0].lemma.lowercased()) }) ?? parts.first
    else { return word }
    return depth < 3 ? measured(by: whole, depth: depth + 1) : whole
  }

  private func stated(at word: Int) -> Int? {
    if let id = idOfPredicate[word] { return id }
    guard let clause = clauseAt[word], let below = clause.words(.openComplement).first
    else { return nil }
    return stated(at: below)
  }

  /// A phrase without the clauses that hang on it.
  private func phrase(_ word: Int) -> [Int] {
    tree.subtree(of: word) { child in
      let relation = tree[child].deprel.universal
      return [
        "cop", "aux", "nsubj", "csubj", "obl", "advcl", "xcomp", "ccomp", "punct", "conj", "cc", "mark",
        "parataxis", "case", "expl", "discourse",
      ]
      .contains(relation) && tree[child].head == word
    }
  }

  private func time(_ word: Int, _ preposition: String?) -> Proposition.TimeExpression {
    let words: [Int]
    if tree[word].upos == .adv {
      words = [word]
    } else {
      words = tree.subtree(of: word) { child in
        let relation = tree[child].deprel.universal
        // "between 2010 and 2015" needs both ends.
        if preposition == "between", ["conj", "cc"].contains(relation) { return false }
        return ["case", "punct", "acl", "advcl", "conj", "cc", "appos", "parataxis"].contains(relation)
      }
    }
    return Proposition.TimeExpression(
      text: tree.text(of: words), preposition: preposition, range: range(of: words))
  }

  private func range(of words: [Int]) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    let start = tree[first].range.lowerBound
    return start..<max(start, tree[last].range.upperBound)
  }
}

import Extraction
import KnowledgeGraph
import Linguistics

/// Makes of a document's propositions the clauses that events are coded from.
struct EventClauseReader {
  let trees: [SyntaxTree]
  let mentions: Mentions
  let chains: CoreferenceChains
  let entities: [Entity]
  let propositions: [Proposition]
  private let lexicon: Lexicon
  private var atPredicate: [[Int: Int]]

  init(
    trees: [SyntaxTree], mentions: Mentions, chains: CoreferenceChains, entities: [Entity],
    propositions: [Proposition], lexicon: Lexicon
  ) {
    self.lexicon = lexicon
    self.trees = trees
    self.mentions = mentions
    self.chains = chains
    self.entities = entities
    self.propositions = propositions
    atPredicate = [[Int: Int]](repeating: [:], count: trees.count)
    for proposition in propositions {
      atPredicate[proposition.sentence][proposition.predicate] = proposition.id
    }
  }

  /// A proposition with what is below it, down to a depth that no sentence meant to be understood exceeds.
  func clause(_ id: Int, depth: Int = 0) -> EventClause {
    let proposition = propositions[id]
    let tree = trees[proposition.sentence]
    var clause = EventClause(
      proposition: id, verb: verb(of: proposition, in: tree), particle: particle(of: proposition, in: tree),
      polarity: proposition.polarity,
      modality: proposition.modality, tense: proposition.tense)
    for argument in proposition.arguments {
      switch argument.filler {
      case .mention(let mention):
        let mention = mentions.all[mention]
        clause.participants.append(
          .init(role: argument.role, phrase: phrase(mention.head, mention.sentence, depth: depth)))
      case .text(let text):
        clause.participants.append(.init(role: argument.role, phrase: EventPhrase(noun: text.lowercased())))
      case .proposition(let content):
        guard depth < Self.depthLimit, content != id else { continue }
        let below = self.clause(content, depth: depth + 1)
        if argument.role == .content { clause.contents.append(below) } else { clause.adjuncts.append(below) }
      }
    }
    guard depth < Self.depthLimit else { return clause }
    // "refused on Thursday to recognise": with words between, the parser takes the complement for a purpose.
    if clause.contents.isEmpty, clause.objects.isEmpty,
      let purpose = clause.adjuncts.firstIndex(where: { $0.modality == .intended }),
      lexicon.operators(clause.verb).contains(where: { $0.complement == .infinitive })
    {
      clause.contents.append(clause.adjuncts.remove(at: purpose))
    }
    let known = Set((clause.contents + clause.adjuncts).map(\.proposition))
    for child in tree.children(of: proposition.predicate, "advcl") {
      guard let id = atPredicate[proposition.sentence][child], !known.contains(id) else { continue }
      clause.adjuncts.append(self.clause(id, depth: depth + 1))
    }
    return clause
  }

  private static let depthLimit = 6

  /// The phrase that a word heads.
  func phrase(_ word: Int, _ sentence: Int, depth: Int = 0) -> EventPhrase {
    let tree = trees[sentence]
    var phrase = EventPhrase(noun: tree[word].lemma.lowercased())
    if let mention = mentions.headed(by: word, in: sentence), let chain = chains.chain(of: mention.id) {
      phrase.entity = entities[chain]
    }
    for child in tree.children(of: word) {
      let relation = tree[child].deprel
      switch relation.universal {
      case "amod", "compound":
        if child < word {
          phrase.compounds.append(tree[child].lemma.lowercased() + " " + phrase.noun)
        }
        add(child, link: "mod", to: &phrase, sentence, depth)
      case "nmod", "obl":
        let preposition = tree.preposition(of: child)
        add(
          child, link: relation == "nmod:poss" ? "poss" : preposition ?? "mod", to: &phrase, sentence, depth)
      case "appos": add(child, link: "appos", to: &phrase, sentence, depth)
      case "acl", "advcl":
        if relation != "acl:relcl", depth < Self.depthLimit, let id = atPredicate[sentence][child] {
          phrase.clauses.append(clause(id, depth: depth + 1))
        }
      default: break
      }
    }
    return phrase
  }

  private func add(_ word: Int, link: String, to phrase: inout EventPhrase, _ sentence: Int, _ depth: Int) {
    guard depth < Self.depthLimit else { return }
    for conjunct in trees[sentence].conjuncts(of: word) {
      phrase.parts.append((link, self.phrase(conjunct, sentence, depth: depth + 1)))
    }
  }

  private func verb(of proposition: Proposition, in tree: SyntaxTree) -> String {
    let predicate = tree[proposition.predicate]
    if proposition.verb == "be", predicate.upos != .aux {
      return "be " + predicate.lemma.lowercased()
    }
    return proposition.verb
  }

  /// "step down", "ship out of": the particle may be taken for an adverb or for a part of a preposition.
  private func particle(of proposition: Proposition, in tree: SyntaxTree) -> String? {
    let next = proposition.predicate + 1
    guard next < tree.count, tree[next].deprel != "compound:prt" else { return nil }
    let form = tree[next].form.lowercased()
    return Self.particles.contains(form) ? form : nil
  }

  private static let particles: Set<String> = [
    "down", "out", "off", "up", "back", "away", "aside", "in", "over",
  ]

  // MARK: Foreground

  /// The propositions that tell what a sentence reports: its main clause, what stands beside it, and what it reports
  /// somebody to say; not what merely describes a noun, or tells when or why.
  func foreground(reports: (Int) -> Bool) -> [Int] {
    propositions.filter { proposition in
      let tree = trees[proposition.sentence]
      var word = proposition.predicate
      while let head = tree[word].head {
        switch tree[word].deprel {
        case "conj", "parataxis", "list": break
        case "ccomp":
          guard let id = atPredicate[proposition.sentence][head], reports(id) else { return false }
        case "advcl":
          // "killing ten people": goes with what the main clause tells.
          guard tree[word].xpos == "VBG", word > head, tree.marker(of: word) == nil else { return false }
        default: return false
        }
        word = head
      }
      return true
    }.map(\.id)
  }
}

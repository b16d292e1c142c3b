import KnowledgeGraph
import Linguistics

/// Gives the dependents of a clause their semantic roles: by the verb's frame where the lexicon has one, by the
/// preposition and what its noun means elsewhere.
struct RoleAssigner: Sendable {
  let lexicon: Lexicon

  /// A dependent with its role, a phrase of time, or the source of a statement.
  struct Assignment {
    var verb: String
    var roles: [(word: Int, role: Participant.Role)] = []
    var clauses: [(word: Int, role: Participant.Role)] = []
    var adverbs: [(word: Int, role: Participant.Role)] = []
    var time: (word: Int, preposition: String?)?
    var sources: [Int] = []
  }

  func assign(_ clause: Clause, in tree: SyntaxTree, meaning: (Int) -> Meaning) -> Assignment {
    var result = Assignment(verb: clause.verb)
    let filled = slots(of: clause)
    let frame = lexicon.frame(of: clause.verb, filled: filled)
    // "call for": without an object, the phrase is what the verb is done to.
    let prepositional =
      filled.contains("obj")
      ? nil
      : clause.dependents.lazy.compactMap { preposition(of: $0) }.first {
        lexicon.isPrepositional(clause.verb, $0)
      }
    if let prepositional, clause.form == .verbal { result.verb += " " + prepositional }
    for dependent in clause.dependents {
      let word = dependent.word
      switch dependent.function {
      case .subject: result.roles.append((word, .agent))
      case .object:
        if tellsTime(word, nil, tree) {
          result.time = result.time ?? (word, nil)
        } else if [.percent, .quantity].contains(tree.entity(at: word)?.type) {
          result.roles.append((word, .extent))
        } else {
          result.roles.append((word, frame?.slots["obj"] ?? .patient))
          result.roles += strayed(from: word, of: clause, frame: frame, in: tree, meaning: meaning)
        }
      case .indirectObject: result.roles.append((word, .recipient))
      case .predicative:
        if tree.isNominal(word) || tree[word].upos == .adj { result.roles.append((word, .attribute)) }
      case .bare:
        if tellsTime(word, nil, tree) {
          result.time = result.time ?? (word, nil)
        } else {
          result.roles.append((word, .extent))
        }
      case .oblique(let preposition):
        if tellsTime(word, preposition, tree) {
          result.time = result.time ?? (word, preposition)
        } else if [.money, .percent, .quantity].contains(tree.entity(at: word)?.type) {
          result.roles.append((word, .extent))
        } else if preposition == prepositional, clause.form == .verbal {
          result.roles.append((word, .patient))
        } else if let role = frame?.slots[preposition] {
          // What is sent to a place goes there; what is sent to somebody is had.
          let isHad = role == .destination && frame?.slots["obj"] != nil && meaning(word) == .actor
          result.roles.append((word, isHad ? .recipient : role))
        } else if let roles = lexicon.roles(of: preposition) {
          let name =
            switch meaning(word) {
            case .actor: roles.actor
            case .place: roles.place
            case .thing: roles.thing
            }
          if name == "source" {
            result.sources.append(word)
          } else if let role = Participant.Role(rawValue: name) {
            result.roles.append((word, role))
          }
        }
      case .complement, .openComplement: result.clauses.append((word, .content))
      case .adverbial(let marker):
        if let role = role(ofClauseMarked: marker, word, in: tree) { result.clauses.append((word, role)) }
      case .adverb:
        if Self.timeAdverbs.contains(tree[word].form.lowercased()) {
          result.time = result.time ?? (word, nil)
        } else if ["there", "here", "abroad", "overseas", "home"].contains(tree[word].form.lowercased()) {
          result.adverbs.append((word, .location))
        }
      }
    }
    return result
  }

  /// What a noun means for the choice of a role.
  enum Meaning {
    case actor, place, thing
  }

  private func preposition(of dependent: Clause.Dependent) -> String? {
    if case .oblique(let preposition) = dependent.function { return preposition }
    return nil
  }

  private func slots(of clause: Clause) -> Set<String> {
    var slots: Set<String> = []
    for dependent in clause.dependents {
      switch dependent.function {
      case .object: slots.insert("obj")
      case .indirectObject: slots.insert("iobj")
      case .oblique(let preposition): slots.insert(preposition)
      default: break
      }
    }
    return slots
  }

  /// "gave aid to Ukraine" where the parser hangs "to Ukraine" on "aid": the verb's frame asks for it.
  private func strayed(
    from object: Int, of clause: Clause, frame: Lexicon.Frame?, in tree: SyntaxTree, meaning: (Int) -> Meaning
  ) -> [(word: Int, role: Participant.Role)] {
    guard let role = frame?.slots["to"], role == .recipient,
      !clause.dependents.contains(where: { preposition(of: $0) == "to" || $0.function == .indirectObject }),
      let phrase = tree.children(of: object, "nmod").first(where: { tree.preposition(of: $0) == "to" })
    else { return [] }
    return tree.conjuncts(of: phrase).filter { meaning($0) != .thing }.map { ($0, .recipient) }
  }

  private func role(ofClauseMarked marker: String, _ word: Int, in tree: SyntaxTree) -> Participant.Role? {
    switch marker {
    case "to", "in order to", "so as to", "in order": .purpose
    case "because", "since", "given that": .cause
    case "by": .manner
    case "without": .manner
    case "for", "against", "about", "over": tree[word].features["VerbForm"] == "Ger" ? .topic : nil
    default: nil
    }
  }

  func tellsTime(_ word: Int, _ preposition: String?, _ tree: SyntaxTree) -> Bool {
    if let preposition, lexicon.roles(of: preposition)?.tellsTime != true { return false }
    return tree.namesTime(word)
  }

  private static let timeAdverbs: Set<String> = [
    "now", "today", "yesterday", "tomorrow", "tonight", "soon", "recently", "currently", "earlier", "later",
    "immediately", "already", "previously", "lately", "shortly", "once", "then",
  ]
}

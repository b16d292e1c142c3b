import Extraction
import Foundation
import KnowledgeGraph

/// Codes clauses as political events in PLOVER's sixteen categories: by their verb and the nouns it takes, and by
/// whether the deed is done, promised, refused, threatened or asked for.
struct EventCoder: Sendable {
  let events: EventLexicon
  private let lexicon: Lexicon

  /// Reads what verbs and nouns say of events from `events.tsv` and `event-nouns.tsv`.
  /// - Throws: `GazetteerError` naming the file, the line and what is wrong with it.
  init(folder: URL, lexicon: Lexicon) throws(GazetteerError) {
    events = try EventLexicon(folder: folder)
    self.lexicon = lexicon
  }

  /// An event, and the clauses that it is made of.
  struct Coded: Sendable {
    var category: String
    var source: [Entity]
    var target: [Entity]
    var clauses: Set<Int>

    /// The event by the ids of its actors.
    var event: Action.Event {
      Action.Event(type: category, source: source.map(\.id), target: target.map(\.id))
    }
  }

  /// The events of a document, by proposition.
  func events(in reader: EventClauseReader) -> [Int: Coded] {
    var found: [Int: Coded] = [:]
    for id in reader.foreground(reports: { reports(reader.propositions[$0].verb) }) {
      let speakers = reader.propositions[id].attribution.first.flatMap { source in
        reader.chains.chain(of: source.mention).map { [reader.entities[$0]] }
      }
      found[id] = event(of: reader.clause(id), speakers: speakers ?? []).map { atHome($0, in: reader) }
    }
    // "demanded that Israel withdraw" is one event, not two.
    let parts = found.reduce(into: Set<Int>()) { $0.formUnion($1.value.clauses.subtracting([$1.key])) }
    var result = found.filter { !parts.contains($0.key) }
    for proposition in reader.propositions where result[proposition.id] == nil && reports(proposition.verb) {
      let source = proposition.mentions(.agent).compactMap { reader.chains.chain(of: $0) }
      guard !source.isEmpty else { continue }
      let target = proposition.mentions(.recipient).compactMap { reader.chains.chain(of: $0) }
      result[proposition.id] = Coded(
        category: "SAY", source: source.map { reader.entities[$0] },
        target: target.map { reader.entities[$0] },
        clauses: [])
    }
    return result
  }

  /// The event that a clause tells of, as it is told: a deed that will be done is a promise or a threat.
  /// - Parameters:
  ///   - clause: what is told.
  ///   - speakers: who says so, where somebody does.
  /// - Returns: the event, or `nil` where no category fits or it is not told as happening or to come.
  func event(of clause: EventClause, speakers: [Entity] = []) -> Coded? {
    if [.conditional, .questioned, .requested, .possible].contains(clause.modality) { return nil }
    if clause.modality == .necessary { return request(speakers, clause) }
    guard var coded = code(clause) ?? refusal(clause, speakers) else { return nil }
    let isAhead = clause.tense == .future || clause.modality == .intended
    if clause.polarity == .negative {
      // "would not meet" refuses; "did not meet" is nothing that happened.
      guard isAhead || clause.modality == .probable, Self.friendly.contains(coded.category) else {
        return nil
      }
      coded.category = "REJECT"
    } else if isAhead {
      guard let category = Self.commitment(to: coded.category) else { return nil }
      coded.category = category
    } else if clause.modality == .probable {
      return nil
    }
    return coded.source.isEmpty && coded.target.isEmpty ? nil : coded
  }

  /// Protest is against the state where it is, unless it is said to be against somebody else.
  private func atHome(_ coded: Coded, in reader: EventClauseReader) -> Coded {
    guard coded.category == "PROTEST", coded.target.isEmpty else { return coded }
    var coded = coded
    let home = Set(coded.source.compactMap(\.country))
    coded.target = unique(
      reader.entities.filter { $0.kind == .state && $0.country.map(home.contains) ?? false })
    return coded
  }

  // MARK: Categories

  private static let friendly: Set<String> = [
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT",
  ]

  /// What the promise of a deed is.
  private static func commitment(to category: String) -> String? {
    switch category {
    case "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN": "THREATEN"
    case "REJECT", "REQUEST", "ACCUSE": category
    default: "AGREE"
    }
  }

  /// "said that China must drop its barriers" is asked of China.
  private func request(_ speakers: [Entity], _ clause: EventClause) -> Coded? {
    let speakers = speakers.filter { $0.kind != .concept }
    guard !speakers.isEmpty, clause.polarity == .positive else { return nil }
    let asked = clause.phrases([.agent]).flatMap { $0.actors() }.filter {
      !speakers.map(\.id).contains($0.id)
    }
    guard !asked.isEmpty else { return nil }
    return Coded(category: "REQUEST", source: speakers, target: unique(asked), clauses: all(clause))
  }

  /// "will not take part, the minister said": whatever it is that somebody in office will not do.
  private func refusal(_ clause: EventClause, _ speakers: [Entity]) -> Coded? {
    guard clause.polarity == .negative, clause.tense == .future, !speakers.isEmpty,
      clause.phrases([.agent]).contains(where: \.isOfficial)
    else { return nil }
    return coded("AGREE", clause)
  }

  /// What a clause makes of itself or, failing that, of what it is done for: "burned flags to protest against the war".
  func code(_ clause: EventClause) -> Coded? {
    if let coded = codeByVerb(clause) { return coded }
    guard !clause.phrases([.agent]).isEmpty else { return nil }
    return clause.adjuncts.lazy.filter { $0.modality == .intended }.compactMap {
      self.inherited($0, by: clause)
    }
    .first { $0.category == "PROTEST" }
  }

  /// What a clause's verb and nouns make of it, whether it is done or not.
  private func codeByVerb(_ clause: EventClause) -> Coded? {
    for rule in rules(of: clause) where rule.conditions.allSatisfy({ holds($0, in: clause) }) {
      switch rule.outcome {
      case .nothing: return nil
      case .category(let category): return coded(category, clause)
      case .done:
        if let content = clause.contents.first { return inherited(content, by: clause) }
        for phrase in clause.objects {
          if let category = classes(of: phrase).lazy.compactMap(\.done).first {
            return coded(category, clause)
          }
          // "issued a declaration demanding …"
          if let said = phrase.clauses.lazy.compactMap({ self.inherited($0, by: clause) }).first {
            return said
          }
        }
      case .undone:
        for phrase in clause.objects {
          if let category = classes(of: phrase).lazy.compactMap(\.undone).first {
            return coded(category, clause)
          }
        }
      case .planned: return clause.contents.first.flatMap { committed(to: $0, by: clause) }
      case .committed:
        if let content = clause.contents.first {
          return committed(to: content, by: clause)
            ?? (content.polarity == .positive ? coded("AGREE", clause) : nil)
        }
        let category = clause.objects.lazy.flatMap { self.classes(of: $0) }.compactMap(\.done)
          .first
        return coded(category.flatMap(Self.commitment) ?? "AGREE", clause)
      }
    }
    return nil
  }

  private func rules(of clause: EventClause) -> [EventLexicon.Rule] {
    let phrasal = clause.particle.map { events.rules(of: "\(clause.verb) \($0)") } ?? []
    return phrasal.isEmpty ? events.rules(of: clause.verb) : phrasal
  }

  /// The classes of a phrase's noun, or of what it measures out.
  func classes(of phrase: EventPhrase) -> [EventLexicon.NounClass] {
    let own = events.classes(of: phrase.names)
    return own.contains { $0.name == "measure" } ? own + events.classes(of: phrase.measured) : own
  }

  /// "tried to seize": the deed below a verb, done by the verb's subject.
  private func inherited(_ content: EventClause, by clause: EventClause) -> Coded? {
    guard content.polarity == .positive else { return nil }
    var content = content
    if !source(of: clause).isEmpty {
      content.participants.removeAll { $0.role == .agent }
      content.participants += clause.participants.filter { $0.role == .agent }
    }
    guard var coded = code(content) else { return nil }
    if coded.target.isEmpty { coded.target = target(of: clause, as: coded.category, from: coded.source) }
    coded.clauses.formUnion(all(clause))
    return coded
  }

  private func committed(to content: EventClause, by clause: EventClause) -> Coded? {
    guard var coded = inherited(asPositive(content), by: clause) else { return nil }
    if content.polarity == .negative {
      guard Self.friendly.contains(coded.category) else { return nil }
      coded.category = "REJECT"
    } else {
      coded.category = Self.commitment(to: coded.category) ?? coded.category
    }
    return coded
  }

  private func asPositive(_ clause: EventClause) -> EventClause {
    var clause = clause
    clause.polarity = .positive
    return clause
  }

  private func coded(_ category: String, _ clause: EventClause) -> Coded? {
    let source = source(of: clause)
    let agents = clause.phrases([.agent])
    // What nobody does is no political event: "the storm killed ten"; a blast is somebody's.
    if source.isEmpty, !agents.isEmpty,
      !agents.contains(where: { classes(of: $0).contains { $0.done != nil || Self.deadly.contains($0.name) } }
      )
    {
      return nil
    }
    var target = target(of: clause, as: category, from: source)
    if target.isEmpty, source.count > 1, Self.mutual.contains(category) { target = source }
    var clauses = all(clause)
    // What protesters call for is what they protest for.
    if category == "PROTEST" { clauses.formUnion(clause.adjuncts.flatMap(all)) }
    return Coded(category: category, source: source, target: target, clauses: clauses)
  }

  private static let deadly: Set<String> = ["bomb", "missile", "fire", "weapon"]
  private static let mutual: Set<String> = ["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "ASSAULT"]

  private func reports(_ verb: String) -> Bool {
    lexicon.operators(verb).contains {
      $0.complement == .clause && $0.attributes
        && ["say", "announce", "claim", "suggest", "deny", "admit", "believe", "conclude"].contains($0.family)
    }
  }
}

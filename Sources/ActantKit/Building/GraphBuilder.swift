import Extraction
import KnowledgeGraph
import Linguistics

/// Puts entities and propositions together to a graph: the last step from a text to who did what to whom.
struct GraphBuilder: Sendable {
  let coder: EventCoder
  let lexicon: Lexicon
  let timeResolver: TimeResolver

  /// The graph of one document.
  /// - Complexity: linear in the number of mentions and propositions.
  func graph(
    document: SourceDocument, text: SourceText, entities: [Entity], chains: CoreferenceChains,
    mentions: Mentions,
    propositions: [Proposition], relations: [Relation], in trees: [SyntaxTree]
  ) -> KnowledgeGraph {
    let reader = EventClauseReader(
      trees: trees, mentions: mentions, chains: chains, entities: entities, propositions: propositions,
      lexicon: lexicon)
    let events = coder.events(in: reader)
    let entities = ActorCountry(reader: reader).completed(entities, in: events)
    let name = { (mention: Int) in chains.chain(of: mention).map { entities[$0] } }
    // Many actions share a sentence; its text is cut out once.
    let sentenceTexts = trees.map { text[$0.sentence.range] }
    var occurrences: [[String]: String] = [:]
    var actions: [Action] = []
    // The day last spoken of, from which "a day later" counts.
    var dayTold: String?
    for proposition in propositions {
      let sentence = trees[proposition.sentence].sentence
      let participants = proposition.arguments.map { argument in
        Participant(role: argument.role, filler: filler(argument.filler, document, mentions, trees, name))
      }
      var action = Action(
        id: id(proposition.id, document), verb: proposition.verb, label: proposition.label, occurrence: "",
        participants: participants, polarity: proposition.polarity, modality: proposition.modality,
        tense: proposition.tense,
        evidence: Evidence(
          document: document.id, sentence: proposition.sentence, start: sentence.range.lowerBound,
          end: sentence.range.upperBound, triggerStart: proposition.trigger.lowerBound,
          triggerEnd: proposition.trigger.upperBound, text: sentenceTexts[proposition.sentence]))
      action.time = proposition.time.map {
        Action.Time(
          text: $0.text,
          value: timeResolver.value(
            of: $0.text, preposition: $0.preposition, on: document.date,
            tense: TimeResolver.Tense(action.tense), after: dayTold))
      }
      dayTold = action.time?.value.flatMap(TimeResolver.day(of:)) ?? dayTold
      action.attribution = proposition.attribution.compactMap { source in
        name(source.mention).map {
          Action.Attribution(entity: $0.id, action: source.proposition.map { id($0, document) })
        }
      }
      action.confidence = confidence(proposition, mentions)
      action.event = events[proposition.id]?.event
      // Reports that agree in everything but their words are one happening.
      let key =
        [action.verb, action.polarity.rawValue, action.time?.value ?? ""]
        + participants.filter { $0.role != .content }.map { "\($0.role.rawValue) \($0.filler)" }
      action.occurrence = occurrences[key] ?? action.id.replacing("/a", with: "/o")
      occurrences[key] = action.occurrence
      actions.append(action)
    }
    return KnowledgeGraph(
      documents: [document],
      entities: used(entities, chains: chains, mentions: mentions, actions, relations, in: trees),
      relations: relations, actions: actions)
  }

  private func id(_ proposition: Int, _ document: SourceDocument) -> String {
    "\(document.id)/a\(proposition + 1)"
  }

  private func filler(
    _ filler: Proposition.Argument.Filler, _ document: SourceDocument, _ mentions: Mentions,
    _ trees: [SyntaxTree],
    _ name: (Int) -> Entity?
  ) -> Participant.Filler {
    switch filler {
    case .proposition(let number): return .action(id(number, document))
    case .text(let text): return .value(text)
    case .mention(let number):
      if let entity = name(number) { return .entity(entity.id) }
      let mention = mentions.all[number]
      return .value(trees[mention.sentence].text(of: mention.name))
    }
  }

  /// Entities that take part in something, and everyone and everything with a name.
  private func used(
    _ entities: [Entity], chains: CoreferenceChains, mentions: Mentions, _ actions: [Action],
    _ relations: [Relation],
    in trees: [SyntaxTree]
  ) -> [Entity] {
    var ids: Set<String> = []
    for action in actions {
      for participant in action.participants {
        if case .entity(let id) = participant.filler { ids.insert(id) }
      }
      ids.formUnion(action.attribution.map(\.entity))
      if let event = action.event { ids.formUnion(event.source + event.target) }
    }
    for relation in relations {
      ids.insert(relation.subject)
      if let object = relation.object { ids.insert(object) }
    }
    return zip(entities, chains.all).filter { entity, chain in
      if ids.contains(entity.id) { return true }
      // Forces that the text comes back to are somebody, though they do nothing in it.
      if entity.kind == .group, entity.country != nil, chain.mentions.count > 1 { return true }
      guard [.person, .state, .organization, .place].contains(entity.kind) else { return false }
      // A name within another name or title counts only where the gazetteer knows it.
      return chain.mentions.contains { number in
        let mention = mentions.all[number]
        let relation = trees[mention.sentence][mention.head].deprel.universal
        return mention.form == .name
          && (chain.identity != nil || !["compound", "amod", "flat"].contains(relation))
      }
    }.map(\.0)
  }

  /// A first estimate of how likely the reading is right: less for each step of inference that it took.
  private func confidence(_ proposition: Proposition, _ mentions: Mentions) -> Double {
    var confidence = 0.92
    for argument in proposition.arguments {
      guard case .mention(let number) = argument.filler else { continue }
      let mention = mentions.all[number]
      if mention.form == .pronoun { confidence -= 0.12 }
      if mention.sentence == proposition.sentence, abs(mention.head - proposition.predicate) > 20 {
        confidence -= 0.08
      }
    }
    if proposition.mentions(.agent).isEmpty { confidence -= 0.06 }
    return (max(confidence, 0.3) * 100).rounded() / 100
  }
}

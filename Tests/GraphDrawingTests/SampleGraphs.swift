import Foundation
import KnowledgeGraph

/// Graphs of our own making, in a short notation.
enum SampleGraphs {
  static func entity(
    _ id: String, _ name: String, country: String? = nil, sector: String? = nil, quantity: String? = nil,
    aliases: [String] = []
  ) -> Entity {
    let kind = Entity.Kind(rawValue: String(id.prefix { $0 != ":" })) ?? .concept
    return Entity(
      id: id, kind: kind, name: name, country: country, sector: sector, quantity: quantity,
      aliases: aliases.map { Entity.Alias(text: $0, count: 1) })
  }

  /// An action; a participant is an entity's id, `#` and an action's id, or `=` and words.
  static func action(
    _ id: String, _ verb: String, _ participants: [(Participant.Role, String)], label: String? = nil,
    event: String? = nil, source: [String] = [], target: [String] = [], occurrence: String? = nil,
    polarity: Action.Polarity = .positive, modality: Action.Modality = .asserted,
    tense: Action.Tense = .present,
    time: Action.Time? = nil, by: [Action.Attribution] = [], text: String? = nil
  ) -> Action {
    Action(
      id: id, verb: verb, label: label ?? VerbForms.past(verb), occurrence: occurrence ?? id,
      event: event.map { Action.Event(type: $0, source: source, target: target) },
      participants: participants.map { role, filler in
        switch filler.first {
        case "#": Participant(role: role, filler: .action(String(filler.dropFirst())))
        case "=": Participant(role: role, filler: .value(String(filler.dropFirst())))
        default: Participant(role: role, filler: .entity(filler))
        }
      },
      polarity: polarity, modality: modality, tense: tense, time: time, attribution: by,
      evidence: Evidence(
        document: "d1", sentence: 0, start: 0, end: 10, triggerStart: 2, triggerEnd: 5, text: text))
  }

  private enum VerbForms {
    static func past(_ verb: String) -> String { verb.hasSuffix("e") ? verb + "d" : verb + "ed" }
  }

  /// Two states and one deed.
  static let tiny = KnowledgeGraph(
    documents: [
      SourceDocument(
        id: "d1", uri: "notes/tiny.txt", title: "Norway helps", date: "2025-03-02", characters: 40)
    ],
    entities: [
      entity("state:NOR", "Norway", country: "NOR"), entity("state:MDA", "Moldova", country: "MDA"),
    ],
    actions: [
      action(
        "a1", "send", [(.agent, "state:NOR"), (.patient, "=medicine"), (.recipient, "state:MDA")],
        event: "AID",
        time: Action.Time(text: "Sunday", value: "2025-03-02"),
        text: "Norway sent medicine to Moldova on Sunday.")
    ])

  /// A day's news about one war: most of what the grammar of the pictures has.
  static let war: KnowledgeGraph = {
    let said = Action.Attribution(entity: "person:antony-blinken", action: "s1")
    let austin = Action.Attribution(entity: "person:lloyd-austin", action: "s2")
    let experts = Action.Attribution(entity: "group:experts", action: "s3")
    let house = Action.Attribution(entity: "organization:white-house")
    let evidence = Evidence(document: "d1", sentence: 1, start: 10, end: 40)
    return KnowledgeGraph(
      documents: [
        SourceDocument(
          id: "d1", uri: "desk/troops.txt", title: "Pyongyang's soldiers at Russia's border",
          date: "2024-10-31",
          characters: 900)
      ],
      entities: [
        entity("person:lloyd-austin", "Lloyd Austin", country: "USA", sector: "GOV"),
        entity("state:PRK", "North Korea", country: "PRK", aliases: ["DPRK", "Pyongyang"]),
        entity(
          "group:soldiers", "North Korean soldiers", country: "PRK", sector: "MIL",
          quantity: "8,000 to 12,000"),
        entity("state:RUS", "Russia", country: "RUS", aliases: ["Moscow"]),
        entity("state:UKR", "Ukraine", country: "UKR"),
        entity("person:antony-blinken", "Antony Blinken", country: "USA", sector: "GOV"),
        entity("state:USA", "United States", country: "USA"),
        entity("state:KOR", "South Korea", country: "KOR"),
        entity("person:cho-tae-yul", "Cho Tae-yul", country: "KOR"),
        entity("organization:white-house", "White House", country: "USA", sector: "GOV"),
        entity("object:icbm", "intercontinental ballistic missile"),
        entity("object:containers", "containers of military equipment", quantity: "1,000"),
        entity("event:deployment", "deployment"),
        entity("group:experts", "experts"),
        entity("place:kursk", "Kursk", country: "RUS"),
        entity("organization:unsc", "U.N. Security Council", sector: "IGO"),
        entity("concept:concerns", "concerns"),
      ],
      relations: [
        Relation(
          id: "r1", type: .position, subject: "person:lloyd-austin", title: "Defense Secretary",
          object: "state:USA", evidence: evidence),
        Relation(
          id: "r2", type: .position, subject: "person:antony-blinken", title: "Secretary of State",
          object: "state:USA", evidence: evidence),
        Relation(
          id: "r3", type: .position, subject: "person:cho-tae-yul", title: "Foreign Minister",
          object: "state:KOR", evidence: evidence),
      ],
      actions: [
        action("s1", "say", [(.agent, "person:antony-blinken"), (.content, "#a1")], event: "SAY"),
        action("s2", "say", [(.agent, "person:lloyd-austin"), (.content, "#a3")], event: "SAY"),
        action("s3", "speculate", [(.agent, "group:experts"), (.content, "#a12")]),
        action(
          "a1", "train", [(.agent, "state:RUS"), (.patient, "group:soldiers"), (.topic, "=artillery")],
          label: "has been training", event: "AID", by: [said],
          text: "Russia is training the soldiers, Blinken said."),
        action(
          "a2", "train", [(.agent, "state:RUS"), (.patient, "group:soldiers")], event: "AID",
          occurrence: "a1", by: [austin], text: "Austin said that Russia trained them."),
        action(
          "a3", "provide", [(.agent, "state:RUS"), (.patient, "=uniforms"), (.recipient, "group:soldiers")],
          event: "AID", by: [austin], text: "They were given Russian uniforms, he said."),
        action(
          "a4", "provide", [(.agent, "state:PRK"), (.patient, "=munitions"), (.recipient, "state:RUS")],
          event: "AID", text: "Pyongyang has provided munitions to Moscow."),
        action(
          "a5", "ship", [(.agent, "state:PRK"), (.patient, "object:containers")], event: "AID", by: [house],
          text: "The White House said that a thousand containers were shipped."),
        action(
          "a6", "test-fire", [(.agent, "state:PRK"), (.patient, "object:icbm")], event: "MOBILIZE",
          time: Action.Time(text: "Thursday", value: "2024-10-31"),
          text: "North Korea test-fired a missile on Thursday."),
        action(
          "a7", "warn", [(.agent, "person:lloyd-austin"), (.content, "#a8")], event: "THREATEN",
          text: "Austin warned that the soldiers would be targets."),
        action(
          "a8", "become", [(.agent, "group:soldiers"), (.attribute, "=targets")], modality: .conditional,
          by: [austin]),
        action(
          "a9", "accuse", [(.agent, "person:lloyd-austin"), (.patient, "state:RUS")], event: "ACCUSE",
          text: "Austin accused Russia of escalation."),
        action(
          "a10", "condemn", [(.agent, "person:cho-tae-yul"), (.patient, "event:deployment")], event: "ACCUSE",
          text: "Cho condemned the deployment."),
        action(
          "a11", "provide", [(.agent, "state:USA"), (.patient, "=$59 billion"), (.recipient, "state:UKR")],
          event: "AID", text: "The United States has provided 59 billion dollars."),
        action(
          "a12", "provide",
          [(.agent, "state:RUS"), (.patient, "=technological assistance"), (.recipient, "state:PRK")],
          label: "may have provided", event: "AID", modality: .possible, by: [experts],
          text: "Experts speculate that Russia may have provided help."),
        action(
          "a13", "talk", [(.agent, "state:USA"), (.company, "state:KOR")], event: "CONSULT",
          text: "Washington talks with Seoul."),
        action(
          "a14", "meet", [(.agent, "person:antony-blinken"), (.patient, "person:cho-tae-yul")],
          event: "CONSULT", text: "Blinken met Cho."),
        action(
          "a15", "deploy", [(.patient, "group:soldiers"), (.destination, "state:UKR")],
          label: "have not been deployed", event: "MOBILIZE", polarity: .negative,
          text: "They have not been deployed to Ukraine."),
        action(
          "a16", "operate", [(.agent, "group:soldiers"), (.location, "place:kursk")], modality: .probable,
          text: "They probably operate in Kursk."),
        action(
          "a17", "urge", [(.agent, "state:USA"), (.patient, "organization:unsc"), (.content, "#a18")],
          event: "REQUEST", text: "The United States urges the Council to act."),
        action("a18", "act", [(.agent, "organization:unsc")], modality: .requested),
        action(
          "a19", "support", [(.agent, "state:KOR"), (.patient, "state:UKR")], event: "SUPPORT",
          tense: .future, text: "South Korea will support Ukraine."),
        action(
          "a20", "express", [(.agent, "state:KOR"), (.patient, "concept:concerns")],
          text: "Seoul expressed concerns."),
      ])
  }()

  /// Many actors, a few of them in the middle of it all: what a corpus gives.
  static func corpus(actors: Int) -> KnowledgeGraph {
    let kinds: [Entity.Kind] = [.state, .person, .organization, .group, .person]
    let events = ["CONSULT", "AID", "ACCUSE", "ASSAULT", "SUPPORT", "THREATEN", "SANCTION", "COOPERATE"]
    let verbs = ["meet", "help", "accuse", "attack", "back", "threaten", "sanction", "join"]
    let entities = (0..<actors).map { number in
      let kind = kinds[number % kinds.count]
      return entity(
        "\(kind.rawValue):\(number)", "\(kind.rawValue.capitalized) number \(number)", country: "SWE")
    }
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // The square favours the first few, as news does.
      let unit = Double(state >> 33) / Double(1 << 31)
      return Int(unit * unit * Double(bound))
    }
    let actions = (0..<(actors * 2)).map { number in
      let kind = next(events.count)
      return action(
        "a\(number)", verbs[kind],
        [(.agent, entities[next(actors)].id), (.patient, entities[next(actors)].id)],
        event: events[kind], text: "Sentence \(number).")
    }
    return KnowledgeGraph(
      documents: [
        SourceDocument(id: "d1", uri: "a.txt", date: "2024-09-01", characters: 10),
        SourceDocument(id: "d2", uri: "b.txt", date: "2024-10-31", characters: 10),
      ], entities: entities, actions: actions)
  }
}

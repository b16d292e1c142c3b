import Foundation
import KnowledgeGraph
import Testing

@testable import GraphDrawing

@Suite("What becomes an edge, and what it says")
struct EdgeTests {
  /// The edges of a graph, a line each: ends, label, count and note.
  private func lines(_ graph: KnowledgeGraph) -> [String] {
    let entities = Dictionary(uniqueKeysWithValues: graph.entities.map { ($0.id, $0) })
    let actions = Dictionary(uniqueKeysWithValues: graph.actions.map { ($0.id, $0) })
    return EdgeFinder(graph).edges().map { edge in
      let label = EdgeLabel(of: edge, entities: entities, actions: actions, year: "2024")
      let words = [label.verb, label.words, label.count].filter { !$0.isEmpty }.joined(separator: " ")
      return "\(edge.source) > \(edge.target): \(words)" + (label.note.isEmpty ? "" : " (\(label.note))")
        + (edge.isAsserted ? "" : " ?")
    }
  }

  private func lines(_ actions: [Action]) -> [String] {
    lines(KnowledgeGraph(entities: Self.cast, actions: actions))
  }

  private static let cast = [
    SampleGraphs.entity("state:a", "Avonia"), SampleGraphs.entity("state:b", "Borland"),
    SampleGraphs.entity("person:p", "Ada Pym"), SampleGraphs.entity("group:g", "rebels"),
    SampleGraphs.entity("object:o", "the old rifles"), SampleGraphs.entity("place:l", "Lund"),
    SampleGraphs.entity("event:e", "the vote"), SampleGraphs.entity("organization:n", "News Desk"),
  ]

  @Test("a day's news")
  func war() {
    #expect(
      lines(SampleGraphs.war) == [
        "state:RUS > group:soldiers: trains ×2 (say Blinken, Austin)",
        "state:RUS > group:soldiers: provides uniforms (says Austin)",
        "state:PRK > state:RUS: provides munitions",
        "state:PRK > object:containers: ships (says White House)",
        "state:PRK > object:icbm: test-fires (31 Oct)",
        "person:lloyd-austin > group:soldiers: warns",
        "person:lloyd-austin > state:RUS: accuses",
        "person:cho-tae-yul > event:deployment: condemns",
        "state:USA > state:UKR: provides $59 billion",
        "state:RUS > state:PRK: may have provided technological assistance (speculate experts) ?",
        "state:USA > state:KOR: talks with",
        "person:antony-blinken > person:cho-tae-yul: meets",
        "group:soldiers > state:UKR: not deployed to",
        "group:soldiers > place:kursk: probably operate in ?",
        "state:USA > organization:unsc: urges to act",
        "state:KOR > state:UKR: will support",
        "state:KOR > concept:concerns: expresses",
      ])
  }

  @Test(
    "the other end is an actor before a thing, and a thing before a place",
    arguments: [
      (
        [(Participant.Role.agent, "state:a"), (.patient, "object:o"), (.recipient, "state:b")],
        "state:a > state:b: sends the old rifles"
      ),
      ([(.agent, "state:a"), (.patient, "object:o"), (.location, "state:b")], "state:a > object:o: sends"),
      (
        [(.agent, "state:a"), (.patient, "group:g"), (.destination, "place:l")],
        "state:a > group:g: sends to Lund"
      ),
      (
        [(.agent, "state:a"), (.patient, "=food"), (.destination, "place:l")],
        "state:a > place:l: sends food to"
      ),
      ([(.agent, "group:g"), (.location, "place:l")], "group:g > place:l: send in"),
      ([(.agent, "group:g"), (.opponent, "state:b")], "group:g > state:b: send against"),
      ([(.agent, "person:p"), (.topic, "event:e")], "person:p > event:e: sends about"),
      ([(.patient, "group:g"), (.destination, "state:b")], "group:g > state:b: sent to"),
      ([(.agent, "state:a"), (.patient, "state:a")], nil),
      ([(.agent, "state:a")], nil),
      ([(.patient, "state:a")], nil),
      ([(.agent, "state:nowhere"), (.patient, "state:nobody")], nil),
    ] as [([(Participant.Role, String)], String?)])
  func ends(participants: [(Participant.Role, String)], line: String?) {
    let action = SampleGraphs.action("a1", "send", participants, label: "was sent")
    #expect(lines([action]) == (line.map { [$0] } ?? []))
  }

  @Test("each agent acts on each patient")
  func pairs() {
    let action = SampleGraphs.action(
      "a1", "back", [(.agent, "state:a"), (.agent, "state:b"), (.patient, "group:g"), (.patient, "person:p")])
    #expect(
      lines([action]) == [
        "state:a > group:g: backs", "state:a > person:p: backs", "state:b > group:g: backs",
        "state:b > person:p: backs",
      ])
  }

  @Test(
    "a verb of saying points to the main actor of what is said, or to the coded target; a plain one to nobody"
  )
  func content() {
    let content = SampleGraphs.action(
      "c", "leave", [(.agent, "state:b"), (.patient, "place:l")], modality: .requested)
    func saying(_ verb: String, target: [String] = [], to listener: String? = nil) -> Action {
      SampleGraphs.action(
        "a1", verb, [(.agent, "person:p"), (.content, "#c")] + (listener.map { [(.recipient, $0)] } ?? []),
        event: target.isEmpty ? nil : "REQUEST", target: target)
    }
    let left = "state:b > place:l: is asked to leave ?"
    #expect(lines([saying("demand"), content]) == ["person:p > state:b: demands to leave", left])
    #expect(
      lines([saying("demand", target: ["group:g"]), content]) == ["person:p > group:g: demands", left])
    #expect(lines([saying("say"), content]) == [left])
    #expect(
      lines([saying("tell", to: "organization:n"), content]) == ["person:p > organization:n: tells", left])
    let reported = SampleGraphs.action("a1", "report", [(.patient, "event:e"), (.location, "place:l")])
    #expect(lines([reported]) == [])
    let own = SampleGraphs.action("c", "leave", [(.agent, "person:p"), (.patient, "state:a")])
    // What somebody vows to do is an arrow of its own.
    #expect(lines([saying("vow"), own]) == ["person:p > state:a: leaves"])
    let round = SampleGraphs.action("c", "hint", [(.agent, "person:p"), (.content, "#a1")])
    #expect(lines([saying("vow"), round]) == [])
  }

  @Test("reports of one occurrence are one edge, as are occurrences of one verb; a denial stays apart")
  func merging() {
    func report(_ id: String, _ verb: String, _ occurrence: String, by source: String?) -> Action {
      SampleGraphs.action(
        id, verb, [(.agent, "state:a"), (.patient, "state:b")], occurrence: occurrence,
        by: source.map { [Action.Attribution(entity: $0)] } ?? [])
    }
    var denied = report("4", "strike", "x", by: "state:b")
    denied.polarity = .negative
    let reports = [
      report("1", "strike", "x", by: "person:p"), report("2", "hit", "x", by: "organization:n"),
      report("3", "strike", "y", by: "group:g"), denied,
    ]
    #expect(
      lines(reports) == [
        "state:a > state:b: strikes ×3 (say Pym and 2 others)",
        "state:a > state:b: does not strike (says Borland)",
      ])
    #expect(lines([reports[0], report("5", "hit", "x", by: nil)]) == ["state:a > state:b: strikes ×2"])
  }

  @Test(
    "a time is said in short, with the year where it is another one",
    arguments: [
      (Action.Time(text: "Thursday", value: "2024-10-31"), "31 Oct"),
      (Action.Time(text: "last May", value: "2023-05"), "May 2023"),
      (Action.Time(text: "in 2019", value: "2019"), "2019"),
      (Action.Time(text: "that week", value: "2024-10-28/2024-11-03"), "28 Oct to 3 Nov"),
      (Action.Time(text: "at dawn", value: "2024-10-31T06:00"), "31 Oct"),
      (Action.Time(text: "in recent weeks"), "in recent weeks"),
      (Action.Time(text: "some day", value: "2024-13-41"), "some day"),
    ])
  func times(time: Action.Time, said: String) {
    let action = SampleGraphs.action("1", "visit", [(.agent, "state:a"), (.patient, "state:b")], time: time)
    #expect(lines([action]) == ["state:a > state:b: visits (\(said))"])
  }
}

@Suite("The verbs on edges")
struct VerbPhraseTests {
  @Test(
    "the third person of a verb",
    arguments: [
      ("train", "trains"), ("fend off", "fends off"), ("be", "is"), ("have", "has"), ("do", "does"),
      ("go", "goes"),
      ("undergo", "undergoes"), ("veto", "vetoes"), ("test-fire", "test-fires"), ("carry out", "carries out"),
      ("deploy", "deploys"), ("pass", "passes"), ("tax", "taxes"), ("push back", "pushes back"),
      ("reach", "reaches"),
      ("buzz", "buzzes"), ("quiz", "quizzes"), ("laugh", "laughs"), ("say", "says"), ("can", "can"), ("", ""),
      ("freeze", "freezes"), ("die", "dies"), ("agree", "agrees"), ("sue", "sues"),
    ])
  func third(lemma: String, form: String) {
    #expect(VerbPhrase.thirdPerson(of: lemma) == form)
  }

  @Test(
    "modality, tense and negation",
    arguments: [
      ("provide", "may have provided", .positive, .possible, .present, "may have provided"),
      ("provide", "may have been provided", .positive, .possible, .present, "may have provided"),
      ("provide", "might be provided", .positive, .possible, .present, "might provide"),
      ("provide", "reportedly provides", .positive, .possible, .present, "may provide"),
      ("provide", "could be providing", .positive, .possible, .present, "could be providing"),
      ("deploy", "has not deployed", .negative, .asserted, .present, "not deployed"),
      ("deploy", "hasn't deployed", .negative, .asserted, .present, "not deployed"),
      ("deploy", "did not deploy", .negative, .asserted, .past, "does not deploy"),
      ("be", "was not", .negative, .asserted, .past, "is not"),
      ("send", "will send", .positive, .asserted, .future, "will send"),
      ("send", "won't send", .negative, .asserted, .future, "will not send"),
      ("send", "wants to send", .positive, .intended, .present, "plans to send"),
      ("send", "send", .positive, .requested, .present, "is asked to send"),
      ("send", "send", .negative, .requested, .present, "is asked not to send"),
      ("send", "must send", .positive, .necessary, .present, "must send"),
      ("send", "if it sent", .positive, .conditional, .past, "would send"),
      ("send", "likely sent", .positive, .probable, .past, "probably sends"),
      ("send", "did it send", .positive, .questioned, .past, "sends?"),
      ("fend off", "fended off", .positive, .asserted, .past, "fends off"),
    ] as [(String, String, Action.Polarity, Action.Modality, Action.Tense, String)])
  func phrases(
    verb: String, label: String, polarity: Action.Polarity, modality: Action.Modality, tense: Action.Tense,
    said: String
  ) {
    let action = SampleGraphs.action(
      "1", verb, [], label: label, polarity: polarity, modality: modality, tense: tense)
    #expect(VerbPhrase.phrase(for: action) == said)
  }

  @Test(
    "without an agent the text's own participle is said of the patient",
    arguments: [
      ("have not been deployed", Action.Polarity.negative, "not deployed"), ("were sent", .positive, "sent"),
      ("may have been sent", .positive, "may have been sent"), ("was", .positive, "deploy"),
    ])
  func passive(label: String, polarity: Action.Polarity, said: String) {
    let action = SampleGraphs.action("1", "deploy", [], label: label, polarity: polarity)
    #expect(VerbPhrase.phrase(for: action, isPassive: true) == said)
  }
}

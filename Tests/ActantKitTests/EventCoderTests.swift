import Extraction
import Foundation
import KnowledgeGraph
import Testing

@testable import ActantKit

/// Clauses made by hand and the events that they are: a verb, who takes part, and how it is told.
@Suite struct EventCoderTests {
  private static let coder = Result {
    try EventCoder(folder: Gazetteer.defaultFolder, lexicon: try Lexicon())
  }

  /// Actors by short names: states, and what belongs to them.
  private static func actor(_ name: String) -> Entity {
    switch name {
    case "UN": Entity(id: name, kind: .organization, name: name, sector: "IGO")
    case "protesters": Entity(id: name, kind: .group, name: name, country: "EGY", sector: "OPP")
    case "rebels": Entity(id: name, kind: .group, name: name, country: "TCD", sector: "REB")
    case "minister": Entity(id: name, kind: .person, name: name, country: "CHE", sector: "GOV")
    case "town": Entity(id: name, kind: .place, name: name, country: "UKR")
    default: Entity(id: name, kind: .state, name: name, country: name, sector: "GOV")
    }
  }

  private static let actors: Set<String> = [
    "UN", "protesters", "rebels", "minister", "town", "FRA", "IRQ", "CHE",
  ]

  /// "sanctions on:IRQ" is a noun with a phrase within; "FRA" an actor.
  private static func phrase(_ text: Substring) -> EventPhrase {
    let words = text.split(separator: " ")
    var noun = String(words.first ?? "").replacing("_", with: " ")
    var phrase = EventPhrase(noun: noun)
    if let space = noun.lastIndex(of: " ") {
      phrase.compounds = [noun]
      noun = String(noun[noun.index(after: space)...])
      phrase.noun = noun
    }
    if actors.contains(noun) { phrase.entity = actor(noun) }
    for part in words.dropFirst() {
      let pair = part.split(separator: ":")
      phrase.parts.append((String(pair[0]), self.phrase(pair[1])))
    }
    return phrase
  }

  /// "agent=FRA; patient=sanctions on:IRQ" as the participants of a verb.
  private static func clause(
    _ verb: String, _ roles: String, tense: Action.Tense = .past, polarity: Action.Polarity = .positive,
    modality: Action.Modality = .asserted, contents: [EventClause] = []
  ) throws -> EventClause {
    var clause = EventClause(verb: verb, polarity: polarity, modality: modality, tense: tense)
    for role in roles.split(separator: "; ") {
      let pair = role.split(separator: "=")
      clause.participants.append(
        .init(role: try #require(Participant.Role(rawValue: String(pair[0]))), phrase: phrase(pair[1])))
    }
    clause.contents = contents
    return clause
  }

  private static func text(_ coded: EventCoder.Coded?) -> String {
    guard let coded else { return "none" }
    return [
      coded.source.map(\.id).joined(separator: "+"), coded.category,
      coded.target.map(\.id).joined(separator: "+"),
    ].joined(separator: " ")
  }

  @Test(
    "a verb with its participants is the event of its category",
    arguments: [
      ("praise", "agent=FRA; patient=IRQ", "FRA SUPPORT IRQ"),
      ("accuse", "agent=FRA; patient=IRQ", "FRA ACCUSE IRQ"),
      ("meet", "agent=FRA; agent=IRQ", "FRA+IRQ CONSULT FRA+IRQ"),
      ("meet", "agent=minister; company=IRQ", "minister CONSULT IRQ"),
      ("visit", "agent=minister; patient=IRQ", "minister CONSULT IRQ"),
      ("arrive", "agent=minister; destination=IRQ", "minister CONSULT IRQ"),
      ("arrive", "agent=goods; destination=IRQ", "none"),
      ("send", "agent=FRA; patient=aid; recipient=IRQ", "FRA AID IRQ"),
      ("send", "agent=FRA; patient=regards; recipient=IRQ", "none"),
      ("shell", "agent=IRQ; patient=town", "IRQ ASSAULT town"),
      ("kill", "patient=rebels", " ASSAULT rebels"),
      ("kill", "agent=storm; patient=rebels", "none"),
      ("kill", "agent=explosion; patient=rebels", " ASSAULT rebels"),
      ("arrest", "agent=IRQ; patient=rebels", "IRQ COERCE rebels"),
      ("block", "agent=protesters; patient=road", "protesters PROTEST "),
      ("blockade", "agent=FRA; patient=port", "FRA COERCE "),
      ("release", "agent=IRQ; patient=prisoner of:FRA", "IRQ CONCEDE FRA"),
      ("release", "agent=IRQ; patient=report", "none"),
      ("extradite", "agent=FRA; patient=suspect; destination=IRQ", "FRA COOPERATE IRQ"),
      ("sell", "agent=FRA; patient=car; recipient=IRQ", "none"),
      ("resign", "agent=minister", "minister RETREAT "),
      ("be", "agent=FRA; patient=IRQ", "none"),
    ])
  func verbs(verb: String, roles: String, expected: String) throws {
    #expect(Self.text(try Self.coder.get().event(of: try Self.clause(verb, roles))) == expected)
  }

  @Test(
    "with verbs of doing and undoing, the noun tells the category",
    arguments: [
      ("launch", "agent=FRA; patient=attack on:IRQ", "FRA ASSAULT IRQ"),
      ("hold", "agent=FRA; patient=talks with:IRQ", "FRA CONSULT IRQ"),
      ("impose", "agent=UN; patient=sanction on:IRQ", "UN SANCTION IRQ"),
      ("lift", "agent=UN; patient=sanction on:IRQ", "UN CONCEDE IRQ"),
      ("impose", "agent=IRQ; patient=curfew in:town", "IRQ COERCE town"),
      ("ease", "agent=IRQ; patient=curfew in:town", "IRQ CONCEDE town"),
      ("give", "agent=FRA; patient=aid to:IRQ", "FRA AID IRQ"),
      ("suspend", "agent=FRA; patient=aid to:IRQ", "FRA SANCTION IRQ"),
      ("express", "agent=FRA; patient=support for:IRQ", "FRA SUPPORT IRQ"),
      ("voice", "agent=FRA; patient=criticism of:IRQ", "FRA ACCUSE IRQ"),
      ("make", "agent=FRA; patient=appeal to:IRQ", "FRA REQUEST IRQ"),
      ("sign", "agent=FRA; agent=IRQ; patient=agreement", "FRA+IRQ SUPPORT FRA+IRQ"),
      ("stage", "agent=protesters; patient=demonstration against:FRA", "protesters PROTEST FRA"),
      ("stage", "agent=protesters; patient=hunger_strike against:FRA", "protesters PROTEST FRA"),
      ("carry out", "agent=FRA; patient=air_strike on:IRQ", "FRA ASSAULT IRQ"),
      ("call off", "agent=protesters; patient=strike", "protesters CONCEDE "),
      ("break off", "agent=FRA; patient=relation with:IRQ", "FRA SANCTION IRQ"),
      ("establish", "agent=FRA; patient=relation with:IRQ", "FRA SUPPORT IRQ"),
      ("recall", "agent=FRA; patient=ambassador from:IRQ", "FRA SANCTION IRQ"),
      ("withdraw", "agent=FRA; patient=troops from:IRQ", "FRA RETREAT IRQ"),
      ("withdraw", "agent=UN; patient=inspector from:IRQ", "UN SANCTION IRQ"),
      ("deploy", "agent=FRA; patient=troops; location=IRQ", "FRA MOBILIZE IRQ"),
      ("declare", "agent=rebels; patient=ceasefire", "rebels RETREAT "),
      ("violate", "agent=rebels; patient=ceasefire", "rebels ASSAULT "),
      ("launch", "agent=FRA; patient=car in:IRQ", "none"),
      ("reject", "agent=IRQ; patient=proposal by:FRA", "IRQ REJECT FRA"),
      ("accept", "agent=IRQ; patient=demand from:rebels", "IRQ CONCEDE rebels"),
      ("accept", "agent=IRQ; patient=proposal from:FRA", "IRQ AGREE FRA"),
    ])
  func nouns(verb: String, roles: String, expected: String) throws {
    #expect(Self.text(try Self.coder.get().event(of: try Self.clause(verb, roles))) == expected)
  }

  @Test(
    "what will be done is a promise or a threat; what is denied is refused where it was to come, and else nothing",
    arguments: [
      (
        "send", "agent=FRA; patient=aid; recipient=IRQ", Action.Tense.future, Action.Polarity.positive,
        Action.Modality.asserted, "FRA AGREE IRQ"
      ),
      ("attack", "agent=FRA; patient=IRQ", .future, .positive, .asserted, "FRA THREATEN IRQ"),
      ("impose", "agent=UN; patient=sanction on:IRQ", .past, .positive, .intended, "UN THREATEN IRQ"),
      ("meet", "agent=FRA; company=IRQ", .future, .negative, .asserted, "FRA REJECT IRQ"),
      ("meet", "agent=FRA; company=IRQ", .past, .negative, .asserted, "none"),
      ("attack", "agent=FRA; patient=IRQ", .past, .negative, .asserted, "none"),
      ("attack", "agent=FRA; patient=IRQ", .present, .positive, .possible, "none"),
      ("attack", "agent=FRA; patient=IRQ", .present, .positive, .conditional, "none"),
      ("attack", "agent=FRA; patient=IRQ", .present, .positive, .questioned, "none"),
      ("reject", "agent=FRA; patient=proposal by:IRQ", .future, .positive, .asserted, "FRA REJECT IRQ"),
    ] as [(String, String, Action.Tense, Action.Polarity, Action.Modality, String)])
  func status(
    verb: String, roles: String, tense: Action.Tense, polarity: Action.Polarity, modality: Action.Modality,
    expected: String
  ) throws {
    let clause = try Self.clause(verb, roles, tense: tense, polarity: polarity, modality: modality)
    #expect(Self.text(try Self.coder.get().event(of: clause)) == expected)
  }

  @Test(
    "a verb over a clause takes the event from below: asked, refused, threatened, promised, tried",
    arguments: [
      ("demand", "agent=FRA", "leave", "agent=IRQ; patient=town", "FRA REQUEST IRQ"),
      ("urge", "agent=FRA; patient=IRQ", "leave", "agent=IRQ", "FRA REQUEST IRQ"),
      ("refuse", "agent=FRA", "meet", "agent=FRA; company=IRQ", "FRA REJECT IRQ"),
      ("threaten", "agent=FRA", "attack", "agent=FRA; patient=IRQ", "FRA THREATEN IRQ"),
      ("promise", "agent=FRA", "send", "agent=FRA; patient=aid; recipient=IRQ", "FRA AGREE IRQ"),
      ("vow", "agent=FRA", "attack", "agent=FRA; patient=IRQ", "FRA THREATEN IRQ"),
      ("vow", "agent=FRA", "smile", "agent=FRA", "none"),
      ("try", "agent=FRA", "attack", "agent=FRA; patient=IRQ", "FRA ASSAULT IRQ"),
      ("continue", "agent=FRA", "shell", "agent=FRA; patient=town", "FRA ASSAULT town"),
      ("plan", "agent=FRA", "impose", "agent=FRA; patient=sanction on:IRQ", "FRA THREATEN IRQ"),
      ("agree", "agent=FRA", "meet", "agent=FRA; company=IRQ", "FRA AGREE IRQ"),
      ("allow", "agent=IRQ", "return", "agent=rebels", "IRQ CONCEDE rebels"),
    ])
  func contents(verb: String, roles: String, below: String, belowRoles: String, expected: String) throws {
    let content = try Self.clause(below, belowRoles, modality: .intended)
    let clause = try Self.clause(verb, roles, contents: [content])
    #expect(Self.text(try Self.coder.get().event(of: clause)) == expected)
  }

  @Test("who says what somebody else must do asks it of him; who says it of himself does not")
  func obligation() throws {
    let clause = try Self.clause("leave", "agent=IRQ; patient=town", modality: .necessary)
    let coder = try Self.coder.get()
    #expect(Self.text(coder.event(of: clause, speakers: [Self.actor("FRA")])) == "FRA REQUEST IRQ")
    #expect(Self.text(coder.event(of: clause, speakers: [Self.actor("IRQ")])) == "none")
    #expect(Self.text(coder.event(of: clause)) == "none")
  }

  @Test(
    "a line that breaks the format is refused with file, line and reason",
    arguments: [
      ("events.tsv", "FIGHT\t\tfight", "events.tsv:1: “FIGHT” is no category of PLOVER"),
      ("events.tsv", "AID\tobject:gold\tgive", "events.tsv:1: “gold” is no class of event-nouns.tsv"),
      ("events.tsv", "AID\tgold\tgive", "events.tsv:1: “gold” is not object:X, agent:X or with:X"),
      (
        "events.tsv", "AID\t\tgive\nAGREE\t\tgive",
        "events.tsv:2: “give” has a rule without conditions already, which would hide this one"
      ),
      ("events.tsv", "AID\tgive", "events.tsv:1: 2 fields set apart by tabs where 3 belong"),
      ("event-nouns.tsv", "war\tFIGHT\t\twar", "event-nouns.tsv:1: “FIGHT” is no category of PLOVER"),
      ("event-nouns.tsv", "actor\t\t\tking", "event-nouns.tsv:1: “actor” is the name of a built-in class"),
      (
        "event-nouns.tsv", "war\tASSAULT\t\twar\nwar\tASSAULT\t\twar",
        "event-nouns.tsv:2: “war” stands in “war” twice"
      ),
    ])
  func format(file: String, text: String, message: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "actant-events-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = ["events.tsv": "AID\t\taid\n", "event-nouns.tsv": "war\tASSAULT\t\twar\n"]
    files[file] = text + "\n"
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    #expect {
      try EventLexicon(folder: folder)
    } throws: { error in
      "\(error)".hasPrefix(message)
    }
  }
}

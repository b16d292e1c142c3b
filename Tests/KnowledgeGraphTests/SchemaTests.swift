import Foundation
import KnowledgeGraph
import Testing

@Suite("The JSON export and its schema")
struct SchemaTests {
  /// A graph with every field, and every value of every enumeration.
  static let full: KnowledgeGraph = {
    let evidence = Evidence(
      document: "d1", sentence: 0, start: 0, end: 31, triggerStart: 7, triggerEnd: 13,
      text: "Norway helped Moldova on Sunday.")
    let reasons = Entity.Reason.allCases.map {
      Entity.Mention(document: "d1", start: 0, end: 6, text: "Norway", reason: $0)
    }
    let entities = Entity.Kind.allCases.map { kind in
      Entity(
        id: "\(kind.rawValue):x", kind: kind, name: "X", country: "NOR", sector: "GOV", quantity: "some 20",
        aliases: [Entity.Alias(text: "Oslo", count: 2)], identifiers: ["iso3166-1": "NOR"], mentions: reasons)
    }
    let relations = Relation.RelationType.allCases.map {
      Relation(
        id: "r-\($0.rawValue)", type: $0, subject: "person:x", title: "Minister", object: "state:x",
        evidence: evidence)
    }
    let fillers: [Participant.Filler] = [.entity("state:x"), .action("a-asserted"), .value("medicine")]
    let participants = Participant.Role.allCases.enumerated().map {
      Participant(role: $1, filler: fillers[$0 % fillers.count])
    }
    let actions = Action.Modality.allCases.enumerated().map { number, modality in
      Action(
        id: "a-\(modality.rawValue)", verb: "help", label: "helped", occurrence: "a-asserted",
        event: Action.Event(type: "AID", source: ["state:x"], target: ["place:x"]),
        participants: participants,
        polarity: number % 2 == 0 ? .positive : .negative, modality: modality,
        tense: [.past, .present, .future][number % 3], time: Action.Time(text: "Sunday", value: "2025-03-02"),
        attribution: [Action.Attribution(entity: "person:x", action: "a-possible")], confidence: 0.94,
        evidence: evidence)
    }
    return KnowledgeGraph(
      documents: [SourceDocument(id: "d1", uri: "a.txt", title: "Help", date: "2025-03-02", characters: 31)],
      entities: entities, relations: relations, actions: actions)
  }()

  /// A graph in which all that may be absent is.
  static let bare: KnowledgeGraph = {
    let evidence = Evidence(document: "d1", sentence: 0, start: 0, end: 0)
    return KnowledgeGraph(
      documents: [SourceDocument(id: "d1", uri: "", characters: 0)],
      entities: [Entity(id: "concept:x", kind: .concept, name: "")],
      relations: [Relation(id: "r", type: .kin, subject: "concept:x", evidence: evidence)],
      actions: [Action(id: "a", verb: "be", label: "is", occurrence: "a", evidence: evidence)])
  }()

  @Test("an export has nothing but what the schema says", arguments: [full, bare, KnowledgeGraph()])
  func structure(graph: KnowledgeGraph) throws {
    #expect(try JSONSchema().faults(in: graph.json()) == [])
  }

  @Test("an export is read back as it was", arguments: [full, bare, KnowledgeGraph()])
  func roundTrip(graph: KnowledgeGraph) throws {
    #expect(try KnowledgeGraph(json: graph.json()) == graph)
    #expect(try KnowledgeGraph(json: graph.json(indented: false)) == graph)
  }

  @Test("the schema's enumerations are the code's")
  func enumerations() throws {
    let schema = try JSONSchema()
    #expect(schema.values(of: "kind", in: "entity") == Entity.Kind.allCases.map(\.rawValue))
    #expect(schema.values(of: "reason", in: "mention") == Entity.Reason.allCases.map(\.rawValue))
    #expect(schema.values(of: "type", in: "relation") == Relation.RelationType.allCases.map(\.rawValue))
    #expect(schema.values(of: "modality", in: "action") == Action.Modality.allCases.map(\.rawValue))
    #expect(schema.values(of: "role", in: "participant") == Participant.Role.allCases.map(\.rawValue))
  }

  /// Changes to the bare graph's JSON, and the fault that each makes.
  static let faults: [(old: String, new: String, fault: String)] = [
    ("actant/1", "actant/2", "$.format: not actant/1"),
    (#""kind":"concept""#, #""kind":"idea""#, "$.entities[0].kind: not one of the values allowed"),
    (#""name":"""#, #""title":"""#, "$.entities[0]: no name; $.entities[0]: an unknown key title"),
    (#""characters":0"#, #""characters":-1"#, "$.documents[0].characters: out of range"),
    (#""characters":0"#, #""characters":0.5"#, "$.documents[0].characters: not an integer"),
    (#""confidence":1"#, #""confidence":1.5"#, "$.actions[0].confidence: out of range"),
    (
      #""participants":[]"#, #""participants":[{"role":"agent"}]"#,
      "$.actions[0].participants[0]: 0 of one choice"
    ),
    (#""subject":"concept:x""#, #""subject":"""#, "$.relations[0].subject: too short"),
    (
      #""uri":"""#, #""uri":"","date":"Monday""#,
      "$.documents[0].date: not like ^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    ),
  ]

  @Test("a document that is not of the format is told apart", arguments: faults)
  func refused(old: String, new: String, fault: String) throws {
    let json = String(decoding: try Self.bare.json(indented: false), as: UTF8.self)
    let changed = json.replacingOccurrences(of: old, with: new)
    #expect(changed != json)
    #expect(try JSONSchema().faults(in: Data(changed.utf8)).joined(separator: "; ") == fault)
  }

  @Test(
    "Python's jsonschema accepts the exports, and refuses what is not of the format",
    .enabled(if: Python.hasJSONSchema, "python3 with the module jsonschema is not installed"))
  func python() throws {
    let name = "actant-schema-\(ProcessInfo.processInfo.processIdentifier)"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let json = String(decoding: try Self.bare.json(indented: false), as: UTF8.self)
    var documents = try [Self.full, Self.bare, KnowledgeGraph()].map { try $0.json() }
    documents += Self.faults.map { Data(json.replacingOccurrences(of: $0.old, with: $0.new).utf8) }
    let files = try documents.enumerated().map { number, data in
      let file = folder.appending(path: "\(number).json")
      try data.write(to: file)
      return file.path
    }
    let verdicts = try Python.run(Python.validator, [JSONSchema.file.path] + files)
    #expect(verdicts == "yes yes yes" + String(repeating: " no", count: Self.faults.count))
  }
}

/// The Python on this machine, as a second opinion.
private enum Python {
  /// Checks the schema itself, then says of each file whether it is valid.
  static let validator = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    print(*["yes" if check.is_valid(json.load(open(f))) else "no" for f in sys.argv[2:]])
    """

  static var hasJSONSchema: Bool {
    (try? run("from jsonschema import Draft202012Validator; print('yes')", [])) == "yes"
  }

  /// What a script prints, without white space at the end.
  static func run(_ script: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

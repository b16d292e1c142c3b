public import Foundation
package import KnowledgeGraph

/// The rules of language that extraction follows, read from this target's data files.
public struct Lexicon: Sendable {
  private let frames: [String: [Frame]]
  private let prepositionalVerbs: [String: Set<String>]
  private let prepositions: [String: PrepositionRoles]
  private let operators: [String: Operator]
  private let nouns: [String: NounClass]

  /// Reads the data files of a folder; by default those that come with Actant.
  /// - Throws: `LexiconError` naming the file, the line and what is wrong with it.
  public init(folder: URL? = nil) throws(LexiconError) {
    let folder = folder ?? Bundle.module.bundleURL.appending(path: "Resources")
    frames = try Self.frames(in: folder)
    prepositionalVerbs = try Self.prepositionalVerbs(in: folder)
    prepositions = try Self.prepositions(in: folder)
    operators = try Self.operators(in: folder)
    nouns = try Self.nouns(in: folder)
  }

  /// The roles that the phrases around a verb play, one reading a frame.
  struct Frame: Sendable {
    let slots: [String: Participant.Role]
    let required: Set<String>
  }

  /// What a phrase with a preposition is, by what its noun means.
  struct PrepositionRoles: Sendable {
    let thing: String
    let actor: String
    let place: String
    let tellsTime: Bool
  }

  /// What a predicate does to the clause below it.
  package struct Operator: Sendable, Hashable {
    /// Whether what it governs is said or thought by its subject, not by the text.
    package let attributes: Bool
    /// How sure what it governs is made; `nil` leaves it as it is.
    package let modality: Action.Modality?
    /// Whether it denies what it governs.
    package let negates: Bool
    /// Whether it only colours what it governs and says nothing by itself: "is likely to".
    package let isRaising: Bool
    /// Whether the subject of the clause below it is its own even where it has an object: "promise".
    package let hasSubjectControl: Bool
    /// Whether a negation of it denies what it governs: "does not want to".
    package let raisesNegation: Bool
  }

  /// What a noun means when it heads a phrase.
  package struct NounClass: Sendable, Hashable {
    package let kind: Entity.Kind
    package let sector: String?
  }

  /// The reading of a verb that fits the slots that are filled.
  func frame(of verb: String, filled: Set<String>) -> Frame? {
    frames[verb]?.first { $0.required.isSubset(of: filled) }
  }

  /// Whether a preposition belongs to a verb: "call for".
  func isPrepositional(_ verb: String, _ preposition: String) -> Bool {
    prepositionalVerbs[preposition]?.contains(verb) ?? false
  }

  func roles(of preposition: String) -> PrepositionRoles? { prepositions[preposition] }

  /// What a verb, adjective or noun does to the clause below it.
  package func `operator`(_ lemma: String) -> Operator? { operators[lemma] }

  package func hasSubjectControl(_ verb: String) -> Bool { operators[verb]?.hasSubjectControl ?? false }

  /// What a noun means, by its lemma.
  package func noun(_ lemma: String) -> NounClass? { nouns[lemma] }
}

extension Lexicon {
  private static func frames(in folder: URL) throws(LexiconError) -> [String: [Frame]] {
    let table = try RuleTable("frames.tsv", in: folder, fields: 3)
    var frames: [String: [Frame]] = [:]
    for row in table.rows {
      for reading in row.fields[1].split(separator: ";") {
        var slots: [String: Participant.Role] = [:]
        var required: Set<String> = []
        for pair in reading.split(separator: " ") {
          let parts = pair.split(separator: "=")
          guard parts.count == 2, let role = Participant.Role(rawValue: String(parts[1])) else {
            throw table.error(row, "“\(pair)” is not slot=role")
          }
          let slot = parts[0].hasSuffix("!") ? String(parts[0].dropLast()) : String(parts[0])
          if slot.count < parts[0].count { required.insert(slot) }
          slots[slot] = role
        }
        for verb in row.fields[2].split(separator: " ") {
          frames[String(verb.replacing("_", with: " ")), default: []].append(Frame(slots: slots, required: required))
        }
      }
    }
    return frames
  }

  private static func prepositionalVerbs(in folder: URL) throws(LexiconError) -> [String: Set<String>] {
    let table = try RuleTable("prepositional-verbs.tsv", in: folder, fields: 2)
    var result: [String: Set<String>] = [:]
    for row in table.rows { result[row.fields[0]] = Set(row.fields[1].split(separator: " ").map(String.init)) }
    return result
  }

  private static func prepositions(in folder: URL) throws(LexiconError) -> [String: PrepositionRoles] {
    let table = try RuleTable("prepositions.tsv", in: folder, fields: 5)
    var result: [String: PrepositionRoles] = [:]
    for row in table.rows {
      for name in row.fields[1...3] where name != "source" && Participant.Role(rawValue: name) == nil {
        throw table.error(row, "“\(name)” is no role")
      }
      guard ["", "time"].contains(row.fields[4]) else {
        throw table.error(row, "the last field is “time” or empty, not “\(row.fields[4])”")
      }
      result[row.fields[0]] = PrepositionRoles(
        thing: row.fields[1], actor: row.fields[2], place: row.fields[3], tellsTime: row.fields[4] == "time")
    }
    return result
  }

  private static func operators(in folder: URL) throws(LexiconError) -> [String: Operator] {
    let table = try RuleTable("operators.tsv", in: folder, fields: 3)
    var result: [String: Operator] = [:]
    for row in table.rows {
      let modality = Action.Modality(rawValue: row.fields[0])
      guard modality != nil || row.fields[0] == "-" else {
        throw table.error(row, "“\(row.fields[0])” is neither a modality nor “-”")
      }
      let flags = Set(row.fields[1].split(separator: " ").map(String.init))
      let known: Set = ["attributes", "negates", "raising", "subject-control", "neg-raising"]
      if let unknown = flags.subtracting(known).sorted().first {
        throw table.error(row, "“\(unknown)” is not one of \(known.sorted().joined(separator: ", "))")
      }
      for lemma in row.fields[2].split(separator: " ") {
        let lemma = String(lemma.replacing("_", with: " "))
        guard result[lemma] == nil else { throw table.error(row, "“\(lemma)” stands in two rows") }
        result[lemma] = Operator(
          attributes: flags.contains("attributes"), modality: modality, negates: flags.contains("negates"),
          isRaising: flags.contains("raising"), hasSubjectControl: flags.contains("subject-control"),
          raisesNegation: flags.contains("neg-raising"))
      }
    }
    return result
  }

  private static func nouns(in folder: URL) throws(LexiconError) -> [String: NounClass] {
    let table = try RuleTable("nouns.tsv", in: folder, fields: 3)
    var result: [String: NounClass] = [:]
    for row in table.rows {
      // A role that one person plays is a person; people by their kind are a group.
      guard let kind = row.fields[1] == "person-role" ? .person : Entity.Kind(rawValue: row.fields[1]) else {
        throw table.error(row, "“\(row.fields[1])” is no kind of entity")
      }
      result[row.fields[0]] = NounClass(kind: kind, sector: row.fields[2].isEmpty ? nil : row.fields[2])
    }
    return result
  }
}

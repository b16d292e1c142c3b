public import Foundation
package import KnowledgeGraph

/// The rules of language that extraction follows, read from this target's data files.
public struct Lexicon: Sendable {
  private let frames: [String: [Frame]]
  private let prepositionalVerbs: [String: Set<String>]
  private let prepositions: [String: PrepositionRoles]
  private let operators: [String: [Operator]]
  private let nouns: [String: NounClass]
  private let partitives: Set<String>
  private let speechActs: [(act: String, phrase: [String])]

  /// Reads the data files of a folder; by default those that come with Actant.
  /// - Throws: `LexiconError` naming the file, the line and what is wrong with it.
  public init(folder: URL? = nil) throws(LexiconError) {
    let folder = folder ?? Self.defaultFolder
    frames = try Self.frames(in: folder)
    prepositionalVerbs = try Self.prepositionalVerbs(in: folder)
    prepositions = try Self.prepositions(in: folder)
    operators = try Self.operators(in: folder)
    nouns = try Self.nouns(in: folder)
    speechActs = try RuleTable("speech-acts.tsv", in: folder, fields: 2).rows.map {
      ($0.fields[0], $0.fields[1].split(separator: " ").map(String.init))
    }
    partitives = Set(try RuleTable("partitives.tsv", in: folder, fields: 1).rows.map { $0.fields[0] })
  }

  /// The folder of the data files that come with Actant.
  static var defaultFolder: URL { Bundle.module.bundleURL.appending(path: "Resources") }

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

  /// What a predicate does to a clause that it governs.
  package struct Operator: Sendable, Hashable {
    /// The form of the clause that this holds for.
    package let complement: Complement
    /// The family of predicates, such as `say`, `want` or `deny`.
    package let family: String
    /// Whether what it governs is said or thought by its subject, not by the text.
    package let attributes: Bool
    /// How sure what it governs is made.
    package let modality: Action.Modality
    /// Whether it denies what it governs.
    package let negates: Bool
    /// Whether its own truth decides that of what it governs: "did not manage to leave".
    package let isImplicative: Bool

    /// Whether a negation of it is heard as one of what it governs: "does not want to go".
    ///
    /// Not through a verb that makes another act: what is not caused may happen all the same.
    package var raisesNegation: Bool {
      (isImplicative && complement != .objectInfinitive)
        || ["want", "plan", "believe", "expect"].contains(family)
    }
  }

  /// The forms of clauses that predicates govern.
  package enum Complement: String, Sendable, Hashable {
    case clause
    case question = "wh"
    case infinitive = "to"
    case objectInfinitive = "obj-to"
    case gerund = "ing"
    case noun
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

  /// What a predicate does to the clauses below it, by its lemma; "be likely" for an adjective.
  package func operators(_ lemma: String) -> [Operator] { operators[lemma] ?? [] }

  /// What a predicate does to a clause of a form, or failing that to clauses of another.
  package func `operator`(_ lemma: String, taking complement: Complement) -> Operator? {
    let all = operators(lemma)
    return all.first { $0.complement == complement } ?? all.first { $0.complement != .noun }
  }

  /// Whether the subject of an infinitive is the verb's own even beside an object: "promised them to leave".
  package func hasSubjectControl(_ verb: String) -> Bool {
    let complements = operators(verb).map(\.complement)
    return complements.contains(.infinitive) && !complements.contains(.objectInfinitive)
  }

  /// What a noun means, by its lemma.
  ///
  /// Some plurals are their own lemma in treebanks, such as "troops".
  package func noun(_ lemma: String) -> NounClass? {
    nouns[lemma] ?? (lemma.hasSuffix("s") ? nouns[String(lemma.dropLast())] : nil)
  }

  /// What is done in saying words with the given lemmas, by the set phrase that they hold: "make no mistake" warns.
  package func speechAct(ofSaying lemmas: [String]) -> String? {
    speechActs.first { act in
      lemmas.indices.contains { lemmas[$0...].starts(with: act.phrase) }
    }?.act
  }

  /// Whether a noun only measures out what its "of" phrase names: "dozens of soldiers".
  package func isPartitive(_ lemma: String) -> Bool { partitives.contains(lemma) }
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
          frames[String(verb.replacing("_", with: " ")), default: []].append(
            Frame(slots: slots, required: required))
        }
      }
    }
    return frames
  }

  private static func prepositionalVerbs(in folder: URL) throws(LexiconError) -> [String: Set<String>] {
    let table = try RuleTable("prepositional-verbs.tsv", in: folder, fields: 2)
    var result: [String: Set<String>] = [:]
    for row in table.rows {
      result[row.fields[0]] = Set(row.fields[1].split(separator: " ").map(String.init))
    }
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

  private static func operators(in folder: URL) throws(LexiconError) -> [String: [Operator]] {
    let table = try RuleTable("reporting.tsv", in: folder, fields: 7)
    var result: [String: [Operator]] = [:]
    for row in table.rows {
      guard let complement = Complement(rawValue: row.fields[1]) else {
        throw table.error(row, "“\(row.fields[1])” is no form of complement")
      }
      guard let modality = Action.Modality(rawValue: row.fields[4]) else {
        throw table.error(row, "“\(row.fields[4])” is no modality")
      }
      guard ["Y", "N"].contains(row.fields[3]), ["same", "negative"].contains(row.fields[5]),
        ["Y", "N", "I"].contains(row.fields[6])
      else { throw table.error(row, "attribution is Y or N, polarity same or negative, factive Y, N or I") }
      guard result[row.fields[0]]?.contains(where: { $0.complement == complement }) != true else {
        throw table.error(row, "“\(row.fields[0])” with \(complement.rawValue) stands in two rows")
      }
      result[row.fields[0], default: []].append(
        Operator(
          complement: complement, family: row.fields[2], attributes: row.fields[3] == "Y", modality: modality,
          negates: row.fields[5] == "negative", isImplicative: row.fields[6] == "I"))
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

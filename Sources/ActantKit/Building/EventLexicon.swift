import Foundation

/// What verbs and nouns say of events: `events.tsv` and `event-nouns.tsv`.
struct EventLexicon: Sendable {
  /// PLOVER's sixteen categories.
  static let categories: Set<String> = [
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]

  /// What a verb makes of a clause.
  enum Outcome: Sendable, Hashable {
    case category(String)
    case done, undone, committed, planned, nothing
  }

  /// One rule of a verb.
  struct Rule: Sendable {
    let outcome: Outcome
    let conditions: [Condition]
  }

  /// What must take part for a rule to hold: one of some things in a place.
  struct Condition: Sendable {
    enum Place: String, Sendable {
      case object, agent, with
    }
    let place: Place
    let alternatives: [String]
  }

  /// A class of nouns.
  struct NounClass: Sendable {
    let name: String
    let done: String?
    let undone: String?
  }

  private let rules: [String: [Rule]]
  private let nouns: [String: [NounClass]]

  private static let builtIn: Set<String> = [
    "actor", "place", "clause", "order", "none", "public", "official",
  ]

  /// Reads the two files of a folder.
  /// - Throws: `GazetteerError` naming the file, the line and what is wrong with it.
  init(folder: URL) throws(GazetteerError) {
    let (nouns, classes) = try Self.nouns(in: folder)
    self.nouns = nouns
    rules = try Self.rules(in: folder, classes: classes)
  }

  /// The rules of a verb in their order.
  func rules(of verb: String) -> [Rule] {
    if let rules = rules[verb] { return rules }
    // "agree to" has the rules of "agree" where it has none of its own; "call off" has not those of "call".
    guard let space = verb.lastIndex(of: " "),
      Self.prepositions.contains(String(verb[verb.index(after: space)...]))
    else { return [] }
    return rules[String(verb[..<space])] ?? []
  }

  private static let prepositions: Set<String> = [
    "to", "for", "in", "on", "with", "of", "against", "from", "at",
  ]

  /// The classes of the first name that has any.
  func classes(of names: [String]) -> [NounClass] {
    for name in names {
      if let found = nouns[name] { return found }
      // Some plurals are their own lemma, such as "troops" and "supplies".
      if name.hasSuffix("ies"), let found = nouns[name.dropLast(3) + "y"] { return found }
      if name.hasSuffix("s"), let found = nouns[String(name.dropLast())] { return found }
    }
    return []
  }

  private static func nouns(in folder: URL) throws(GazetteerError) -> ([String: [NounClass]], Set<String>) {
    let table = try GazetteerTable(named: "event-nouns.tsv", in: folder, fieldCount: 4)
    var nouns: [String: [NounClass]] = [:]
    var classes: Set<String> = []
    for row in table.rows {
      let name = try row.text(0)
      guard !builtIn.contains(name) else { throw row.invalid("“\(name)” is the name of a built-in class") }
      let category = NounClass(name: name, done: try row.category(1), undone: try row.category(2))
      classes.insert(name)
      for noun in try row.list(3) {
        guard nouns[noun]?.contains(where: { $0.name == name }) != true else {
          throw row.invalid("“\(noun)” stands in “\(name)” twice")
        }
        nouns[noun, default: []].append(category)
      }
    }
    return (nouns, classes)
  }

  private static func rules(in folder: URL, classes: Set<String>) throws(GazetteerError) -> [String: [Rule]] {
    let table = try GazetteerTable(named: "events.tsv", in: folder, fieldCount: 3)
    var rules: [String: [Rule]] = [:]
    for row in table.rows {
      let rule = Rule(
        outcome: try outcome(of: row), conditions: try conditions(of: row, classes: classes))
      for verb in row.fields[2].split(separator: " ") {
        let verb = String(verb.replacing("_", with: " "))
        if rule.conditions.isEmpty, rules[verb]?.contains(where: \.conditions.isEmpty) == true {
          throw row.invalid("“\(verb)” has a rule without conditions already, which would hide this one")
        }
        rules[verb, default: []].append(rule)
      }
    }
    return rules
  }

  private static func outcome(of row: GazetteerTable.Row) throws(GazetteerError) -> Outcome {
    switch row.fields[0] {
    case "DO": .done
    case "UNDO": .undone
    case "COMMIT": .committed
    case "PLAN": .planned
    case "NONE": .nothing
    default: .category(try row.category(0) ?? "")
    }
  }

  private static func conditions(
    of row: GazetteerTable.Row, classes: Set<String>
  ) throws(GazetteerError) -> [Condition] {
    var conditions: [Condition] = []
    for text in row.fields[1].split(separator: " ") {
      let parts = text.split(separator: ":")
      guard parts.count == 2, let place = Condition.Place(rawValue: String(parts[0])) else {
        throw row.invalid("“\(text)” is not object:X, agent:X or with:X")
      }
      let alternatives = parts[1].split(separator: ",").map(String.init)
      for name in alternatives where !builtIn.contains(name) && !classes.contains(name) {
        throw row.invalid("“\(name)” is no class of event-nouns.tsv")
      }
      conditions.append(Condition(place: place, alternatives: alternatives))
    }
    return conditions
  }
}

extension GazetteerTable.Row {
  /// One of PLOVER's categories, or nothing.
  fileprivate func category(_ column: Int) throws(GazetteerError) -> String? {
    guard let category = try optional(column) else { return nil }
    guard EventLexicon.categories.contains(category) else {
      throw invalid("“\(category)” is no category of PLOVER")
    }
    return category
  }
}

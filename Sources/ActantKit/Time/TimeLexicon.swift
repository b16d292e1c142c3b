import Foundation

/// The words that tell time, from `time.tsv`.
struct TimeLexicon: Sendable {
  /// What a word can mean to an expression of time; the file's first lines describe the classes.
  enum Meaning: Sendable, Hashable {
    case month(Int), weekday(Int), weekdays(Int), season(String), holiday(month: Int, day: Int)
    case unit(TimeUnit, multiple: Int), halfYear, fiscal, decade(Int)
    case number(Int), scale(Int), vague, adjective, ordinal(Int)
    case relation(Relation), day(Int, part: String?), overnight, part(String), parts(String)
    case clock(Int), meridiem(Int), oclock, zone
    case modifier(Timex.Modifier), shift(Shift), before, after
    case reference(Timex.Reference), frequency(String), each(Int), times
    case connector, both, bound(Bound), filler, suffix, end, era
  }

  enum Relation: String, CaseIterable, Sendable { case this, last, next, past, previous, following, same }
  enum Shift: String, CaseIterable, Sendable { case ago, earlier, later, hence }
  enum Bound: String, CaseIterable, Sendable { case since, until, within, between, at }

  /// A form without its first word, and what it means.
  struct Entry: Sendable {
    let rest: [String]
    let meaning: Meaning
    /// Whether the form is another word as well and needs company.
    let isHomograph: Bool
  }

  private let entries: [String: [Entry]]

  /// What forms that begin with a word mean, the longest first.
  subscript(word: String) -> [Entry] { entries[word] ?? [] }

  /// What a preposition makes of a point in time, if it is one that the file has.
  func bound(of preposition: String) -> Bound? {
    let words = TimeToken.tokens(of: preposition).map(\.text)
    guard let first = words.first else { return nil }
    for entry in self[first] where entry.rest == Array(words.dropFirst()) {
      if case .bound(let bound) = entry.meaning { return bound }
    }
    return nil
  }

  /// Reads `time.tsv` in a folder.
  /// - Throws: `GazetteerError` naming the file, the line and what is wrong with it.
  init(folder: URL) throws(GazetteerError) {
    var entries: [String: [Entry]] = [:]
    var lines: [[String]: Int] = [:]
    for row in try GazetteerTable(named: "time.tsv", in: folder, fieldCount: 4).rows {
      let meaning = try Self.meaning(of: row)
      let forms = try row.list(2)
      let homographs = try row.list(3)
      guard !forms.isEmpty || !homographs.isEmpty else { throw row.invalid("a record without a form") }
      for (number, form) in (forms + homographs).enumerated() {
        let tokens = TimeToken.tokens(of: form).filter { $0.text != "-" }
        guard let first = tokens.first?.text, tokens.allSatisfy({ $0.kind == .word }) else {
          throw row.invalid("“\(form)” is not made of words")
        }
        let words = tokens.map(\.text)
        if let line = lines.updateValue(row.line, forKey: [row.fields[0]] + words) {
          throw .duplicateName(file: row.file, line: row.line, name: form, firstLine: line)
        }
        entries[first, default: []].append(
          Entry(rest: Array(words.dropFirst()), meaning: meaning, isHomograph: number >= forms.count))
      }
    }
    self.entries = entries.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
  }

  private static func meaning(of row: GazetteerTable.Row) throws(GazetteerError) -> Meaning {
    let value = try row.text(1)
    switch try row.text(0) {
    case "month": return .month(try number(row, in: 1...12))
    case "weekday": return .weekday(try number(row, in: 1...7))
    case "weekdays": return .weekdays(try number(row, in: 1...7))
    case "season" where TimePoint.seasons.contains(value): return .season(value)
    case "holiday": return try holiday(row)
    case "unit": return try unit(row)
    case "halfyear" where value == "H": return .halfYear
    case "fiscal" where value == "FY": return .fiscal
    case "decade": return .decade(try number(row, in: 0...90))
    case "number": return .number(try number(row, in: 0...1_000_000))
    case "scale": return .scale(try number(row, in: 1...1_000_000_000))
    case "vague" where value == "X": return .vague
    case "ordinal": return .ordinal(try number(row, in: 1...31))
    case "relation": return .relation(try row.choice(1, of: Relation.self))
    case "day": return try day(row)
    case "part" where parts.contains(value): return .part(value)
    case "parts" where parts.contains(value): return .parts(value)
    case "clock": return try clock(row)
    case "meridiem" where value == "0" || value == "12": return .meridiem(value == "0" ? 0 : 12)
    case "modifier": return .modifier(try row.choice(1, of: Timex.Modifier.self))
    case "shift": return .shift(try row.choice(1, of: Shift.self))
    case "reference": return .reference(try row.choice(1, of: Timex.Reference.self))
    case "frequency": return .frequency(value)
    case "each": return .each(try number(row, in: 1...2))
    case "bound": return .bound(try row.choice(1, of: Bound.self))
    case let name:
      guard value == "-", let meaning = plain[name] else {
        throw row.invalid("“\(name)” is no class, or “\(value)” no value of it")
      }
      return meaning
    }
  }

  /// The classes that have no value.
  private static let plain: [String: Meaning] = [
    "adjective": .adjective, "oclock": .oclock, "zone": .zone, "before": .before, "after": .after,
    "times": .times, "connector": .connector, "both": .both, "filler": .filler, "suffix": .suffix,
    "end": .end, "era": .era, "overnight": .overnight,
  ]

  private static let parts: Set<String> = ["MO", "MI", "AF", "EV", "NI", "DT"]

  private static func number(
    _ row: GazetteerTable.Row, in range: ClosedRange<Int>
  ) throws(GazetteerError) -> Int {
    guard let number = Int(row.fields[1]), range.contains(number) else {
      throw row.invalid(
        "“\(row.fields[1])” is no number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func holiday(_ row: GazetteerTable.Row) throws(GazetteerError) -> Meaning {
    let parts = row.fields[1].split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, (1...12).contains(parts[0]), (1...31).contains(parts[1]) else {
      throw row.invalid("“\(row.fields[1])” is no MM-DD")
    }
    return .holiday(month: parts[0], day: parts[1])
  }

  private static func unit(_ row: GazetteerTable.Row) throws(GazetteerError) -> Meaning {
    let digits = row.fields[1].prefix { $0.isNumber }
    guard let multiple = Int(digits), multiple > 0, multiple <= 1000,
      let unit = TimeUnit(rawValue: String(row.fields[1].dropFirst(digits.count)))
    else { throw row.invalid("“\(row.fields[1])” is no number with a unit") }
    return .unit(unit, multiple: multiple)
  }

  private static func day(_ row: GazetteerTable.Row) throws(GazetteerError) -> Meaning {
    let words = row.fields[1].split(separator: " ").map(String.init)
    guard (1...2).contains(words.count), let offset = Int(words[0]),
      words.count == 1 || parts.contains(words[1])
    else { throw row.invalid("“\(row.fields[1])” is no number of days with or without a part of the day") }
    return .day(offset, part: words.count == 2 ? words[1] : nil)
  }

  private static func clock(_ row: GazetteerTable.Row) throws(GazetteerError) -> Meaning {
    let words = row.fields[1].split(separator: ":").compactMap { Int($0) }
    guard words.count == 2, (0...24).contains(words[0]), (0...59).contains(words[1]) else {
      throw row.invalid("“\(row.fields[1])” is no hh:mm")
    }
    return .clock(words[0] * 60 + words[1])
  }
}

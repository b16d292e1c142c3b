@testable import ActantKit
import Articles
import Foundation
import Testing

/// Expressions of time of every class, read on Thursday, October 31, 2024, where nothing else is said.
@Suite struct TimeTests {
  private static let resolver = Result { try TimeResolver(folder: Gazetteer.defaultFolder) }

  /// An expression, what TimeML makes of it, and what the graph has.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// The type, value and modifier: "DATE 2024-10 END"; nothing where there is no expression.
    var timex: String?
    var value: String?
    var tense: TimeResolver.Tense
    var preposition: String?
    var date: String?
    var anchor: String?

    init(
      _ text: String, _ timex: String?, _ value: String?, _ tense: TimeResolver.Tense = .past,
      prep preposition: String? = nil, on date: String? = "2024-10-31", after anchor: String? = nil
    ) {
      self.text = text
      self.timex = timex
      self.value = value
      self.tense = tense
      self.preposition = preposition
      self.date = date
      self.anchor = anchor
    }

    var testDescription: String { [preposition, text].compactMap(\.self).joined(separator: " ") }
  }

  private func check(_ expected: Case) throws {
    let resolver = try Self.resolver.get()
    let timex = resolver.timex(
      of: expected.text, preposition: expected.preposition, on: expected.date, tense: expected.tense,
      after: expected.anchor)
    #expect(
      timex.map {
        ([$0.kind.rawValue, $0.value] + ($0.modifier.map { [$0.rawValue] } ?? [])).joined(separator: " ")
      }
        == expected.timex)
    #expect(
      resolver.value(
        of: expected.text, preposition: expected.preposition, on: expected.date, tense: expected.tense,
        after: expected.anchor) == expected.value)
  }

  @Test("A date that is told whole needs no date of the document", arguments: explicit)
  func explicitDate(_ expected: Case) throws { try check(expected) }

  @Test(
    "A date that is not told whole lies where the document's date and the tense put it", arguments: relative)
  func relativeDate(_ expected: Case) throws { try check(expected) }

  @Test("A later or earlier day counts from the day last spoken of", arguments: anchored)
  func anchoredDate(_ expected: Case) throws { try check(expected) }

  @Test("A time of day belongs to the day beside it and knows no zone", arguments: clock)
  func timeOfDay(_ expected: Case) throws { try check(expected) }

  @Test("Quarters, halves, seasons, decades and centuries are intervals", arguments: stretches)
  func stretchOfTime(_ expected: Case) throws { try check(expected) }

  @Test("Prepositions and pairs of dates make intervals", arguments: intervals)
  func interval(_ expected: Case) throws { try check(expected) }

  @Test(
    "A length of time is a duration, with ends where it leads up to now or from now on", arguments: durations)
  func duration(_ expected: Case) throws { try check(expected) }

  @Test("What happens again and what is vague has a value in TimeML only", arguments: setsAndReferences)
  func setOrReference(_ expected: Case) throws { try check(expected) }

  @Test("What is no time, or no day of the calendar, has no value", arguments: hostile)
  func noTime(_ expected: Case) throws { try check(expected) }

  @Test(
    "Without the document's date a relative expression has no value",
    arguments: [
      "Thursday", "last week", "two days ago", "Oct. 30", "the 30th", "3 p.m.", "this year", "Christmas",
      "overnight",
      "the weekend", "the third quarter", "summer", "a day earlier", "the end of the year", "since Monday",
    ])
  func undated(_ text: String) throws {
    #expect(try Self.resolver.get().value(of: text, on: nil) == nil)
    #expect(try Self.resolver.get().value(of: text, on: "yesterday") == nil)
  }

  // MARK: Properties

  @Test("Random words never crash, and every value keeps the grammar", arguments: 0..<8)
  func randomWords(seed: UInt64) throws {
    let resolver = try Self.resolver.get()
    var random = SplitMix(state: seed)
    let words = try Self.vocabulary()
    let prepositions: [String?] = [
      nil, "in", "since", "until", "between", "from", "for", "by", "on", "beneath",
    ]
    let dates: [String?] = [
      nil, "2024-10-31", "2024-02-29", "0001-01-01", "9999-12-31", "2023-01-01", "nonsense",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int(random.next() % 8)).map { _ in words[Int(random.next() % UInt64(words.count))] }
        .joined(separator: ["", " ", "-"][Int(random.next() % 6) % 3 == 0 ? 1 : Int(random.next() % 3)])
      let preposition = prepositions[Int(random.next() % UInt64(prepositions.count))]
      let date = dates[Int(random.next() % UInt64(dates.count))]
      let anchor = dates[Int(random.next() % UInt64(dates.count))]
      for tense in TimeResolver.Tense.allCases {
        let value = resolver.value(of: text, preposition: preposition, on: date, tense: tense, after: anchor)
        #expect(value.map(TimeValueGrammar.accepts) != false, "\(text): \(value ?? "")")
        let timex = resolver.timex(of: text, preposition: preposition, on: date, tense: tense, after: anchor)
        #expect(
          timex.map { TimeValueGrammar.acceptsTimeML($0.value) } != false, "\(text): \(timex?.value ?? "")")
      }
    }
  }

  /// All words of the data file, and what else is worth trying.
  private static func vocabulary() throws -> [String] {
    let file = try String(contentsOf: Gazetteer.defaultFolder.appending(path: "time.tsv"), encoding: .utf8)
    let forms = file.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .flatMap { $0.split(separator: "\t").dropFirst(2) }
      .flatMap { $0.split(separator: ";") }.map(String.init)
    return forms + (0...40).map(String.init)
      + [
        "2024", "1999", "999999999", "9999999999999999999999", "30th", "1st", "1990s", "'90s", "-", "/", ":",
        ",", ".",
        "🎄", "the", "a", "troops", "$", "%", "\u{0}", "\u{200F}", "é", "St.", "Q3", "1,000", "2.5",
        "2024-W44", "T",
      ]
  }

  @Test("A text of any length is read in its first words only")
  func longText() throws {
    let text = "Thursday " + String(repeating: "the first second of the ", count: 100_000)
    #expect(try Self.resolver.get().value(of: text, on: "2024-10-31") == "2024-10-31")
    #expect(
      try Self.resolver.get().value(of: String(repeating: "9", count: 1_000_000), on: "2024-10-31") == nil)
  }

  @Test("Days counted forth and back are the same, and weeks begin on Mondays")
  func dayNumbers() {
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CalendarDate(year: 2024, month: 10, day: 31)?.dayNumber == 20027)
    for number in stride(from: -719_162, through: 2_932_896, by: 997) {
      let date = CalendarDate(dayNumber: number)
      #expect(date?.dayNumber == number)
      #expect(date?.weekday == (number + 719_162) % 7 + 1)
      if let date {
        let week = date.week
        let monday = CalendarDate(mondayOf: week.week, in: week.year)
        #expect(monday.map { (0...6).contains(number - $0.dayNumber) } != false)
      }
    }
  }
}

/// A small random generator that gives the same numbers on every run (Steele, Lea and Flood, 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import Articles
import Foundation
import KnowledgeGraph

/// Resolves expressions of time against a document's date, never against the clock or a time zone: "Thursday" →
/// 2024-10-31.
///
/// Expressions are read by the conventions of TimeML (`Timex`); `value(of:preposition:on:tense:after:)` maps them to ISO
/// 8601, which a graph has:
///
/// | expression | TimeML | graph |
/// | --- | --- | --- |
/// | a day, week, month, year, time of day | `2024-10-31`, `2024-W44`, `2024-10`, `2024`, `2024-10-31T15:00` | the same |
/// | a part of a day | `2024-10-31TNI` | the day |
/// | a quarter, half, weekend, decade, century | `2024-Q3`, `2024-H1`, `2024-W44-WE`, `199`, `18` | first and last month, day or year: `2024-07/2024-09` |
/// | a season | `2024-SP` | ISO 8601-2's 21 to 24, which name no months: `2024-21` |
/// | since, until | | ISO 8601-2's open ends, the point named included: `2014/..`, `../2024-11-01` |
/// | from, to; between, and | two points | `2010/2015` |
/// | the past two weeks | `P2W` | `2024-10-17/2024-10-31` |
/// | two years, two decades | `P2Y`, `P2DE` | the duration: `P2Y`, `P20Y` |
/// | several days, every Friday, recently, fiscal 2025 | `PXD`, `XXXX-WXX-5`, `PAST_REF`, `FY2025` | none |
struct TimeResolver: Sendable {
  private let lexicon: TimeLexicon

  /// Where a date lies that is not told whole: in the past on or before the document's, in the future on or after it.
  /// In the present a weekday lies as in the past, and a month or day of a month where it is nearest.
  enum Tense: Sendable, CaseIterable { case past, present, future }

  /// Reads the words that tell time from `time.tsv`.
  /// - Throws: `GazetteerError` naming the file, the line and what is wrong with it.
  init(folder: URL) throws(GazetteerError) { lexicon = try TimeLexicon(folder: folder) }

  /// The date, interval or duration of ISO 8601 that words tell, or `nil` where they tell none, or would need the
  /// date of a document that has none.
  /// - Parameters:
  ///   - text: the words, with or without their preposition: "Wednesday, Oct. 30, 2024", "since 2014".
  ///   - preposition: the preposition before them: "since".
  ///   - date: the document's date as `YYYY-MM-DD`.
  ///   - tense: where dates lie that are not told whole.
  ///   - anchor: the day last spoken of, `YYYY-MM-DD`, from which "a day later" counts; else the document's.
  /// - Returns: a value as the type's table has it.
  /// - Complexity: linear in the length of the text, of which only the first 400 scalars are read.
  func value(
    of text: String, preposition: String? = nil, on date: String?, tense: Tense = .past,
    after anchor: String? = nil
  ) -> String? {
    reading(of: text, preposition: preposition, on: date, tense: tense, after: anchor).flatMap {
      $0.timex.isoValue($0.bound)
    }
  }

  /// The day that a value is or lies in, if it is no longer than that.
  static func day(of value: String) -> String? {
    let day = String(value.prefix(10))
    return value.contains("/") || CalendarDate(day) == nil ? nil : day
  }

  /// The expression by TimeML's conventions; the parameters are those of the value.
  func timex(
    of text: String, preposition: String? = nil, on date: String?, tense: Tense = .past,
    after anchor: String? = nil
  ) -> Timex? {
    reading(of: text, preposition: preposition, on: date, tense: tense, after: anchor)?.timex
  }

  private func reading(
    of text: String, preposition: String?, on date: String?, tense: Tense, after anchor: String?
  ) -> (timex: Timex, bound: TimeLexicon.Bound?)? {
    var tokens = TimeToken.tokens(of: text)
    for place in tokens.indices where tokens[place].kind == .word {
      tokens[place].entries = lexicon[tokens[place].text]
    }
    var preposition = preposition?.lowercased()
    if preposition == nil { preposition = leadingPreposition(of: &tokens) }
    let bound = preposition.flatMap { lexicon.bound(of: $0) }
    // What lasts until a day has that day ahead.
    let tense = bound == .until && tense == .present ? .future : tense
    var parser = TimeParser(
      tokens: tokens, document: date.flatMap { CalendarDate($0) },
      anchor: anchor.flatMap { CalendarDate($0) },
      tense: tense, preposition: preposition, bound: bound)
    return parser.firstExpression().map { ($0, bound) }
  }

  /// Takes the preposition off that words begin with, unless it can be part of what follows: "over two years".
  private func leadingPreposition(of tokens: inout [TimeToken]) -> String? {
    let isModifier = tokens.first?.entries.contains { if case .modifier = $0.meaning { true } else { false } }
    guard tokens.count > 1, isModifier == false else { return nil }
    for entry in tokens[0].entries {
      guard case .bound = entry.meaning, tokens.count > entry.rest.count + 1,
        zip(entry.rest, tokens.dropFirst()).allSatisfy({ $0 == $1.text })
      else { continue }
      let words = tokens.prefix(entry.rest.count + 1).map(\.text)
      tokens.removeFirst(words.count)
      return words.joined(separator: " ")
    }
    return nil
  }
}

extension TimeResolver.Tense {
  /// The tense of an action.
  init(_ tense: Action.Tense) {
    switch tense {
    case .past: self = .past
    case .present: self = .present
    case .future: self = .future
    }
  }
}

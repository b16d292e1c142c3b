/// A day of the Gregorian calendar, without clock or time zone.
public struct CalendarDate: Sendable, Hashable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The day of the given numbers, or nothing where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    guard (1...days).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that a text consists of, in one of the forms of ``leading(_:)``: "2024-10-31", "Oct. 31, 2024".
  public init?(_ text: String) {
    guard let (date, rest) = Self.leading(text.drop(while: \.isWhitespace)), rest.allSatisfy(\.isWhitespace)
    else { return nil }
    self = date
  }

  /// The day of a time stamp as pages and records give it: a date that the time of day may follow.
  ///
  /// The day is the one written down; no zone is applied to it.
  init?(stamp text: String) {
    guard let (date, rest) = Self.leading(text.drop(while: \.isWhitespace)) else { return nil }
    let following = rest.first == "T" || rest.first == "t" ? rest.dropFirst().first : rest.first
    guard rest.isEmpty || following?.isLetter == false else { return nil }
    self = date
  }

  /// The date as `YYYY-MM-DD`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The date that a text begins with, and what follows it: "2024-10-31", "2024/10/31", "Oct. 31, 2024",
  /// "31 October 2024", "31st of October, 2024", each after a weekday where there is one.
  ///
  /// A date without a year is none, and neither is one in digits only whose day and month could be exchanged.
  static func leading(_ text: Substring) -> (date: CalendarDate, rest: Substring)? {
    var scanner = DateScanner(rest: text)
    scanner.skipWeekday()
    guard let date = scanner.isoDate() ?? scanner.monthFirst() ?? scanner.dayFirst() else { return nil }
    return (date, scanner.rest)
  }
}

/// Reads the parts of dates off the front of a text; a reading that fails leaves the text as it was.
private struct DateScanner {
  var rest: Substring

  mutating func skipWeekday() {
    let start = rest
    guard let word = word(), Self.weekdays.contains(where: { Self.abbreviates(word, $0) }) else {
      rest = start
      return
    }
    skip(".")
    skip(",")
    skipSpaces()
  }

  mutating func isoDate() -> CalendarDate? {
    let start = rest
    if let year = number(digits: 4...4), let separator = rest.first, separator == "-" || separator == "/" {
      rest = rest.dropFirst()
      if let month = number(digits: 2...2), skip(separator), let day = number(digits: 2...2),
        let date = CalendarDate(year: year, month: month, day: day)
      {
        return date
      }
    }
    rest = start
    return nil
  }

  mutating func monthFirst() -> CalendarDate? {
    let start = rest
    if let month = month() {
      skipSpaces()
      if let day = day() {
        skip(",")
        skipSpaces()
        if let year = number(digits: 4...4), let date = CalendarDate(year: year, month: month, day: day) {
          return date
        }
      }
    }
    rest = start
    return nil
  }

  mutating func dayFirst() -> CalendarDate? {
    let start = rest
    if let day = day() {
      skipSpaces()
      let beforeOf = rest
      if word() == "of" { skipSpaces() } else { rest = beforeOf }
      if rest.first == "-" { rest = rest.dropFirst() }
      if let month = month() {
        if rest.first == "-" { rest = rest.dropFirst() }
        skip(",")
        skipSpaces()
        if let year = number(digits: 4...4), let date = CalendarDate(year: year, month: month, day: day) {
          return date
        }
      }
    }
    rest = start
    return nil
  }

  private mutating func month() -> Int? {
    guard let word = word(),
      let index = Self.months.firstIndex(where: { Self.abbreviates(word, $0) })
    else { return nil }
    skip(".")
    return index + 1
  }

  private mutating func day() -> Int? {
    guard let number = number(digits: 1...2) else { return nil }
    let start = rest
    if let suffix = word(), !["st", "nd", "rd", "th"].contains(suffix.lowercased()) { rest = start }
    return number
  }

  private mutating func number(digits: ClosedRange<Int>) -> Int? {
    let run = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.contains(run.count) else { return nil }
    rest = rest[run.endIndex...]
    return Int(run)
  }

  private mutating func word() -> Substring? {
    let run = rest.prefix { $0.isLetter }
    rest = rest[run.endIndex...]
    return run.isEmpty ? nil : run
  }

  private mutating func skipSpaces() {
    rest = rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
  }

  @discardableResult
  private mutating func skip(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Whether a word is a name or its first three or more letters: "Oct", "Sept", "Thurs".
  private static func abbreviates(_ word: Substring, _ name: String) -> Bool {
    word.count >= 3 && name.hasPrefix(word.lowercased()) && word.first?.isUppercase == true
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}

import Foundation

/// Resolves expressions of time against a document's date, never against the clock: "Thursday" → 2024-10-31.
struct TimeResolver: Sendable {
  /// A calendar without time zones or daylight saving: days only.
  private let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// An ISO 8601 date or interval, or `nil` where the words do not tell or the document has no date.
  /// - Parameters:
  ///   - text: the words: "Wednesday, Oct. 30, 2024", "this week".
  ///   - date: the document's date as `YYYY-MM-DD`.
  ///   - tense: weekdays lie before the document's date in the past and after it in the future.
  /// - Returns: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or `YYYY-Www`.
  func value(of text: String, on date: String?, tense: Tense = .past) -> String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let explicit = explicit(words, reference: date) { return explicit }
    guard let date, let day = parse(date) else { return nil }
    if words.contains("yesterday") { return format(add(-1, .day, day)) }
    if words.contains("tomorrow") { return format(add(1, .day, day)) }
    if words.contains("today") || words.contains("tonight") { return date }
    if let weekday = words.lazy.compactMap({ Self.weekdays.firstIndex(of: $0) }).first {
      return format(self.weekday(weekday + 1, near: day, tense: tense, isNext: words.contains("next")))
    }
    return relative(words, day: day)
  }

  /// Whether a weekday is behind or ahead.
  enum Tense { case past, future }

  // MARK: Explicit dates

  private func explicit(_ words: [String], reference: String?) -> String? {
    let months = words.indices.filter { Self.month(words[$0]) != nil }
    let year = words.first { $0.count == 4 && Int($0).map { (1000...2999).contains($0) } == true }
    if let place = months.first, let month = Self.month(words[place]) {
      // "may" and "march" are months only beside a number.
      let neighbours = [place - 1, place + 1].filter(words.indices.contains).compactMap {
        Int(words[$0].filter(\.isNumber))
      }
      let day = neighbours.first { (1...31).contains($0) }
      guard day != nil || year != nil || !["may", "march"].contains(words[place]) else { return nil }
      guard let y = year.flatMap({ Int($0) }) ?? reference.flatMap({ nearestYear(month, day, $0) }) else {
        return nil
      }
      if let day { return String(format: "%04d-%02d-%02d", y, month, day) }
      return String(format: "%04d-%02d", y, month)
    }
    if let year,
      words.allSatisfy({ $0 == year || ["the", "year", "late", "early", "mid", "in"].contains($0) })
    {
      return year
    }
    return nil
  }

  /// Of the years around a reference the one that puts a month and day nearest to it.
  private func nearestYear(_ month: Int, _ day: Int?, _ reference: String) -> Int? {
    guard let at = parse(reference), let year = Int(reference.prefix(4)) else { return nil }
    return [year - 1, year, year + 1].min { a, b in
      let distance = { (y: Int) -> TimeInterval in
        let candidate = parse(String(format: "%04d-%02d-%02d", y, month, min(day ?? 15, 28))) ?? .distantPast
        return abs(candidate.timeIntervalSince(at))
      }
      return distance(a) < distance(b)
    }
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0 == word || ($0.hasPrefix(word) && [3, 4].contains(word.count)) }.map {
      $0 + 1
    }
  }

  // MARK: Relative dates

  private func weekday(_ weekday: Int, near day: Date, tense: Tense, isNext: Bool) -> Date {
    let distance = (calendar.component(.weekday, from: day) - weekday + 7) % 7
    if isNext || (tense == .future && distance != 0) {
      return add(distance == 0 ? 7 : 7 - distance, .day, day)
    }
    return add(-distance, .day, day)
  }

  private func relative(_ words: [String], day: Date) -> String? {
    guard
      let unit = words.lazy.compactMap({ Self.units[$0.hasSuffix("s") ? String($0.dropLast()) : $0] }).first
    else { return nil }
    let count = words.lazy.compactMap { Int($0) ?? Self.numbers[$0] }.first ?? 1
    if words.contains("ago") || words.contains("earlier") && !words.contains("this")
      || words.contains("before")
    {
      return format(add(-count, unit, day), to: unit)
    }
    if words.contains("later") || words.contains("after") { return format(add(count, unit, day), to: unit) }
    if words.contains("last") || words.contains("previous") { return format(add(-1, unit, day), to: unit) }
    if words.contains("next") || words.contains("coming") && unit != .day {
      return format(add(1, unit, day), to: unit)
    }
    if words.contains("this") { return format(day, to: unit) }
    return nil
  }

  // MARK: Dates

  private func parse(_ date: String) -> Date? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
  }

  private func add(_ count: Int, _ unit: Calendar.Component, _ day: Date) -> Date {
    calendar.date(byAdding: unit, value: count, to: day) ?? day
  }

  private func format(_ day: Date, to unit: Calendar.Component = .day) -> String {
    let parts = calendar.dateComponents([.year, .month, .day], from: day)
    let (year, month) = (parts.year ?? 0, parts.month ?? 1)
    switch unit {
    case .year: return String(format: "%04d", year)
    case .month: return String(format: "%04d-%02d", year, month)
    case .weekOfYear:
      // ISO 8601 weeks begin on Monday; the first has the year's first Thursday.
      var iso = Calendar(identifier: .iso8601)
      iso.timeZone = .gmt
      let week = iso.dateComponents([.yearForWeekOfYear, .weekOfYear], from: day)
      return String(format: "%04d-W%02d", week.yearForWeekOfYear ?? year, week.weekOfYear ?? 1)
    default: return String(format: "%04d-%02d-%02d", year, month, parts.day ?? 1)
    }
  }

  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]
  private static let units: [String: Calendar.Component] = [
    "day": .day, "week": .weekOfYear, "month": .month, "year": .year,
  ]
  private static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "twelve": 12,
  ]
}

/// Finds the day of publication at the head of an article's text: in a line of its own or in the dateline.
enum DateLine {
  /// The number of lines, blank ones apart, that the head of a text has at most.
  private static let headLines = 5
  /// The number of characters of a line that are looked at.
  private static let lineLength = 160

  /// The date in the first lines of a text.
  ///
  /// Recognised are a line that begins with a date ("date 2024-10-31 WASHINGTON (AP) —", "Published: Oct. 31, 2024
  /// at 5 p.m."), one that names the writer and the day ("By Ann Lee, 31 October 2024"), and a dateline that has a
  /// year ("LONDON, March 3, 2024 (Reuters) -"). A sentence that begins with a date is none of these.
  static func date(atHeadOf text: String) -> CalendarDate? {
    var rest = text[...]
    var lines = 0
    while lines < headLines, !rest.isEmpty {
      let line = rest.prefix { !$0.isNewline }
      rest = rest[line.endIndex...].drop(while: \.isWhitespace)
      let head = line.drop(while: \.isWhitespace).prefix(lineLength)
      if head.isEmpty { continue }
      lines += 1
      if let date = lineDate(head) ?? bylineDate(head) ?? datelineDate(head) { return date }
    }
    return nil
  }

  private static let labels: Set<String> = [
    "date", "dated", "published", "updated", "posted", "issued", "released", "first", "last", "on", "at",
  ]

  /// The date that a line begins with, after its label where it has one.
  private static func lineDate(_ line: Substring) -> CalendarDate? {
    var rest = line
    while true {
      let word = rest.prefix { $0.isLetter }
      guard labels.contains(word.lowercased()) else { break }
      rest = rest[word.endIndex...].drop { $0 == ":" || $0.isWhitespace }
    }
    guard let (date, following) = CalendarDate.leading(rest), endsDate(following) else { return nil }
    return date
  }

  /// Whether what follows a date is not the rest of a sentence: nothing, a time of day, a place in capitals, or a
  /// mark that sets the date apart.
  private static func endsDate(_ following: Substring) -> Bool {
    if following.first?.isLetter == true { return following.first == "T" }
    let rest = following.drop { $0.isWhitespace || $0 == "," }
    guard let first = rest.first else { return true }
    if first.isLetter {
      let word = rest.prefix { $0.isLetter }
      return word == "at" || (word.count > 1 && word.allSatisfy(\.isUppercase))
    }
    return true
  }

  /// The date in a line of the writer's name.
  private static func bylineDate(_ line: Substring) -> CalendarDate? {
    guard line.hasPrefix("By ") || line.hasPrefix("BY ") else { return nil }
    return firstDate(in: line)
  }

  /// The date in a dateline: before the dash, after a place in capitals.
  private static func datelineDate(_ line: Substring) -> CalendarDate? {
    let place = line.prefix { $0.isLetter || $0 == "." }
    guard place.count > 1, place.allSatisfy({ $0.isUppercase || $0 == "." }) else { return nil }
    guard let dash = dash(in: line) else { return nil }
    return firstDate(in: line[..<dash])
  }

  /// Where the dash stands that ends a dateline.
  private static func dash(in line: Substring) -> Substring.Index? {
    var index = line.startIndex
    while index < line.endIndex {
      let rest = line[index...]
      if rest.hasPrefix("—") || rest.hasPrefix("–") || rest.hasPrefix("--") || rest.hasPrefix(" - ") {
        return index
      }
      index = line.index(after: index)
    }
    return nil
  }

  /// The first date in a line that is followed as ``endsDate(_:)`` wants.
  private static func firstDate(in line: Substring) -> CalendarDate? {
    var rest = line
    while !rest.isEmpty {
      if let (date, following) = CalendarDate.leading(rest), endsDate(following) { return date }
      rest = rest.drop { $0.isLetter || $0.isNumber }.drop { !($0.isLetter || $0.isNumber) }
    }
    return nil
  }
}

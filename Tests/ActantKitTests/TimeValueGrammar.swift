import Articles

/// The grammar of the values of expressions of time, as the resolver documents it.
enum TimeValueGrammar {
  /// Whether a text is a value of the graph: a date, an interval whose ends are in order, or a duration of ISO 8601.
  static func accepts(_ value: String) -> Bool {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch ends.count {
    case 1: return isDate(value) || isDuration(value, units: "YMWD")
    case 2:
      if ends[0] == ".." { return isDate(ends[1]) }
      if ends[1] == ".." { return isDate(ends[0]) }
      return isDate(ends[0]) && isDate(ends[1])
    default: return false
    }
  }

  /// Whether a text is a value of a TIMEX3 tag, or two with a slash.
  static func acceptsTimeML(_ value: String) -> Bool {
    if ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].contains(value) { return true }
    if value.hasPrefix("P") { return isTimeMLDuration(value) }
    if value.hasPrefix("FY") { return isDigits(value.dropFirst(2), 4) }
    if value.hasPrefix("XXXX-") { return true }
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    return (1...2).contains(ends.count) && ends.allSatisfy { isTimeMLDate(String($0)) }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    if parts.count == 2 { return CalendarDate(String(parts[0])) != nil && isClock(parts[1]) }
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 1, isDigits(fields[0], 4) else { return false }
    switch fields.count {
    case 1: return true
    case 2 where fields[1].hasPrefix("W"):
      return isDigits(fields[1].dropFirst(), 2) && (1...53).contains(Int(fields[1].dropFirst()) ?? 0)
    case 2:
      let number = Int(fields[1]) ?? 0
      return isDigits(fields[1], 2) && ((1...12).contains(number) || (21...24).contains(number))
    case 3: return CalendarDate(text) != nil
    default: return false
    }
  }

  private static func isClock(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, isDigits(parts[0], 2), isDigits(parts[1], 2), let hour = Int(parts[0]),
      let minute = Int(parts[1])
    else { return false }
    return hour * 60 + minute <= 1440 && minute < 60
  }

  private static func isTimeMLDate(_ text: String) -> Bool {
    if isDate(text) { return true }
    if isDigits(text[...], 3) || isDigits(text[...], 2) { return true }
    if let day = text.split(separator: "T").first, CalendarDate(String(day)) != nil {
      return ["TMO", "TMI", "TAF", "TEV", "TNI", "TDT"].contains { text == day + $0 }
    }
    let fields = text.split(separator: "-")
    guard let year = fields.first, isDigits(year, 4) else { return false }
    if fields.count == 3 { return isDate(fields[0] + "-" + fields[1]) && fields[2] == "WE" }
    return fields.count == 2
      && ["Q1", "Q2", "Q3", "Q4", "H1", "H2", "SP", "SU", "FA", "WI"].contains(fields[1])
  }

  /// `P`, numbers with units in the order given, then `T` and numbers of hours, minutes and seconds.
  private static func isDuration(_ text: String, units: String) -> Bool {
    guard text.hasPrefix("P"), text.count > 2 else { return false }
    let halves = text.dropFirst().split(separator: "T", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), halves.last?.isEmpty == false else { return false }
    return isCounted(halves[0], units) && (halves.count == 1 || isCounted(halves[1], "HMS"))
  }

  private static func isCounted(_ text: Substring, _ units: String) -> Bool {
    var rest = text
    var left = units[...]
    while !rest.isEmpty {
      let number = rest.prefix { $0.isNumber || $0 == "." }
      guard Double(number) != nil, let unit = rest.dropFirst(number.count).first,
        let place = left.firstIndex(of: unit)
      else { return false }
      left = left[place...].dropFirst()
      rest = rest.dropFirst(number.count + 1)
    }
    return true
  }

  private static func isTimeMLDuration(_ value: String) -> Bool {
    let named = value.replacing("DE", with: "E").replacing("CE", with: "C").replacing("WE", with: "K")
      .replacing("X", with: "0")
    return isDuration(named, units: "CEYQMWKD")
  }

  private static func isDigits(_ text: Substring, _ count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

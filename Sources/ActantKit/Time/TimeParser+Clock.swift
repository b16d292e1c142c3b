import Articles

/// Times of day.
extension TimeParser {
  enum TimeOfDay {
    case part(String)
    case minute(Int)

    func on(_ day: CalendarDate) -> TimePoint {
      switch self {
      case .part(let part): .part(day, part)
      case .minute(let minute): .clock(day, minute: minute)
      }
    }
  }

  /// "3 p.m.", "15:30", "noon", "morning"; zones are read and not applied.
  mutating func timeOfDay() -> TimeOfDay? {
    if let time = partOfDay() { return time }
    return attempt { parser in
      parser.takeFlag { if case .modifier = $0 { true } else { false } }
      return parser.partOfDay() ?? parser.clockTime().map { .minute($0) }
    }
  }

  /// "morning", "noon"
  mutating func partOfDay() -> TimeOfDay? {
    take { meaning in
      switch meaning {
      case .part(let part): .part(part)
      case .clock(let minute): .minute(minute)
      default: nil
      }
    }
  }

  private mutating func clockTime() -> Int? {
    guard let hour = digits(1...2, in: 0...24) else {
      // "0900 GMT"
      guard let number = digits(4...4, in: 0...2359), number % 100 < 60, takeFlag({ $0 == .zone }) else {
        return nil
      }
      return number / 100 * 60 + number % 100
    }
    var minute: Int?
    if gluedText == ":" || gluedText == "." {
      position += 1
      minute = digits(2...2, in: 0...59)
      guard minute != nil, gluedText != "/", gluedText != "." else { return nil }
    }
    let half = take { if case .meridiem(let hours) = $0 { hours } else { nil } }
    let isWhole = takeFlag { $0 == .oclock }
    if gluedText == ":" { return nil }
    takeFlag { $0 == .zone }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      return (hour % 12 + half) * 60 + (minute ?? 0)
    }
    guard isWhole || minute != nil, hour < 24 else { return nil }
    return hour * 60 + (minute ?? 0)
  }
}

import Articles

/// An expression of time as TimeML's TIMEX3 tag has it: its type, value and modifier.
struct Timex: Sendable, Hashable {
  enum Kind: String, Sendable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }

  enum Modifier: String, Sendable, CaseIterable {
    case start = "START"
    case mid = "MID"
    case end = "END"
    case approximate = "APPROX"
    case lessThan = "LESS_THAN"
    case moreThan = "MORE_THAN"
    case atMost = "EQUAL_OR_LESS"
    case atLeast = "EQUAL_OR_MORE"
    case before = "BEFORE"
    case after = "AFTER"
  }

  /// The times that have no place in the calendar.
  enum Reference: String, Sendable, CaseIterable {
    case past = "PAST_REF"
    case present = "PRESENT_REF"
    case future = "FUTURE_REF"
  }

  /// What is known of it.
  enum Content: Sendable, Hashable {
    case point(TimePoint)
    /// From one point to another, both included.
    case interval(TimePoint, TimePoint)
    case duration(TimeDuration)
    /// A duration that begins and ends with the pieces given: "the past two weeks".
    case span(TimeDuration, first: String, last: String)
    case reference(Reference)
    /// Something that happens again: `XXXX-WXX-5`, `P1D`.
    case set(String)
  }

  var content: Content
  var modifier: Modifier?

  /// The type of the tag.
  var kind: Kind {
    switch content {
    case .point(.part), .point(.clock): .time
    case .point, .reference: .date
    case .interval, .duration, .span: .duration
    case .set: .set
    }
  }

  /// The value of the tag; of an interval, for which TimeML has none but its two ends, these with a slash.
  var value: String {
    switch content {
    case .point(let point): point.timeML
    case .interval(let first, let last): "\(first.timeML)/\(last.timeML)"
    case .duration(let duration), .span(let duration, _, _): duration.timeML
    case .reference(let reference): reference.rawValue
    case .set(let value): value
    }
  }

  /// The value as the graph has it, a date, an interval or a duration of ISO 8601, or nothing: sets, vague
  /// references, unknown numbers ("several days") and fiscal years have none. The preposition's bound opens an end,
  /// which is ISO 8601-2's `..`.
  func isoValue(_ bound: TimeLexicon.Bound?) -> String? {
    switch content {
    case .point(let point):
      guard let ends = point.bounds else { return nil }
      switch bound {
      case .since: return "\(ends.first)/.."
      case .until: return "../\(ends.last)"
      // The other end is not told.
      case .between: return nil
      case .within, .at, nil: return ends.first == ends.last ? ends.first : "\(ends.first)/\(ends.last)"
      }
    case .interval(let first, let last):
      guard let start = first.bounds, let end = last.bounds else { return nil }
      return "\(start.first)/\(end.last)"
    case .span(_, let first, let last): return "\(first)/\(last)"
    // "After two years" does not take two years.
    case .duration(let duration):
      return bound == nil || bound == .within || bound == .at ? duration.iso : nil
    case .reference, .set: return nil
    }
  }
}

/// A length of time: numbers of units, the longest unit first.
struct TimeDuration: Sendable, Hashable {
  struct Part: Sendable, Hashable {
    /// The number, unless it is not told or no whole one.
    var count: Int?
    /// What follows the decimal point: 5 of "two and a half".
    var tenths = 0
    /// Whether the number is not told: "several".
    var isVague: Bool { count == nil }
    var unit: TimeUnit

    fileprivate func text(times multiple: Int) -> String {
      guard let count else { return "X" }
      let value = (count * 10 + tenths) * multiple
      return value % 10 == 0 ? String(value / 10) : "\(value / 10).\(value % 10)"
    }
  }

  var parts: [Part]

  /// The one unit and its whole number, where it has no other.
  var simple: (count: Int, unit: TimeUnit)? {
    guard parts.count == 1, parts[0].tenths == 0, let count = parts[0].count else { return nil }
    return (count, parts[0].unit)
  }

  /// As TimeML writes it: `P2DE`, `PXD`, `PT90M`.
  var timeML: String {
    designated { part in
      (part.text(times: 1), part.unit == .minute ? "M" : part.unit.rawValue)
    }
  }

  /// As ISO 8601 writes it, which knows no quarters, decades and centuries, and fractions of the last unit only;
  /// nothing for unknown numbers.
  var iso: String? {
    guard !parts.contains(where: { $0.isVague || $0.unit == .weekend }),
      parts.dropLast().allSatisfy({ $0.tenths == 0 }),
      parts.count == 1 || !parts.contains(where: { [.quarter, .decade, .century].contains($0.unit) })
    else { return nil }
    return designated { part in
      switch part.unit {
      case .minute: (part.text(times: 1), "M")
      case .quarter: (part.text(times: 3), "M")
      case .decade: (part.text(times: 10), "Y")
      case .century: (part.text(times: 100), "Y")
      default: (part.text(times: 1), part.unit.rawValue)
      }
    }
  }

  private func designated(_ name: (Part) -> (String, String)) -> String {
    var text = "P"
    var hasTime = false
    for part in parts {
      if part.unit.isOfClock, !hasTime {
        text += "T"
        hasTime = true
      }
      let (count, unit) = name(part)
      text += count + unit
    }
    return text
  }
}

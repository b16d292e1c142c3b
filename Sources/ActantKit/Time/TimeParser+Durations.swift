import Articles

/// Durations, what lies a duration away, spans up to now or from now on, and what happens again and again.
extension TimeParser {
  /// The day that ways and spans count from: the document's, or the one last spoken of.
  func base(isAnchored: Bool) -> CalendarDate? { isAnchored ? anchor ?? document : document }

  // MARK: Sets

  /// "every Friday", "daily", "twice a week", "Fridays".
  mutating func set() -> String? {
    // "The last two Fridays" are two.
    if position > 0, has(position - 1, { if case .number = $0 { true } else { false } }) { return nil }
    let frequency = take { meaning -> String? in
      switch meaning {
      case .frequency(let value): value
      case .weekdays(let day): "XXXX-WXX-\(day)"
      case .parts(let part): "XXXX-XX-XXT\(part)"
      default: nil
      }
    }
    if let frequency { return frequency }
    return attempt { parser in
      if let step = parser.take({ if case .each(let step) = $0 { step } else { nil } }) {
        return parser.repeated(step)
      }
      // "three times a day"
      let isTimes = parser.takeFlag { $0 == .times } || (parser.number() != nil && parser.takeWord("times"))
      guard isTimes else { return nil }
      guard parser.takeFlag({ $0 == .number(1) || $0 == .each(1) }) else { return nil }
      return parser.repeated(1)
    }
  }

  /// What follows "every".
  private mutating func repeated(_ step: Int) -> String? {
    if let duration = duration(isCounted: false) { return step == 1 ? duration.timeML : nil }
    return take(homographs: true) { meaning -> String? in
      switch meaning {
      case .unit(.weekend, _): "XXXX-WXX-WE"
      case .unit(let unit, let multiple):
        TimeDuration(parts: [.init(count: multiple * step, unit: unit)]).timeML
      case .weekday(let day) where step == 1: "XXXX-WXX-\(day)"
      case .month(let month) where step == 1: "XXXX-\(month < 10 ? "0" : "")\(month)"
      case .season(let season) where step == 1: "XXXX-\(season)"
      case .part(let part) where step == 1: "XXXX-XX-XXT\(part)"
      case .holiday(let month, let day) where step == 1:
        "XXXX-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      default: nil
      }
    }
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard position < tokens.count, tokens[position].text == word else { return false }
    position += 1
    return true
  }

  // MARK: Numbers

  /// "two", "twenty-five", "a hundred and fifty", "1,000".
  mutating func number() -> Int? {
    var sum: Int?
    if position < tokens.count, tokens[position].kind == .number {
      guard let number = tokens[position].number else { return nil }
      sum = number
      position += 1
    }
    while true {
      let start = position
      if sum != nil, !skipMark("-"), sum ?? 0 >= 100 { takeFlag { $0 == .both } }
      let step = take { meaning -> Int? in
        switch meaning {
        case .number(let number): Self.combined(sum, adding: number)
        case .scale(let factor): Self.combined(sum, scaledBy: factor)
        default: nil
        }
      }
      guard let step else {
        position = start
        return sum
      }
      sum = step
    }
  }

  private static func combined(_ sum: Int?, adding number: Int) -> Int? {
    guard let sum else { return number }
    // "twenty-five" and "two hundred and fifty", but not "two five".
    let isTail = (sum % 100 == 0 && sum > 0 && number < 100) || (sum % 10 == 0 && sum > 10 && number < 10)
    return isTail ? sum + number : nil
  }

  private static func combined(_ sum: Int?, scaledBy factor: Int) -> Int? {
    let (product, isOver) = (sum ?? 1).multipliedReportingOverflow(by: factor)
    return isOver || product > 1_000_000_000_000 ? nil : product
  }

  // MARK: Durations

  /// A number and a unit: "two and a half years", "90-minute", "several days", "half a year", "years".
  mutating func duration(isCounted: Bool = true) -> TimeDuration? {
    attempt { parser in
      guard let first = parser.part(isCounted: isCounted) else { return nil }
      var parts = [first]
      // "two years and three months", "an hour, 20 minutes"
      while !first.isVague {
        let next = parser.attempt { parser -> TimeDuration.Part? in
          if !parser.takeFlag({ $0 == .both }) { parser.skipMark(",") }
          guard let next = parser.part(isCounted: false), !next.isVague, let last = parts.last,
            next.unit.length < last.unit.length
          else { return nil }
          return next
        }
        guard let next else { break }
        parts.append(next)
      }
      parser.attempt { parser in
        parser.skipMark("-")
        return parser.takeFlag { $0 == .suffix } ? true : nil
      }
      return TimeDuration(parts: parts)
    }
  }

  /// One number with its unit; a plural goes without a number, "years", where `isCounted` allows it.
  private mutating func part(isCounted: Bool) -> TimeDuration.Part? {
    attempt { parser in
      if parser.takeFlag({ $0 == .halfYear }) {
        // "half a year"
        guard parser.takeFlag({ $0 == .number(1) }), let (unit, multiple) = parser.unit(), multiple == 1
        else {
          return nil
        }
        return TimeDuration.Part(count: 0, tenths: 5, unit: unit)
      }
      if parser.takeFlag({ $0 == .vague }) {
        parser.skipAdjectives()
        guard let (unit, _) = parser.unit() else { return nil }
        return TimeDuration.Part(count: nil, unit: unit)
      }
      guard let count = parser.number() else {
        guard isCounted, let (unit, multiple) = parser.unit() else { return nil }
        // "years" and "years-long", "decade-long", "day later" without its article
        if parser.tokens[parser.position - 1].text.hasSuffix("s") { return .init(count: nil, unit: unit) }
        let isLong = parser.gluedText == "-" && parser.has(parser.position + 1) { $0 == .suffix }
        let isShifted = unit == .day && parser.has(parser.position, \.isShiftFromAnchor)
        return isLong || isShifted ? .init(count: multiple, unit: unit) : nil
      }
      var tenths = 0
      if parser.gluedText == ".", parser.position + 1 < parser.tokens.count,
        parser.tokens[parser.position + 1].digits == 1, let digit = parser.tokens[parser.position + 1].number
      {
        tenths = digit
        parser.position += 2
      }
      if parser.takeHalf() { tenths = 5 }
      let isRange = parser.alternative()
      parser.skipMark("-")
      parser.skipAdjectives()
      guard let (unit, multiple) = parser.unit() else { return nil }
      if parser.takeHalf() { tenths = 5 }
      guard !isRange, count < 1_000_000_000_000 / multiple else {
        return TimeDuration.Part(count: nil, unit: unit)
      }
      return TimeDuration.Part(count: count * multiple, tenths: tenths * (multiple == 1 ? 1 : 0), unit: unit)
    }
  }

  /// "and a half"
  private mutating func takeHalf() -> Bool {
    attempt { parser in
      guard parser.takeFlag({ $0 == .both }), parser.takeFlag({ $0 == .number(1) }) else { return nil }
      return parser.takeFlag { $0 == .halfYear } ? true : nil
    } ?? false
  }

  /// The second of two numbers, "five or six", "three to five", "10-12": together they are not told.
  private mutating func alternative() -> Bool {
    attempt { parser in
      let isJoined =
        parser.takeFlag { $0 == .connector } || parser.takeWord("or")
        || (parser.gluedText == "-" && parser.skipMark("-"))
      guard isJoined, parser.number() != nil else { return nil }
      return true
    } ?? false
  }

  private mutating func skipAdjectives() { while takeFlag({ $0 == .adjective }) {} }

  mutating func unit() -> (TimeUnit, multiple: Int)? {
    take { if case .unit(let unit, let multiple) = $0 { (unit, multiple) } else { nil } }
  }

  // MARK: Ways

  /// A duration, or the point that lies so far from the document's date, the day last spoken of, or another point.
  mutating func durationOrShift() -> Timex.Content? {
    guard let duration = duration() else { return nil }
    let end = position
    if let shift = take({ if case .shift(let shift) = $0 { shift } else { nil } }) {
      let direction = shift == .ago || shift == .earlier ? -1 : 1
      let isAnchored = shift == .earlier || shift == .later
      let isOpen = tokens[position - 1].text != "before" && tokens[position - 1].text != "after"
      if isOpen && !has(position, { $0 == .after || $0 == .before }) || position >= tokens.count {
        return moved(duration, direction, isAnchored: isAnchored)
      }
      position = end
    }
    let direction = take { $0 == .before ? -1 : $0 == .after ? 1 : nil }
    if let direction {
      skipFillers()
      guard let point = point(), let day = point.firstDay, !isRefused else {
        // "Two days after the attack" counts from something that the calendar does not know.
        isRefused = true
        return nil
      }
      return shifted(duration, direction, from: point, day)
    }
    position = end
    // "In two weeks": when it will be, or how long it was.
    if preposition == "in", tense == .future, let document,
      let (count, unit) = duration.simple
    {
      return unit.point(around: document, movedBy: count).map { .point($0) } ?? .duration(duration)
    }
    return .duration(duration)
  }

  private mutating func moved(_ duration: TimeDuration, _ direction: Int, isAnchored: Bool) -> Timex.Content?
  {
    let vague = Timex.Content.reference(direction < 0 ? .past : .future)
    guard let (count, unit) = duration.simple, !unit.isOfClock else { return vague }
    // A later day of a story in the past is later than a day that was told of.
    if isAnchored, direction > 0, anchor == nil, tense == .past {
      isRefused = true
      return nil
    }
    guard let base = base(isAnchored: isAnchored) else {
      isRefused = true
      return nil
    }
    return unit.point(around: base, movedBy: direction * count).map { .point($0) } ?? vague
  }

  private func shifted(
    _ duration: TimeDuration, _ direction: Int, from point: TimePoint, _ day: CalendarDate
  ) -> Timex.Content? {
    guard let (count, unit) = duration.simple else { return .reference(direction < 0 ? .past : .future) }
    let moved =
      point.day == nil
      ? unit.point(around: day, movedBy: direction * count)
      : unit.day(day, movedBy: direction * count).map { .day($0) }
    return moved.map { .point($0) }
  }

  // MARK: Spans

  /// "the past two weeks", "the next few months", "the coming days", "the past year".
  mutating func span() -> Timex.Content? {
    attempt { parser in
      guard let relation = parser.relation() else { return nil }
      let isBack = relation == .past || relation == .last || relation == .previous
      guard isBack || relation == .next || relation == .following else { return nil }
      let start = parser.position
      if let duration = parser.duration(isCounted: false) {
        return parser.span(of: duration, isBack: isBack)
      }
      guard let (unit, multiple) = parser.unit() else { return nil }
      if parser.tokens[parser.position - 1].text.hasSuffix("s") || parser.tokens[start].text == "centuries" {
        return .reference(isBack ? .past : .future)
      }
      guard relation == .past, unit != .weekend, unit != .day || parser.bound == .within else { return nil }
      return parser.span(of: TimeDuration(parts: [.init(count: multiple, unit: unit)]), isBack: true)
    }
  }

  private func span(of duration: TimeDuration, isBack: Bool) -> Timex.Content {
    guard let document, let (count, unit) = duration.simple, !unit.isOfClock else {
      return .duration(duration)
    }
    let grain: TimeUnit =
      switch unit {
      case .month, .quarter: .month
      case .year, .decade, .century: .year
      default: .day
      }
    guard let other = unit.day(document, movedBy: isBack ? -count : count),
      let here = grain.point(around: document, movedBy: 0)?.timeML,
      let there = grain.point(around: other, movedBy: 0)?.timeML
    else { return .duration(duration) }
    return .span(duration, first: isBack ? there : here, last: isBack ? here : there)
  }
}

extension TimeUnit {
  /// Seconds, roughly: to put units in order.
  fileprivate var length: Int {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day: 86_400
    case .weekend: 172_800
    case .week: 604_800
    case .month: 2_629_746
    case .quarter: 7_889_238
    case .year: 31_556_952
    case .decade: 315_569_520
    case .century: 3_155_695_200
    }
  }
}

extension TimeLexicon.Meaning {
  fileprivate var isShiftFromAnchor: Bool {
    switch self {
    case .shift(.earlier), .shift(.later), .before, .after: true
    default: false
    }
  }
}

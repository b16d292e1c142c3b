import Articles

/// Dates that name their day, month or year.
extension TimeParser {
  /// A point in time: a date, a time of day, or both in either order.
  mutating func point() -> TimePoint? {
    hasGuessedYear = false
    lastDayOfRange = nil
    if let time = timeOfDay() {
      if let day = dayBeside() { return time.on(day) }
      let day = attempt { parser -> CalendarDate? in
        parser.skipFillers()
        guard case .day(let day) = parser.date() else { return nil }
        return day
      }
      return (day ?? anchor ?? document).map { time.on($0) }
    }
    guard let date = attempt({ $0.date() }), !isRefused else { return nil }
    if case .day(let day) = date, lastDayOfRange == nil {
      let time = attempt { parser -> TimeOfDay? in
        parser.skipFillers()
        return parser.timeOfDay()
      }
      if let time { return time.on(day) }
    }
    return date
  }

  /// A date in one of its written forms.
  private mutating func date() -> TimePoint? {
    for form in Self.forms where !isRefused {
      if let point = attempt({ form(&$0) }) { return point }
    }
    return nil
  }

  /// The forms in the order that they are tried, those with more to tell them by first.
  private static let forms: [@Sendable (inout TimeParser) -> TimePoint?] = [
    { $0.isoDate() }, { $0.digitsOnly() }, { $0.holidayDate() }, { $0.weekdayDate() }, { $0.monthFirst() },
    { $0.dayFirst() },
    { $0.dayOfMonth() }, { $0.countedWeekday() }, { $0.dayWord() }, { $0.seasonDate() }, { $0.partOfYear() },
    { $0.years() }, { $0.related() }, { $0.weekOf() }, { $0.year() },
  ]

  /// "before" of "the night before", where nothing follows that it is before.
  private mutating func dayBeside() -> CalendarDate? {
    guard position == tokens.count - 1,
      let step = take({ $0 == .shift(.earlier) ? -1 : $0 == .shift(.later) ? 1 : nil })
    else { return nil }
    return base(isAnchored: true)?.adding(days: step)
  }

  // MARK: Digits

  /// "2024-10-31", "2024-10-31T15:00", "2024-10", "2024-W44"
  private mutating func isoDate() -> TimePoint? {
    guard let year = digits(4...4, in: 1...9999), gluedText == "-", skipMark("-") else { return nil }
    if gluedText == "w" {
      position += 1
      guard let week = digits(2...2, in: 1...53), CalendarDate(mondayOf: week, in: year) != nil else {
        return refuse()
      }
      return .week(year: year, week)
    }
    guard let month = digits(2...2, in: 1...12) else { return nil }
    guard gluedText == "-", skipMark("-") else { return .month(year: year, month) }
    guard let day = digits(2...2, in: 1...31), let date = CalendarDate(year: year, month: month, day: day)
    else { return refuse() }
    if gluedText == "t" {
      position += 1
      if let hour = digits(2...2, in: 0...24), gluedText == ":", skipMark(":"),
        let minute = digits(2...2, in: 0...59)
      {
        return .clock(date, minute: hour * 60 + minute)
      }
    }
    return .day(date)
  }

  /// "10/30/2024", "30.10.2024" and "2024/10/30"; refused where day and month could be exchanged.
  private mutating func digitsOnly() -> TimePoint? {
    guard let first = digits(1...4, in: 1...9999), let mark = gluedText, mark == "/" || mark == "." else {
      return nil
    }
    position += 1
    guard let second = digits(1...2, in: 1...31), gluedText == mark, skipMark(mark) else { return nil }
    guard let third = digits(1...4, in: 1...9999) else { return nil }
    if first > 999 {
      return CalendarDate(year: first, month: second, day: third).map { .day($0) } ?? refuse()
    }
    guard third > 999, first <= 31 else { return refuse() }
    let readings = Set(
      [(first, second), (second, first)].compactMap { CalendarDate(year: third, month: $0.0, day: $0.1) })
    guard readings.count == 1, let date = readings.first else { return refuse() }
    return .day(date)
  }

  private mutating func refuse() -> TimePoint? {
    isRefused = true
    return nil
  }

  // MARK: Months and days

  /// "October", "Oct. 30", "Oct. 30th, 2024", "October of last year", "Oct. 3-5"
  private mutating func monthFirst() -> TimePoint? {
    guard let (month, isSure) = monthName() else { return nil }
    if let day = dayNumber() {
      lastDayOfRange = attempt { parser in
        guard parser.takeFlag({ $0 == .connector }) || parser.skipMark("-"),
          let last = parser.dayNumber(), last > day
        else { return nil }
        return last
      }
      return date(month: month, day: day)
    }
    if let year = yearAfter() { return .month(year: year, month) }
    return isSure ? guessedYear(of: month).map { .month(year: $0, month) } : nil
  }

  /// "30 October 2024", "the 30th of October", "3-5 October"
  private mutating func dayFirst() -> TimePoint? {
    guard let day = dayNumber(beforeMonth: true) ?? ordinalWord() else { return nil }
    let last = attempt { parser -> Int? in
      guard parser.takeFlag({ $0 == .connector }) || parser.skipMark("-"),
        let last = parser.dayNumber(beforeMonth: true), last > day
      else { return nil }
      return last
    }
    takeFlag { $0 == .filler }
    skipMark("-")
    guard let (month, _) = monthName() else { return nil }
    skipMark("-")
    lastDayOfRange = last
    return date(month: month, day: day)
  }

  /// "first" of "the first of October"
  private mutating func ordinalWord() -> Int? {
    guard let day = take({ if case .ordinal(let day) = $0 { day } else { nil } }),
      has(position, { $0 == .filler })
    else { return nil }
    return day
  }

  /// A month's name, and whether it can be nothing else.
  private mutating func monthName() -> (month: Int, isSure: Bool)? {
    let start = position
    if let month = take({ if case .month(let month) = $0 { month } else { nil } }) { return (month, true) }
    return take(homographs: true) { if case .month(let month) = $0 { month } else { nil } }
      .map { ($0, isNamed(start)) }
  }

  /// Whether a homograph is taken for a name of time: a capital letter after a preposition.
  private func isNamed(_ place: Int) -> Bool { tokens[place].isCapitalized && bound != nil }

  /// "30", "30th"; not the first number of "30 million" and "5 p.m.".
  private mutating func dayNumber(beforeMonth: Bool = false) -> Int? {
    attempt { parser in
      guard let day = parser.digits(1...2, in: 1...31) else { return nil }
      parser.takeOrdinalSuffix()
      if beforeMonth { return day }
      let isOther = parser.has(parser.position) {
        switch $0 {
        case .unit, .scale, .meridiem, .oclock: true
        default: false
        }
      }
      return isOther || parser.gluedText == ":" ? nil : day
    }
  }

  @discardableResult
  private mutating func takeOrdinalSuffix() -> Bool {
    guard let suffix = gluedText, ["st", "nd", "rd", "th"].contains(suffix) else { return false }
    position += 1
    return true
  }

  /// The day of a month, in the year that follows or else the likeliest.
  private mutating func date(month: Int, day: Int, weekday: Int? = nil) -> TimePoint? {
    // The longest February has 29 days: what no leap year has is no day at all.
    guard CalendarDate(year: 2000, month: month, day: day) != nil else { return refuse() }
    if let year = yearAfter() {
      return CalendarDate(year: year, month: month, day: day).map { .day($0) } ?? refuse()
    }
    return guessedDate(month: month, day: day, weekday: weekday).map { .day($0) }
  }

  /// "Thursday", "Wednesday, Oct. 30, 2024", "Thursday last week"
  private mutating func weekdayDate() -> TimePoint? {
    let start = position
    guard let weekday = weekdayName() else { return nil }
    let explicit = attempt { parser -> TimePoint? in
      parser.skipFillers()
      return parser.attempt { $0.monthFirst() } ?? parser.attempt { $0.dayFirst() }
        ?? parser.attempt { $0.dayOfMonth(weekday: weekday) }
    }
    if let explicit {
      guard hasGuessedYear, case .day(let day) = explicit else { return explicit }
      return guessedDate(month: day.month, day: day.day, weekday: weekday).map { .day($0) }
    }
    if isRefused { return nil }
    let week = attempt { parser -> TimePoint? in
      parser.skipFillers()
      guard let relation = parser.relation(), let (unit, _) = parser.unit(), unit == .week else { return nil }
      return parser.related(relation, unit)
    }
    if let monday = week?.firstDay { return monday.adding(days: weekday - 1).map { .day($0) } }
    // "Sun" is a day, "the Sun" and "sun" are not.
    let isSure = tokens[start].isCapitalized && (start == 0 || tokens[start - 1].text != "the")
    guard isSure || tokens[start].entries.contains(where: { !$0.isHomograph }) else { return nil }
    return weekdayNear(weekday).map { .day($0) }
  }

  /// "the first Friday of October"
  private mutating func countedWeekday() -> TimePoint? {
    guard let count = ordinal(upTo: 5), let weekday = weekdayName(), takeFlag({ $0 == .filler }),
      case .month(let year, let month) = monthFirst() ?? related(),
      let first = CalendarDate(year: year, month: month, day: 1)
    else { return nil }
    return CalendarDate(
      year: year, month: month, day: (weekday - first.weekday + 7) % 7 + 1 + (count - 1) * 7
    ).map { .day($0) }
  }

  mutating func weekdayName() -> Int? {
    take(homographs: true) { if case .weekday(let day) = $0 { day } else { nil } }
  }

  /// "the 30th": of this month or the one that the tense leads to; "Friday the 13th".
  private mutating func dayOfMonth(weekday: Int? = nil) -> TimePoint? {
    guard position == 0 || tokens[position - 1].text == "the" || tokens[position - 1].kind == .word,
      let day = digits(1...2, in: 1...31), takeOrdinalSuffix(), let document
    else { return nil }
    let isFollowed = position < tokens.count && tokens[position].kind == .word
    guard !isFollowed || has(position, { $0 == .connector || $0 == .filler || $0 == .both }) else {
      return nil
    }
    // No weekday keeps away from a day of the month for longer than 14 months.
    for step in 0...(weekday == nil ? 2 : 14) {
      guard let month = document.monthStart?.adding(months: tense == .future ? step : -step),
        let date = CalendarDate(year: month.year, month: month.month, day: day),
        weekday == nil || date.weekday == weekday
      else { continue }
      if tense == .future ? date.dayNumber >= document.dayNumber : date.dayNumber <= document.dayNumber {
        return .day(date)
      }
    }
    return nil
  }

  // MARK: Years

  /// "2024" of "October 2024", "Oct. 30, 2024", "the summer of 2023"; "last year" of "October of last year".
  mutating func yearAfter() -> Int? {
    attempt { parser in
      parser.skipFillers()
      if let year = parser.digits(4...4, in: 1000...2999) {
        return parser.gluedText == "s" || parser.gluedText == ":" ? nil : year
      }
      guard let relation = parser.relation(), let (unit, _) = parser.unit(), unit == .year,
        case .year(let year) = parser.related(relation, .year)
      else { return nil }
      return year
    }
  }

  /// "2024", where it is not the number of something: "2024 soldiers".
  private mutating func year() -> TimePoint? {
    let start = position
    guard let year = digits(4...4, in: 1000...2999) else { return nil }
    // "$2024"
    if start > 0, tokens[start].isGlued, !["-", "("].contains(tokens[start - 1].text) { return nil }
    guard position < tokens.count else { return .year(year) }
    let next = tokens[position]
    if has(position, { $0 == .era }) { return refuse() }
    switch next.kind {
    case .number: return nil
    case .mark: return [",", "-", ";", ")"].contains(next.text) ? .year(year) : nil
    case .word:
      let isOfTime = !next.entries.isEmpty && !has(position) { if case .unit = $0 { true } else { false } }
      return isOfTime || (start > 0 && tokens[start - 1].text == "the") ? .year(year) : nil
    }
  }

  /// "the 1990s", "the '90s", "the nineties", "the 19th century", "fiscal 2025"
  private mutating func years() -> TimePoint? {
    if takeFlag({ $0 == .fiscal }) {
      skipMark("-")
      if let year = digits(4...4, in: 1000...2999) { return .fiscalYear(year) }
      return digits(2...2, in: 0...99).map { .fiscalYear(2000 + $0) }
    }
    let decade = attempt { parser -> Int? in
      parser.take { if case .decade(let decade) = $0 { decade } else { nil } }
        ?? parser.digits(2...2, in: 0...90).flatMap { parser.takeGlued("s") ? $0 : nil }
    }
    if let decade, decade % 10 == 0 { return .decade(decade + (decade < 30 ? 2000 : 1900)) }
    let long = attempt { parser -> Int? in
      parser.digits(4...4, in: 1000...2990).flatMap { parser.takeGlued("s") ? $0 : nil }
    }
    if let long, long % 10 == 0 {
      return long % 100 == 0 && long < 2000 ? .century(long / 100) : .decade(long)
    }
    guard let number = ordinal(upTo: 99) else { return nil }
    skipMark("-")
    guard let (unit, multiple) = unit(), unit == .century, multiple == 1 else { return nil }
    return .century(number - 1)
  }

  private mutating func takeGlued(_ text: String) -> Bool {
    guard gluedText == text else { return false }
    position += 1
    return true
  }

  /// "third", "3rd"
  mutating func ordinal(upTo last: Int) -> Int? {
    attempt { parser in
      if let number = parser.take({ if case .ordinal(let number) = $0 { number } else { nil } }) {
        return number <= last ? number : nil
      }
      guard let number = parser.digits(1...2, in: 1...last), parser.takeOrdinalSuffix() else { return nil }
      return number
    }
  }
}

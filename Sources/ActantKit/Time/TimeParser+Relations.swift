import Articles

/// Dates by their relation to the document's, and the guess of years that are not told.
extension TimeParser {
  mutating func relation() -> TimeLexicon.Relation? {
    take { if case .relation(let relation) = $0 { relation } else { nil } }
  }

  /// "last week", "next Tuesday", "this October", "last night", "the previous day", "the same year"
  mutating func related() -> TimePoint? {
    guard let relation = relation() else { return nil }
    if let (unit, multiple) = unit() {
      guard multiple == 1, !tokens[position - 1].text.hasSuffix("s") else { return nil }
      return related(relation, unit)
    }
    let here = self
    return take(homographs: true) { meaning -> TimePoint? in
      switch meaning {
      case .weekday(let day): here.weekday(day, relation).map { .day($0) }
      case .month(let month): here.year(relation, from: month, months: 1).map { .month(year: $0, month) }
      case .season(let season):
        TimePoint.seasons.firstIndex(of: season)
          .flatMap { here.year(relation, from: ($0 + 1) * 3, months: 3) }.map { .season(year: $0, season) }
      case .holiday(let month, let day): here.holiday(month, day, relation).map { .day($0) }
      case .part(let part): here.part(part, relation)
      default: nil
      }
    }
  }

  /// The unit before, around or after the document's day, or the day last spoken of.
  func related(_ relation: TimeLexicon.Relation, _ unit: TimeUnit) -> TimePoint? {
    // "The next day" belongs to a story; "next week" counts from now.
    let isAnchored = [.previous, .following, .same].contains(relation) || (relation == .next && unit == .day)
    guard let base = base(isAnchored: isAnchored) else { return nil }
    if isAnchored, anchor == nil, tense == .past, relation == .following || relation == .next { return nil }
    // "The last day" is a final one.
    if unit == .day, relation == .last || relation == .past { return nil }
    var offset = relation.offset
    // "This weekend" is past on a weekday in the past tense.
    if unit == .weekend, relation == .this, tense == .past, base.weekday < 6 { offset = -1 }
    return unit.point(around: base, movedBy: offset)
  }

  /// The unit around the document's day: "the year" of "the end of the year".
  mutating func wholeUnit() -> TimePoint? {
    attempt { parser in
      parser.skipFillers()
      guard let (unit, multiple) = parser.unit(), multiple == 1, unit != .day, let document = parser.document
      else { return nil }
      return unit.point(around: document, movedBy: 0)
    }
  }

  /// "the week of Oct. 28", "the weekend", "year-end"
  mutating func weekOf() -> TimePoint? {
    guard let (unit, multiple) = unit(), multiple == 1, let document else { return nil }
    if unit == .weekend, !tokens[position - 1].text.hasSuffix("s") {
      let isAhead = tense == .future || document.weekday >= 6
      return unit.point(around: document, movedBy: isAhead ? 0 : -1)
    }
    let isEnd = attempt { parser -> Bool? in
      parser.skipMark("-")
      return parser.takeFlag { $0 == .end } ? true : nil
    }
    if isEnd == true { return unit == .day ? nil : unit.point(around: document, movedBy: 0) }
    guard unit == .week, takeFlag({ $0 == .filler }), let day = point()?.day else { return nil }
    return unit.point(around: day, movedBy: 0)
  }

  /// "yesterday", "tonight", "overnight"
  mutating func dayWord() -> TimePoint? {
    guard let document else { return nil }
    let tense = tense
    return take { meaning -> TimePoint? in
      switch meaning {
      case .day(let offset, let part):
        document.adding(days: offset).map { day in part.map { .part(day, $0) } ?? .day(day) }
      case .overnight: document.adding(days: tense == .future ? 0 : -1).map { .part($0, "NI") }
      default: nil
      }
    }
  }

  private func part(_ part: String, _ relation: TimeLexicon.Relation) -> TimePoint? {
    let isAnchored = relation != .this && relation != .last && relation != .past
    let isForward = relation == .next || relation == .following
    if isForward, anchor == nil, tense == .past { return nil }
    let offset = relation == .this ? 0 : relation.offset
    return base(isAnchored: isAnchored)?.adding(days: offset).map { .part($0, part) }
  }

  // MARK: Weekdays and holidays

  /// The weekday on or before the document's day, in the future the one on or after it.
  func weekdayNear(_ weekday: Int) -> CalendarDate? {
    guard let document else { return nil }
    let back = (document.weekday - weekday + 7) % 7
    return document.adding(days: tense == .future ? (7 - back) % 7 : -back)
  }

  private func weekday(_ weekday: Int, _ relation: TimeLexicon.Relation) -> CalendarDate? {
    switch relation {
    case .this, .same: return weekdayNear(weekday)
    case .last, .past, .previous:
      guard let document else { return nil }
      return document.adding(days: -((document.weekday - weekday + 6) % 7 + 1))
    case .next, .following:
      guard let base = base(isAnchored: relation == .following) else { return nil }
      return base.adding(days: (weekday - base.weekday + 6) % 7 + 1)
    }
  }

  /// "Christmas", "New Year's Day 2024"
  mutating func holidayDate() -> TimePoint? {
    let holiday = take { meaning -> (month: Int, day: Int)? in
      if case .holiday(let month, let day) = meaning { (month, day) } else { nil }
    }
    guard let (month, day) = holiday else { return nil }
    if let year = yearAfter() { return CalendarDate(year: year, month: month, day: day).map { .day($0) } }
    return guessedDate(month: month, day: day).map { .day($0) }
  }

  private func holiday(_ month: Int, _ day: Int, _ relation: TimeLexicon.Relation) -> CalendarDate? {
    guard let document else { return nil }
    let years = (document.year - 1)...(document.year + 1)
    let dates = years.compactMap { CalendarDate(year: $0, month: month, day: day) }
    switch relation.offset {
    case ..<0: return dates.last { $0.dayNumber < document.dayNumber }
    case 0: return dates.first { $0.year == document.year }
    default: return dates.first { $0.dayNumber > document.dayNumber }
    }
  }

  // MARK: Seasons, quarters and halves

  /// "spring 2023", "the summer of last year", "the winter"
  mutating func seasonDate() -> TimePoint? {
    let start = position
    let reading = { (meaning: TimeLexicon.Meaning) -> String? in
      if case .season(let season) = meaning { season } else { nil }
    }
    guard let season = take(reading) ?? take(homographs: true, reading) else { return nil }
    if let year = yearAfter() { return .season(year: year, season) }
    let isHomograph = tokens[start].entries.allSatisfy(\.isHomograph)
    guard !isHomograph || bound != nil, let number = TimePoint.seasons.firstIndex(of: season) else {
      return nil
    }
    return guessedYear(of: (number + 1) * 3, months: 3).map { .season(year: $0, season) }
  }

  /// "Q3 2024", "3Q", "H1 2023", "the third quarter", "the first half of 2023"
  mutating func partOfYear() -> TimePoint? {
    if let (number, isHalf) = attempt({ $0.code() }) {
      guard let year = yearAfter() ?? (isHalf ? nil : guessedYear(of: number * 3 - 2, months: 3)) else {
        return nil
      }
      return isHalf ? .half(year: year, number) : .quarter(year: year, number)
    }
    guard let number = ordinal(upTo: 4) else { return nil }
    skipMark("-")
    let isHalf = takeFlag { $0 == .halfYear }
    guard isHalf || takeFlag({ $0 == .unit(.quarter, multiple: 1) }), number <= (isHalf ? 2 : 4) else {
      return nil
    }
    if let year = yearAfter() ?? yearAround() {
      return isHalf ? .half(year: year, number) : .quarter(year: year, number)
    }
    // Games have halves and quarters too.
    guard !isHalf, !has(position, { $0 == .filler }) else { return nil }
    return guessedYear(of: number * 3 - 2, months: 3).map { .quarter(year: $0, number) }
  }

  /// "of the year"
  private mutating func yearAround() -> Int? {
    attempt { parser in
      parser.skipFillers()
      return parser.takeFlag { $0 == .unit(.year, multiple: 1) } ? parser.document?.year : nil
    }
  }

  /// "Q3", "3Q", "H1": notation, not language.
  private mutating func code() -> (number: Int, isHalf: Bool)? {
    guard position + 1 < tokens.count, tokens[position + 1].isGlued else { return nil }
    let (first, second) = (tokens[position], tokens[position + 1])
    let letter = first.kind == .word ? first.text : second.text
    guard letter == "q" || letter == "h",
      let number = first.kind == .word ? second.number : first.number,
      (1...(letter == "q" ? 4 : 2)).contains(number)
    else { return nil }
    position += 2
    return (number, letter == "h")
  }

  /// The year that "last October" or "next summer" means, of a stretch that begins with a month.
  private func year(_ relation: TimeLexicon.Relation, from month: Int, months: Int) -> Int? {
    guard let document else { return nil }
    let here = document.year * 12 + document.month
    let years = document.years(before: 2)
    switch relation.offset {
    case ..<0: return years.last { $0 * 12 + month + months <= here }
    // This winter began last December.
    case 0:
      return month + months > 13 && document.month < month + months - 12
        ? years.first { $0 == document.year - 1 } : document.year
    default: return years.first { $0 * 12 + month > here }
    }
  }

  // MARK: Guesses of years

  /// The year of a month, or stretch of months, that none is told of: the last that has begun, in the future the first
  /// that has not ended, in the present the nearest.
  mutating func guessedYear(of month: Int, months: Int = 1) -> Int? {
    hasGuessedYear = true
    guard let document else { return yearAhead }
    let here = document.year * 12 + document.month
    let years = document.years(before: 1)
    switch tense {
    case .past: return years.last { $0 * 12 + month <= here }
    case .future: return years.first { $0 * 12 + month + months > here }
    case .present:
      if months > 1 { return years.last { $0 * 12 + month <= here } }
      return years.min { abs($0 * 12 + month - here) < abs($1 * 12 + month - here) }
    }
  }

  /// The day nearest to the document's that falls on the weekday, if one is told, and lies where the tense leads.
  ///
  /// News leave the year out of days that are near, so up to two months the wrong way are nearer than ten the right
  /// way: "the vote was set for Nov. 5", said on Oct. 31.
  mutating func guessedDate(month: Int, day: Int, weekday: Int? = nil) -> CalendarDate? {
    hasGuessedYear = true
    guard let document else {
      return yearAhead.flatMap { CalendarDate(year: $0, month: month, day: day) }
    }
    let reach = month == 2 && day == 29 ? 8 : 1
    var dates = ((document.year - reach)...(document.year + reach))
      .compactMap { CalendarDate(year: $0, month: month, day: day) }
    if let weekday, dates.contains(where: { $0.weekday == weekday }) {
      dates.removeAll { $0.weekday != weekday }
    }
    let ways = dates.map { (date: $0, way: $0.dayNumber - document.dayNumber) }
    return ways.filter { _, way in
      switch tense {
      case .past: way <= Self.slack
      case .present: true
      case .future: way >= -Self.slack
      }
    }.min { abs($0.way) < abs($1.way) }?.date
  }

  /// Without the document's date, the year of an interval's other end: "from Nov. 1 to Nov. 5, 2023".
  private var yearAhead: Int? {
    guard has(position, { $0 == .connector || $0 == .both }) else { return nil }
    return tokens[position...].first { $0.digits == 4 && (1000...2999).contains($0.number ?? 0) }?.number
  }

  /// Days that a date without a year may lie the wrong way.
  private static var slack: Int { 60 }
}

extension TimeLexicon.Relation {
  /// How many units from here.
  var offset: Int {
    switch self {
    case .last, .past, .previous: -1
    case .this, .same: 0
    case .next, .following: 1
    }
  }
}

extension CalendarDate {
  /// The years from so many before a day's to the next, within the calendar's 1 to 9999.
  fileprivate func years(before count: Int) -> ClosedRange<Int> {
    max(year - count, 1)...min(year + 1, 9999)
  }
}

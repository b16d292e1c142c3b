import Articles

/// A stretch of the calendar that an expression of time names, in TimeML's grains.
enum TimePoint: Sendable, Hashable {
  case day(CalendarDate)
  /// A part of a day: `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
  case part(CalendarDate, String)
  /// Minutes since midnight; 1440 is the midnight that ends the day.
  case clock(CalendarDate, minute: Int)
  case week(year: Int, Int)
  case weekend(year: Int, week: Int)
  case month(year: Int, Int)
  case quarter(year: Int, Int)
  case half(year: Int, Int)
  /// `SP`, `SU`, `FA` or `WI`.
  case season(year: Int, String)
  case year(Int)
  case fiscalYear(Int)
  /// By its first year: 1990.
  case decade(Int)
  /// By its first hundred years' number: 18 is the 19th century.
  case century(Int)

  /// The value by the TIMEX3 tag of TimeML 1.2.1: `2024-Q3`, `199`, `2024-10-30TNI`.
  var timeML: String {
    switch self {
    case .day(let day): day.description
    case .part(let day, let part): "\(day)T\(part)"
    case .clock(let day, let minute): "\(day)T\(padded(minute / 60)):\(padded(minute % 60))"
    case .week(let year, let week): "\(padded(year, to: 4))-W\(padded(week))"
    case .weekend(let year, let week): "\(padded(year, to: 4))-W\(padded(week))-WE"
    case .month(let year, let month): "\(padded(year, to: 4))-\(padded(month))"
    case .quarter(let year, let quarter): "\(padded(year, to: 4))-Q\(quarter)"
    case .half(let year, let half): "\(padded(year, to: 4))-H\(half)"
    case .season(let year, let season): "\(padded(year, to: 4))-\(season)"
    case .year(let year): padded(year, to: 4)
    case .fiscalYear(let year): "FY\(padded(year, to: 4))"
    case .decade(let year): padded(year / 10, to: 3)
    case .century(let century): padded(century)
    }
  }

  /// The first and the last piece in ISO 8601's own terms, equal where it can name the whole: 2024-07 and 2024-09 of a
  /// quarter. Seasons are ISO 8601-2's 21 to 24; parts of a day are the day; fiscal years differ too much to tell.
  var bounds: (first: String, last: String)? {
    switch self {
    case .day, .clock, .week, .month, .year: (timeML, timeML)
    case .part(let day, _): (day.description, day.description)
    case .weekend(let year, let week):
      CalendarDate(mondayOf: week, in: year).flatMap { monday in
        guard let first = monday.adding(days: 5), let last = monday.adding(days: 6) else { return nil }
        return (first.description, last.description)
      }
    case .quarter(let year, let quarter): months(year, quarter * 3 - 2, quarter * 3)
    case .half(let year, let half): months(year, half * 6 - 5, half * 6)
    case .season(let year, let season):
      Self.seasons.firstIndex(of: season).map {
        ("\(padded(year, to: 4))-\($0 + 21)", "\(padded(year, to: 4))-\($0 + 21)")
      }
    case .decade(let year): (padded(year, to: 4), padded(year + 9, to: 4))
    case .century(let century): (padded(century * 100, to: 4), padded(century * 100 + 99, to: 4))
    case .fiscalYear: nil
    }
  }

  /// The day that it is or begins with.
  var firstDay: CalendarDate? {
    switch self {
    case .day(let day), .part(let day, _), .clock(let day, _): day
    case .week(let year, let week): CalendarDate(mondayOf: week, in: year)
    case .weekend(let year, let week): CalendarDate(mondayOf: week, in: year)?.adding(days: 5)
    case .month(let year, let month): CalendarDate(year: year, month: month, day: 1)
    case .quarter(let year, let quarter): CalendarDate(year: year, month: quarter * 3 - 2, day: 1)
    case .half(let year, let half): CalendarDate(year: year, month: half * 6 - 5, day: 1)
    case .season(let year, let season):
      CalendarDate(year: year, month: ((Self.seasons.firstIndex(of: season) ?? 0) + 1) * 3, day: 1)
    case .year(let year), .fiscalYear(let year), .decade(let year):
      CalendarDate(year: year, month: 1, day: 1)
    case .century(let century): CalendarDate(year: max(century * 100, 1), month: 1, day: 1)
    }
  }

  /// The day that it is or lies in, if it is no longer than that.
  var day: CalendarDate? {
    switch self {
    case .day(let day), .part(let day, _), .clock(let day, _): day
    default: nil
    }
  }

  /// The seasons in the order of the year, each of three months from March.
  static let seasons = ["SP", "SU", "FA", "WI"]

  private func months(_ year: Int, _ first: Int, _ last: Int) -> (String, String) {
    ("\(padded(year, to: 4))-\(padded(first))", "\(padded(year, to: 4))-\(padded(last))")
  }

  private func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A unit of time, named as in TimeML's durations.
enum TimeUnit: String, Sendable, Hashable, CaseIterable {
  case second = "S"
  case minute = "MI"
  case hour = "H"
  case day = "D"
  case weekend = "WE"
  case week = "W"
  case month = "M"
  case quarter = "Q"
  case year = "Y"
  case decade = "DE"
  case century = "CE"

  /// Whether it is shorter than a day.
  var isOfClock: Bool { self == .second || self == .minute || self == .hour }

  /// The grain that contains a day, moved by so many units.
  func point(around day: CalendarDate, movedBy count: Int) -> TimePoint? {
    switch self {
    case .second, .minute, .hour: return nil
    case .day: return day.adding(days: count).map { .day($0) }
    case .week, .weekend:
      guard abs(count) < 1_000_000, let moved = day.adding(days: count * 7) else { return nil }
      let week = moved.week
      guard (1...9999).contains(week.year) else { return nil }
      return self == .week ? .week(year: week.year, week.week) : .weekend(year: week.year, week: week.week)
    case .month: return day.monthStart?.adding(months: count).map { .month(year: $0.year, $0.month) }
    case .quarter:
      guard abs(count) < 40_000 else { return nil }
      return day.monthStart?.adding(months: count * 3).map {
        .quarter(year: $0.year, ($0.month - 1) / 3 + 1)
      }
    case .year: return Self.year(day.year, count, by: 1).map { .year($0) }
    case .decade: return Self.year(day.year / 10 * 10, count, by: 10).map { .decade($0) }
    case .century: return Self.year(day.year / 100 * 100, count, by: 100).map { .century($0 / 100) }
    }
  }

  /// A day moved by so many units, itself a day.
  func day(_ day: CalendarDate, movedBy count: Int) -> CalendarDate? {
    guard abs(count) < 4_000_000 else { return nil }
    return switch self {
    case .second, .minute, .hour: nil
    case .day: day.adding(days: count)
    case .week, .weekend: day.adding(days: count * 7)
    case .month: day.adding(months: count)
    case .quarter: day.adding(months: count * 3)
    case .year: day.adding(months: count * 12)
    case .decade: day.adding(months: count * 120)
    case .century: day.adding(months: count * 1200)
    }
  }

  private static func year(_ year: Int, _ count: Int, by years: Int) -> Int? {
    guard abs(count) < 10_000 else { return nil }
    let moved = year + count * years
    return (1...9999).contains(moved) ? moved : nil
  }
}

extension CalendarDate {
  var monthStart: CalendarDate? { CalendarDate(year: year, month: month, day: 1) }
}

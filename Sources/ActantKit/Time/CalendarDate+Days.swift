import Articles

/// Arithmetic on days, by counting them: no clock, no time zone, no locale.
extension CalendarDate {
  /// Days since 1970-01-01.
  ///
  /// Years are counted from March, so that the leap day ends them (H. Hinnant, *chrono-Compatible Low-Level Date
  /// Algorithms*, `days_from_civil`).
  var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let cycle = shifted / 400
    let yearOfCycle = shifted - cycle * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return cycle * 146_097 + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear - 719_468
  }

  /// The day of a number, or nothing before year 1 and after year 9999.
  init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    let days = dayNumber + 719_468
    let cycle = days / 146_097
    let dayOfCycle = days - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// Monday is 1, Sunday 7.
  var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// ISO 8601's week and the year that it belongs to: the year that its Thursday is in.
  var week: (year: Int, week: Int) {
    guard let thursday = adding(days: 4 - weekday),
      let first = CalendarDate(year: thursday.year, month: 1, day: 1)
    else { return (year, 1) }
    return (thursday.year, (thursday.dayNumber - first.dayNumber) / 7 + 1)
  }

  /// The Monday of a week of ISO 8601.
  init?(mondayOf week: Int, in year: Int) {
    guard (1...53).contains(week), let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
    self.init(dayNumber: fourth.dayNumber - fourth.weekday + 1 + (week - 1) * 7)
    guard self.week == (year, week) else { return nil }
  }

  func adding(days: Int) -> CalendarDate? {
    let (sum, isOver) = dayNumber.addingReportingOverflow(days)
    return isOver ? nil : CalendarDate(dayNumber: sum)
  }

  /// The same day of another month, or that month's last where it has no such day.
  func adding(months: Int) -> CalendarDate? {
    guard abs(months) < 120_000 else { return nil }
    let count = year * 12 + month - 1 + months
    guard count >= 12 else { return nil }
    for last in 0..<4 {
      let date = CalendarDate(year: count / 12, month: count % 12 + 1, day: day - last)
      if let date { return date }
    }
    return nil
  }
}

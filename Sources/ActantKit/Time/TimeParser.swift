import Articles

/// Reads the first expression of time in a row of tokens, by recursive descent.
///
/// Each reading takes tokens off the front or leaves the position as it was. The grammar is in the extensions: this file
/// has the order of the readings and the ways to take tokens.
struct TimeParser {
  let tokens: [TimeToken]
  /// The document's day.
  let document: CalendarDate?
  /// The day last spoken of, which "a day later" counts from.
  let anchor: CalendarDate?
  let tense: TimeResolver.Tense
  /// The preposition before the expression, in small letters.
  let preposition: String?
  /// What the preposition makes of the expression.
  let bound: TimeLexicon.Bound?
  var position = 0
  /// Whether a date was read that the calendar does not have, or that can be read in two ways.
  var isRefused = false
  /// Whether the year of the date read last is a guess.
  var hasGuessedYear = false
  /// The second day of "Oct. 3-5".
  var lastDayOfRange: Int?

  init(
    tokens: [TimeToken], document: CalendarDate?, anchor: CalendarDate?, tense: TimeResolver.Tense,
    preposition: String?, bound: TimeLexicon.Bound?
  ) {
    self.tokens = tokens
    self.document = document
    self.anchor = anchor
    self.tense = tense
    self.preposition = preposition
    self.bound = bound
  }

  /// The first expression of the tokens.
  /// - Complexity: linear in the number of tokens.
  mutating func firstExpression() -> Timex? {
    while position < tokens.count {
      let start = position
      if let timex = expression(), !isRefused { return timex }
      if isRefused { return nil }
      position = start + 1
      // A number goes with what is glued to it: "9/11", "COVID-19".
      while position < tokens.count, tokens[position].isGlued, isNumeric(position) { position += 1 }
    }
    return nil
  }

  private func isNumeric(_ place: Int) -> Bool {
    if tokens[place].kind == .number { return true }
    guard tokens[place].kind == .mark, place + 1 < tokens.count else { return false }
    return tokens[place + 1].kind == .number && tokens[place + 1].isGlued
  }

  private mutating func expression() -> Timex? {
    if let set = set() { return Timex(content: .set(set)) }
    let start = position
    // "the early hours of Monday", before "early" is read by itself
    if partOfDay() != nil {
      position = start
      if let point = point() { return Timex(content: .point(point)) }
      position = start
    }
    let modifier = modifier()
    if let content = content() { return Timex(content: content, modifier: modifier) }
    if modifier == .start || modifier == .mid || modifier == .end, let point = wholeUnit() {
      return Timex(content: .point(point), modifier: modifier)
    }
    position = start
    guard modifier != nil else { return nil }
    return content().map { Timex(content: $0) }
  }

  private mutating func content() -> Timex.Content? {
    if let span = span() { return span }
    if let content = durationOrShift() { return content }
    if isRefused { return nil }
    if let point = point() {
      if isRefused { return nil }
      if let interval = interval(from: point) { return interval }
      return isRefused ? nil : .point(point)
    }
    return reference()
  }

  /// "early", "at least", "the end of", also glued by a hyphen: "mid-October".
  private mutating func modifier() -> Timex.Modifier? {
    let start = position
    guard
      let modifier = take({ meaning -> Timex.Modifier? in
        if case .modifier(let modifier) = meaning { modifier } else { nil }
      })
    else { return nil }
    skipMark("-")
    // "early Thursday", but "later" alone is no modifier.
    if position >= tokens.count { position = start }
    return position == start ? nil : modifier
  }

  private mutating func reference() -> Timex.Content? {
    let start = position
    guard
      let reference = take({ meaning -> Timex.Reference? in
        if case .reference(let reference) = meaning { reference } else { nil }
      })
    else { return nil }
    // "The past two weeks" are a span.
    let isCounted = position < tokens.count && (tokens[position].kind == .number || has(position, isCount))
    guard !isCounted else {
      position = start
      return nil
    }
    return .reference(reference)
  }

  private func isCount(_ meaning: TimeLexicon.Meaning) -> Bool {
    switch meaning {
    case .unit, .number, .vague, .scale: true
    default: false
    }
  }

  // MARK: Intervals

  private mutating func interval(from first: TimePoint) -> Timex.Content? {
    if let last = lastDayOfRange, case .day(let day) = first {
      lastDayOfRange = nil
      guard let end = CalendarDate(year: day.year, month: day.month, day: last) else {
        isRefused = true
        return nil
      }
      return .interval(first, .day(end))
    }
    let start = position
    let isGuessed = hasGuessedYear
    let isJoined = takeFlag { $0 == .connector } || (bound == .between && takeFlag { $0 == .both })
    let isConnected = isJoined || skipMark("-")
    // Between "from" or "between" and two dates the parser of sentences may leave out what joins them.
    guard isConnected || bound == .since || bound == .between else { return nil }
    skipFillers()
    if let last = shortYear(after: first) ?? point(), !isRefused {
      if let interval = ordered(first, last, isGuessed: isGuessed) { return interval }
      // "From 2015 to 2010" is neither.
      isRefused = isJoined
    }
    position = start
    return nil
  }

  /// "2010-15"
  private mutating func shortYear(after first: TimePoint) -> TimePoint? {
    guard case .year(let year) = first, position < tokens.count, tokens[position].digits == 2,
      let short = tokens[position].number, short > year % 100
    else { return nil }
    position += 1
    return .year(year / 100 * 100 + short)
  }

  /// An interval whose ends are in order, moved there where their years or weeks were guesses.
  private func ordered(_ first: TimePoint, _ last: TimePoint, isGuessed: Bool) -> Timex.Content? {
    var (first, last) = (first, last)
    if isGuessed, !hasGuessedYear, let year = last.firstDay?.year {
      first = first.inYear(year) ?? first
      if !isOrdered(first, last) { first = first.inYear(year - 1) ?? first }
    }
    if isOrdered(first, last) { return .interval(first, last) }
    if case .day(let day) = last, let moved = day.adding(days: 7), isOrdered(first, .day(moved)) {
      return .interval(first, .day(moved))
    }
    if hasGuessedYear, let year = last.firstDay?.year, let moved = last.inYear(year + 1),
      isOrdered(first, moved)
    {
      return .interval(first, moved)
    }
    return nil
  }

  private func isOrdered(_ first: TimePoint, _ last: TimePoint) -> Bool {
    guard let start = first.firstDay, let end = last.firstDay else { return false }
    if case .clock(_, let minute) = first, case .clock(_, let other) = last, start == end {
      return minute < other
    }
    return start.dayNumber <= end.dayNumber && first != last
  }

  // MARK: Taking tokens

  /// The first meaning of the next words that a reading accepts; the words are taken.
  ///
  /// Homographs are left alone; see `takeHomograph`.
  mutating func take<Value>(
    homographs: Bool = false, _ reading: (TimeLexicon.Meaning) -> Value?
  ) -> Value? {
    guard position < tokens.count else { return nil }
    for entry in tokens[position].entries where homographs || !entry.isHomograph {
      guard let value = reading(entry.meaning), let end = end(of: entry) else { continue }
      position = end
      return value
    }
    return nil
  }

  /// Takes the next words if they can mean what a reading accepts.
  @discardableResult
  mutating func takeFlag(_ reading: (TimeLexicon.Meaning) -> Bool) -> Bool {
    take { reading($0) ? true : nil } ?? false
  }

  /// Where a form ends that begins at the position; hyphens between its words do not count.
  private func end(of entry: TimeLexicon.Entry) -> Int? {
    var place = position + 1
    for word in entry.rest {
      if place < tokens.count, tokens[place].text == "-" { place += 1 }
      guard place < tokens.count, tokens[place].text == word else { return nil }
      place += 1
    }
    return place
  }

  /// Whether a word can mean what a reading accepts, with or without more words.
  func has(_ place: Int, _ reading: (TimeLexicon.Meaning) -> Bool) -> Bool {
    place < tokens.count && tokens[place].entries.contains { reading($0.meaning) }
  }

  @discardableResult
  mutating func skipMark(_ mark: String) -> Bool {
    guard position < tokens.count, tokens[position].kind == .mark, tokens[position].text == mark else {
      return false
    }
    position += 1
    return true
  }

  /// "of", "the", "on" and commas.
  mutating func skipFillers() {
    while takeFlag({ $0 == .filler }) || skipMark(",") {}
  }

  /// A number of so many digits, without commas.
  mutating func digits(_ count: ClosedRange<Int>, in range: ClosedRange<Int>) -> Int? {
    guard position < tokens.count, tokens[position].kind == .number, count.contains(tokens[position].digits),
      let number = tokens[position].number, range.contains(number)
    else { return nil }
    position += 1
    return number
  }

  /// The text of the next token, if it is glued to the one before.
  var gluedText: String? {
    position < tokens.count && tokens[position].isGlued ? tokens[position].text : nil
  }

  /// Reads and goes back where nothing came of it.
  @discardableResult
  mutating func attempt<Value>(_ reading: (inout TimeParser) -> Value?) -> Value? {
    let start = position
    if let value = reading(&self) { return value }
    position = start
    return nil
  }
}

extension TimePoint {
  /// The same day or month of another year.
  fileprivate func inYear(_ year: Int) -> TimePoint? {
    switch self {
    case .day(let day): CalendarDate(year: year, month: day.month, day: day.day).map { .day($0) }
    case .month(_, let month): (1...9999).contains(year) ? .month(year: year, month) : nil
    default: nil
    }
  }
}

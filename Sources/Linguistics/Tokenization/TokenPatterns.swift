/// The shapes of single tokens: how far a word, a number or an address reaches.
struct TokenPatterns {
  let rules: TokenizerRules
  let scalars: [Unicode.Scalar]
  let classes = ScalarClasses.shared

  subscript(i: Int) -> ScalarClass { classes[scalars[i]] }

  /// Where letters, digits and marks end.
  func runEnd(_ i: Int, to end: Int) -> Int {
    var k = i
    while k < end, self[k].isWord || self[k] == .mark || scalars[k] == "_" { k += 1 }
    return k
  }

  /// Where digits end.
  func digitsEnd(_ i: Int, to end: Int) -> Int {
    var k = i
    while k < end, self[k] == .digit { k += 1 }
    return k
  }

  /// Where the word that begins at `start` ends: letters and digits, with the signs within that do not part it.
  func wordEnd(_ start: Int, to end: Int) -> Int {
    if self[start] == .digit, let number = joinedNumber(start, to: end) { return number }
    var part = start
    var stop = partEnd(start, to: end)
    while stop + 1 < end, joins(part..<stop, at: stop, in: start..<end) {
      part = stop + 1
      stop = partEnd(part, to: end)
    }
    return stop
  }

  /// Where a run of letters and digits ends, units after a number left off.
  private func partEnd(_ start: Int, to end: Int) -> Int {
    let stop = runEnd(start, to: end)
    guard self[start] == .digit else { return stop }
    let digits = digitsEnd(start, to: stop)
    return digits < stop && rules.units.contains(scalars[digits..<stop]) ? digits : stop
  }

  /// Whether the sign at `i`, after a part of a word, joins it to what follows.
  private func joins(_ part: Range<Int>, at i: Int, in word: Range<Int>) -> Bool {
    let next = i + 1
    guard self[next].isWord else { return false }
    let afterDigit = self[i - 1] == .digit
    let beforeDigit = self[next] == .digit
    let end = word.upperBound
    switch scalars[i] {
    case "'", "\u{2019}", "`", "\u{B4}":
      return true
    case ".":
      if afterDigit { return beforeDigit && isNumber(part) }
      let following = runEnd(next, to: end)
      if part.count == 1, following - next == 1, self[next] != .digit { return true }
      return following - word.lowerBound <= 5
        && rules.abbreviations.contains(scalars[word.lowerBound..<following])
    case ",":
      guard afterDigit, beforeDigit, isNumber(part), part.count <= 3 else { return false }
      return digitsEnd(next, to: end) == next + 3
    case ":":
      return afterDigit && beforeDigit && isNumber(part)
    case "&":
      return !beforeDigit && min(part.count, runEnd(next, to: end) - next) <= 3
    case "*":
      return !afterDigit && !beforeDigit
    case "-", "\u{2010}", "\u{2011}":
      let following = runEnd(next, to: end)
      if part.lowerBound == word.lowerBound, rules.prefixes.contains(scalars[part]) { return true }
      return following - word.lowerBound <= 20 && rules.whole.contains(scalars[word.lowerBound..<following])
    case "/":
      let following = runEnd(next, to: end)
      return following - word.lowerBound <= 8 && rules.whole.contains(scalars[word.lowerBound..<following])
    default:
      return false
    }
  }

  private func isNumber(_ part: Range<Int>) -> Bool { part.allSatisfy { self[$0] == .digit } }

  /// Where telephone numbers, dates and fractions end: digits joined by hyphens or slashes. `nil` for other numbers,
  /// ranges such as "10-15" among them.
  private func joinedNumber(_ start: Int, to end: Int) -> Int? {
    var lengths: [Int] = []
    var i = start
    var hyphens = 0
    while i < end, self[i] == .digit {
      let stop = digitsEnd(i, to: end)
      lengths.append(stop - i)
      guard stop + 1 < end, self[stop + 1] == .digit, scalars[stop] == "-" || scalars[stop] == "/" else {
        i = stop
        break
      }
      if scalars[stop] == "-" { hyphens += 1 }
      i = stop + 1
    }
    guard lengths.count > 1, i == end || !self[i].isWord else { return nil }
    let last = lengths[lengths.count - 1]
    let before = lengths[lengths.count - 2]
    let isTelephone = last == 4 && before == 3
    let isPostcode = lengths == [5, 4] && hyphens == 1
    let isDate = lengths.count == 3 && (lengths[0] == 4 || last == 4 || last == 2) && before <= 2
    let isFraction = hyphens == 0 && lengths.count <= 3
    return isTelephone || isPostcode || isDate || isFraction ? i : nil
  }
}

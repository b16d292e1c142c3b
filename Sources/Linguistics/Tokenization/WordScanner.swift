/// What lies between a word and the one before it.
enum Gap: UInt8, Comparable {
  /// Nothing: the words touch.
  case none
  /// White space within a line.
  case space
  /// A line end that may be mere white space.
  case line
  /// A line end after a heading, a list item or the like: a sentence ends here.
  case block
  /// A blank line: a paragraph ends here.
  case paragraph

  static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
}

/// A syntactic word found in the text.
struct Word {
  /// Where it begins, in scalars.
  var start: Int
  /// Where it ends, in scalars.
  var end: Int
  /// What lies before it.
  var gap: Gap
  /// Whether it belongs to the same token as the word before it, as "n't" in "don't".
  var continuesToken = false
  /// Whether its last scalar is the full stop of an abbreviation that could end a sentence as well.
  var hasAbbreviationStop = false

  var range: Range<Int> { start..<end }
}

/// Splits runs of characters without white space into words as the English treebanks of Universal Dependencies do.
struct WordScanner {
  private let patterns: TokenPatterns
  private var rules: TokenizerRules { patterns.rules }
  private var scalars: [Unicode.Scalar] { patterns.scalars }
  /// The words found so far.
  private var words: [Word] = []
  private var pendingGap = Gap.paragraph
  private var isInSingleQuotes = false

  /// A longer run of characters is not searched for addresses, so that time stays linear.
  private static let longestAddress = 2_000

  init(rules: TokenizerRules, scalars: [Unicode.Scalar]) {
    patterns = TokenPatterns(rules: rules, scalars: scalars)
  }

  /// The words found since the last call.
  mutating func takeWords() -> [Word] {
    defer { words = [] }
    return words
  }

  /// Adds the words of a run of characters without white space.
  /// - Parameters:
  ///   - run: offsets of the characters.
  ///   - gap: what lies before the run.
  mutating func scan(_ run: Range<Int>, after gap: Gap) {
    pendingGap = gap
    if gap >= .block { isInSingleQuotes = false }
    var plain = true
    var mayHoldAddress = false
    for i in run {
      let c = self[i]
      if c == .letter || c == .upper || c == .mark { continue }
      plain = false
      let s = scalars[i]
      if s == "@" || s == ":" || s == "." || s == "/" { mayHoldAddress = true }
    }
    if plain { return emit(run) }
    var start = run.lowerBound
    if mayHoldAddress, run.count <= Self.longestAddress, let address = patterns.address(in: run) {
      scanParts(start..<address.lowerBound)
      append(address)
      start = address.upperBound
    }
    scanParts(start..<run.upperBound)
  }

  private subscript(i: Int) -> ScalarClass { patterns[i] }

  // MARK: Words and punctuation in turn

  private mutating func scanParts(_ run: Range<Int>) {
    var i = run.lowerBound
    while i < run.upperBound {
      if let end = emoticon(at: i, in: run) {
        append(i..<end)
        i = end
      } else if let start = wordStart(at: i, in: run) {
        i = scanWord(i, from: start, to: run.upperBound)
      } else {
        i = scanPunctuation(i, to: run.upperBound)
      }
    }
  }

  /// Where the letters or digits of a word that begins here begin, after a sign that is part of it; `nil` at
  /// punctuation.
  private func wordStart(at i: Int, in run: Range<Int>) -> Int? {
    if self[i].isWord { return i }
    let next = i + 1
    guard next < run.upperBound, self[next].isWord else { return nil }
    let atStart = i == run.lowerBound || !self[i - 1].isWord
    guard atStart else { return nil }
    switch scalars[i] {
    case "+": return self[next] == .digit ? next : nil
    case ".":
      if self[next] == .digit { return next }
      return rules.endings.contains(scalars[next..<patterns.runEnd(next, to: run.upperBound)]) ? next : nil
    case "#", "@": return self[next] == .digit ? nil : next
    case "'", "\u{2019}", "\u{2018}":
      let end = patterns.runEnd(next, to: run.upperBound)
      if self[next] == .digit {
        let digits = patterns.digitsEnd(next, to: end)
        return digits - next == 2 && (digits == end || end == digits + 1 && scalars[digits] == "s")
          ? next : nil
      }
      return rules.clipped.contains(scalars[i..<end]) || isClitic(next, to: end) && i == run.lowerBound
        ? next : nil
    default: return nil
    }
  }

  private func isClitic(_ start: Int, to end: Int) -> Bool {
    switch end - start {
    case 1: "sSmMdD".unicodeScalars.contains(scalars[start])
    case 2: ["re", "ve", "ll"].contains { Self.equal(scalars[start..<end], $0) }
    default: false
    }
  }

  private static func equal(_ slice: ArraySlice<Unicode.Scalar>, _ word: String) -> Bool {
    slice.lazy.map(\.folded).elementsEqual(word.unicodeScalars.lazy.map(\.value))
  }

  /// Emits the word whose first scalar is at `i` and whose letters begin at `start`; gives its end.
  private mutating func scanWord(_ i: Int, from start: Int, to end: Int) -> Int {
    var stop = patterns.wordEnd(start, to: end)
    if stop < end, scalars[stop].isApostrophe, isPossessiveApostrophe(at: stop, to: end) {
      emit(i..<stop)
      append(stop..<stop + 1, continuesToken: true)
      return stop + 1
    }
    let hasStop = takesFullStop(i..<stop, to: end)
    if hasStop { stop += 1 }
    if hasStop {
      append(i..<stop)
      words[words.count - 1].hasAbbreviationStop = true
    } else {
      emit(i..<stop)
    }
    return stop
  }

  /// Whether an apostrophe after a plural stands for its possessive rather than closes a quotation.
  private func isPossessiveApostrophe(at i: Int, to end: Int) -> Bool {
    guard scalars[i] != "`", scalars[i - 1].folded == 0x73, !isInSingleQuotes else { return false }
    return i + 1 == end || !self[i + 1].isWord
  }

  private mutating func scanPunctuation(_ i: Int, to end: Int) -> Int {
    var stop = i + 1
    let first = scalars[i]
    switch first {
    case "!", "?":
      while stop < end, scalars[stop] == "!" || scalars[stop] == "?" { stop += 1 }
    case ".":
      while stop < end, scalars[stop] == "." { stop += 1 }
      if stop == i + 1 { while stop < end, scalars[stop] == "!" || scalars[stop] == "?" { stop += 1 } }
    case "\u{2018}" where i + 1 < end && scalars[i + 1] == "\u{2019}": stop += 1
    case "\u{2019}" where i + 1 < end && scalars[i + 1] == first: stop += 1
    case "\u{2026}":
      while stop < end, scalars[stop] == "." || scalars[stop] == first { stop += 1 }
    case "-", "=", "*", "_", "~", "+", "#", "<", ">", "|", "'", "`", "^", "\\", "$":
      while stop < end, scalars[stop] == first { stop += 1 }
    case "\u{1F1E6}"..."\u{1F1FF}":  // two letters of this kind are a flag
      if stop < end, ("\u{1F1E6}"..."\u{1F1FF}").contains(scalars[stop]) { stop += 1 }
    default: break
    }
    while stop < end, self[stop] == .mark || scalars[stop - 1] == "\u{200D}" && !self[stop].isWord {
      stop += 1
    }
    if stop == i + 1 {
      if first == "'" || first == "\u{2018}" || first == "`" {
        isInSingleQuotes = stop < end && self[stop].isWord
      } else if first == "\u{2019}" {
        isInSingleQuotes = false
      }
    }
    append(i..<stop)
    return stop
  }

  private func emoticon(at i: Int, in run: Range<Int>) -> Int? {
    switch scalars[i] {
    case ":", ";", "=", "(", ">", "^", "-", "D", "X", "<": break
    default: return nil
    }
    guard i == run.lowerBound || !self[i - 1].isWord || scalars[i] == ":" || scalars[i] == ";" else {
      return nil
    }
    for length in stride(from: 3, to: 1, by: -1) where i + length <= run.upperBound {
      let end = i + length
      guard end == run.upperBound || !self[end].isWord else { continue }
      guard end == run.upperBound || i == run.lowerBound else { continue }
      if rules.emoticons.contains(scalars[i..<end]) { return end }
    }
    return nil
  }

  // MARK: Full stops

  /// Whether the full stop after a form belongs to it.
  private func takesFullStop(_ form: Range<Int>, to end: Int) -> Bool {
    let dot = form.upperBound
    guard dot < end, scalars[dot] == ".", dot + 1 == end || scalars[dot + 1] != "." || dot + 2 == end
    else { return false }
    let slice = scalars[form]
    guard let first = slice.first, self[form.lowerBound] == .letter || self[form.lowerBound] == .upper else {
      return false
    }
    if form.count == 1, self[form.lowerBound] == .upper {
      return first != "I" || previousIsName
    }
    if isDottedLetters(form) { return true }
    guard form.count <= 8 else { return false }
    if rules.titles.contains(slice) || rules.abbreviations.contains(slice) { return true }
    return rules.numbering.contains(slice) && digitFollows(dot + 1)
  }

  /// Whether the word before is capitalised, so that "I." after it may be an initial.
  private var previousIsName: Bool {
    guard pendingGap != .none, let last = words.last else { return false }
    return self[last.start] == .upper && last.end - last.start > 1
  }

  private func digitFollows(_ i: Int) -> Bool {
    guard i < scalars.count else { return false }
    return self[i] == .digit || i + 1 < scalars.count && self[i] == .space && self[i + 1] == .digit
  }

  /// Single letters with full stops between them: "U.S", "p.m".
  private func isDottedLetters(_ form: Range<Int>) -> Bool {
    guard form.count > 2, form.count % 2 == 1 else { return false }
    return form.allSatisfy { i in
      (i - form.lowerBound) % 2 == 0 ? self[i] == .letter || self[i] == .upper : scalars[i] == "."
    }
  }

  // MARK: Emission

  /// Adds a token, split into its words.
  private mutating func emit(_ token: Range<Int>) {
    var start = token.lowerBound
    if token.count <= 8, let cuts = rules.fused[ScalarHash.folded(scalars[token])] {
      for cut in cuts {
        append(start..<token.lowerBound + cut, continuesToken: start > token.lowerBound)
        start = token.lowerBound + cut
      }
      return append(start..<token.upperBound, continuesToken: true)
    }
    var clitics: [Range<Int>] = []
    var end = token.upperBound
    while let clitic = cliticStart(token.lowerBound..<end) {
      clitics.append(clitic..<end)
      end = clitic
    }
    append(token.lowerBound..<end)
    for clitic in clitics.reversed() { append(clitic, continuesToken: true) }
  }

  /// Where the clitic at the end of a token begins.
  private func cliticStart(_ token: Range<Int>) -> Int? {
    let end = token.upperBound
    guard token.count > 2 else { return nil }
    if token.count > 3, scalars[end - 2].isApostrophe, scalars[end - 1].folded == 0x74,
      scalars[end - 3].folded == 0x6E
    {
      return end - 3
    }
    for length in 1...2 where token.count > length + 1 {
      let start = end - length
      if scalars[start - 1].isApostrophe, isClitic(start, to: end) { return start - 1 }
    }
    return nil
  }

  private mutating func append(_ range: Range<Int>, continuesToken: Bool = false) {
    guard !range.isEmpty else { return }
    words.append(
      Word(start: range.lowerBound, end: range.upperBound, gap: pendingGap, continuesToken: continuesToken))
    pendingGap = .none
  }
}

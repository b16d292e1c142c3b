extension TokenPatterns {
  /// The first web address, e-mail address or file name in a run of characters without white space.
  /// - Complexity: O(*n*) in the length of the run.
  func address(in run: Range<Int>) -> Range<Int>? {
    schemeAddress(in: run) ?? mailAddress(in: run) ?? domain(in: run)
  }

  /// An address that begins with a scheme ("https://") or "www.": it reaches to the end of the run.
  private func schemeAddress(in run: Range<Int>) -> Range<Int>? {
    var i = run.lowerBound
    while i < run.upperBound {
      guard self[i].isWord else {
        i += 1
        continue
      }
      let stop = runEnd(i, to: run.upperBound)
      let word = scalars[i..<stop]
      if stop + 1 < run.upperBound {
        let isScheme =
          scalars[stop] == ":" && scalars[stop + 1] == "/" && stop + 2 < run.upperBound
          && scalars[stop + 2] == "/"
        let isBare = scalars[stop] == ":" && (spells(word, "mailto") || spells(word, "doi"))
        if isScheme || isBare || scalars[stop] == "." && spells(word, "www") {
          return trimmed(i..<addressEnd(stop + 1, to: run.upperBound))
        }
      }
      i = stop
    }
    return nil
  }

  private func spells(_ slice: ArraySlice<Unicode.Scalar>, _ word: String) -> Bool {
    slice.lazy.map(\.folded).elementsEqual(word.unicodeScalars.lazy.map(\.value))
  }

  private func addressEnd(_ i: Int, to end: Int) -> Int {
    scalars[i..<end].firstIndex { "<>\"\u{201C}\u{201D}|".unicodeScalars.contains($0) } ?? end
  }

  /// An address without the punctuation that follows it; a closing bracket stays where an opening one is within.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    let opens = scalars[range].contains("(")
    while end > range.lowerBound + 1 {
      switch scalars[end - 1] {
      case ".", ",", ";", ":", "!", "?", "'", "\u{2019}", "]", "}", "*": end -= 1
      case ")" where !opens: end -= 1
      default: return range.lowerBound..<end
      }
    }
    return range.lowerBound..<end
  }

  /// "name@host.org": word characters and a few signs on both sides of an at sign.
  private func mailAddress(in run: Range<Int>) -> Range<Int>? {
    guard let at = scalars[run].firstIndex(of: "@"), at > run.lowerBound, at + 1 < run.upperBound,
      self[at + 1].isWord
    else { return nil }
    var start = at
    while start > run.lowerBound,
      self[start - 1].isWord || "._%+-".unicodeScalars.contains(scalars[start - 1])
    {
      start -= 1
    }
    guard start < at else { return nil }
    var end = at + 1
    while end < run.upperBound, self[end].isWord || "._-".unicodeScalars.contains(scalars[end]) { end += 1 }
    return trimmed(start..<end)
  }

  /// "example.org", "example.org/page" or "report.doc": names with full stops between, of which the last is known.
  private func domain(in run: Range<Int>) -> Range<Int>? {
    var start = run.lowerBound
    while start < run.upperBound, !self[start].isWord { start += 1 }
    var end = start
    var lastDot: Int?
    while end < run.upperBound {
      if self[end].isWord || scalars[end] == "_" || scalars[end] == "-" || scalars[end] == "#" {
        end += 1
      } else if scalars[end] == ".", end + 1 < run.upperBound, self[end + 1].isWord, end > start {
        lastDot = end
        end += 1
      } else {
        break
      }
    }
    guard let lastDot else { return nil }
    if isNewsgroup(start..<end) { return start..<end }
    guard rules.endings.contains(scalars[lastDot + 1..<end]) else { return nil }
    // "U.S.", "p.m" and the like have single letters; a name has more.
    let name = scalars[start..<lastDot]
    guard let cut = name.lastIndex(of: ".") else { return name.count > 1 ? reach(start, end, in: run) : nil }
    return lastDot - cut > 2 ? reach(start, end, in: run) : nil
  }

  /// Three or more names in lower case with full stops between: "comp.lang.ada".
  private func isNewsgroup(_ range: Range<Int>) -> Bool {
    let parts = scalars[range].split(separator: ".")
    return parts.count > 2 && parts.allSatisfy { $0.count > 1 && classes[$0[$0.startIndex]] == .letter }
  }

  /// The range from `start`, with the path that may follow at `end`.
  private func reach(_ start: Int, _ end: Int, in run: Range<Int>) -> Range<Int> {
    guard end < run.upperBound, scalars[end] == "/" else { return start..<end }
    return trimmed(start..<addressEnd(end, to: run.upperBound))
  }
}

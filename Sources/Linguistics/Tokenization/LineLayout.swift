/// A line of text that is not blank.
struct Line {
  /// From its first to its last character that is not white space.
  var range: Range<Int>
  /// What sets it apart from the line before: `.line`, `.block` or `.paragraph`.
  var gap: Gap
  fileprivate var indent: Int
}

/// Tells line ends that are mere white space from those that end a heading, a list item or a paragraph.
///
/// A line end is deliberate where the first word of the next line would still have fitted: wrapping would not have
/// made it. Blank lines always end a paragraph.
struct LineLayout {
  /// Lines of text wrapped by hand or program are at least this long.
  private static let narrowestWrap = 60

  private let scalars: [Unicode.Scalar]
  private let classes = ScalarClasses.shared

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The lines of the text.
  /// - Complexity: O(*n*) in the length of the text.
  func lines() -> [Line] {
    var lines = rawLines()
    var first = 0
    while first < lines.count {
      var end = first + 1
      while end < lines.count, lines[end].gap != .paragraph { end += 1 }
      if end - first > 1 { markBlocks(&lines[first..<end]) }
      first = end
    }
    return lines
  }

  private func rawLines() -> [Line] {
    var lines: [Line] = []
    var gap = Gap.paragraph
    var i = 0
    while i < scalars.count {
      let lineStart = i
      var first: Int?
      var last = i
      while i < scalars.count {
        let scalarClass = classes[scalars[i]]
        if scalarClass == .lineEnd { break }
        if scalarClass != .space {
          if first == nil { first = i }
          last = i
        }
        i += 1
      }
      if let first {
        lines.append(Line(range: first..<last + 1, gap: gap, indent: first - lineStart))
        gap = .line
      } else {
        gap = .paragraph
      }
      guard i < scalars.count else { break }
      if scalars[i] == "\u{2029}" { gap = .paragraph }
      i += scalars[i] == "\r" && i + 1 < scalars.count && scalars[i + 1] == "\n" ? 2 : 1
    }
    return lines
  }

  private func markBlocks(_ lines: inout ArraySlice<Line>) {
    let longest = lines.reduce(0) { max($0, $1.range.count) }
    let isWrapped = longest >= Self.narrowestWrap || lines.contains(where: startsInLowerCase)
    let width = isWrapped ? longest : Int.max
    for i in lines.indices.dropFirst() where endsBlock(lines[i - 1], before: lines[i], width: width) {
      lines[i].gap = .block
    }
  }

  private func endsBlock(_ line: Line, before next: Line, width: Int) -> Bool {
    let firstWord = scalars[next.range].prefix { !classes[$0].isSpace }.count
    let isDeliberate = firstWord < width - line.range.count
    if let marker = listMarker(next) {
      return marker == .bullet || isDeliberate || listMarker(line) != nil || scalars[line.range].last == ":"
    }
    if startsInLowerCase(next) { return false }
    if next.indent >= line.indent + 2, listMarker(line) == nil { return true }
    guard isDeliberate, let last = scalars[line.range].last else { return false }
    switch last {
    case ",", ";", "-", "\u{2013}", "\u{2014}", "&", "/", "(": return false
    case ".", "!", "?", ":", "\u{2026}": return true
    default: return !startsInLowerCase(line)
    }
  }

  private func startsInLowerCase(_ line: Line) -> Bool {
    classes[scalars[line.range.lowerBound]] == .letter
  }

  private enum ListMarker { case bullet, dash, number }

  /// What a list item begins with, if the line is one.
  private func listMarker(_ line: Line) -> ListMarker? {
    let start = scalars[line.range.lowerBound]
    var i = line.range.lowerBound + 1
    guard i < line.range.upperBound else { return nil }
    switch start {
    case "\u{2022}", "\u{2023}", "\u{2043}", "\u{25AA}", "\u{25CF}", "\u{25A0}", "\u{25E6}", "\u{00B7}":
      return .bullet
    case "-", "*", "+", "\u{2013}", "\u{2014}":
      return classes[scalars[i]] == .space ? .dash : nil
    default:
      while i < line.range.upperBound, i < line.range.lowerBound + 3, classes[scalars[i]] == .digit { i += 1 }
      guard classes[start] == .digit, i + 1 < line.range.upperBound, scalars[i] == "." || scalars[i] == ")",
        classes[scalars[i + 1]] == .space
      else { return nil }
      return .number
    }
  }
}

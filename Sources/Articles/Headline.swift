/// Finds the headline that a plain text may begin with.
enum Headline {
  /// The greatest number of characters in a headline.
  private static let longest = 120

  /// The first line of a text, where it reads like a headline: a short line with a blank one and more text after it,
  /// which does not end as a sentence or a dateline does, and gives no date.
  /// - Complexity: O(1) but for blanks at the head of the text.
  static func headline(of text: String) -> String? {
    let start = text.drop(while: \.isWhitespace)
    let line = start.prefix(longest + 1).prefix { !$0.isNewline }
    let gap = start[line.endIndex...].prefix(while: \.isWhitespace)
    guard gap.first?.isNewline == true, gap.count(where: \.isNewline) > 1, gap.endIndex < text.endIndex
    else { return nil }
    let title = String(line).collapsed
    let end = title.last { !closing.contains($0) }
    guard title.count <= longest, let end, !endings.contains(end), title.contains(where: \.isLetter),
      DateLine.date(atHeadOf: title) == nil, !isByline(title)
    else { return nil }
    return title
  }

  private static func isByline(_ title: String) -> Bool {
    title.hasPrefix("By ") || title.hasPrefix("BY ")
  }

  /// What may stand after the mark that ends a sentence.
  private static let closing: Set<Character> = ["\"", "\u{201D}", "'", "\u{2019}", ")", "]"]
  /// What a sentence, a dateline or an unfinished line ends with, but no headline.
  private static let endings: Set<Character> = [".", ":", ",", ";", "-", "\u{2013}", "\u{2014}"]
}

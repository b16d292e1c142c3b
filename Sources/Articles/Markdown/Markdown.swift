/// Reads Markdown (CommonMark 0.31, with the front matter of site generators) as plain text.
///
/// Headings, paragraphs, list items and quotations become paragraphs with their lines joined. Markup is taken away
/// from around words; pictures, tables, fenced code, comments, rules and link definitions are left out, being no
/// prose. Lines indented by four are text here, not code.
enum Markdown {
  /// The text, with the title and date that the front matter or the first heading give.
  static func content(of source: String) -> ArticleContent {
    var lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    let frontMatter = FrontMatter(takingFrom: &lines)
    var blocks = MarkdownBlocks()
    for line in lines { blocks.read(line) }
    blocks.endParagraph()
    let text = blocks.paragraphs.joined(separator: "\n\n")
    return ArticleContent(
      title: frontMatter.title ?? blocks.title, date: frontMatter.date.flatMap { CalendarDate(stamp: $0) },
      text: text.isEmpty ? "" : text + "\n")
  }
}

/// The fields that a document begins with, between lines of `---` (YAML) or `+++` (TOML).
private struct FrontMatter {
  var title: String?
  var date: String?

  /// Takes the fields off the front of the lines, where there are any.
  init(takingFrom lines: inout ArraySlice<Substring>) {
    guard let fence = lines.first.map(MarkdownBlocks.trimmed), fence == "---" || fence == "+++",
      let end = lines.dropFirst().firstIndex(where: { MarkdownBlocks.trimmed($0) == fence }),
      lines[lines.startIndex + 1].contains(fence == "---" ? ":" : "=")
    else { return }
    for line in lines[lines.startIndex + 1..<end] {
      guard let separator = line.firstIndex(of: fence == "---" ? ":" : "=") else { continue }
      let value = Self.unquoted(MarkdownBlocks.trimmed(line[line.index(after: separator)...]))
      switch MarkdownBlocks.trimmed(line[..<separator]).lowercased() {
      case "title": title = value.isEmpty ? nil : value
      case "date": date = value
      default: continue
      }
    }
    lines = lines[(end + 1)...]
  }

  private static func unquoted(_ value: Substring) -> String {
    guard value.count > 1, let quote = value.first, quote == "\"" || quote == "'", value.last == quote
    else { return String(value) }
    return String(value.dropFirst().dropLast())
  }
}

/// Gathers the paragraphs of a document line by line.
struct MarkdownBlocks {
  /// The finished paragraphs, as plain text.
  private(set) var paragraphs: [String] = []
  /// The first heading.
  private(set) var title: String?

  private var open: [Substring] = []
  private var isInItem = false
  private var fence: Substring?
  private var isInComment = false

  static func trimmed(_ line: Substring) -> Substring {
    let start = line.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }

  /// Reads the next line.
  mutating func read(_ line: Substring) {
    var text = Self.trimmed(line)
    if let fence {
      if text.hasPrefix(fence), text.allSatisfy({ $0 == fence.first }) { self.fence = nil }
      return
    }
    if isInComment || text.hasPrefix("<!--") {
      isInComment = !text.contains("-->")
      return
    }
    while text.hasPrefix(">") {
      text = Self.trimmed(text.dropFirst())
    }
    if let opening = Self.fenceOpening(text) {
      endParagraph()
      fence = opening
    } else if text.isEmpty {
      endParagraph()
    } else if !open.isEmpty, Self.isRun(text, of: "=") || Self.isRun(text, of: "-") {
      endParagraph(isHeading: true)
    } else if Self.isRule(text) || text.hasPrefix("|") || Self.isLinkDefinition(text) {
      endParagraph()
    } else if let heading = Self.heading(text) {
      endParagraph()
      open = [heading]
      endParagraph(isHeading: true)
    } else if let item = Self.listItem(text, interrupting: !open.isEmpty && !isInItem) {
      endParagraph()
      open = [item]
      isInItem = true
    } else {
      open.append(text)
    }
  }

  /// Ends the paragraph that is being gathered.
  mutating func endParagraph(isHeading: Bool = false) {
    let text = MarkdownInlines.plainText(open.joined(separator: " "))
    open = []
    isInItem = false
    guard !text.isEmpty else { return }
    paragraphs.append(text)
    if isHeading, title == nil { title = text }
  }

  private static func fenceOpening(_ text: Substring) -> Substring? {
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let run = text.prefix { $0 == mark }
    return run.count >= 3 && !text[run.endIndex...].contains("`") ? run : nil
  }

  private static func isRun(_ text: Substring, of mark: Character) -> Bool {
    text.allSatisfy { $0 == mark }
  }

  private static func isRule(_ text: Substring) -> Bool {
    let marks = text.filter { !$0.isWhitespace }
    guard let mark = marks.first, "*-_".contains(mark) else { return false }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  private static func isLinkDefinition(_ text: Substring) -> Bool {
    guard text.hasPrefix("["), let close = text.firstIndex(of: "]") else { return false }
    return text[close...].hasPrefix("]:")
  }

  private static func heading(_ text: Substring) -> Substring? {
    let marks = text.prefix { $0 == "#" }
    let rest = text[marks.endIndex...]
    guard (1...6).contains(marks.count), rest.first?.isWhitespace ?? true else { return nil }
    let words = trimmed(rest)
    guard let last = words.lastIndex(where: { $0 != "#" }) else { return "" }
    let end = words.index(after: last)
    return end == words.endIndex || words[last].isWhitespace ? trimmed(words[..<end]) : words
  }

  /// The text of a list item; a numbered one within a paragraph must be number 1, as in CommonMark, so that a line
  /// that happens to begin with "1945." stays one.
  private static func listItem(_ text: Substring, interrupting: Bool) -> Substring? {
    if let mark = text.first, "-*+".contains(mark), text.dropFirst().first?.isWhitespace == true {
      return trimmed(text.dropFirst())
    }
    let number = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[number.endIndex...]
    guard (1...9).contains(number.count), let mark = rest.first, ".)".contains(mark),
      rest.dropFirst().first?.isWhitespace == true, !interrupting || number == "1"
    else { return nil }
    return trimmed(rest.dropFirst())
  }
}

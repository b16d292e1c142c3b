/// The kinds of file that articles are read from, told by the end of the name.
enum InputFormat: Sendable {
  case text, markdown, html, jsonLines

  /// The format that a path's extension names, in upper or lower case.
  init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "jsonl", "ndjson": self = .jsonLines
    default: return nil
    }
  }

  /// The extensions as messages name them.
  static let extensionList = ".txt, .md, .html or .jsonl"
}

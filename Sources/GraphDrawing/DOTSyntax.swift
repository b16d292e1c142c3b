/// How text is written in the DOT language.
enum DOTSyntax {
  /// A quoted string for a name.
  ///
  /// Graphviz copies names into an SVG with what looks like a character entity left alone. `&#0;` would make
  /// the file ill-formed, and `&lt;` be shown as something else: such an `&` is itself written as an entity.
  static func name(_ text: String) -> String {
    "\"" + escaped(text, ampersand: "&", entityAmpersand: "&amp;", backslash: "\\\\") + "\""
  }

  /// A quoted string for a value that is kept but not drawn.
  ///
  /// DOT can write no lone backslash before a quotation mark, so that backslashes are doubled, as its escape
  /// strings have them.
  static func value(_ text: String) -> String {
    "\"" + escaped(text, ampersand: "&", backslash: "\\\\") + "\""
  }

  /// A quoted string for a tooltip of so many lines. Graphviz reads escapes such as `\N` in it twice over.
  static func tooltip(_ lines: [String]) -> String {
    "\"" + lines.map { escaped($0, backslash: "\\\\\\\\") }.joined(separator: "\\n") + "\""
  }

  /// Text within an HTML-like label, where Graphviz reads escapes such as `\N` too. Empty text is a dash,
  /// since empty elements are errors there.
  static func html(_ text: String) -> String {
    let result = escaped(text, backslash: "\\\\", quotationMark: "&quot;", less: "&lt;", greater: "&gt;")
    return result.isEmpty ? "—" : result
  }

  private static func escaped(
    _ text: String, ampersand: String = "&amp;", entityAmpersand: String? = nil, backslash: String,
    quotationMark: String = "\\\"", less: String = "<", greater: String = ">"
  ) -> String {
    let scalars = DisplayText.cleaned(text).unicodeScalars
    var result = ""
    for index in scalars.indices {
      switch scalars[index] {
      case "&":
        result += startsEntity(scalars[index...].dropFirst()) ? entityAmpersand ?? ampersand : ampersand
      case "\\": result += backslash
      case "\"": result += quotationMark
      case "<": result += less
      case ">": result += greater
      default: result.unicodeScalars.append(scalars[index])
      }
    }
    return result
  }

  /// Whether what follows an `&` makes it an entity: `#`, letters or digits, and a semicolon.
  private static func startsEntity(_ rest: Substring.UnicodeScalarView) -> Bool {
    var name = rest.prefix(32)
    if name.first == "#" { name = name.dropFirst() }
    let end = name.firstIndex {
      !($0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil))
    }
    guard let end else { return false }
    return end > name.startIndex && name[end] == ";"
  }
}

/// How text is written in the DOT language.
enum DOTSyntax {
  /// A quoted string for data: names and values that Graphviz keeps but does not draw.
  ///
  /// DOT can write no lone backslash before a quotation mark, so that backslashes are doubled, as its escape strings
  /// have them.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in DisplayText.cleaned(text).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A quoted string that Graphviz shows, such as a tooltip, in lines; it reads entities in these.
  static func quoted(lines: [String]) -> String {
    let texts = lines.map { quoted($0.replacing("&", with: "&amp;")).dropFirst().dropLast() }
    return "\"" + texts.joined(separator: "\\n") + "\""
  }

  /// Text within an HTML-like label. Graphviz replaces escapes such as `\N` there too.
  static func html(_ text: String) -> String {
    var result = ""
    for scalar in DisplayText.cleaned(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

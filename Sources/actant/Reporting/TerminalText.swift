/// Text for people's terminals.
enum TerminalText {
  /// A text in which control characters, escape sequences and marks that turn the direction of writing stand as their
  /// codes, so that a file's name or content cannot give orders to a terminal.
  static func harmless(_ text: String, keeping kept: String = "") -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHarmful(scalar), !kept.unicodeScalars.contains(scalar) {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    default: false
    }
  }
}

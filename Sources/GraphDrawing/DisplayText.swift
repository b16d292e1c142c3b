/// Text from anywhere, made fit to be shown in a picture.
enum DisplayText {
  /// The text on one line, without the characters that cannot be shown or that change how others are.
  ///
  /// Every run of white space becomes one space. Dropped are control characters, what XML does not allow,
  /// overrides of the writing direction, and marks piled more than eight high on one character.
  static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = result.last, last != " " { result.append(" ") }
        marks = 0
        continue
      }
      switch scalar.properties.generalCategory {
      case .control: continue
      case .nonspacingMark, .enclosingMark, .format:
        marks += 1
        if marks > 8 || isDirectionOverride(scalar) { continue }
      default:
        marks = 0
        if scalar.value & 0xFFFE == 0xFFFE { continue }
      }
      result.append(scalar)
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  private static func isDirectionOverride(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// The text cut at a word's end to at most `limit` characters, the last of which is then an ellipsis.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard text.count > limit else { return text }
    let room = text.prefix(limit - 1)
    let atWord = room.lastIndex(of: " ").map { room[..<$0] } ?? room
    let kept = atWord.count * 2 > limit ? atWord : room
    let end = kept.lastIndex { $0.isLetter || $0.isNumber }
    return (end.map { kept[...$0] } ?? kept) + "…"
  }

  /// The text in at most `lines` lines of about `width` characters, broken between words and, where a word is
  /// longer than a line, within it; shortened to fit.
  static func wrapped(_ text: String, width: Int, lines: Int) -> [String] {
    var result: [String] = [""]
    for word in shortened(text, to: width * lines).split(separator: " ") {
      var rest = word[...]
      if !result[result.count - 1].isEmpty {
        if result[result.count - 1].count + 1 + rest.count <= width {
          result[result.count - 1] += " " + rest
          continue
        }
        result.append("")
      }
      while rest.count > width {
        result[result.count - 1] = String(rest.prefix(width))
        result.append("")
        rest = rest.dropFirst(width)
      }
      result[result.count - 1] = String(rest)
    }
    guard result.count > lines else { return result }
    return Array(result.prefix(lines - 1)) + [result[lines - 1].prefix(width - 1) + "…"]
  }
}

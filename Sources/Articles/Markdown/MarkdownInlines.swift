/// Takes the markup away from the text of a Markdown paragraph.
struct MarkdownInlines {
  private let source: [Character]
  private let closers: [Int: Int]
  private var output: [Character] = []
  private var position = 0
  /// Where reading goes on after the closing bracket of a link's words.
  private var jumps: [Int: Int] = [:]

  /// How far the end of a code span or a tag is looked for.
  private static let reach = 400

  /// The words of a paragraph without emphasis, links, pictures, tags and escapes, blanks run together.
  /// - Complexity: O(*n*) in the length of the paragraph.
  static func plainText(_ source: String) -> String {
    var inlines = MarkdownInlines(source: Array(source))
    inlines.read()
    return String(inlines.output).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private init(source: [Character]) {
    self.source = source
    closers = Self.closers(in: source)
  }

  /// The place of the closing bracket for that of each opening one.
  private static func closers(in source: [Character]) -> [Int: Int] {
    var closers: [Int: Int] = [:]
    var squares: [Int] = []
    var rounds: [Int] = []
    var isEscaped = false
    for (index, character) in source.enumerated() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "[": squares.append(index)
      case "(": rounds.append(index)
      case "]": if let open = squares.popLast() { closers[open] = index }
      case ")": if let open = rounds.popLast() { closers[open] = index }
      default: break
      }
    }
    return closers
  }

  private mutating func read() {
    while position < source.count {
      if let target = jumps[position] {
        position = target
        continue
      }
      switch source[position] {
      case "\\": escape()
      case "`": codeSpan()
      case "!" where peek(1) == "[": picture()
      case "[": link()
      case "<": tag()
      case "&": entity()
      case "*", "_", "~": delimiters(source[position])
      case let character:
        output.append(character)
        position += 1
      }
    }
  }

  private func peek(_ distance: Int) -> Character? {
    source.indices.contains(position + distance) ? source[position + distance] : nil
  }

  private mutating func escape() {
    guard let next = peek(1), next.isASCII, next.isPunctuation || next.isSymbol else {
      output.append("\\")
      position += 1
      return
    }
    output.append(next)
    position += 2
  }

  /// A code span keeps its text; backquotes that are not closed are text.
  private mutating func codeSpan() {
    let length = source[position...].prefix { $0 == "`" }.count
    var end = position + length
    while let start = source[end...].prefix(Self.reach).firstIndex(of: "`") {
      let closing = source[start...].prefix { $0 == "`" }.count
      if closing == length {
        output += source[position + length..<start]
        position = start + length
        return
      }
      end = start + closing
    }
    output += source[position..<position + length]
    position += length
  }

  /// A picture leaves nothing behind.
  private mutating func picture() {
    guard let close = closers[position + 1] else {
      output.append("!")
      position += 1
      return
    }
    position = afterTarget(close)
  }

  /// A link leaves its words, a footnote mark nothing.
  private mutating func link() {
    guard let close = closers[position] else {
      output.append("[")
      position += 1
      return
    }
    let after = afterTarget(close)
    if peek(1) == "^" {
      position = after
    } else if after > close + 1 {
      jumps[close] = after
      position += 1
    } else {
      output.append("[")
      position += 1
    }
  }

  /// Where the target ends that follows a bracket: `(address "title")` or `[name]`, or the bracket itself.
  private func afterTarget(_ bracket: Int) -> Int {
    let next = bracket + 1
    guard next < source.count else { return next }
    guard source[next] == "(" || source[next] == "[", let end = closers[next] else { return next }
    return end + 1
  }

  /// A tag leaves nothing behind, an address in angle brackets itself.
  private mutating func tag() {
    guard let next = peek(1), next.isLetter || next == "/" || next == "!",
      let end = source[position...].prefix(Self.reach).firstIndex(of: ">")
    else {
      output.append("<")
      position += 1
      return
    }
    let inside = source[position + 1..<end]
    if !inside.contains(where: \.isWhitespace), inside.contains("@") || String(inside).contains("://") {
      output += inside
    } else if String(inside).lowercased().hasPrefix("br") {
      output.append(" ")
    }
    position = end + 1
  }

  private mutating func entity() {
    guard let end = source[position...].prefix(12).firstIndex(of: ";"),
      let character = Self.character(named: String(source[position + 1..<end]))
    else {
      output.append("&")
      position += 1
      return
    }
    output.append(character)
    position = end + 1
  }

  private static func character(named name: String) -> Character? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap(Unicode.Scalar.init).map(Character.init)
    }
    return [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
      "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "copy": "©",
    ][name]
  }

  /// A run of emphasis marks goes where it can open or close emphasis, as CommonMark's flanking rules have it, and
  /// stays where it stands between blanks or, being underscores, inside a word.
  private mutating func delimiters(_ mark: Character) {
    let length = source[position...].prefix { $0 == mark }.count
    let before = position == 0 ? " " : source[position - 1]
    let after = peek(length) ?? " "
    let standsAlone = before.isWhitespace && after.isWhitespace
    let isInWord = mark == "_" && Self.isWordPart(before) && Self.isWordPart(after)
    if standsAlone || isInWord || (mark == "~" && length < 2) {
      output += source[position..<position + length]
    }
    position += length
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}

/// The text of a CoNLL-U file, as its sentences are read one by one.
struct CoNLLUText {
  private var scalars = String.UnicodeScalarView()
  private var count = 0
  private var spaceAfterLast = true

  /// The text so far.
  var string: String { String(scalars) }

  var isEmpty: Bool { count == 0 }

  /// Adds a sentence's text, and gives its tokens their ranges.
  /// - Parameters:
  ///   - sentence: The sentence; forms, spacing and comments are set.
  ///   - line: The sentence's first line in the file.
  /// - Throws: `LinguisticsError.invalidCoNLLU` when `# text` is not what the forms spell.
  mutating func place(_ sentence: inout Sentence, line: Int) throws(LinguisticsError) {
    if !isEmpty {
      append(sentence.startsParagraph ? "\n\n" : spaceAfterLast ? " " : "")
    }
    spaceAfterLast = sentence.tokens.last?.spaceAfter ?? true
    let start = count
    let index = sentence.comments.firstIndex { Self.content(of: $0) != nil }
    if let index, let content = Self.content(of: sentence.comments[index]) {
      let given = Array(content.unicodeScalars)
      guard let ranges = Self.ranges(of: sentence, in: given, from: start) else {
        throw .invalidCoNLLU(line: line + index, reason: "the forms of the sentence do not spell its # text")
      }
      append(content)
      Self.set(ranges, in: &sentence)
    } else {
      var ranges: [Range<Int>] = []
      let parts = Self.surfaceTokens(of: sentence)
      for (i, part) in parts.enumerated() {
        let tokenStart = count
        append(part.form)
        ranges.append(tokenStart..<count)
        if part.spaceAfter, i + 1 < parts.count { append(" ") }
      }
      Self.set(ranges, in: &sentence)
    }
    let first = sentence.tokens.first?.range.lowerBound ?? start
    sentence.range = first..<(sentence.tokens.map(\.range.upperBound).max() ?? first)
  }

  private mutating func append(_ string: String) {
    scalars.append(contentsOf: string.unicodeScalars)
    count += string.unicodeScalars.count
  }

  /// The text that a `# text` comment gives; `nil` for other comments.
  static func content(of comment: String) -> String? {
    guard comment.hasPrefix("# text = ") else { return nil }
    var content = comment.dropFirst(9)
    while content.last?.isWhitespace == true { content.removeLast() }
    return String(content)
  }

  /// The tokens as written: multiword tokens, and words outside of them.
  private static func surfaceTokens(of sentence: Sentence) -> [(form: String, spaceAfter: Bool)] {
    var parts: [(form: String, spaceAfter: Bool)] = []
    var multiword = sentence.multiwordTokens[...]
    var i = 0
    while i < sentence.tokens.count {
      if let token = multiword.first, token.words.lowerBound == i {
        parts.append((token.form, token.spaceAfter))
        i = token.words.upperBound
        multiword.removeFirst()
      } else {
        parts.append((sentence.tokens[i].form, sentence.tokens[i].spaceAfter))
        i += 1
      }
    }
    return parts
  }

  /// Where the tokens as written stand in a text, if they spell it but for white space.
  private static func ranges(of sentence: Sentence, in text: [Unicode.Scalar], from start: Int) -> [Range<
    Int
  >]? {
    let classes = ScalarClasses.shared
    var ranges: [Range<Int>] = []
    var i = 0
    for part in surfaceTokens(of: sentence) {
      let form = part.form.unicodeScalars
      while i < text.count, classes[text[i]].isSpace, text[i] != form.first { i += 1 }
      let end = i + form.count
      guard end <= text.count, text[i..<end].elementsEqual(form) else { return nil }
      ranges.append(start + i..<start + end)
      i = end
    }
    guard text[i...].allSatisfy({ classes[$0].isSpace }) else { return nil }
    return ranges
  }

  /// Gives the ranges of the tokens as written to words and multiword tokens.
  private static func set(_ ranges: [Range<Int>], in sentence: inout Sentence) {
    var multiword = 0
    var i = 0
    for range in ranges {
      guard multiword < sentence.multiwordTokens.count,
        sentence.multiwordTokens[multiword].words.lowerBound == i
      else {
        sentence.tokens[i].range = range
        i += 1
        continue
      }
      let words = sentence.multiwordTokens[multiword].words
      sentence.multiwordTokens[multiword].range = range
      let spelled = words.map { sentence.tokens[$0].form }.joined()
      let shares = spelled.unicodeScalars.elementsEqual(
        sentence.multiwordTokens[multiword].form.unicodeScalars)
      var start = range.lowerBound
      for word in words {
        let end = start + sentence.tokens[word].form.unicodeScalars.count
        sentence.tokens[word].range = shares ? start..<end : range
        start = end
      }
      i = words.upperBound
      multiword += 1
    }
  }
}

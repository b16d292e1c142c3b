public import Foundation

/// Finds the sentences and words of English text, after the conventions of Universal Dependencies.
///
/// "Ukraine's" and "don't" are tokens of two words; "long-range" is three tokens, "non-profit" one; "$59", "10%" and
/// "5km" are two each; addresses, numbers, times and abbreviations with their full stops are one. White space is what
/// Unicode calls so, and U+200B, U+2060 and U+FEFF, which are spaces of no width.
///
///     let tokenizer = try Tokenizer(at: folder)
///     tokenizer.sentences(in: SourceText("He didn't go. She did."))[0].tokens.map(\.form)
///     // ["He", "did", "n't", "go", "."]
public struct Tokenizer: Sendable {
  private let rules: TokenizerRules

  /// Reads the word lists, `tokens.txt`, and the sentence splitter's weights, `sentences.bin`, of a model.
  /// - Parameter folder: The language model's folder.
  /// - Throws: `LinguisticsError` when a file is missing or damaged.
  public init(at folder: URL) throws(LinguisticsError) {
    rules = try TokenizerRules(at: folder.appending(path: "tokens.txt"))
  }

  /// The sentences of a text, with form, range and spacing of their words; nothing else is filled in.
  /// - Complexity: O(*n*) in the length of the text.
  public func sentences(in text: SourceText) -> [Sentence] {
    let words = words(in: text.scalars)
    var sentences: [Sentence] = []
    var first = 0
    for i in words.indices.dropFirst() {
      if words[i].gap >= .block || words[i].gap >= .space && [".", "?", "!"].contains(text[words[i - 1].range]) {
        sentences.append(sentence(words[first..<i], in: text, followedBy: words[i]))
        first = i
      }
    }
    if first < words.count { sentences.append(sentence(words[first...], in: text, followedBy: nil)) }
    return sentences
  }

  /// The words of a text.
  func words(in scalars: [Unicode.Scalar]) -> [Word] {
    var scanner = WordScanner(rules: rules, scalars: scalars)
    let classes = ScalarClasses.shared
    var i = 0
    var gap = Gap.paragraph
    while i < scalars.count {
      switch classes[scalars[i]] {
      case .space:
        gap = max(gap, .space)
        i += 1
      case .lineEnd:
        gap = gap >= .line ? .paragraph : .line
        i += 1
        if scalars[i - 1] == "\r", i < scalars.count, scalars[i] == "\n" { i += 1 }
      default:
        var end = i + 1
        while end < scalars.count, !classes[scalars[end]].isSpace { end += 1 }
        scanner.scan(i..<end, after: gap)
        gap = .none
        i = end
      }
    }
    return scanner.words
  }

  private func sentence(_ words: ArraySlice<Word>, in text: SourceText, followedBy next: Word?) -> Sentence {
    var tokens: [Token] = []
    tokens.reserveCapacity(words.count)
    var multiwordTokens: [MultiwordToken] = []
    var tokenStart = 0
    for (offset, i) in words.indices.enumerated() {
      let word = words[i]
      let following = i + 1 < words.endIndex ? words[i + 1] : next
      let spaceAfter = following.map { $0.gap != .none } ?? true
      tokens.append(Token(form: text[word.range], range: word.range, spaceAfter: spaceAfter))
      if !word.continuesToken { tokenStart = offset }
      if word.continuesToken, following?.continuesToken != true {
        let range = tokens[tokenStart].range.lowerBound..<word.end
        multiwordTokens.append(
          MultiwordToken(
            words: tokenStart..<offset + 1, form: text[range], range: range, spaceAfter: spaceAfter))
      }
    }
    let start = words.first?.start ?? 0
    return Sentence(
      tokens: tokens, multiwordTokens: multiwordTokens, range: start..<(words.last?.end ?? start),
      startsParagraph: words.first?.gap == .paragraph)
  }
}

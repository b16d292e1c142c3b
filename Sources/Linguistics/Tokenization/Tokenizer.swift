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
  private let splitter: SentenceSplitter
  private let classes = ScalarClasses.shared

  /// No sentence is longer, in words. What goes on for more is a list or no prose at all; it is cut, so that work
  /// that grows with the square of a sentence's length stays small.
  static let longestSentence = 500

  /// Reads the word lists, `tokens.txt`, and the sentence splitter's weights, `sentences.bin`, of a model.
  /// - Parameter folder: The language model's folder.
  /// - Throws: `LinguisticsError` when a file is missing or damaged.
  public init(at folder: URL) throws(LinguisticsError) {
    rules = try TokenizerRules(at: folder.appending(path: "tokens.txt"))
    splitter = try SentenceSplitter(at: folder.appending(path: "sentences.bin"))
  }

  /// The sentences of a text, with form, range and spacing of their words; nothing else is filled in.
  /// - Complexity: O(*n*) in the length of the text.
  public func sentences(in text: SourceText) -> [Sentence] {
    var sentences: [Sentence] = []
    forEachSentence(in: text) { sentences.append($0) }
    return sentences
  }

  /// Calls a closure with each sentence of a text in order, so that a long text needs little memory.
  /// - Throws: What the closure throws.
  /// - Complexity: O(*n*) in the length of the text.
  public func forEachSentence<Failure>(
    in text: SourceText, _ body: (Sentence) throws(Failure) -> Void
  ) throws(Failure) {
    let scalars = text.scalars
    var scanner = WordScanner(rules: rules, scalars: scalars)
    for line in LineLayout(scalars).lines() {
      if line.gap >= .block { try splitBlock(scanner.takeWords(), of: text, body) }
      var gap = line.gap
      var i = line.range.lowerBound
      while i < line.range.upperBound {
        var end = i
        while end < line.range.upperBound, !classes[scalars[end]].isSpace { end += 1 }
        scanner.scan(i..<end, after: gap)
        gap = .space
        i = end
        while i < line.range.upperBound, classes[scalars[i]].isSpace { i += 1 }
      }
    }
    try splitBlock(scanner.takeWords(), of: text, body)
  }

  /// Parts words without a heading, list item or paragraph end between them into sentences.
  private func splitBlock<Failure>(
    _ words: [Word], of text: SourceText, _ body: (Sentence) throws(Failure) -> Void
  ) throws(Failure) {
    guard !words.isEmpty else { return }
    var first = 0
    var ends = splitter.ends(in: words, of: text.scalars).filter { !isTitle(words[$0], in: text.scalars) }
    if let dateline = Dateline.end(in: words, of: text.scalars) {
      ends = [dateline] + ends.filter { $0 > dateline }
    }
    for last in cuttingLong(ends + [words.count - 1], of: words) {
      let sentenceWords = settingFinalStopApart(words[first...last], in: text.scalars)
      let spaceAfter = last + 1 == words.count || words[last + 1].gap != .none
      try body(sentence(sentenceWords, in: text, spaceAfter: spaceAfter))
      first = last + 1
    }
  }

  /// The last words of sentences, with those of the parts into which sentences that are too long are cut: where white
  /// space follows in the second half of what a part may have, or else between tokens.
  private func cuttingLong(_ ends: [Int], of words: [Word]) -> [Int] {
    var cuts: [Int] = []
    for end in ends {
      var first = cuts.last.map { $0 + 1 } ?? 0
      while end - first >= Self.longestSentence {
        let places = first + Self.longestSentence / 2..<first + Self.longestSentence
        let cut =
          places.last { words[$0 + 1].gap != .none } ?? places.last { !words[$0 + 1].continuesToken }
          ?? places.upperBound - 1
        cuts.append(cut)
        first = cut + 1
      }
      cuts.append(end)
    }
    return cuts
  }

  /// Whether a word is a title that stands before a name, such as "Gen.".
  private func isTitle(_ word: Word, in scalars: [Unicode.Scalar]) -> Bool {
    word.hasAbbreviationStop && rules.titles.contains(scalars[word.start..<word.end - 1])
  }

  /// Words of which the full stop that ends the sentence is one, though it also marks an abbreviation: "Inc", ".".
  /// Forms with several full stops, such as "U.S.", keep theirs, as in the treebanks.
  private func settingFinalStopApart(_ words: ArraySlice<Word>, in scalars: [Unicode.Scalar]) -> ArraySlice<
    Word
  > {
    guard let last = words.last, last.hasAbbreviationStop, words.count > 1 || last.range.count > 2,
      !scalars[last.start..<last.end - 1].contains(".")
    else { return words }
    var words = words
    words[words.endIndex - 1].end -= 1
    words.append(Word(start: last.end - 1, end: last.end, gap: .none))
    return words
  }

  private func sentence(_ words: ArraySlice<Word>, in text: SourceText, spaceAfter: Bool) -> Sentence {
    var tokens: [Token] = []
    tokens.reserveCapacity(words.count)
    var multiwordTokens: [MultiwordToken] = []
    var tokenStart = 0
    for (offset, i) in words.indices.enumerated() {
      let word = words[i]
      let isLast = i + 1 == words.endIndex
      let spaceAfter = isLast ? spaceAfter : words[i + 1].gap != .none
      tokens.append(Token(form: text[word.range], range: word.range, spaceAfter: spaceAfter))
      if !word.continuesToken { tokenStart = offset }
      if word.continuesToken, tokenStart < offset, isLast || !words[i + 1].continuesToken {
        let range = tokens[tokenStart].range.lowerBound..<word.end
        multiwordTokens.append(
          MultiwordToken(
            words: tokenStart..<offset + 1, form: text[range], range: range, spaceAfter: spaceAfter))
      }
    }
    let start = words.first?.start ?? 0
    return Sentence(
      tokens: tokens, multiwordTokens: multiwordTokens, range: start..<(words.last?.end ?? start),
      startsParagraph: words.first.map { $0.gap >= .block } ?? false)
  }
}

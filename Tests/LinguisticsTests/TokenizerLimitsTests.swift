import Testing

@testable import Linguistics

@Suite("Tokens of any text")
struct TokenizerLimitsTests {
  /// What breaks the rule that tokens stand in order, spell the text, and leave nothing out; empty when it holds.
  private static func faults(in text: SourceText) throws -> [String] {
    var faults: [String] = []
    var last = 0
    let isBlank = { (range: Range<Int>) in
      text.scalars[range].allSatisfy {
        $0.properties.isWhitespace || ["\u{200B}", "\u{2060}", "\u{FEFF}"].contains($0)
      }
    }
    for sentence in try EnglishModel.tokenizer.sentences(in: text) {
      if sentence.range.lowerBound != sentence.tokens.first?.range.lowerBound
        || sentence.range.upperBound != sentence.tokens.last?.range.upperBound
      {
        faults.append("sentence \(sentence.range) is not its tokens")
      }
      for token in sentence.tokens {
        if token.range.lowerBound < last { faults.append("\(token.range) overlaps") }
        if token.range.isEmpty { faults.append("\(token.range) is empty") }
        if token.range.lowerBound > last, !isBlank(last..<token.range.lowerBound) {
          faults.append("\(last..<token.range.lowerBound) is left out")
        }
        if !text[token.range].unicodeScalars.elementsEqual(token.form.unicodeScalars) {
          faults.append("\(token.range) is not \(token.form)")
        }
        last = max(last, token.range.upperBound)
      }
      for token in sentence.multiwordTokens {
        let words = sentence.tokens[token.words]
        if token.range != (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0)
          || token.form != words.map(\.form).joined()
        {
          faults.append("token \(token.range) is not its words")
        }
      }
    }
    if !isBlank(last..<text.scalars.count) { faults.append("the end is left out") }
    return faults
  }

  /// Pieces of which junk is made: what the tokenizer looks for, and what it should survive.
  static let pieces = [
    "a", "B", "word", "U.S.", "Mr.", "n't", "'s", "’", "‘", "“", "\"", "(", ")", "[", "-", "--", "—", "/",
    ".", "...",
    "…", ",", ":", ";", "!", "?", "1", "22", "1,000", "$", "%", "@", "#", "&", "*", "_", "+", "=", "<", ">",
    "|", "~",
    "http://", "www.", "a@b.org", ".com", "mailto:", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u{A0}",
    "\u{2028}",
    "\u{2029}", "\u{0}", "\u{7}", "\u{85}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{FEFF}",
    "\u{301}",
    "\u{20E3}", "é", "ß", "中文", "שלום", "مرحبا", "👍", "👍🏽", "👨‍👩‍👧", "🇺🇦", "🇺", "\u{FE0F}", "\u{10FFFF}",
    "\u{E000}",
    "cannot", "gonna", "non-", "5km", "- ", "• ", "1. ", ":)", "^_^",
  ]

  /// A linear congruential generator (Knuth, MMIX), so that junk is the same on every run.
  struct Congruential: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  @Test("tokens of junk stand in order, spell the text and leave nothing out", arguments: 1...40)
  func junk(seed: UInt64) throws {
    var random = Congruential(state: seed)
    let text = (0..<2_000).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    #expect(try Self.faults(in: SourceText(text)) == [])
  }

  /// Texts of one thing many times over, which would take hours if time were not linear.
  static let long: [(name: String, text: String)] = [
    ("a word of a million characters", String(repeating: "a", count: 1_000_000)),
    ("a sentence of 100,000 words", String(repeating: "word ", count: 100_000)),
    ("a line of dots between letters", String(repeating: "a.", count: 30_000)),
    ("a line of hyphens between words", String(repeating: "non-", count: 20_000)),
    ("a line of numbers", String(repeating: "1-2/3,", count: 15_000)),
    ("a line of addresses", String(repeating: "a@b.org,", count: 15_000)),
    ("a line of apostrophes", String(repeating: "I've'", count: 20_000)),
    ("a line of brackets", String(repeating: "([", count: 30_000)),
    ("a line of combining marks", "a" + String(repeating: "\u{301}", count: 30_000)),
    ("lines of one letter", String(repeating: "a\n", count: 20_000)),
    ("blank lines", String(repeating: "\n", count: 100_000)),
  ]

  @Test("a long text is read in linear time", .timeLimit(.minutes(1)), arguments: long)
  func longText(example: (name: String, text: String)) throws {
    #expect(try Self.faults(in: SourceText(example.text)) == [])
  }

  @Test(
    "a sentence of more than 500 words is cut, where there is white space if possible",
    arguments: [
      (String(repeating: "word ", count: 1_200), [500, 500, 200]),
      (String(repeating: "word ", count: 500), [500]),
      (String(repeating: "word ", count: 499) + "don't go", [499, 3]),
      (String(repeating: "one-two ", count: 200), [498, 102]),
      (String(repeating: "([", count: 300), [500, 100]),
      ("A short one.\n\n" + String(repeating: "word ", count: 501), [4, 500, 1]),
    ])
  func cut(text: String, lengths: [Int]) throws {
    let sentences = try EnglishModel.tokenizer.sentences(in: SourceText(text))
    #expect(sentences.map(\.tokens.count) == lengths)
    #expect(try Self.faults(in: SourceText(text)) == [])
  }

  @Test(
    "a text without words has no sentences", arguments: ["", " ", "\n\n", "\u{FEFF}", "\u{A0}\u{200B}\r\n"])
  func blank(text: String) throws {
    #expect(try EnglishModel.tokenizer.sentences(in: SourceText(text)) == [])
  }

  @Test("sentences are handed out as they are found, and reading stops when the closure throws")
  func stopping() throws {
    struct Enough: Error {}
    var forms: [[String]] = []
    #expect(throws: Enough.self) {
      try EnglishModel.tokenizer.forEachSentence(in: SourceText("One.\n\nTwo.\n\nThree.")) { sentence in
        forms.append(sentence.tokens.map(\.form))
        if forms.count == 2 { throw Enough() }
      }
    }
    #expect(forms == [["One", "."], ["Two", "."]])
  }
}

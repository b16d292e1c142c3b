import Foundation
import Testing

@testable import Linguistics

@Suite("Tokens")
struct TokenizerTests {
  /// Texts and their words; a plus sign joins words of one token.
  static let examples: [(text: String, words: String)] = [
    // Clitics and words written together
    ("He didn't go.", "He did+n't go ."),
    ("We’ve seen it, and they’ll see it.", "We+’ve seen it , and they+’ll see it ."),
    ("I'm sure she'd say you're right.", "I+'m sure she+'d say you+'re right ."),
    ("They shouldn't've left.", "They should+n't+'ve left ."),
    ("You cannot stay; I'm gonna go.", "You can+not stay ; I+'m gon+na go ."),
    ("Ukraine’s army and the soldiers' boots", "Ukraine+’s army and the soldiers+' boots"),
    ("DON'T!", "DO+N'T !"),
    ("It can't, won't, and isn't.", "It ca+n't , wo+n't , and is+n't ."),
    // Names and words with apostrophes within
    ("O'Connor and D’Angelo met at 5 o'clock.", "O'Connor and D’Angelo met at 5 o'clock ."),
    ("Rock 'n' roll in the '90s", "Rock 'n ' roll in the '90s"),
    ("He called them 'the brothers' again.", "He called them ' the brothers ' again ."),
    // Hyphens and dashes
    ("a long-range missile", "a long - range missile"),
    (
      "a non-profit co-founder e-mailed pro-Kremlin and anti-war ex-soldiers",
      "a non-profit co-founder e-mailed pro-Kremlin and anti-war ex-soldiers"
    ),
    ("mid-October, mid-1980s", "mid-October , mid-1980s"),
    ("the 27-year-old F-16 pilot", "the 27 - year - old F - 16 pilot"),
    ("state-of-the-art", "state - of - the - art"),
    ("10-15 men, 2019–2021", "10 - 15 men , 2019 – 2021"),
    ("Well—no -- yes – maybe", "Well — no -- yes – maybe"),
    ("Call 555-0134 or 212-555-0134.", "Call 555-0134 or 212-555-0134 ."),
    ("due 2024-10-31", "due 2024-10-31"),
    // Slashes
    ("and/or w/o 10/30/2024 24/7", "and / or w/o 10/30/2024 24/7"),
    ("Reuters/Kim", "Reuters / Kim"),
    // Numbers, money, units, times
    ("about 1,000 men, 12,000,000 shells and 3.5 tons", "about 1,000 men , 12,000,000 shells and 3.5 tons"),
    ("$59, €3.50, £2m and 10%", "$ 59 , € 3.50 , £ 2 m and 10 %"),
    ("US$5 and A$7", "US $ 5 and A $ 7"),
    ("at 5pm, 10:30 a.m. and 22:15", "at 5 pm , 10:30 a.m. and 22:15"),
    ("5km, 20th, 1990s, 155mm", "5 km , 20th , 1990s , 155 mm"),
    ("a .22 rifle and -5 degrees", "a .22 rifle and - 5 degrees"),
    ("by 20,30 or 5", "by 20 , 30 or 5"),
    ("30°C", "30 ° C"),
    // Abbreviations and initials
    (
      "The U.S. and the U.N. met Mr. J. B. Hale Jr. of Acme Inc. in Oct. here.",
      "The U.S. and the U.N. met Mr. J. B. Hale Jr. of Acme Inc. in Oct. here ."
    ),
    ("J.B. Hale, Ph.D., e.g. the No. 2 man", "J.B. Hale , Ph.D. , e.g. the No. 2 man"),
    ("I said no.", "I said no ."),
    ("It works for Acme Inc.", "It works for Acme Inc ."),
    ("He left the U.S.", "He left the U.S."),
    ("He left the U.S..", "He left the U.S. ."),
    ("GEN. HALE", "GEN. HALE"),
    // Punctuation
    ("Wait... what?! No!!!", "Wait ... what ?! No !!!"),
    ("“Yes,” she said (twice).", "“ Yes , ” she said ( twice ) ."),
    ("\"No.\"", "\" No . \""),
    ("[sic] {x} <y>", "[ sic ] { x } < y >"),
    ("either…or", "either … or"),
    ("AT&T and Q&A", "AT&T and Q&A"),
    ("#metoo @hale #1", "#metoo @hale # 1"),
    ("**** =====", "**** ====="),
    // Addresses and file names
    (
      "See https://example.org/a?b=c, www.example.org/x_(y) or example.com.",
      "See https://example.org/a?b=c , www.example.org/x_(y) or example.com ."
    ),
    ("(http://example.org/a).", "( http://example.org/a ) ."),
    ("Write to <jo.hale@mail.example.org>.", "Write to < jo.hale@mail.example.org > ."),
    ("Open report-2.doc now.", "Open report-2.doc now ."),
    ("posted in comp.lang.ada", "posted in comp.lang.ada"),
    // Emoticons and emoji
    ("Fine :) or :-( ok", "Fine :) or :-( ok"),
    ("👍🏽👨‍👩‍👧🇺🇦!", "👍🏽 👨‍👩‍👧 🇺🇦 !"),
    // Other scripts, marks, spaces
    ("Zoe\u{308} na\u{EF}ve caf\u{E9}s", "Zoe\u{308} na\u{EF}ve caf\u{E9}s"),
    ("Москва, 北京 و القاهرة.", "Москва , 北京 و القاهرة ."),
    ("a\u{A0}b\tc\u{3000}d\u{200B}e", "a b c d e"),
    ("co\u{AD}operate", "co\u{AD}operate"),
    ("\u{FEFF}He left.\0", "He left . \0"),
  ]

  @Test("a text has the tokens of the treebanks", arguments: examples)
  func tokens(example: (text: String, words: String)) throws {
    let sentences = try EnglishModel.tokenizer.sentences(in: SourceText(example.text))
    #expect(sentences.map(Self.dump).joined(separator: " ") == example.words)
  }

  /// Forms with spaces between tokens and plus signs between the words of one.
  private static func dump(_ sentence: Sentence) -> String {
    var line = ""
    for (i, token) in sentence.tokens.enumerated() {
      let isPart = sentence.multiwordTokens.contains { $0.words.contains(i) && $0.words.lowerBound < i }
      line += (i == 0 ? "" : isPart ? "+" : " ") + token.form
    }
    return line
  }

  @Test("a sentence tells where its tokens stand and what follows them")
  func places() throws {
    let text = SourceText("\n He can't (now).  \n\nNo. ")
    let sentences = try EnglishModel.tokenizer.sentences(in: text)
    let token = { (form: String, start: Int, spaceAfter: Bool) in
      Token(form: form, range: start..<start + form.unicodeScalars.count, spaceAfter: spaceAfter)
    }
    #expect(
      sentences == [
        Sentence(
          tokens: [
            token("He", 2, true), token("ca", 5, false), token("n't", 7, true), token("(", 11, false),
            token("now", 12, false), token(")", 15, false), token(".", 16, true),
          ],
          multiwordTokens: [MultiwordToken(words: 1..<3, form: "can't", range: 5..<10, spaceAfter: true)],
          range: 2..<17, startsParagraph: true),
        Sentence(
          tokens: [token("No", 21, false), token(".", 23, true)], range: 21..<24, startsParagraph: true),
      ])
  }

  @Test(
    "word lists are read strictly",
    arguments: [
      ("Mr", "line 1: an entry before the first section"),
      ("[titles]\nMr\n[tittles]", "line 3: unknown section tittles"),
      ("[titles]\nMr Mrs", "line 2: an entry has no spaces"),
      ("[titles]\nMr ", "line 2: a space too many"),
      ("[fused]\ncannot", "line 2: a fused word needs its parts, set apart by spaces"),
    ])
  func damagedLists(text: String, reason: String) {
    #expect(throws: LinguisticsError.modelDamaged(path: "tokens.txt", reason: reason)) {
      try TokenizerRules(text, path: "tokens.txt")
    }
  }

  @Test("a model without word lists is not found")
  func missingModel() {
    #expect(throws: LinguisticsError.modelNotFound(path: "/nowhere/tokens.txt")) {
      try Tokenizer(at: URL(filePath: "/nowhere"))
    }
  }
}

import Testing

@testable import Linguistics

/// CoNLL-U from lines in which spaces stand for the tabs between columns; comments are left as they are.
func conllu(_ lines: String) -> String {
  lines.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.hasPrefix("#") ? String($0) : String($0).replacing(" ", with: "\t") }
    .joined(separator: "\n")
}

@Suite("CoNLL-U")
struct CoNLLUTests {
  static let harbour = conllu(
    """
    # newdoc id = harbour
    # sent_id = h-1
    # speaker = Ines
    # text = Ines Duarte can’t see Odesa's port.
    1 Ines Ines PROPN NNP Number=Sing 5 nsubj _ Kind=person|NER=B-PERSON|TokenRange=0:4
    2 Duarte Duarte PROPN NNP Number=Sing 1 flat _ NER=I-PERSON|TokenRange=5:11
    3-4 can’t _ _ _ _ _ _ _ TokenRange=12:17
    3 ca can AUX MD VerbForm=Fin 5 aux _ TokenRange=12:14
    4 n’t not PART RB Polarity=Neg 5 advmod _ TokenRange=14:17
    5 see see VERB VB VerbForm=Inf 0 root _ TokenRange=18:21
    6-7 Odesa's _ _ _ _ _ _ _ TokenRange=22:29
    6 Odesa Odesa PROPN NNP Number=Sing 8 nmod:poss _ Kind=place|NER=B-GPE|TokenRange=22:27
    7 's 's PART POS _ 6 case _ TokenRange=27:29
    8 port port NOUN NN Number=Sing 5 obj _ Kind=place|SpaceAfter=No|TokenRange=30:34
    9 . . PUNCT . _ 5 punct _ TokenRange=34:35

    # sent_id = h-2
    # text = Why?
    1 Why why ADV WRB PronType=Int 0 root _ SpaceAfter=No|TokenRange=36:39
    2 ? ? PUNCT . _ 1 punct _ TokenRange=39:40

    # newpar id = p2
    # sent_id = 3
    # text = Fog
    1 Fog _ _ _ _ _ _ _ TokenRange=42:45


    """)

  @Test("a document is read, and written as it was")
  func roundTrip() throws {
    let document = try Document(conllu: Self.harbour)
    #expect(document.conllu == Self.harbour)
    #expect(document.text.string == "Ines Duarte can’t see Odesa's port. Why?\n\nFog")
    #expect(document.sentences.map(\.range) == [0..<35, 36..<40, 42..<45])
    #expect(document.sentences.map(\.startsParagraph) == [true, false, true])
    #expect(
      document.sentences[0].entities == [
        NamedEntity(words: 0..<2, type: .person), NamedEntity(words: 5..<6, type: .geopoliticalEntity),
      ])
    #expect(
      document.sentences[0].multiwordTokens == [
        MultiwordToken(words: 2..<4, form: "can’t", range: 12..<17, spaceAfter: true),
        MultiwordToken(words: 5..<7, form: "Odesa's", range: 22..<29, spaceAfter: true),
      ])
    #expect(
      document.sentences[0].tokens[7]
        == Token(
          form: "port", lemma: "port", upos: .noun, xpos: "NN", features: Features("Number=Sing"), head: 4,
          deprel: "obj", range: 30..<34, spaceAfter: false, kind: .place))
  }

  @Test("a tokenized text is written with its places, and with comments of its own")
  func writing() throws {
    let text = SourceText("It  isn't\nover.\n\nNo.")
    var writer = CoNLLUWriter(document: "note.txt")
    var output = ""
    try EnglishModel.tokenizer.forEachSentence(in: text) { writer.write($0, of: text, to: &output) }
    #expect(
      output
        == conllu(
          """
          # newdoc id = note.txt
          # newpar
          # sent_id = 1
          # text = It isn't over.
          1 It _ _ _ _ _ _ _ TokenRange=0:2
          2-3 isn't _ _ _ _ _ _ _ TokenRange=4:9
          2 is _ _ _ _ _ _ _ TokenRange=4:6
          3 n't _ _ _ _ _ _ _ TokenRange=6:9
          4 over _ _ _ _ _ _ _ SpaceAfter=No|TokenRange=10:14
          5 . _ _ _ _ _ _ _ TokenRange=14:15

          # newpar
          # sent_id = 2
          # text = No.
          1 No _ _ _ _ _ _ _ SpaceAfter=No|TokenRange=17:19
          2 . _ _ _ _ _ _ _ TokenRange=19:20


          """))
  }

  @Test("brackets of mentions come first in MISC, and what they hold is told behind # newdoc")
  func brackets() throws {
    let document = try Document(
      conllu: conllu(
        """
        # newdoc id = boats
        # global.Entity = GRP-etype-infstat
        # sent_id = boats-1
        # text = Ana slept
        1 Ana Ana PROPN NNP _ 2 nsubj _ Kind=person
        2 slept sleep VERB VBD _ 0 root _ _


        """))
    var writer = CoNLLUWriter()
    var output = ""
    for sentence in document.sentences {
      writer.write(sentence, of: document.text, brackets: ["(1-person)", ""], to: &output)
    }
    #expect(
      output
        == conllu(
          """
          # newdoc id = boats
          # global.Entity = GRP-etype
          # sent_id = boats-1
          # text = Ana slept
          1 Ana Ana PROPN NNP _ 2 nsubj _ Entity=(1-person)|Kind=person|TokenRange=0:3
          2 slept sleep VERB VBD _ 0 root _ TokenRange=4:9


          """))
  }

  /// Sentences and the text and ranges that they give.
  static let texts: [(lines: String, text: String, ranges: [Range<Int>])] = [
    // Without # text, forms and spacing tell the text.
    ("1 Go _ _ _ _ _ _ _ SpaceAfter=No\n2 ! _ _ _ _ _ _ _ _\n", "Go!", [0..<2, 2..<3]),
    // # text may have more white space than the tokens tell of.
    ("# text = Go   on\n1 Go _ _ _ _ _ _ _ _\n2 on _ _ _ _ _ _ _ _\n", "Go   on", [0..<2, 5..<7]),
    // Words that do not spell their token have all its range.
    ("1-2 wanna _ _ _ _ _ _ _ _\n1 want _ _ _ _ _ _ _ _\n2 to _ _ _ _ _ _ _ _\n", "wanna", [0..<5, 0..<5]),
    // Empty nodes are left out.
    ("1 A _ _ _ _ _ _ _ _\n1.1 x _ _ _ _ _ _ 1:dep _\n2 b _ _ _ _ _ _ _ _\n", "A b", [0..<1, 2..<3]),
    // A sentence may end without white space, or without a blank line at the end of the file.
    ("1 A _ _ _ _ _ _ _ SpaceAfter=No\n\n1 b _ _ _ _ _ _ _ _", "Ab", [0..<1, 1..<2]),
    // Lines may end as on Windows; there may be more blank lines than one.
    ("1 A _ _ _ _ _ _ _ _\r\n\r\n\r\n1 é _ _ _ _ _ _ _ _\r\n\r\n", "A é", [0..<1, 2..<3]),
    ("", "", []),
  ]

  @Test("text and ranges come from the forms, spacing and # text", arguments: texts)
  func text(example: (lines: String, text: String, ranges: [Range<Int>])) throws {
    let document = try Document(conllu: conllu(example.lines))
    #expect(document.text.string == example.text)
    #expect(document.sentences.flatMap { $0.tokens.map(\.range) } == example.ranges)
  }

  /// Lines that break the format, and what is said of them.
  static let broken: [(lines: String, line: Int, reason: String)] = [
    ("# x\n1 A", 2, "2 columns"),
    ("1 A _ _ _ _ _ _ _ _ _", 1, "11 columns"),
    ("1  _ _ _ _ _ _ _ _", 1, "column 2 is empty"),
    ("1 A _ _ _ _ _ _ _ _\n3 b _ _ _ _ _ _ _ _", 2, "the id is 3, not 2"),
    ("x A _ _ _ _ _ _ _ _", 1, "the id is x, not 1"),
    ("2-3 A _ _ _ _ _ _ _ _", 1, "the ids 2-3 of a multiword token do not begin at 1"),
    ("1-2 A _ _ _ _ _ _ _ _\n1 A _ _ _ _ _ _ _ _", 2, "words of the token A are missing"),
    ("2.1 A _ _ _ _ _ _ _ _", 1, "the id 2.1 of an empty node does not follow word 0"),
    ("1 A _ NOUNS _ _ _ _ _ _", 1, "NOUNS is no universal part of speech"),
    ("1 A _ _ _ _ x _ _ _", 1, "the head x is no id"),
    ("1 A _ _ _ _ 2 _ _ _", 1, "the head 2 is not in the sentence"),
    ("1 A _ _ _ _ 0 root _ _\n2 b _ _ _ _ _ _ _ _", 2, "the head is left open"),
    ("1 A _ _ _ _ 0 root _ _\n2 b _ _ _ _ 0 root _ _", 2, "a second root"),
    ("1 A _ _ _ _ 1 dep _ _", 1, "the heads go round in a circle"),
    (
      "1 A _ _ _ _ 0 root _ _\n2 b _ _ _ _ 3 dep _ _\n3 c _ _ _ _ 2 dep _ _", 2,
      "the heads go round in a circle"
    ),
    ("1 A _ _ _ _ _ _ _ Kind=ship", 1, "unknown Kind=ship"),
    ("1 A _ _ _ _ _ _ _ NER=B-SHIP", 1, "unknown NER=B-SHIP"),
    ("1 A _ _ _ _ _ _ _ NER=I-ORG", 1, "NER=I-ORG does not go on from the word before"),
    ("# text = B\n1 A _ _ _ _ _ _ _ _", 1, "the forms of the sentence do not spell its # text"),
    ("\n# x\n# text = A b\n1 A _ _ _ _ _ _ _ _", 3, "the forms of the sentence do not spell its # text"),
    ("# x\n\n", 1, "comments without a sentence"),
    ("1 A _ _ _ _ _ _ _ _\n# x", 2, "a comment after the sentence's first word"),
  ]

  @Test("a line that breaks the format is named with what is wrong", arguments: broken)
  func invalid(example: (lines: String, line: Int, reason: String)) {
    #expect(throws: LinguisticsError.invalidCoNLLU(line: example.line, reason: example.reason)) {
      try Document(conllu: conllu(example.lines))
    }
  }
}

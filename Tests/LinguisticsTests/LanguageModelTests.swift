import Foundation
import Testing

@testable import Linguistics

/// Tests of the model that comes with the library; skipped where `make model` has not put one there.
@Suite(
  "The language model",
  .enabled(
    if: FileManager.default.fileExists(
      atPath: LanguageModel.defaultFolder.appendingPathComponent("weights.safetensors").path),
    "no model in Resources/english.model"))
struct LanguageModelTests {
  private func annotated(_ texts: [String], threads: Int = 1) throws -> [Sentence] {
    var sentences = texts.map { text in
      Sentence(tokens: text.split(separator: " ").map { Token(form: String($0)) })
    }
    try LanguageModel().annotate(&sentences, threads: threads)
    return sentences
  }

  /// A sentence's words, one a line, and its names.
  private func dump(_ sentence: Sentence) -> String {
    let words = sentence.tokens.map { token in
      let head = token.head.map { sentence.tokens[$0].form } ?? "-"
      return
        "\(token.form) \(token.lemma) \(token.upos.rawValue) \(token.xpos) \(token.deprel.rawValue) \(head)"
    }
    let names = sentence.entities.map { entity in
      let words = sentence.tokens[entity.words].map(\.form).joined(separator: " ")
      return "\(entity.type.rawValue): \(words)"
    }
    return (words + names).joined(separator: "\n")
  }

  @Test("A plain sentence is read as a grammar book would")
  func plain() throws {
    let sentence = try #require(annotated(["Norway sent two ships to Iceland on Friday ."]).first)
    #expect(
      dump(sentence) == """
        Norway Norway PROPN NNP nsubj sent
        sent send VERB VBD root -
        two two NUM CD nummod ships
        ships ship NOUN NNS obj sent
        to to ADP IN case Iceland
        Iceland Iceland PROPN NNP obl sent
        on on ADP IN case Friday
        Friday Friday PROPN NNP obl sent
        . . PUNCT . punct sent
        GPE: Norway
        CARDINAL: two
        GPE: Iceland
        DATE: Friday
        """)
  }

  @Test("One and two threads give the same annotation")
  func threads() throws {
    let texts = (0..<80).map { number in
      "The minister said that \(number) boats had left the harbour of "
        + (number % 3 == 0 ? "Oslo ." : "Bergen , he added .")
    }
    #expect(try annotated(texts, threads: 1) == annotated(texts, threads: 2))
  }

  @Test("A sentence longer than the encoder's window is one tree", arguments: [600, 1001])
  func long(words: Int) throws {
    let text = (0..<words).map { $0 % 3 == 0 ? "ships" : $0 % 3 == 1 ? "left" : "and" }.joined(separator: " ")
    let sentence = try #require(annotated([text]).first)
    let heads = sentence.tokens.map { $0.head.map { $0 + 1 } ?? 0 }
    #expect(heads.count == words)
    #expect(DependencyTree.isTreeWithOneRoot([0] + heads))
    #expect(sentence.tokens.allSatisfy { ($0.deprel == .root) == ($0.head == nil) })
  }

  @Test("A word of a million characters, an empty word and an empty sentence are taken")
  func odd() throws {
    let word = String(repeating: "ab", count: 500_000)
    let sentences = try annotated(["The \(word) arrived .", ""])
    #expect(sentences.map { $0.tokens.count(where: { $0.head == nil }) } == [1, 0])
    #expect(sentences[0].tokens[1].form == word)
    var empty = [Sentence(tokens: [Token(form: "")])]
    try LanguageModel().annotate(&empty, threads: 2)
    #expect(empty[0].tokens[0].deprel == .root)
  }

  @Test(
    "Word pieces are those of Training/network.py",
    arguments: [
      ("Réunion", [10301]), ("ΟΔΥΣΣΕΥΣ", [1169, 29722, 29735, 29733, 29733, 29723, 29735, 19579]),
      ("İstanbul", [9960]), ("naïve-ish", [15743, 1011, 2003, 2232]), ("中国人", [1746, 1799, 1756]),
      ("ﬁne", [1984, 2638]), ("¿Qué?", [1094, 10861, 1029]), ("U.S.", [1057, 1012, 1055, 1012]),
      ("x²", [1060, 10701]), ("Ⅻ", [100]), ("e\u{301}tat", [17997]), ("a\u{200B}b", [11113]),
      ("№5", [1578, 2629]),
      ("😀", [100]), ("½", [1092]), ("Straße", [2358, 27807]), ("٣", [100]), ("ʰ", [1140]),
      ("ΑΣ.", [1155, 19579, 1012]),
      (
        "https://example.org/a-b_c?d=1",
        [16770, 1024, 1013, 1013, 2742, 1012, 8917, 1013, 1037, 1011, 1038, 1035, 1039, 1029, 1040, 1027]
      ),
    ] as [(String, [Int32])])
  func pieces(word: String, pieces: [Int32]) throws {
    let vocabulary = LanguageModel.defaultFolder.appendingPathComponent("vocabulary.txt")
    #expect(try WordPiece(at: vocabulary).pieces(of: word) == pieces)
  }
}

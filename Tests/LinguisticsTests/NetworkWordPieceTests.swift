import Testing

@testable import Linguistics

@Suite("Word pieces and shapes")
struct NetworkWordPieceTests {
  @Test(
    "A word falls into the longest pieces known",
    arguments: [
      ("ab", [10]), ("ABC", [10, 8]), ("abbb", [10, 7, 7]), ("ad", [1]), ("a.b", [5, 9, 6]),
      ("a.d", [5, 9, 1]),
      ("Á", [5]), ("a\u{301}b", [10]), ("a\u{AD}b", [10]), ("a\u{A0}b", [5, 6]), ("\u{200B}", [1]), ("", [1]),
      ("[CLS]", [1, 1, 1]),
      (String(repeating: "b", count: 40), [6] + [Int32](repeating: 7, count: 15)),
    ] as [(String, [Int32])])
  func pieces(word: String, pieces: [Int32]) throws {
    #expect(try WordPiece(TinyModel.pieces, path: "").pieces(of: word) == pieces)
  }

  @Test(
    "A shape tells what lower case does not",
    arguments: [
      ("1990", 1), ("²", 1), ("5.5", 2), ("...", 3), ("Ⅻ", 3), ("", 1), ("A4", 4), ("4A", 4), ("1990s", 5),
      ("war", 6), ("ª", 6), ("don't", 7), ("A", 8), ("A.", 9), ("NATO", 10), ("U.S.", 11), ("Ukraine", 12),
      ("O'neil", 14), ("McDonald", 15), ("iPhone", 15), ("中国", 15), ("ǅ", 15),
    ])
  func shape(word: String, shape: UInt8) {
    #expect(WordShape.shape(of: word, first: true) == shape)
    #expect(WordShape.shape(of: word, first: false) == (shape == 12 ? 13 : shape))
  }

  @Test("Lower case knows the final sigma", arguments: [("ΟΔΟΣ", "οδος"), ("Σ", "σ"), ("ΑΣ.Α", "ασ.α")])
  func sigma(word: String, lower: String) {
    #expect(word.inLowerCase == lower)
  }

  @Test("A vocabulary without the pieces that every text needs is damaged")
  func missing() {
    #expect(throws: LinguisticsError.modelDamaged(path: "v", reason: "the piece [SEP] is missing")) {
      try WordPiece(["[CLS]", "[UNK]", "##a"], path: "v")
    }
  }
}

import Testing

@testable import Linguistics

@Suite("The network")
struct NetworkTests {
  /// What PyTorch computes with Training/network.py and the weights of `TinyModel` for "Abc b ? abb ." and "B", the
  /// relations for the heads root, 1, 1, 2, 1 and root.
  static let expected = """
    tags 0.49473 -0.10936 0.47288 -0.19415 -0.64225 -0.09026 0.54917 0.10118
    tags 0.49419 -0.11005 0.47547 -0.19653 -0.64508 -0.09354 0.54992 0.10148
    tags 0.49592 -0.10716 0.47096 -0.19468 -0.64173 -0.08869 0.54676 0.09981
    tags 0.49394 -0.11103 0.47690 -0.19722 -0.64656 -0.09581 0.55094 0.10170
    tags 0.49625 -0.10789 0.47461 -0.19644 -0.64486 -0.09319 0.54766 0.09934
    entities 0.13836 -0.30544 -0.02870 -0.47254 0.88147
    entities 0.13653 -0.30904 -0.02835 -0.47397 0.88616
    entities 0.13952 -0.30308 -0.02228 -0.46493 0.87552
    entities 0.13214 -0.31412 -0.02941 -0.47571 0.89148
    entities 0.13428 -0.31059 -0.02442 -0.46934 0.88677
    arcs -0.35077 -0.35465 -0.35416 -0.35093 -0.35353 -0.35585
    arcs -0.35472 -0.35862 -0.35823 -0.35486 -0.35762 -0.35987
    arcs -0.35145 -0.35531 -0.35477 -0.35160 -0.35415 -0.35647
    arcs -0.35186 -0.35576 -0.35532 -0.35201 -0.35470 -0.35698
    arcs -0.35113 -0.35501 -0.35453 -0.35128 -0.35391 -0.35621
    relations -0.03020 0.40683 -0.13789
    relations -0.02907 0.39819 -0.13839
    relations -0.02793 0.39549 -0.12903
    relations -0.03040 0.40071 -0.14212
    relations -0.02572 0.39659 -0.13505
    tags 0.48827 -0.11857 0.47553 -0.19707 -0.64849 -0.09982 0.55960 0.10828
    entities 0.12566 -0.32288 -0.03770 -0.48629 0.89797
    arcs -0.35149 -0.35143
    relations -0.00556 0.41630 -0.14727
    """

  @Test("The scores of a tiny model equal PyTorch's")
  func scores() throws {
    let network = try TinyModel.network()
    let wordPiece = try WordPiece(TinyModel.pieces, path: "")
    let sentences = [["Abc", "b", "?", "abb", "."], ["B"]].map {
      EncodedSentence(forms: $0, wordPiece: wordPiece, maximum: network.encoder.maximum)
    }
    var workspace = network.workspace()
    network.score(sentences, in: &workspace)
    network.scoreRelations([0, 0, 1, 1, 2, 1, 6, 6], in: &workspace)
    var found: [(name: String, values: [Float])] = []
    for rows in [0..<6, 6..<8] {
      network.scoreArcs(rows, in: &workspace)
      found += rows.dropFirst().map { ("tags", Array(workspace.tags.row($0))) }
      found += rows.dropFirst().map { ("entities", Array(workspace.entities.row($0))) }
      found += (0..<rows.count - 1).map { ("arcs", Array(workspace.arcs.row($0).prefix(rows.count))) }
      found += rows.dropFirst().map { ("relations", Array(workspace.relations.row($0))) }
    }
    let expected = NetworkTests.expected.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(found.map(\.name) == expected.map { String($0[0]) })
    for (found, expected) in zip(found, expected) {
      let expected = try expected.dropFirst().map { try #require(Float($0)) }
      #expect(found.values.count == expected.count)
      for (value, known) in zip(found.values, expected) {
        #expect(abs(value - known) < 2e-5, "\(found.name): \(found.values), not \(expected)")
      }
    }
  }

  @Test("The same windows give the same word vectors, packed alone or with others")
  func packing() throws {
    let network = try TinyModel.network()
    let wordPiece = try WordPiece(TinyModel.pieces, path: "")
    let one = EncodedSentence(forms: ["a", "Bb", "."], wordPiece: wordPiece, maximum: 32)
    var (alone, packed) = (network.workspace(), network.workspace())
    network.score([one], in: &alone)
    network.score(
      [EncodedSentence(forms: ["c", "AB"], wordPiece: wordPiece, maximum: 32), one], in: &packed)
    for row in 0..<4 {
      for (x, y) in zip(alone.tags.row(row), packed.tags.row(row + 3)) { #expect(abs(x - y) < 1e-6) }
    }
  }
}

@Suite("Encoded sentences")
struct NetworkEncodingTests {
  @Test("A short sentence is one window with the pieces' words")
  func short() throws {
    let wordPiece = try WordPiece(TinyModel.pieces, path: "")
    let encoded = EncodedSentence(forms: ["Abc", "b", "?", "abb", "."], wordPiece: wordPiece, maximum: 32)
    let window = EncodedWindow(
      pieces: [2, 10, 8, 6, 1, 10, 7, 9, 3], shapes: [0, 12, 12, 6, 3, 6, 6, 3, 0])
    #expect(encoded.windows == [window])
    let places = [(0, 0), (1, 2), (3, 3), (4, 4), (5, 6), (7, 7)]
    #expect(encoded.words == places.map { .init(window: 0, first: $0.0, last: $0.1) })
  }

  @Test("Windows of a long sentence overlap, and a word comes from the one where it is furthest from an edge")
  func long() throws {
    let wordPiece = try WordPiece(TinyModel.pieces, path: "")
    let encoded = EncodedSentence(
      forms: [String](repeating: "a", count: 20), wordPiece: wordPiece, maximum: 12)
    #expect(encoded.windows.map(\.pieces.count) == [12, 12, 12])
    #expect(
      encoded.words.dropFirst().map(\.window) == [Int](repeating: 0, count: 7) + [1, 1, 1, 1, 1]
        + [Int](repeating: 2, count: 8))
    #expect(encoded.words.dropFirst().map(\.first) == [1, 2, 3, 4, 5, 6, 7, 3, 4, 5, 6, 7] + Array(3...10))
  }
}

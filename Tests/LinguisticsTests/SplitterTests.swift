import Foundation
import Testing

@testable import Linguistics

@Suite("The sentence splitter's file")
struct SplitterTests {
  static let damaged: [(bytes: [UInt8], reason: String)] = [
    ([], "not a splitter"),
    (Array("ASPX".utf8) + [1, 0, 0, 0] + [0, 0, 0, 0], "not a splitter"),
    (Array("ASPL".utf8) + [1, 0, 0, 0] + [0, 0], "wrong length"),
    (Array("ASPL".utf8) + [64, 0, 0, 0] + [0, 0], "wrong length"),
  ]

  @Test("a damaged file is refused", arguments: damaged)
  func refusal(example: (bytes: [UInt8], reason: String)) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(example.bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(throws: LinguisticsError.modelDamaged(path: url.path, reason: example.reason)) {
      try SentenceSplitter(at: url)
    }
  }

  @Test("a missing file is named")
  func missing() {
    #expect(throws: LinguisticsError.modelNotFound(path: "/nowhere/sentences.bin")) {
      try SentenceSplitter(at: URL(filePath: "/nowhere/sentences.bin"))
    }
  }
}

/// The folder of the treebanks, where this machine has them.
private let treebanks = ProcessInfo.processInfo.environment["ACTANT_SHARED"].map {
  URL(filePath: $0).appending(path: "data/treebanks")
}

@Suite("Tokens and sentences of the treebanks")
struct SplitterTreebankTests {
  @Test(
    "raw text gives the treebank's tokens and sentences, with at least these F1 scores",
    .enabled(if: treebanks != nil, "needs the treebanks: set ACTANT_SHARED"),
    arguments: [("en_ewt-dev", 99.5, 99.2, 88.0), ("en_gum-dev", 99.9, 99.9, 95.5)])
  func treebank(name: String, tokens: Double, words: Double, sentences: Double) throws {
    let folder = try #require(treebanks)
    let data = try Data(contentsOf: folder.appending(path: name + ".conllu"))
    let gold = try Document(conllu: String(decoding: data, as: UTF8.self))
    let system = try EnglishModel.tokenizer.sentences(in: gold.text)
    #expect(Self.f1(gold.sentences, system, Self.tokens) >= tokens)
    #expect(Self.f1(gold.sentences, system, { $0.tokens.map(\.range) }) >= words)
    #expect(Self.f1(gold.sentences, system, { [$0.range] }) >= sentences)
  }

  /// The ranges of the tokens as written.
  private static func tokens(_ sentence: Sentence) -> [Range<Int>] {
    let parts = Set(sentence.multiwordTokens.flatMap { Array($0.words) })
    return sentence.multiwordTokens.map(\.range)
      + sentence.tokens.indices.filter { !parts.contains($0) }.map { sentence.tokens[$0].range }
  }

  private static func f1(_ gold: [Sentence], _ system: [Sentence], _ units: (Sentence) -> [Range<Int>])
    -> Double
  {
    let (a, b) = (Set(gold.flatMap(units)), Set(system.flatMap(units)))
    return 200 * Double(a.intersection(b).count) / Double(a.count + b.count)
  }
}

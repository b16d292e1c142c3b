import Foundation
import Linguistics
import Testing

@Suite("Trees of a treebank's own words")
struct TreebankTests {
  /// GUM's development set, which is at hand where `ACTANT_SHARED` names its folder.
  static let path = ProcessInfo.processInfo.environment["ACTANT_SHARED"].map {
    $0 + "/data/treebanks/en_gum-dev.conllu"
  }

  @Test("tags, lemmas and attachment on GUM dev are those of the model card", .enabled(if: path != nil))
  func attachment() throws {
    let gold = try Document(conllu: String(contentsOfFile: try #require(Self.path), encoding: .utf8))
    var found = gold.sentences
    try LanguageModel().annotate(&found, threads: 2)
    var words = 0
    var right = (upos: 0, lemmas: 0, attached: 0)
    for (gold, found) in zip(gold.sentences, found) {
      for (a, b) in zip(gold.tokens, found.tokens) {
        words += 1
        right.upos += a.upos == b.upos ? 1 : 0
        right.lemmas += a.lemma == b.lemma || a.lemma == "_" ? 1 : 0
        right.attached += a.head == b.head && a.deprel.universal == b.deprel.universal ? 1 : 0
      }
      // One root, and every word hangs on it.
      #expect(found.tokens.filter { $0.head == nil }.count == 1)
    }
    let share = { (count: Int) in 100 * Double(count) / Double(words) }
    #expect(share(right.upos) >= 97.9)
    #expect(share(right.lemmas) >= 98.4)
    #expect(share(right.attached) >= 89.5)
  }
}

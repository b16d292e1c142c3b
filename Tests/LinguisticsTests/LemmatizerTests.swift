import Foundation
import Testing

@testable import Linguistics

@Suite("Lemmas")
struct LemmatizerTests {
  private static let table = """
    -NNS\t\t
    -NNS\ties\ty
    -NNS\ts\t
    -VBD\t\t
    -VBD\ted\t
    -VBD\ttated\ttate
    -VBG\ting\t
    :\t--\t-
    IN\tAS\tas
    NNP\tUN\tU.N.
    NNS\tmen\tman
    VBD\twrote\twrite
    VBN\tshown\tshow
    VBZ\t's\tbe

    """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n")

  private func lemmatizer(_ table: String = LemmatizerTests.table) throws -> Lemmatizer {
    try Lemmatizer(table: Array(table.utf8), path: "lemmas.tsv")
  }

  @Test(
    "A lemma comes from the table, else from the rule with the longest suffix",
    arguments: [
      ("wrote", .verb, "VBD", "write"), ("Wrote", .verb, "VBD", "write"), ("wrote", .verb, "VBN", "write"),
      ("co-wrote", .verb, "VBD", "co-write"), ("shown", .verb, "VBN", "show"),
      ("shown", .verb, "VBD", "shown"),
      ("dictated", .verb, "VBD", "dictate"), ("warned", .verb, "VBN", "warn"), ("ran", .verb, "VBD", "ran"),
      ("ing", .verb, "VBG", "ing"), ("Policies", .noun, "NNS", "policy"), ("gunmen", .noun, "NNS", "gunmen"),
      ("Allies", .propn, "NNPS", "Ally"), ("Men", .propn, "NNPS", "Men"), ("men", .noun, "NNS", "man"),
      ("two-men", .noun, "NNS", "two-man"), ("-men", .noun, "NNS", "-men"), ("'s", .aux, "VBZ", "be"),
    ] as [(String, UPOS, String, String)])
  func inflected(form: String, upos: UPOS, xpos: String, lemma: String) throws {
    #expect(try lemmatizer().lemma(of: form, upos, xpos) == lemma)
  }

  @Test(
    "A word that is not inflected is its own lemma, in lower case unless it is a name or a symbol",
    arguments: [
      ("The", .det, "DT", "the"), ("UN", .propn, "NNP", "U.N."), ("un", .propn, "NNP", "un"),
      ("Seoul", .propn, "NNP", "Seoul"), ("Seoul", .propn, "NN", "Seoul"), ("--", .punct, ":", "-"),
      ("XL", .x, "FW", "XL"), ("As", .adp, "IN", "as"), ("", .x, "_", ""),
    ] as [(String, UPOS, String, String)])
  func uninflected(form: String, upos: UPOS, xpos: String, lemma: String) throws {
    #expect(try lemmatizer().lemma(of: form, upos, xpos) == lemma)
  }

  @Test(
    "A line that breaks the format or the order is named",
    arguments: [
      ("", "line 1 has no end"), ("NN\ta\tb", "line 1 has no end"), ("NN\ta\n", "line 1 has not the columns"),
      ("NN\ta\tb\nNN\ta\tb\tc\n", "line 2 has not the columns"),
      ("NN\tb\tb\nNN\ta\tb\n", "line 2 is out of order"),
      ("NN\ta\tb\nNN\ta\tb\n", "line 2 is out of order"), ("\n", "line 1 has not the columns"),
      ("NN\ta\t\n", "line 1 has not the columns"), ("\ta\tb\n", "line 1 has not the columns"),
    ])
  func damaged(table: String, reason: String) {
    do {
      _ = try lemmatizer(table)
      Issue.record("the table was taken")
    } catch LinguisticsError.modelDamaged(let path, let found) {
      #expect(path == "lemmas.tsv")
      #expect(found.hasPrefix(reason), "\(found)")
    } catch {
      Issue.record(error)
    }
  }

  @Test("A table that is not UTF-8 is damaged")
  func encoding() {
    #expect(throws: LinguisticsError.modelDamaged(path: "t", reason: "it is not UTF-8")) {
      try Lemmatizer(table: Array("NN\ta\t".utf8) + [0xFF, 0x0A], path: "t")
    }
  }
}

import Foundation
import Testing

@Suite("Writing propositions", .enabled(if: Program.hasModel, "needs the language model's weights"))
struct PropositionTests {
  @Test(
    "a sentence of given words keeps its form, its words and its Penn Treebank quotes",
    arguments: ["complete", "minimal"])
  func givenWords(view: String) throws {
    let sentence = "`` The road  is closed , '' the mayor said ."
    let folder = try Workspace(["a.in": Array("\n\(sentence)\n".utf8)])
    let outcome = try Program.run(
      ["propositions", "--sentence-per-line", "--view", view, "a.in"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(Set(rows.map { $0[0] }) == [sentence])
    #expect(rows.compactMap { Double($0[1]) }.filter { 0 < $0 && $0 < 1 }.count == rows.count)
    let found = rows.map { "\($0[3])\t\($0[2])\t\($0[4])" }
    #expect(Set(found) == ["the mayor\tsaid\tThe road is closed", "The road\tis\tclosed"])
  }

  @Test("a sentence of an article is one field, even with a tab in it")
  func article() throws {
    let folder = try Workspace(["a.txt": Array("The mayor of\tLyon opened a bridge.\n".utf8)])
    let outcome = try Program.run(["propositions", "a.txt", "-o", "a.tsv"], in: folder)
    #expect(outcome == .init(status: 0, output: "", errors: ""))
    let fields = try folder.text("a.tsv").split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    #expect(
      fields.map { [$0[0]] + $0[2...] } == [
        ["The mayor of Lyon opened a bridge.", "opened", "The mayor of Lyon", "a bridge"]
      ])
  }

  @Test("a line that is no text is told of by its number")
  func badLine() throws {
    let folder = try Workspace(["a.in": Array("Snow fell .\n".utf8) + [0xC3, 0x0A]])
    let outcome = try Program.run(["propositions", "--sentence-per-line", "a.in", "-o", "a.tsv"], in: folder)
    #expect(
      outcome
        == .init(
          status: 65, output: "",
          errors:
            "actant: a.in:2: byte 0 is not valid in its encoding: convert it to UTF-8, for instance with iconv\n"
        ))
    #expect(try folder.names() == ["a.in"])
  }

  /// The folder with the benchmarks and their scorers.
  private static let shared = ProcessInfo.processInfo.environment["ACTANT_SHARED"]

  @Test(
    "both views hold their scores on the development halves of CaRB and BenchIE",
    .enabled(if: shared != nil, "needs the benchmarks: set ACTANT_SHARED"),
    arguments: [
      ("complete", "oie_score.py", "carb-dev.tsv", [], 58.5),
      ("minimal", "benchie_score.py", "benchie-dev.txt", ["--carb"], 53.0),
    ])
  func figures(view: String, scorer: String, gold: String, options: [String], least: Double) throws {
    let shared = try #require(Self.shared)
    let folder = try Workspace()
    let written = try Program.run(
      [
        "propositions", "--sentence-per-line", "--view", view, "-o", "found.tsv",
        "\(shared)/data/openie/carb-dev-sentences.txt",
      ], in: folder)
    #expect(written == .init(status: 0, output: "", errors: ""))
    let script = "\(shared)/tools/\(scorer)"
    let arguments = [script, "\(shared)/data/openie/\(gold)", "found.tsv", "--json"] + options
    let scored = try Program.shell(
      "python3 \(arguments.map { "'\($0)'" }.joined(separator: " "))", in: folder)
    struct Figures: Decodable { var f1: Double }
    let figures = try JSONDecoder().decode(Figures.self, from: Data(scored.output.utf8))
    #expect(100 * figures.f1 >= least)
  }
}

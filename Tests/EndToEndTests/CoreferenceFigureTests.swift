import Foundation
import Testing

@Suite("Coreference on a treebank's own words")
struct CoreferenceFigureTests {
  /// What coref_score.py prints with --json, as far as it is tested.
  struct Figures: Decodable {
    let conll: Double
    let typeAccuracy: Double

    enum CodingKeys: String, CodingKey {
      case conll
      case typeAccuracy = "type_accuracy"
    }
  }

  static let shared = ProcessInfo.processInfo.environment["ACTANT_SHARED"]

  @Test(
    "CoNLL F1 and kinds on GUM dev are those of the model card",
    .enabled(if: shared != nil && Program.hasModel, "needs GUM and its scorer: set ACTANT_SHARED"))
  func figures() throws {
    let shared = try #require(Self.shared)
    let gold = shared + "/data/treebanks/en_gum-dev.conllu"
    let workspace = try Workspace()
    let annotated = try Program.run(
      ["annotate", "--from", "conllu", "--coreference", gold, "-o", "found.conllu", "--quiet"], in: workspace)
    #expect(annotated == Program.Outcome(status: 0, output: "", errors: ""))
    let scored = try Program.shell(
      "python3 '\(shared)/tools/coref_score.py' --json '\(gold)' found.conllu", in: workspace)
    let figures = try JSONDecoder().decode(Figures.self, from: Data(scored.output.utf8))
    #expect(figures.conll >= 62)
    #expect(figures.typeAccuracy >= 85)
  }
}

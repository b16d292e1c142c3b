import Foundation
import Testing

@testable import Linguistics

@Suite("Files of weights")
struct NetworkFilesTests {
  /// What opening a file of these bytes as a network says.
  private func error(of data: Data) throws -> String? {
    try TinyModel.withFile(data) { url in
      do {
        _ = try Network(from: Safetensors(at: url), vocabulary: TinyModel.pieces.count)
        return nil
      } catch LinguisticsError.modelDamaged(_, let reason) {
        return reason
      }
    }
  }

  @Test("A sound file opens")
  func sound() throws {
    #expect(try error(of: TinyModel.file()) == nil)
  }

  @Test("A file that is not there is told apart from a damaged one")
  func missing() {
    let url = URL(fileURLWithPath: "/nowhere/weights.safetensors")
    #expect(throws: LinguisticsError.modelNotFound(path: url.path)) { try Safetensors(at: url) }
    #expect(throws: LinguisticsError.modelNotFound(path: "/nowhere/vocabulary.txt")) {
      try LanguageModel(at: URL(fileURLWithPath: "/nowhere"))
    }
  }

  @Test(
    "A file cut off anywhere is damaged",
    arguments: [
      (0, "the file ends within its header"), (7, "the file ends within its header"),
      (500, "the file ends within its header"),
    ])
  func truncated(length: Int, reason: String) throws {
    #expect(try error(of: TinyModel.file().prefix(length)) == reason)
  }

  @Test("A file that lacks its last bytes names the tensor")
  func truncatedTensor() throws {
    #expect(try error(of: TinyModel.file().dropLast(1)) == "the file ends before tag_hidden.weight")
  }

  @Test(
    "Every cut of a file ends in an error, never in a crash", arguments: (1...30).map { $0 * 397 })
  func anyCut(drop: Int) throws {
    #expect(try error(of: TinyModel.file().dropLast(drop)) != nil)
  }

  @Test("Something else than safetensors is no model")
  func wrongMagic() throws {
    #expect(try error(of: Data("PK\u{3}\u{4} this is a zip, or says so".utf8)) == "it is no safetensors file")
    #expect(try error(of: Data([2, 0, 0, 0, 0, 0, 0, 0]) + Data("[]".utf8)) == "it is no safetensors file")
  }

  @Test("A missing tensor is named", arguments: TinyModel.shapes.keys.sorted())
  func missingTensor(name: String) throws {
    let reason = try error(of: TinyModel.file(shapes: TinyModel.shapes.filter { $0.key != name }))
    #expect(reason?.hasPrefix(name) == true, "\(reason ?? "no error")")
  }

  @Test("A tensor of another shape is named with both shapes")
  func wrongShape() throws {
    var shapes = TinyModel.shapes
    shapes["rel_w"] = [24, 8]
    #expect(try error(of: TinyModel.file(shapes: shapes)) == "rel_w is [24, 8], not [8, 24]")
  }

  @Test(
    "Metadata that are missing or make no sense are damage",
    arguments: [
      ("config", "{}", "its configuration is not complete"), ("config", "[]", "its metadata lack config"),
      ("labels", #"{"upos": ["NOUNS"]}"#, "NOUNS is no label for upos"),
      ("labels", "{}", "it has no labels for upos"),
      (
        "encoder", #"{"heads": 3}"#,
        #"its configuration makes no sense"#
      ),
    ])
  func metadata(key: String, value: String, reason: String) throws {
    var metadata = TinyModel.metadata
    metadata[key] = value
    let found = try error(of: TinyModel.file(metadata: metadata))
    #expect(found?.hasPrefix(reason) == true, "\(found ?? "no error")")
  }
}

import Foundation
import Testing

@testable import Extraction

@Suite("The file of the antecedent model is read strictly")
struct AntecedentModelTests {
  private static let file = Bundle.extraction.appending(path: "Resources/\(AntecedentModel.name)")

  /// A damaged file and what is said of it.
  struct Damage: Sendable, CustomTestStringConvertible {
    let name: String
    let line: Int
    let reason: String
    let change: @Sendable ([UInt8]) -> [UInt8]
    var testDescription: String { name }
  }

  @Test("the file that comes with Actant is read")
  func whole() throws {
    let bytes = [UInt8](try Data(contentsOf: Self.file))
    _ = try AntecedentModel(bytes)
    #expect(bytes.count < 1_000_000)
  }

  @Test("a damaged file is refused with the line and the reason", arguments: damages)
  func damaged(_ damage: Damage) throws {
    let bytes = damage.change([UInt8](try Data(contentsOf: Self.file)))
    #expect(
      throws: LexiconError(file: AntecedentModel.name, line: damage.line, reason: damage.reason)
    ) {
      _ = try AntecedentModel(bytes)
    }
  }

  static let damages: [Damage] = [
    Damage(name: "an empty file", line: 1, reason: "no line of text: install Actant again") { _ in [] },
    Damage(
      name: "another version", line: 1,
      reason: "“actant antecedents 2” where “actant antecedents 1” belongs: install Actant again"
    ) { replaced($0, "antecedents 1", "antecedents 2") },
    Damage(
      name: "a template of another size", line: 3,
      reason: "“expression determiner 99” where “expression determiner 25” belongs: install Actant again"
    ) { replaced($0, "determiner 25", "determiner 99") },
    Damage(
      name: "a table of another shape", line: 41,
      reason: "not “table pairs 1722 64” and a unit: install Actant again"
    ) { replaced($0, "table pairs 1722 64 ", "table pairs 1722 32 ") },
    Damage(name: "a file cut off", line: 0, reason: "cut off: install Actant again") { $0.dropLast() },
    Damage(
      name: "a file with more behind it", line: 0,
      reason: "1 bytes behind the last table: install Actant again"
    ) { $0 + [0] },
  ]

  /// The bytes with one text in the head replaced by another of the same length.
  private static func replaced(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    guard let range = bytes.prefix(2000).firstRange(of: Array(old.utf8)) else { return bytes }
    return bytes[..<range.lowerBound] + Array(new.utf8) + bytes[range.upperBound...]
  }
}

extension Bundle {
  /// The folder of the resources of Extraction, which lies beside the tests.
  fileprivate static var extraction: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "actant_Extraction.resources")
  }
}

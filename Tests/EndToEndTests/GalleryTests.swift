import Foundation
import Testing

@Suite("The gallery is what the program makes of its articles")
struct GalleryTests {
  static let folder = Program.package.appending(path: "Graphs")
  static let articles = ["earthquake", "fisheries", "kursk", "takeover"]

  @Test("every article of the gallery is tested")
  func all() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.filter { $0.hasSuffix(".txt") }.sorted() == Self.articles.map { $0 + ".txt" })
  }

  @Test(
    "an article gives the committed JSON and DOT, byte for byte", .enabled(if: Program.hasModel),
    arguments: articles)
  func bytes(article: String) throws {
    let workspace = try Workspace()
    // The graph names its article by the path that it was given.
    let text = try Data(contentsOf: Self.folder.appending(path: "\(article).txt"))
    try workspace.write(text, to: "Graphs/\(article).txt")
    let outcome = try Program.run(
      ["build", "Graphs/\(article).txt", "-o", "made.json", "-o", "made.dot", "--quiet"], in: workspace)
    #expect(outcome == Program.Outcome(status: 0, output: "", errors: ""))
    for kind in ["json", "dot"] {
      let committed = try String(
        contentsOf: Self.folder.appending(path: "\(article).\(kind)"), encoding: .utf8)
      #expect(try workspace.text("made.\(kind)") == committed)
    }
  }
}

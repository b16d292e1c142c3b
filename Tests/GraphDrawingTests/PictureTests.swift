import Foundation
import GraphDrawing
import KnowledgeGraph
import Testing

@Suite("Rendering through Graphviz")
struct PictureTests {
  @Test(
    "each format begins as its kind of file does",
    arguments: [
      (PictureFormat.svg, "<?xml"), (.png, "\u{89}PNG"), (.pdf, "%PDF-"),
    ])
  func formats(format: PictureFormat, start: String) throws {
    let data = try picture(ofDOT: dot(of: SampleGraphs.tiny), format: format)
    #expect(Array(data.prefix(start.unicodeScalars.count)) == start.unicodeScalars.map { UInt8($0.value) })
  }

  @Test("a graph's picture has a group for every node and edge, and names no file on the network")
  func structure() throws {
    let svg = try svgText(of: dot(of: SampleGraphs.war))
    #expect(svg.ranges(of: "class=\"node ").count == 14)
    #expect(svg.ranges(of: "class=\"edge ").count == 16)
    #expect(!svg.contains("<!DOCTYPE"))
    #expect(svg.ranges(of: "http").count == 2, "the two namespaces")
  }

  @Test(
    "DOT that is not valid is an error in Graphviz's words, with the line",
    arguments: [
      ("digraph {\n  a -> }\n", "syntax error in line 2"),
      ("a sentence", "syntax error in line 1"),
      ("digraph { a -> b", "syntax error in line 1"),
      ("", "it holds no graph"),
      ("digraph {\n}\n\0 digraph {}", "a NUL character in line 3"),
    ])
  func invalid(text: String, message: String) throws {
    let error = #expect(throws: GraphDrawingError.self) { try picture(ofDOT: text, format: .svg) }
    guard case .invalidDOT(let said) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(said.contains(message), "\(said)")
  }

  @Test(
    "nothing of a text is left over for the next one",
    arguments: [
      "digraph {\n\"a", "digraph { a [label=<<b>", "digraph { /* ",
      "digraph one { x } digraph two { y } digraph {", "} } }",
    ])
  func leftovers(text: String) throws {
    _ = try? picture(ofDOT: text, format: .svg)
    let svg = try svgText(of: "digraph g { a -> b }")
    #expect(svg.ranges(of: "class=\"node\"").count == 2)
    let error = #expect(throws: GraphDrawingError.self) {
      try picture(ofDOT: "digraph { a -> }", format: .svg)
    }
    #expect(error == .invalidDOT(message: "syntax error in line 1 near '}'"))
  }

  @Test("markup in a label that is broken is an error, not a picture with a wrong label")
  func brokenMarkup() {
    let error = #expect(throws: GraphDrawingError.self) {
      try picture(ofDOT: "digraph g { a [label=<<b>x</i>>] }", format: .svg)
    }
    guard case .graphviz = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "the engine is the one asked for, or the graph's own",
    arguments: [
      ("digraph g { a; b; c }", LayoutEngine.circo, "digraph g { layout=circo; a; b; c }"),
      ("digraph g { a; b; c }", LayoutEngine.dot, "digraph g { a; b; c }"),
    ])
  func engine(text: String, engine: LayoutEngine, same: String) throws {
    let asked = try picture(ofDOT: text, format: .svg, options: DrawingOptions(engine: engine))
    #expect(asked == (try picture(ofDOT: same, format: .svg)))
  }

  @Test("every engine draws", arguments: LayoutEngine.allCases)
  func engines(engine: LayoutEngine) throws {
    let text = dot(of: SampleGraphs.war)
    let data = try picture(ofDOT: text, format: .svg, options: DrawingOptions(engine: engine))
    #expect(String(decoding: data, as: UTF8.self).ranges(of: "class=\"node ").count == 14)
  }

  @Test("two hundred renders at once all give the same picture")
  func concurrency() async throws {
    let text = dot(of: SampleGraphs.tiny)
    let once = try picture(ofDOT: text, format: .svg)
    let same = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          // Some fail, so that errors and pictures alternate.
          if number % 10 == 9 { return (try? picture(ofDOT: "digraph {", format: .svg)) == nil }
          return (try? picture(ofDOT: text, format: .svg)) == once
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(same == 200)
  }

  @Test("a thousand actors draw in a bounded time", .timeLimit(.minutes(1)))
  func large() throws {
    let text = dot(of: SampleGraphs.corpus(actors: 1000), options: DrawingOptions(selection: .everything))
    let svg = try svgText(of: text)
    #expect(
      svg.ranges(of: "class=\"node ").count == text.ranges(of: ", class=").count
        - text.ranges(of: " -> ").count)
  }
}

/// The SVG that a text in the DOT language gives.
func svgText(of dot: String) throws -> String {
  String(decoding: try picture(ofDOT: dot, format: .svg), as: UTF8.self)
}

import KnowledgeGraph
import Testing

@testable import GraphDrawing

@Suite("Choosing what to draw")
struct SelectionTests {
  private func edge(_ source: String, _ target: String, times: Int = 1, event: String? = "AID") -> DrawnEdge {
    DrawnEdge(
      source: source, target: target, role: .patient, isPassive: false,
      reports: (0..<times).map { number in
        SampleGraphs.action("\(source)\(target)\(number)", "help", [], event: event)
      })
  }

  private func part(_ edges: [DrawnEdge], nodes: Int, edges limit: Int) -> [String] {
    var ids: [String] = []
    for id in edges.flatMap({ [$0.source, $0.target] }) where !ids.contains(id) { ids.append(id) }
    let entities = ids.map { SampleGraphs.entity($0, $0) }
    return DrawingSelection(nodes: nodes, edges: limit).part(of: edges, entities: entities).map {
      "\($0.source) \($0.target)"
    }
  }

  @Test("a small graph is drawn whole, in its own order")
  func whole() {
    let edges = [edge("state:b", "state:a"), edge("state:a", "state:c")]
    #expect(part(edges, nodes: 14, edges: 24) == ["state:b state:a", "state:a state:c"])
  }

  @Test("the most frequent stay, and actors before things")
  func central() {
    let edges = [
      edge("state:a", "object:o"), edge("state:a", "state:b", times: 2), edge("state:b", "person:p"),
      edge("state:x", "state:y", event: nil),
    ]
    #expect(part(edges, nodes: 3, edges: 9) == ["state:a state:b", "state:b person:p"])
    #expect(part(edges, nodes: 4, edges: 9) == ["state:a object:o", "state:a state:b", "state:b person:p"])
  }

  @Test("every node keeps an edge before two others get a second one")
  func spread() {
    let edges = [
      edge("state:a", "state:b", times: 3), edge("state:b", "state:a", times: 3), edge("state:a", "state:c"),
      edge("state:c", "state:d"),
    ]
    #expect(part(edges, nodes: 4, edges: 3) == ["state:a state:b", "state:a state:c", "state:c state:d"])
  }

  @Test(
    "the default picture of many is within its limits, and says what it leaves out",
    arguments: [20, 300, 2000])
  func limits(actors: Int) {
    let graph = SampleGraphs.corpus(actors: actors)
    let text = dot(of: graph)
    let edges = text.split(separator: "\n").count { $0.contains("\" -> \"") }
    let nodes = text.split(separator: "\n").count { $0.contains(", kind=") }
    #expect(edges == 24)
    #expect(nodes == 14)
    #expect(text.contains(" · 14 of \(actors) actors, "))
    #expect(text.contains(" of \(actors * 2) actions<"))
  }
}

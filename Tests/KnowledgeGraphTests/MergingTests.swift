import KnowledgeGraph
import Testing

@Suite("Graphs of several documents become one")
struct MergingTests {
  private func graph(_ document: String, _ entities: [Entity], agent: String) -> KnowledgeGraph {
    KnowledgeGraph(
      documents: [SourceDocument(id: document, uri: document, characters: 9)], entities: entities,
      actions: [
        Action(
          id: "\(document)/a1", verb: "sign", label: "signed", occurrence: "\(document)/o1",
          participants: [Participant(role: .agent, filler: .entity(agent))],
          evidence: Evidence(document: document, sentence: 0, start: 0, end: 9))
      ])
  }

  @Test("a state of two documents is one node with both aliases counted")
  func states() {
    var merger = GraphMerger()
    let alias = { (count: Int) in [Entity.Alias(text: "Oslo", count: count)] }
    merger.add(
      graph(
        "one", [Entity(id: "state:NOR", kind: .state, name: "Norway", aliases: alias(1))], agent: "state:NOR")
    )
    merger.add(
      graph(
        "two", [Entity(id: "state:NOR", kind: .state, name: "Norway", aliases: alias(2))], agent: "state:NOR")
    )
    #expect(merger.graph.entities.map(\.id) == ["state:NOR"])
    #expect(merger.graph.entities[0].aliases == [Entity.Alias(text: "Oslo", count: 3)])
    #expect(merger.graph.actions.map(\.id) == ["one/a1", "two/a1"])
    #expect(merger.graph.documents.map(\.id) == ["one", "two"])
  }

  @Test(
    "two people of one surname, and two deals, stay two; what they do follows them",
    arguments: [
      Entity(id: "person:berg", kind: .person, name: "Berg"),
      Entity(id: "object:deal", kind: .object, name: "deal"),
    ])
  func apart(entity: Entity) {
    var merger = GraphMerger()
    merger.add(graph("one", [entity], agent: entity.id))
    merger.add(graph("two", [entity], agent: entity.id))
    #expect(merger.graph.entities.map(\.id) == [entity.id, entity.id + "-2"])
    #expect(
      merger.graph.actions.map(\.participants) == [
        [Participant(role: .agent, filler: .entity(entity.id))],
        [Participant(role: .agent, filler: .entity(entity.id + "-2"))],
      ])
  }
}

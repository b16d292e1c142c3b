import KnowledgeGraph

extension DrawingSelection {
  /// The edges that are drawn: those between the most central nodes, in their given order.
  ///
  /// Nodes rank by weighted degree, actors before things, then by the degree of their neighbours, then in the
  /// order of first mention. They are taken by rank until the picture is full; one that has no edge to
  /// another that is taken does not count. Then every node gets its weightiest edge, and the rest go by
  /// weight, each further edge between the same two nodes counting for less.
  /// - Complexity: O(*n* log *n*) in the number of nodes and edges.
  func part(of edges: [DrawnEdge], entities: [Entity]) -> [DrawnEdge] {
    let chosen = connectedNodes(of: edges, entities: entities)
    let inside = edges.indices.filter {
      chosen.contains(edges[$0].source) && chosen.contains(edges[$0].target)
    }
    guard inside.count > self.edges else { return inside.map { edges[$0] } }

    var parallel: [Set<String>: Int] = [:]
    var ranked: [(index: Int, weight: Double)] = []
    for index in inside.sorted(by: { (edges[$1].weight, $0) < (edges[$0].weight, $1) }) {
      let ends: Set = [edges[index].source, edges[index].target]
      ranked.append((index, edges[index].weight / Double(1 + parallel[ends, default: 0])))
      parallel[ends, default: 0] += 1
    }
    ranked.sort { ($1.weight, $0.index) < ($0.weight, $1.index) }

    var kept: Set<Int> = []
    var reached: Set<String> = []
    for (index, _) in ranked
    where !(reached.contains(edges[index].source) && reached.contains(edges[index].target)) {
      kept.insert(index)
      reached.formUnion([edges[index].source, edges[index].target])
    }
    for (index, _) in ranked where kept.count < self.edges { kept.insert(index) }
    return kept.sorted().prefix(self.edges).map { edges[$0] }
  }

  private func connectedNodes(of edges: [DrawnEdge], entities: [Entity]) -> Set<String> {
    var degree: [String: Double] = [:]
    var neighbours: [String: Set<String>] = [:]
    for edge in edges {
      for (end, other) in [(edge.source, edge.target), (edge.target, edge.source)] {
        degree[end, default: 0] += edge.weight
        neighbours[end, default: []].insert(other)
      }
    }
    let candidates = entities.filter { degree[$0.id] != nil }
    let scores = candidates.map { entity in
      (
        own: (degree[entity.id] ?? 0) * entity.kind.weight,
        // Sorted, since sums of floating-point numbers depend on their order.
        around: (neighbours[entity.id] ?? []).compactMap { degree[$0] }.sorted().reduce(0, +)
      )
    }
    let ranked = candidates.indices.sorted {
      (scores[$1].own, scores[$1].around, $0) < (scores[$0].own, scores[$0].around, $1)
    }

    var taken: Set<String> = []
    var connected: Set<String> = []
    for index in ranked where connected.count < nodes {
      let id = candidates[index].id
      let joined = (neighbours[id] ?? []).intersection(taken)
      let grown = joined.isEmpty ? connected : connected.union(joined).union([id])
      guard grown.count <= nodes else { continue }
      taken.insert(id)
      connected = grown
    }
    return connected
  }
}

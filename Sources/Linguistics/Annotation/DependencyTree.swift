/// From arc scores to dependency trees: the maximum spanning tree with exactly one word under the root.
enum DependencyTree {
  /// The heads of n words in the best tree.
  ///
  /// Where every word's best head together make such a tree it is that one. Otherwise it is found by the algorithm of
  /// Chu and Liu (1965) and Edmonds (1967) in the form of Gabow, Galil, Spencer and Tarjan (1986) for dense graphs,
  /// with arcs from the root made so dear that one is taken (Stanojević and Cohen 2021).
  /// - Parameter scores: n rows of n + 1 scores: `scores[d][h]` of word d having head h, where h = 0 is the root and
  ///   h = i + 1 word i. Among equal scores the first head wins.
  /// - Returns: For each word the index of its head, or `nil` for the one under the root.
  /// - Complexity: O(*n*²) time and memory.
  static func heads(_ scores: some Collection<ArraySlice<Float>>) -> [Int?] {
    guard !scores.isEmpty else { return [] }
    var heads = [0]
    for (word, row) in scores.enumerated() {
      var best: (head: Int, score: Float)?
      for (head, score) in row.enumerated() where head != word + 1 {
        if let known = best, !(score > known.score) { continue }
        best = (head, score)
      }
      heads.append(best?.head ?? 0)
    }
    if !isTreeWithOneRoot(heads) {
      var contraction = Contraction(scores)
      heads = contraction.heads()
    }
    return heads.dropFirst().map { $0 == 0 ? nil : $0 - 1 }
  }

  /// Whether heads, of which place 0 is the root's own and unused, lead every word to the root and one directly.
  static func isTreeWithOneRoot(_ heads: [Int]) -> Bool {
    guard heads.dropFirst().count(where: { $0 == 0 }) == 1 else { return false }
    /// For each vertex the walk that has come by; 0 is none.
    var walks = [Int](repeating: 0, count: heads.count)
    for start in 1..<heads.count {
      var vertex = start
      while vertex != 0 && walks[vertex] == 0 {
        walks[vertex] = start
        vertex = heads[vertex]
      }
      if vertex != 0 && walks[vertex] == start { return false }
    }
    return true
  }
}

/// The state of Edmonds' algorithm: vertices and the cycles contracted so far. Vertex 0 is the root; components are
/// vertices, and from `vertices` on, contracted cycles.
private struct Contraction {
  private let vertices: Int
  /// A row for each component that stands at present: the best score of an arc into it from each vertex...
  private var scores: [Double]
  /// ...and the vertex within it where that arc ends.
  private var ends: [Int32]
  /// Which row each component has; a cycle takes over a row of its members.
  private var rows: [Int]
  /// The component each vertex is in at present.
  private var component: [Int]
  /// The cycle each component is contracted into.
  private var parent: [Int?]
  /// The arc chosen into each component.
  private var entering: [(head: Int, dependent: Int)]
  /// The vertices of each component.
  private var members: [[Int]]

  init(_ arcs: some Collection<ArraySlice<Float>>) {
    vertices = arcs.count + 1
    let (lowest, highest) = arcs.reduce(into: (Double.infinity, -Double.infinity)) { range, row in
      for score in row.prefix(arcs.count + 1) where score.isFinite {
        range = (min(range.0, Double(score)), max(range.1, Double(score)))
      }
    }
    // Scores are made to lie between 0 and 1, so that one arc more from the root, at this fee, outweighs all else.
    let scale = highest > lowest ? 1 / (highest - lowest) : 0
    let fee = Double(vertices + 1)
    scores = [Double](repeating: 0, count: vertices * vertices)
    ends = [Int32](repeating: 0, count: vertices * vertices)
    for (word, row) in arcs.enumerated() {
      for (head, score) in row.prefix(vertices).enumerated() {
        let place = (word + 1) * vertices + head
        let score = score.isFinite ? (Double(score) - lowest) * scale : 0
        scores[place] = head == 0 ? score - fee : score
        ends[place] = Int32(word + 1)
      }
    }
    rows = Array(0..<vertices)
    component = Array(0..<vertices)
    parent = [Int?](repeating: nil, count: vertices)
    entering = [(head: Int, dependent: Int)](repeating: (0, 0), count: vertices)
    members = (0..<vertices).map { [$0] }
  }

  /// The head of each vertex in the best tree; that of the root, at 0, is 0.
  mutating func heads() -> [Int] {
    enum State { case new, onPath, done }
    var states = [State](repeating: .new, count: vertices)
    states[0] = .done
    for start in 1..<vertices where states[component[start]] == .new {
      var path = [component[start]]
      states[component[start]] = .onPath
      // The path grows backwards along best arcs until it meets what is done; a cycle is contracted on the way.
      while let last = path.last {
        let cost = chooseArc(into: last)
        for other in scores.indices(ofRow: rows[last], width: vertices) { scores[other] -= cost }
        let next = component[entering[last].head]
        if states[next] == .done { break }
        if states[next] == .new {
          states[next] = .onPath
          path.append(next)
          continue
        }
        guard let first = path.lastIndex(of: next) else { break }
        let cycle = contract(Array(path[first...]))
        path.removeSubrange(first...)
        path.append(cycle)
        states.append(.onPath)
      }
      for component in path { states[component] = .done }
    }
    return expanded()
  }

  /// Chooses the best arc into a component from outside it and returns its score.
  private mutating func chooseArc(into target: Int) -> Double {
    var best: (head: Int, score: Double)?
    let row = rows[target] * vertices
    for head in 0..<vertices where component[head] != target {
      if let known = best, !(scores[row + head] > known.score) { continue }
      best = (head, scores[row + head])
    }
    let head = best?.head ?? 0
    entering[target] = (head, Int(ends[row + head]))
    return best?.score ?? 0
  }

  /// Makes one component of those on a cycle. Their scores are already what entering there would cost.
  private mutating func contract(_ cycle: [Int]) -> Int {
    let number = parent.count
    let row = rows[cycle[0]]
    for other in cycle.dropFirst() {
      for head in 0..<vertices where scores[rows[other] * vertices + head] > scores[row * vertices + head] {
        scores[row * vertices + head] = scores[rows[other] * vertices + head]
        ends[row * vertices + head] = ends[rows[other] * vertices + head]
      }
    }
    rows.append(row)
    parent.append(nil)
    entering.append((0, 0))
    members.append(cycle.flatMap { members[$0] })
    for component in cycle { parent[component] = number }
    for vertex in members[number] { component[vertex] = number }
    return number
  }

  /// Undoes the contractions, the last first: the arc into a cycle replaces the one that its member had.
  private mutating func expanded() -> [Int] {
    for cycle in stride(from: parent.count - 1, through: vertices, by: -1) {
      let arc = entering[cycle]
      var member = arc.dependent
      while let next = parent[member], next != cycle { member = next }
      entering[member] = arc
    }
    return (0..<vertices).map { $0 == 0 ? 0 : entering[$0].head }
  }
}

extension [Double] {
  /// The places of a row in a square matrix.
  fileprivate func indices(ofRow row: Int, width: Int) -> Range<Int> { row * width..<(row + 1) * width }
}

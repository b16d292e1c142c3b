/// A guess at the size of a layered drawing, to lay it the way that fits a page.
///
/// Nodes are put into layers by the longest path to them, edges that close a cycle being turned round, as
/// `dot` does it; each component on its own, side by side.
struct LayerEstimate {
  /// The way the layers follow each other; `dot`'s `rankdir`.
  enum Direction: String {
    case leftToRight = "LR"
    case topToBottom = "TB"
  }

  /// The number of layers of the longest component.
  private(set) var layers = 0
  /// The nodes of the fullest layers of all components together.
  private(set) var breadth = 0
  /// The number of edges, which need room between the nodes.
  let edges: Int

  init(edges: [DrawnEdge], nodes: [String]) {
    self.edges = edges.count
    var next: [String: [String]] = [:]
    var joined: [String: [String]] = [:]
    for edge in edges {
      next[edge.source, default: []].append(edge.target)
      joined[edge.source, default: []].append(edge.target)
      joined[edge.target, default: []].append(edge.source)
    }
    // Depth first, with a stack of our own: a graph may be one long path.
    var order: [String] = []
    var open: Set<String> = []
    var seen: Set<String> = []
    var forward: [String: [String]] = [:]
    for root in nodes where !seen.contains(root) {
      var stack: [(node: String, rest: ArraySlice<String>)] = [(root, (next[root] ?? [])[...])]
      seen.insert(root)
      open.insert(root)
      while var top = stack.popLast() {
        guard let target = top.rest.popFirst() else {
          open.remove(top.node)
          order.append(top.node)
          continue
        }
        stack.append(top)
        forward[open.contains(target) ? target : top.node, default: []].append(
          open.contains(target) ? top.node : target)
        if seen.insert(target).inserted {
          open.insert(target)
          stack.append((target, (next[target] ?? [])[...]))
        }
      }
    }
    var layer: [String: Int] = [:]
    for node in order.reversed() {
      for target in forward[node] ?? [] { layer[target] = max(layer[target] ?? 0, (layer[node] ?? 0) + 1) }
    }
    var placed: Set<String> = []
    for root in nodes where placed.insert(root).inserted {
      var component = [root]
      var index = 0
      while index < component.count {
        component += (joined[component[index]] ?? []).filter { placed.insert($0).inserted }
        index += 1
      }
      let filled = component.reduce(into: [Int: Int]()) { $0[layer[$1] ?? 0, default: 0] += 1 }
      layers = max(layers, filled.count)
      breadth += filled.values.max() ?? 0
    }
  }

  /// From left to right, where labels lie along their arrows, unless that gives a strip that is much wider than
  /// high and the other way comes nearer to a page.
  var direction: Direction {
    // In points, as measured on drawings of news.
    let leftToRight = Double(layers * 300 - 120) / Double(breadth * 62 + edges * 12 + 120)
    let topToBottom = Double(breadth * 300) / Double(layers * 95 + 60)
    func miss(_ ratio: Double) -> Double { max(ratio / 1.6, 1.6 / ratio) }
    return leftToRight <= 2.6 || miss(leftToRight) <= miss(topToBottom) ? .leftToRight : .topToBottom
  }
}

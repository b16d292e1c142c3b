/// The layout programs of Graphviz that Actant uses.
public enum LayoutEngine: String, Sendable, CaseIterable {
  case dot, neato, fdp, sfdp, circo, twopi, osage

  /// The engine for a graph of so many nodes: layers as long as they can be read, and springs beyond.
  static func usual(forNodes nodes: Int) -> LayoutEngine { nodes > 150 ? .sfdp : .dot }
}

/// What a drawing can be rendered to.
public enum PictureFormat: String, Sendable, CaseIterable {
  case svg, png, pdf
}

/// How a graph is drawn.
public struct DrawingOptions: Sendable {
  /// The heading of the picture; the document's title, first words or name where absent.
  public var title: String?
  /// The layout engine; chosen by the graph's size where absent.
  public var engine: LayoutEngine?
  /// How much of the graph is drawn.
  public var selection: DrawingSelection

  /// The defaults: the most central part of the graph, under the document's own title.
  public init(title: String? = nil, engine: LayoutEngine? = nil, selection: DrawingSelection = .readable) {
    self.title = title
    self.engine = engine
    self.selection = selection
  }
}

/// How much of a graph is drawn: its most central nodes, and the weightiest edges between them.
public struct DrawingSelection: Sendable, Hashable {
  /// The greatest number of nodes.
  public var nodes: Int
  /// The greatest number of edges.
  public var edges: Int

  /// At most so many nodes, and at most so many edges between them.
  public init(nodes: Int, edges: Int) {
    self.nodes = nodes
    self.edges = edges
  }

  /// What fits a page and can be read on it.
  public static let readable = DrawingSelection(nodes: 14, edges: 24)
  /// Every node that has an edge, and every edge.
  public static let everything = DrawingSelection(nodes: .max, edges: .max)
}

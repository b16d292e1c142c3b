public import Foundation
public import KnowledgeGraph

/// The layout programs of Graphviz that Actant uses.
public enum LayoutEngine: String, Sendable, CaseIterable {
  case dot, neato, fdp, sfdp, circo, twopi, osage
}

/// What a drawing can be rendered to.
public enum PictureFormat: String, Sendable, CaseIterable {
  case svg, png, pdf
}

/// How a graph is drawn.
public struct DrawingOptions: Sendable {
  /// The heading of the picture; the document's title or name where absent.
  public var title: String?
  /// The layout engine; chosen by the graph's size where absent.
  public var engine: LayoutEngine?

  /// The defaults.
  public init(title: String? = nil, engine: LayoutEngine? = nil) {
    self.title = title
    self.engine = engine
  }
}

/// What can go wrong in drawing.
public enum GraphDrawingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Graphviz could not lay the graph out or render it; its own message.
  case graphviz(message: String)

  /// The message for the user.
  public var description: String {
    switch self {
    case .graphviz(let message): "Graphviz cannot draw the graph: \(message)"
    }
  }
}

/// The graph in the DOT language.
public func dot(of graph: KnowledgeGraph, options: DrawingOptions = DrawingOptions()) -> String {
  "digraph {}\n"
}

/// Lays DOT out and renders it, in-process, through libgvc.
public func picture(
  ofDOT dot: String, format: PictureFormat, options: DrawingOptions = DrawingOptions()
) throws(GraphDrawingError) -> Data {
  throw .graphviz(message: "not linked")
}

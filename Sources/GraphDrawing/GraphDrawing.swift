public import Foundation
public import KnowledgeGraph

/// The graph in the DOT language, drawn in Actant's visual grammar: actors are nodes, actions are edges.
///
/// Shape and colour tell the kind of a node; an edge's colour is the PLOVER quad class of its event, dashes
/// mean that it is not asserted, a bar at its head that it is denied. Nodes carry `kind` and `country`, edges
/// `verb`, `event`, `polarity`, `modality`, `count` and `sentence` for other tools. The same graph gives the
/// same bytes.
/// - Parameters:
///   - graph: What to draw.
///   - options: How to draw it, and how much of it.
/// - Returns: The text of one directed graph, named after its title.
/// - Complexity: O(*n* log *n*) in the size of the graph.
public func dot(of graph: KnowledgeGraph, options: DrawingOptions = DrawingOptions()) -> String {
  let everything = EdgeFinder(graph).edges()
  let drawn = options.selection.part(of: everything, entities: graph.entities)
  return DiagramWriter(
    graph: graph, edges: drawn, heading: Heading(of: graph, drawn: drawn, options: options)
  ).dot()
}

/// Lays DOT out and renders it, in-process, through libgvc.
///
/// The SVG stands alone: it has no script and refers to nothing outside itself unless the DOT does.
/// - Parameters:
///   - dot: One graph in the DOT language; a second one after it is not read.
///   - format: What to render it to.
///   - options: Only the engine is looked at; where absent, the graph's own `layout` attribute names the
///     engine, and failing that `dot` draws up to 150 nodes and `sfdp` more.
/// - Returns: The bytes of the picture's file.
/// - Throws: `GraphDrawingError` where the DOT is not valid or Graphviz fails.
public func picture(
  ofDOT dot: String, format: PictureFormat, options: DrawingOptions = DrawingOptions()
) throws(GraphDrawingError) -> Data {
  try renderWithGraphviz(dot, format: format, engine: options.engine)
}

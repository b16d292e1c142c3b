/// What can go wrong in drawing.
public enum GraphDrawingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text is not a graph in the DOT language; Graphviz's own message, which names the line.
  case invalidDOT(message: String)
  /// Graphviz could not lay the graph out or render it; its own message.
  case graphviz(message: String)

  /// The message for the user.
  public var description: String {
    switch self {
    case .invalidDOT(let message): "the DOT is not valid: \(message); correct it there"
    case .graphviz(let message):
      "Graphviz cannot draw the graph: \(message); try another engine, or write .dot and draw it elsewhere"
    }
  }
}

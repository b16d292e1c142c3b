import KnowledgeGraph

/// The colours and shapes of a drawing.
enum Palette {
  static let font = "DejaVu Sans"
  static let background = "#fbfaf7"
  static let ink = "#1f2328"
  static let quiet = "#6b6b6b"
  static let label = "#333b45"

  /// How nodes of one kind look.
  struct NodeStyle {
    var shape: String
    var style: String
    var fill: String
    var line: String
    var text: String
    var margin: String = "0.16,0.09"
    var peripheries = 1
    /// A character like the shape, for the legend.
    var sign = "■"
  }

  static func style(of kind: Entity.Kind) -> NodeStyle {
    switch kind {
    case .state:
      NodeStyle(shape: "box", style: "filled,rounded", fill: "#dfe8f3", line: "#3d6a9e", text: "#12304f")
    case .person:
      NodeStyle(
        shape: "ellipse", style: "filled", fill: "#fbe9d7", line: "#a8621f", text: "#4a2a0a",
        margin: "0.04,0.03",
        sign: "●")
    case .organization:
      NodeStyle(
        shape: "box", style: "filled", fill: "#dceeea", line: "#2b746a", text: "#0d3b35", peripheries: 2)
    case .group:
      NodeStyle(shape: "box", style: "filled", fill: "#e9e4f2", line: "#6d559c", text: "#2e2150")
    case .place:
      NodeStyle(
        shape: "hexagon", style: "filled", fill: "#eef0d8", line: "#747a2c", text: "#383c0c",
        margin: "0.02,0.06",
        sign: "⬢")
    case .object:
      NodeStyle(shape: "note", style: "filled", fill: "#f1f1ee", line: "#8b8b84", text: "#333333")
    case .event:
      NodeStyle(
        shape: "octagon", style: "filled", fill: "#f8e4e6", line: "#a5525c", text: "#4d1a20",
        margin: "0.04,0.05")
    case .concept:
      NodeStyle(
        shape: "box", style: "filled,rounded,dotted", fill: "#ffffff", line: "#8b8b84", text: "#444444",
        sign: "□")
    }
  }

  /// The colour of an edge. Any two are at least 22 apart in CIELAB, also as seen by those who lack one kind of cone
  /// (simulated after Machado, Oliveira and Fernandes, 2009).
  static func colour(of quad: QuadClass?) -> String {
    switch quad {
    case .verbalCooperation: "#4a90d9"
    case .materialCooperation: "#0b6e57"
    case .verbalConflict: "#e39a1f"
    case .materialConflict: "#a02c1b"
    case nil: "#8a919b"
    }
  }
}

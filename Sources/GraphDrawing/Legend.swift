import KnowledgeGraph

/// The heading of a picture as an HTML-like table: title, subtitle, and what the shapes and colours in it
/// mean.
struct Legend {
  private let kinds: [Entity.Kind]
  private let quads: [QuadClass]
  private let hasOthers: Bool
  private let hasHypotheses: Bool
  private let hasDenials: Bool

  init(nodes: [Entity], edges: [DrawnEdge]) {
    kinds = Entity.Kind.allCases.filter { kind in nodes.contains { $0.kind == kind } }
    let drawn = edges.compactMap { $0.lead.event.flatMap { QuadClass(event: $0.type) } }
    quads = QuadClass.allCases.filter(drawn.contains)
    hasOthers = drawn.count < edges.count
    hasHypotheses = edges.contains { !$0.isAsserted }
    hasDenials = edges.contains { $0.lead.polarity == .negative }
  }

  /// The table, one entry a thing that is drawn.
  func table(under heading: Heading) -> String {
    let title = DisplayText.wrapped(heading.title, width: 60, lines: 2)
    let rows =
      title.map {
        row("<font point-size=\"20\" color=\"\(Palette.ink)\"><b>\(DOTSyntax.html($0))</b></font>")
      }
      + [row("<font point-size=\"11\" color=\"\(Palette.quiet)\">\(DOTSyntax.html(heading.subtitle))</font>")]
      + entries.map(row) + ["<tr><td height=\"10\"></td></tr>"]
    return "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">\(rows.joined())</table>"
  }

  private func row(_ content: String) -> String { "<tr><td align=\"left\">\(content)</td></tr>" }

  private var entries: [String] {
    var shapes = kinds.map { kind in
      let style = Palette.style(of: kind)
      return mark(style.sign, style.line) + kind.rawValue
    }
    var arrows = quads.map { mark("━━", Palette.colour(of: $0)) + $0.rawValue }
    if hasOthers { arrows.append(mark("━━", Palette.colour(of: nil)) + (quads.isEmpty ? "action" : "other")) }
    if hasHypotheses { arrows.append(mark("╍╍", Palette.quiet) + "not asserted") }
    if hasDenials { arrows.append(mark("⊣", Palette.quiet) + "negated") }
    if shapes.count < 2 { shapes = [] }
    return [shapes, arrows].filter { !$0.isEmpty }.map {
      "<font point-size=\"9\" color=\"\(Palette.quiet)\">\($0.joined(separator: " &#160; "))</font>"
    }
  }

  private func mark(_ text: String, _ colour: String) -> String {
    "<font color=\"\(colour)\">\(text)</font> "
  }
}

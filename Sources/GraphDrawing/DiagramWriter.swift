import KnowledgeGraph

/// Writes a drawing in the DOT language.
struct DiagramWriter {
  private let edges: [DrawnEdge]
  private let heading: Heading
  /// Those that have an edge, by kind.
  private let nodes: [Entity]
  private let entities: [String: Entity]
  private let actions: [String: Action]
  private let positions: [String: Relation]
  private let year: String?

  /// Above this many edges their labels are the verbs alone.
  private static let edgesWithNotes = 60
  /// Above this many edges they have no labels: only the tooltips tell what they are, and lines are straight.
  private static let edgesWithLabels = 200

  init(graph: KnowledgeGraph, edges: [DrawnEdge], heading: Heading) {
    self.edges = edges
    self.heading = heading
    let ends = Set(edges.flatMap { [$0.source, $0.target] })
    nodes = Entity.Kind.allCases.flatMap { kind in
      graph.entities.filter { $0.kind == kind && ends.contains($0.id) }
    }
    entities = Dictionary(graph.entities.map { ($0.id, $0) }) { first, _ in first }
    actions = Dictionary(graph.actions.map { ($0.id, $0) }) { first, _ in first }
    positions = Dictionary(graph.relations.filter { $0.type == .position }.map { ($0.subject, $0) }) {
      first, _ in first
    }
    let years = Set(graph.documents.compactMap { $0.date.flatMap { CalendarDate($0)?.year } })
    year = years.count == 1 ? years.first : nil
  }

  /// The whole text.
  func dot() -> String {
    var lines = ["digraph \(DOTSyntax.name(DisplayText.shortened(heading.title, to: 120))) {"]
    lines.append("  graph [\(graphAttributes()),")
    lines.append("    label=<\(Legend(nodes: nodes, edges: edges).table(under: heading))>]")
    lines.append("  node [fontname=\"\(Palette.font)\", fontsize=12, penwidth=1.2]")
    lines.append(
      "  edge [fontname=\"\(Palette.font)\", fontsize=10, fontcolor=\"\(Palette.label)\", arrowsize=0.7]")
    for kind in Entity.Kind.allCases {
      let ofKind = nodes.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { continue }
      lines.append("")
      lines.append("  node [\(style(of: kind))]")
      lines += ofKind.map { "  \(statement(for: $0))" }
    }
    if !edges.isEmpty { lines.append("") }
    lines += edges.map { "  \(statement(for: $0))" }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private func graphAttributes() -> String {
    let estimate = LayerEstimate(edges: edges, nodes: nodes.map(\.id))
    let nodeSeparation = estimate.breadth > 8 ? "0.25" : "0.4"
    let layerSeparation = estimate.direction == .leftToRight ? "0.7" : "0.45"
    // Leading curves round the nodes takes minutes where there are many.
    let isLarge = edges.count > Self.edgesWithLabels || LayoutEngine.usual(forNodes: nodes.count) != .dot
    let lines = isLarge ? "line" : "true"
    return [
      "rankdir=\(estimate.direction.rawValue)", "nodesep=\(nodeSeparation)", "ranksep=\(layerSeparation)",
      "splines=\(lines)", "overlap=prism", "outputorder=edgesfirst", "pad=0.4",
      "bgcolor=\"\(Palette.background)\"", "fontname=\"\(Palette.font)\"", "labelloc=t", "labeljust=l",
    ].joined(separator: ", ")
  }

  private func style(of kind: Entity.Kind) -> String {
    let style = Palette.style(of: kind)
    return
      "shape=\(style.shape), style=\"\(style.style)\", fillcolor=\"\(style.fill)\", color=\"\(style.line)\", "
      + "fontcolor=\"\(style.text)\", margin=\"\(style.margin)\", peripheries=\(style.peripheries)"
  }

  private func statement(for entity: Entity) -> String {
    let style = Palette.style(of: entity.kind)
    let name = DisplayText.wrapped(DisplayText.cleaned(entity.name), width: 24, lines: 3).map(DOTSyntax.html)
    let bold = entity.kind.isActor ? name.map { "<b>\($0)</b>" } : name
    let detail = DisplayText.wrapped(detail(of: entity), width: 34, lines: 2).filter { !$0.isEmpty }
    let small = detail.map { "<font point-size=\"9\" color=\"\(style.line)\">\(DOTSyntax.html($0))</font>" }
    var attributes = ["label=<\((bold + small).joined(separator: "<br/>"))>", "kind=\(entity.kind.rawValue)"]
    if let country = entity.country { attributes.append("country=\(DOTSyntax.value(country))") }
    attributes.append("class=\(entity.kind.rawValue)")
    attributes.append("tooltip=\(DOTSyntax.tooltip(tooltip(of: entity)))")
    return "\(DOTSyntax.name(entity.id)) [\(attributes.joined(separator: ", "))]"
  }

  /// The small line beneath a name: code, office, number.
  private func detail(of entity: Entity) -> String {
    var parts: [String?]
    switch entity.kind {
    case .state: parts = [entity.country]
    case .person:
      let office = positions[entity.id]
      let of = office?.object.flatMap { entities[$0] }
      let whose = of.map { $0.kind == .state ? $0.country ?? $0.name : $0.name } ?? entity.country
      parts = [[office?.title, whose].compactMap { $0 }.joined(separator: ", ")]
    case .group, .organization:
      let belonging = [entity.country, entity.sector].compactMap { $0 }.joined(separator: " ")
      parts = [entity.quantity, belonging.isEmpty ? nil : belonging]
    case .place: parts = [entity.country]
    case .object, .event, .concept: parts = [entity.quantity]
    }
    return parts.compactMap { $0.map(DisplayText.cleaned) }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func tooltip(of entity: Entity) -> [String] {
    let about = [entity.name, detail(of: entity)].filter { !$0.isEmpty }.joined(separator: ", ")
    let also = entity.aliases.map(\.text).filter { $0 != entity.name }
    return [about] + (also.isEmpty ? [] : ["also " + also.joined(separator: ", ")])
  }

  private func statement(for edge: DrawnEdge) -> String {
    let lead = edge.lead
    let quad = lead.event.flatMap { QuadClass(event: $0.type) }
    var attributes = edges.count > Self.edgesWithLabels ? [] : ["label=<\(label(of: edge))>"]
    attributes.append("color=\"\(Palette.colour(of: quad))\"")
    attributes.append("penwidth=\(min(1.4 + 0.5 * Double(edge.reports.count - 1), 3.4))")
    if !edge.isAsserted { attributes.append("style=dashed") }
    if lead.polarity == .negative { attributes.append("arrowhead=tee, arrowsize=1") }
    attributes.append("class=\"\(quad?.rawValue.replacing(" ", with: "-") ?? "neutral")\"")
    attributes.append("verb=\(DOTSyntax.value(lead.verb))")
    if let event = lead.event { attributes.append("event=\(DOTSyntax.value(event.type))") }
    attributes.append("polarity=\(lead.polarity.rawValue), modality=\(lead.modality.rawValue)")
    attributes.append("count=\(edge.reports.count)")
    let sentences = sentences(of: edge)
    if let sentence = sentences.first { attributes.append("sentence=\(DOTSyntax.value(sentence))") }
    let tooltip = DOTSyntax.tooltip(sentences.isEmpty ? [lead.label] : sentences)
    attributes.append("tooltip=\(tooltip), labeltooltip=\(tooltip)")
    return
      "\(DOTSyntax.name(edge.source)) -> \(DOTSyntax.name(edge.target)) [\(attributes.joined(separator: ", "))]"
  }

  private func label(of edge: DrawnEdge) -> String {
    let label = EdgeLabel(of: edge, entities: entities, actions: actions, year: year)
    var lines = ["<b>\(DOTSyntax.html(label.verb))</b>"]
    if edges.count <= Self.edgesWithNotes {
      let words = [label.words, label.count].filter { !$0.isEmpty }.joined(separator: " ")
      if label.verb.count + words.count > 28 {
        lines.append(DOTSyntax.html(words))
      } else if !words.isEmpty {
        lines[0] += " " + DOTSyntax.html(words)
      }
      if !label.note.isEmpty { lines.append("<font point-size=\"8\">\(DOTSyntax.html(label.note))</font>") }
    }
    // Hard spaces, so that letters do not touch a line that passes beside them.
    return lines.map { "&#160;\($0)&#160;" }.joined(separator: "<br/>")
  }

  /// The different sentences that say so, three at most.
  private func sentences(of edge: DrawnEdge) -> [String] {
    var result: [String] = []
    for text in edge.reports.compactMap(\.evidence.text) where result.count < 3 && !result.contains(text) {
      result.append(text)
    }
    return result
  }
}

import KnowledgeGraph

/// One arrow of the drawing: what one or several reports say that one entity does to another.
struct DrawnEdge: Equatable {
  /// The id of the entity that the arrow leaves.
  var source: String
  /// The id of the entity that it points to.
  var target: String
  /// The role that the target plays; `content` where it is reached through what is said.
  var role: Participant.Role
  /// Whether no agent is named, so that the arrow leaves the patient.
  var isPassive: Bool
  /// The reports of it, the one that the label is taken from first; never empty.
  var reports: [Action]

  /// The report that the label is taken from.
  var lead: Action { reports[0] }
  /// The happenings that the reports tell of.
  var occurrences: Set<String> { Set(reports.map(\.occurrence)) }
  /// Whether it is said outright that it is, or is not, so.
  var isAsserted: Bool { lead.modality == .asserted }
  /// How much the edge counts for in choosing what to draw: coded events before others.
  var weight: Double {
    Double(occurrences.count) * (lead.event.map { $0.type == "SAY" ? 0.5 : 1 } ?? 0.6)
      * (isAsserted ? 1 : 0.8)
  }
}

extension Entity.Kind {
  /// Whether such an entity can act.
  var isActor: Bool {
    switch self {
    case .person, .state, .organization, .group: true
    case .place, .object, .event, .concept: false
    }
  }
}

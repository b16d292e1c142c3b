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
  /// How much the edge counts for in choosing what to draw: coded events before others, deeds before words and states.
  var weight: Double {
    let kind =
      if let event = lead.event { event.type == "SAY" ? 0.35 : 1 } else {
        ["be", "have"].contains(lead.verb) ? 0.3 : 0.6
      }
    return Double(occurrences.count) * kind * (isAsserted ? 1 : 0.8)
  }
}

extension Entity.Kind {
  /// How much such an entity counts for in choosing what to draw: those with names before others who act, and
  /// things last.
  var weight: Double {
    switch self {
    case .person, .state, .organization: 1.2
    case .group: 0.9
    case .place, .object, .event, .concept: 0.5
    }
  }

  /// Whether such an entity can act.
  var isActor: Bool {
    switch self {
    case .person, .state, .organization, .group: true
    case .place, .object, .event, .concept: false
    }
  }
}

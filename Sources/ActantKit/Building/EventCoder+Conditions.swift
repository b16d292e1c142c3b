import KnowledgeGraph

/// What must take part for a rule of the lexicon to hold.
extension EventCoder {
  func holds(_ condition: EventLexicon.Condition, in clause: EventClause) -> Bool {
    let direct = clause.objects
    let objects = direct.isEmpty ? clause.phrases([.recipient, .company, .opponent]) : direct
    return condition.alternatives.contains { alternative in
      switch condition.place {
      case .object:
        switch alternative {
        case "clause": !clause.contents.isEmpty
        case "order": clause.contents.contains { [.requested, .necessary, .intended].contains($0.modality) }
        case "none": direct.isEmpty && clause.contents.isEmpty
        default: objects.contains { isOne($0, alternative) }
        }
      case .agent:
        if alternative == "none" {
          clause.phrases([.agent]).isEmpty
        } else {
          clause.phrases([.agent]).contains { isOne($0, alternative) }
        }
      case .with:
        if alternative == "clause" {
          !(clause.contents + clause.adjuncts).isEmpty
        } else {
          clause.participants.contains {
            ![.agent, .patient].contains($0.role) && isOne($0.phrase, alternative)
          }
        }
      }
    }
  }

  private func isOne(_ phrase: EventPhrase, _ name: String) -> Bool {
    switch name {
    case "actor": phrase.isActor
    case "place": phrase.isPlace || phrase.entity?.kind == .state
    case "public": phrase.isPublic
    case "official": phrase.isOfficial
    default: classes(of: phrase).contains { $0.name == name }
    }
  }
}

import KnowledgeGraph

/// Who acts and who is acted upon.
extension EventCoder {
  func source(of clause: EventClause) -> [Entity] {
    unique(clause.phrases([.agent]).flatMap { $0.actors(places: $0.isPlace) })
  }

  /// Whom an event is directed at: the first that names somebody other than the source.
  func target(of clause: EventClause, as category: String, from source: [Entity]) -> [Entity] {
    let gives = ["AID", "COOPERATE", "MOBILIZE", "CONSULT", "RETREAT"].contains(category)
    let moves = ["AID", "MOBILIZE", "RETREAT", "SANCTION", "SUPPORT"].contains(category)
    let first: [[Participant.Role]] = [[.recipient], [.opponent, .company]]
    let second: [[Participant.Role]] =
      gives ? [[.destination], [.beneficiary], [.patient]] : [[.patient], [.beneficiary], [.destination]]
    let third: [[Participant.Role]] = [
      [.topic], [.purpose], [.location], [.origin], [.cause], [.attribute], [.instrument],
    ]
    let ids = Set(source.map(\.id))
    let own = Set(source.compactMap(\.country))
    let ownBodies = Set(source.filter { $0.country == nil }.compactMap(\.sector))
      .intersection(AffiliationFinder.international)
    let isOwn = { (entity: Entity) in
      entity.country.map(own.contains) ?? entity.sector.map(ownBodies.contains) ?? false
    }
    let isOther = { (entity: Entity) in !ids.contains(entity.id) && !(gives && isOwn(entity)) }
    func others(_ phrase: EventPhrase) -> [Entity] {
      // Who is sent or recalled is not whom it is directed at, unless it is another state's.
      let isHad = phrase.parts.contains { $0.link == "poss" && ids.contains($0.phrase.entity?.id ?? "") }
      let isMoved = moves && classes(of: phrase).contains { Self.moved.contains($0.name) }
      if isHad || isMoved, phrase.entity.map({ isOwn($0) || !belongs($0) }) ?? true {
        return phrase.parts.filter { !["mod", "poss"].contains($0.link) }
          .flatMap { $0.phrase.actors { isOther($0) && $0.country != nil } }
      }
      return phrase.actors(where: isOther)
    }
    for roles in first + second {
      let found = clause.phrases(roles).flatMap(others)
      if !found.isEmpty { return unique(found) }
    }
    for below in clause.contents + clause.objects.flatMap(\.clauses) {
      // What one refuses or threatens to do has the target that the deed would have; who is asked is who shall do it,
      // and who is warned of is who would.
      if ["REJECT", "THREATEN", "AGREE"].contains(category), let deed = code(below),
        deed.source.allSatisfy({ ids.contains($0.id) || isOwn($0) })
      {
        let found = deed.target.filter(isOther)
        if !found.isEmpty { return found }
      }
      let found = people(in: below, others)
      if !found.isEmpty { return unique(found) }
    }
    for roles in third {
      let found = clause.phrases(roles).flatMap(others)
      if !found.isEmpty { return unique(found) }
    }
    for below in clause.adjuncts {
      let found = people(in: below, others)
      if !found.isEmpty { return unique(found) }
    }
    return []
  }

  private func belongs(_ entity: Entity) -> Bool {
    entity.country != nil || entity.sector.map(AffiliationFinder.international.contains) ?? false
  }

  private static let moved: Set<String> = [
    "troops", "police", "peacekeepers", "personnel", "observers", "delegation", "embassy",
  ]

  /// Who takes part in a clause below: who does it, or else whom it concerns.
  private func people(in clause: EventClause, _ others: (EventPhrase) -> [Entity]) -> [Entity] {
    let roles: [[Participant.Role]] = [
      [.agent], [.recipient, .opponent, .company], [.patient], [.beneficiary, .destination],
    ]
    for roles in roles {
      let found = clause.phrases(roles).flatMap(others)
      if !found.isEmpty { return found }
    }
    for below in clause.contents + clause.objects.flatMap(\.clauses) + clause.adjuncts {
      let found = people(in: below, others)
      if !found.isEmpty { return found }
    }
    return clause.phrases([.topic, .purpose, .location, .origin, .attribute]).flatMap(others)
  }

  func unique(_ entities: [Entity]) -> [Entity] {
    var seen: Set<String> = []
    return entities.filter { seen.insert($0.id).inserted }
  }

  func all(_ clause: EventClause) -> Set<Int> {
    clause.contents.reduce(into: [clause.proposition]) { $0.formUnion(all($1)) }
  }
}

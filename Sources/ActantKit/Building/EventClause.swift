import KnowledgeGraph

/// What one clause says, as event coding sees it: a verb with its participants and the clauses below it.
struct EventClause: Sendable {
  /// The number of the proposition that it is.
  var proposition = 0
  /// The lemma with its particle, preposition, or the adjective of "be": "call off", "agree to", "be ready".
  var verb: String
  /// The adverb after it that may be its particle: "step down", "ship out of".
  var particle: String?
  var polarity = Action.Polarity.positive
  var modality = Action.Modality.asserted
  var tense = Action.Tense.past
  /// Who and what takes part, in the order of the text.
  var participants: [RolePhrase] = []
  /// What is said, wanted, promised: the clauses that complete the verb.
  var contents: [EventClause] = []
  /// What it is done for, and what goes with it: the clauses that stand beside the verb.
  var adjuncts: [EventClause] = []

  /// A noun phrase in its role.
  struct RolePhrase: Sendable {
    var role: Participant.Role
    var phrase: EventPhrase
  }

  /// The phrases that play one of some roles, those of the first role first.
  func phrases(_ roles: [Participant.Role]) -> [EventPhrase] {
    roles.flatMap { role in participants.filter { $0.role == role }.map(\.phrase) }
  }

  /// What the verb is done to; where that is an amount, as in "300 tons of food", the amount.
  var objects: [EventPhrase] {
    let patients = phrases([.patient])
    return patients.isEmpty ? phrases([.extent]) : patients
  }
}

/// A noun phrase as event coding sees it: what its noun is, who it means, and whom the phrases within it name.
struct EventPhrase: Sendable {
  /// The lemma of its noun, in lower case.
  var noun: String
  /// The lemmas of the words before the noun, each joined with it: "air strike", "hunger strike".
  var compounds: [String] = []
  /// The entity that it means.
  var entity: Entity?
  /// The phrases within it with what joins them: a preposition, "poss", or "mod" for words before the noun.
  var parts: [(link: String, phrase: EventPhrase)] = []
  /// The clauses that modify it: "a call for troops to be sent".
  var clauses: [EventClause] = []

  private static let actors: Set<Entity.Kind> = [.person, .state, .organization, .group]

  /// Whether it means somebody who can act.
  var isActor: Bool { entity.map { Self.actors.contains($0.kind) } ?? false }

  /// Whether it means a place in some state.
  var isPlace: Bool { entity?.kind == .place }

  /// Whether it means people who neither hold an office nor bear arms for one.
  var isPublic: Bool {
    isActor && entity?.kind != .state
      && !["GOV", "MIL", "COP", "SPY", "LEG", "IGO", "JUD"].contains(entity?.sector)
  }

  /// Whether it means somebody who speaks for a state or body.
  var isOfficial: Bool {
    guard let entity, isActor else { return false }
    return entity.kind != .group || ["GOV", "LEG", "IGO", "PTY"].contains(entity.sector)
  }

  /// Who is meant: the actor itself, or else who is named within, the doer before the others.
  ///
  /// "Serbia's suppression of unrest" means Serbia, "sanctions on Iraq" Iraq.
  /// An actor who may not be meant is not asked whose he is, either.
  /// - Parameters:
  ///   - places: whether a place stands for its state where no actor is named.
  ///   - depth: how deep within another phrase this one stands.
  ///   - isMeant: who may be meant.
  /// - Returns: them in the order of the text, or nobody.
  func actors(places: Bool = true, depth: Int = 0, where isMeant: (Entity) -> Bool = { _ in true })
    -> [Entity]
  {
    if let entity, isActor { return isMeant(entity) ? [entity] : [] }
    guard depth < 5 else { return [] }
    for link in Self.links {
      let named = parts.filter { $0.link == link }.flatMap {
        $0.phrase.actors(places: false, depth: depth + 1, where: isMeant)
      }
      if !named.isEmpty { return named }
    }
    guard places else { return [] }
    if let entity, isPlace, entity.country != nil, isMeant(entity) { return [entity] }
    for part in parts {
      let named = part.phrase.actors(places: true, depth: depth + 1, where: isMeant)
      if !named.isEmpty { return named }
    }
    return []
  }

  private static let links = [
    "by", "poss", "mod", "against", "on", "of", "with", "between", "to", "from", "for", "over", "into",
    "towards",
    "toward", "about", "among", "in",
  ]

  /// Its noun with the words before it, the most special first.
  var names: [String] { compounds + [noun] }

  /// The names of what its "of" phrase tells: "a deployment of peacekeepers".
  var measured: [String] { parts.filter { $0.link == "of" }.flatMap(\.phrase.names) }
}

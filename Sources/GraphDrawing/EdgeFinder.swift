import KnowledgeGraph

/// Turns a graph's actions, which have many ends, into arrows, which have two.
struct EdgeFinder {
  private let actions: [Action]
  private let entities: [String: Entity]
  private let actionsByID: [String: Action]

  /// The verbs that only bring in what somebody says or thinks. Unless they have a target of their own, they
  /// are told of in the small line of the edges that they bring in.
  private static let plainReports: Set<String> = [
    "add", "assess", "believe", "comment", "estimate", "explain", "know", "mention", "note",
    "remark", "reply", "report", "say", "speculate", "state", "tell", "think", "write",
  ]

  /// The roles that an arrow may point to, in the order in which they are tried.
  private static let roles: [Participant.Role] = [
    .patient, .recipient, .beneficiary, .company, .destination, .location,
    .opponent, .topic, .origin, .purpose, .cause, .instrument,
  ]

  /// Those of them that an actor is found in before a patient that is a thing: "sends arms to Russia" points
  /// to Russia.
  private static let actorRoles: [Participant.Role] = [
    .patient, .recipient, .beneficiary, .company, .opponent, .destination,
  ]

  init(_ graph: KnowledgeGraph) {
    actions = graph.actions
    entities = Dictionary(graph.entities.map { ($0.id, $0) }) { first, _ in first }
    actionsByID = Dictionary(graph.actions.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The arrows of all actions in the order of their first reports. Reports of one occurrence are one arrow,
  /// as are occurrences of one verb between the same two ends.
  func edges() -> [DrawnEdge] {
    var merged = OrderedGroups<EdgeKey, DrawnEdge>()
    var claims = OrderedGroups<ClaimKey, [Action]>()
    for action in actions {
      claims[ClaimKey(occurrence: action.occurrence, polarity: action.polarity), default: []].append(action)
    }
    for reports in claims.values {
      let found = reports.map { ($0, arrows(of: $0)) }.filter { !$0.1.isEmpty }
      guard let (lead, arrows) = found.first(where: { $0.0.modality == .asserted }) ?? found.first else {
        continue
      }
      let ordered = [lead] + reports.filter { $0.id != lead.id }
      for arrow in arrows {
        let key = EdgeKey(
          source: arrow.source, target: arrow.target, verb: lead.verb, polarity: lead.polarity,
          isAsserted: lead.modality == .asserted)
        let edge = DrawnEdge(
          source: arrow.source, target: arrow.target, role: arrow.role, isPassive: arrow.isPassive,
          reports: [])
        merged[key, default: edge].reports += ordered
      }
    }
    return merged.values
  }

  private struct ClaimKey: Hashable {
    var occurrence: String
    var polarity: Action.Polarity
  }

  private struct EdgeKey: Hashable {
    var source: String
    var target: String
    var verb: String
    var polarity: Action.Polarity
    var isAsserted: Bool
  }

  private struct Arrow {
    var source: String
    var target: String
    var role: Participant.Role
    var isPassive: Bool
  }

  /// The arrows of one action: from each agent to each entity at the other end. Without an agent, they leave
  /// the patient; arrows from an entity to itself are left out.
  private func arrows(of action: Action) -> [Arrow] {
    var sources = action.entities(in: .agent).filter { entities[$0] != nil }
    if sources.isEmpty { sources = action.event?.source.filter { entities[$0] != nil } ?? [] }
    let isPassive = sources.isEmpty
    if isPassive { sources = action.entities(in: .patient).filter { entities[$0] != nil } }
    // Without an agent, the patients are at this end already: all other roles remain.
    guard let end = otherEnd(of: action, besides: sources) else { return [] }
    return sources.flatMap { source in
      end.targets.map { Arrow(source: source, target: $0, role: end.role, isPassive: isPassive) }
    }
  }

  private typealias End = (targets: [String], role: Participant.Role)

  private func otherEnd(of action: Action, besides sources: [String]) -> End? {
    if let actors = ownEnd(of: action, roles: Self.actorRoles, besides: sources, where: \.isActor) {
      return actors
    }
    let things = ownEnd(of: action, roles: [.patient, .recipient, .beneficiary], besides: sources)
    if things != nil || Self.plainReports.contains(action.verb) { return things }
    if action.actions(in: .content).contains(where: { actionsByID[$0] != nil }) {
      let coded = action.event?.target.filter { entities[$0] != nil && !sources.contains($0) } ?? []
      if !coded.isEmpty { return (coded, .content) }
      if let actor = mainActor(ofContentOf: action, besides: sources, depth: 3) { return ([actor], .content) }
    }
    return ownEnd(of: action, roles: Self.roles, besides: sources)
  }

  /// The entities in the first of the roles that has any.
  private func ownEnd(
    of action: Action, roles: [Participant.Role], besides sources: [String],
    where isFit: (Entity.Kind) -> Bool = { _ in true }
  ) -> End? {
    for role in roles {
      let targets = action.entities(in: role).filter { id in
        !sources.contains(id) && entities[id].map { isFit($0.kind) } == true
      }
      if !targets.isEmpty { return (targets, role) }
    }
    return nil
  }

  /// Whom it is said to be about: the agent of what is said, or else whoever it is done to.
  private func mainActor(ofContentOf action: Action, besides sources: [String], depth: Int) -> String? {
    guard depth > 0 else { return nil }
    for id in action.actions(in: .content) {
      // What somebody plans to do is an arrow of its own.
      guard let content = actionsByID[id],
        !content.entities(in: .agent).contains(where: sources.contains)
      else { continue }
      for role in [.agent] + Self.actorRoles {
        let fit = content.entities(in: role).first { id in
          !sources.contains(id) && entities[id]?.kind.isActor == true
        }
        if let fit { return fit }
      }
      if let actor = mainActor(ofContentOf: content, besides: sources, depth: depth - 1) { return actor }
    }
    return nil
  }
}

extension Action {
  /// The ids of the entities that play a role, each once.
  func entities(in role: Participant.Role) -> [String] {
    var result: [String] = []
    for participant in participants where participant.role == role {
      if case .entity(let id) = participant.filler, !result.contains(id) { result.append(id) }
    }
    return result
  }

  /// The ids of the actions that play a role.
  func actions(in role: Participant.Role) -> [String] {
    participants.compactMap { participant in
      if participant.role == role, case .action(let id) = participant.filler { id } else { nil }
    }
  }
}

/// Values by key, in the order in which the keys first came.
struct OrderedGroups<Key: Hashable, Value> {
  private(set) var values: [Value] = []
  private var indices: [Key: Int] = [:]

  subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { indices[key].map { values[$0] } ?? value() }
    set {
      if let index = indices[key] {
        values[index] = newValue
      } else {
        indices[key] = values.count
        values.append(newValue)
      }
    }
    _modify {
      let index =
        indices[key]
        ?? {
          values.append(value())
          indices[key] = values.count - 1
          return values.count - 1
        }()
      yield &values[index]
    }
  }
}

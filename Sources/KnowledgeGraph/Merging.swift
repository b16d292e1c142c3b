/// Puts the graphs of several documents together to one.
///
/// Who and what has a name that tells it from all others meets by id: states, bodies, places, people with more than a
/// surname, and groups of one state. "The deal" of one article is not that of the next: such entities keep apart, and
/// get a number behind their id where it is taken.
public struct GraphMerger: Sendable {
  /// The graph of all documents so far.
  public private(set) var graph = KnowledgeGraph()
  private var places: [String: Int] = [:]

  /// A merger of no documents yet.
  public init() {}

  /// Adds the graph of another document.
  /// - Complexity: O(*n*) in the size of the added graph.
  public mutating func add(_ other: KnowledgeGraph) {
    var renamed: [String: String] = [:]
    for entity in other.entities {
      var entity = entity
      if let place = places[entity.id], entity.isKnownByName {
        graph.entities[place].add(entity)
        continue
      }
      let id = entity.id
      var number = 1
      while places[entity.id] != nil {
        number += 1
        entity.id = "\(id)-\(number)"
      }
      if number > 1 { renamed[id] = entity.id }
      places[entity.id] = graph.entities.count
      graph.entities.append(entity)
    }
    graph.documents += other.documents
    graph.relations += other.relations.map { $0.renaming(renamed) }
    graph.actions += other.actions.map { $0.renaming(renamed) }
  }
}

extension Entity {
  /// Whether its name and kind tell it from everything else that other documents speak of.
  fileprivate var isKnownByName: Bool {
    switch kind {
    case .state, .organization, .place: true
    case .person: name.contains(" ")
    case .group: country != nil
    case .object, .event, .concept: false
    }
  }

  /// Adds what is known of the same entity from elsewhere.
  fileprivate mutating func add(_ other: Entity) {
    country = country ?? other.country
    sector = sector ?? other.sector
    quantity = quantity ?? other.quantity
    identifiers.merge(other.identifiers) { known, _ in known }
    mentions += other.mentions
    for alias in other.aliases {
      if let place = aliases.firstIndex(where: { $0.text == alias.text }) {
        aliases[place].count += alias.count
      } else {
        aliases.append(alias)
      }
    }
    aliases.sort { ($1.count, $0.text) < ($0.count, $1.text) }
  }
}

extension Relation {
  fileprivate func renaming(_ names: [String: String]) -> Relation {
    guard !names.isEmpty else { return self }
    var relation = self
    relation.subject = names[subject] ?? subject
    relation.object = object.map { names[$0] ?? $0 }
    return relation
  }
}

extension Action {
  fileprivate func renaming(_ names: [String: String]) -> Action {
    guard !names.isEmpty else { return self }
    let name = { (id: String) in names[id] ?? id }
    var action = self
    for index in action.participants.indices {
      if case .entity(let id) = action.participants[index].filler {
        action.participants[index].filler = .entity(name(id))
      }
    }
    for index in action.attribution.indices {
      action.attribution[index].entity = name(action.attribution[index].entity)
    }
    action.event = event.map {
      Event(type: $0.type, source: $0.source.map(name), target: $0.target.map(name))
    }
    return action
  }
}

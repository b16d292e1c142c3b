extension KnowledgeGraph {
  /// Adds what another graph knows: its documents, the entities with new ids, and its relations and actions; an entity
  /// that both have gains the other's mentions and aliases.
  /// - Complexity: O(*n* + *m*) in the sizes of both graphs.
  public mutating func merge(_ other: KnowledgeGraph) {
    documents += other.documents
    relations += other.relations
    actions += other.actions
    let places = Dictionary(uniqueKeysWithValues: entities.indices.map { (entities[$0].id, $0) })
    for entity in other.entities {
      if let place = places[entity.id] {
        entities[place].add(entity)
      } else {
        entities.append(entity)
      }
    }
  }
}

extension Entity {
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

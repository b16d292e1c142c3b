import Extraction
import KnowledgeGraph

/// Gives the actors of events a country where nothing said of them tells it: that of the place where they act, or the
/// one that the sentence speaks of.
struct ActorCountry {
  let reader: EventClauseReader

  /// The entities with the countries that their events tell.
  /// - Complexity: linear in the number of mentions of the sentences with events.
  func completed(_ entities: [Entity], in events: [Int: EventCoder.Coded]) -> [Entity] {
    var entities = entities
    let index = Dictionary(entities.indices.map { (entities[$0].id, $0) }) { first, _ in first }
    for (id, coded) in events.sorted(by: { $0.key < $1.key }) where coded.category != "SAY" {
      for actor in coded.source + coded.target {
        guard let place = index[actor.id], entities[place].country == nil, belongsToAState(actor) else {
          continue
        }
        entities[place].country = country(of: id, coded)
      }
    }
    return entities
  }

  private func belongsToAState(_ actor: Entity) -> Bool {
    [.person, .group, .organization].contains(actor.kind)
      && !["IGO", "NGO", "IMG", "MED"].contains(actor.sector)
  }

  private func country(of proposition: Int, _ coded: EventCoder.Coded) -> String? {
    let clause = reader.clause(proposition)
    let places = clause.phrases([.location, .destination, .origin]).flatMap { $0.actors() }.compactMap(
      \.country)
    if let first = places.first { return first }
    if let other = (coded.target + coded.source).lazy.compactMap(\.country).first { return other }
    let sentence = reader.propositions[proposition].sentence
    let tellers = Set(
      reader.propositions[proposition].attribution.map(\.mention).compactMap(reader.chains.chain))
    return reader.mentions.all.lazy.filter { $0.sentence == sentence }
      .compactMap { reader.chains.chain(of: $0.id) }.filter { !tellers.contains($0) }
      .map { reader.entities[$0] }.filter { $0.sector != "MED" }.compactMap(\.country).first
  }
}

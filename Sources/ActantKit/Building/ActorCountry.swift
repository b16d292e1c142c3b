import Extraction
import KnowledgeGraph

/// Gives the actors of events a country where nothing said of them tells it: that of the place where they act, or
/// among those who seldom act abroad that of the other end.
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
        entities[place].country = country(of: actor, in: id, coded)
      }
    }
    return entities
  }

  /// Sectors of people and bodies that seldom act abroad.
  private static let domestic: Set<String> = [
    "AGR", "COP", "CRM", "CVL", "EDU", "GOV", "HLH", "JUD", "LAB", "LEG", "OPP", "PTY", "REB", "REL",
  ]

  private func belongsToAState(_ actor: Entity) -> Bool {
    [.person, .group, .organization].contains(actor.kind)
      && !["IGO", "NGO", "IMG", "MED"].contains(actor.sector)
  }

  private func country(of actor: Entity, in proposition: Int, _ coded: EventCoder.Coded) -> String? {
    let clause = reader.clause(proposition)
    let places = clause.phrases([.location, .destination, .origin]).flatMap { $0.actors() }.compactMap(
      \.country)
    if let first = places.first { return first }
    // At home one deals with one's own: "Danish police arrested protesters". Forces may be anybody's.
    guard actor.kind != .person, let sector = actor.sector, Self.domestic.contains(sector) else { return nil }
    return (coded.target + coded.source).lazy.compactMap(\.country).first
  }
}

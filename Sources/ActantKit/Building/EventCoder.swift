import Extraction
import Foundation
import KnowledgeGraph

/// Codes actions as political events in PLOVER's categories, by their verb and who takes part.
struct EventCoder: Sendable {
  private let categories: [String: Category]
  private let lexicon: Lexicon

  /// Reads the verbs of each category from `events.tsv`.
  /// - Throws: `GazetteerError` naming the file, the line and what is wrong with it.
  init(folder: URL, lexicon: Lexicon) throws(GazetteerError) {
    let table = try GazetteerTable(named: "events.tsv", in: folder, fieldCount: 3)
    var categories: [String: Category] = [:]
    for row in table.rows {
      let needsActor = row.fields[1] == "actor"
      guard needsActor || row.fields[1].isEmpty else {
        throw row.invalid("“\(row.fields[1])” is neither “actor” nor empty")
      }
      for verb in row.fields[2].split(separator: " ") {
        let verb = String(verb.replacing("_", with: " "))
        guard categories[verb] == nil else { throw table.error(row, "“\(verb)” stands in two categories") }
        categories[verb] = Category(type: row.fields[0], needsActor: needsActor)
      }
    }
    self.categories = categories
    self.lexicon = lexicon
  }

  /// The event that an action is, or `nil` where no category fits or nobody acts.
  func event(of action: Action, among entities: [String: Entity]) -> Action.Event? {
    let source = ids(action, [.agent])
    guard !source.isEmpty else { return nil }
    let target =
      [[Participant.Role.recipient], [.opponent, .company], [.patient], [.beneficiary], [.destination]].lazy
      .map { ids(action, $0) }.first { !$0.isEmpty } ?? []
    if let category = categories[action.verb] {
      // "released a statement" concedes nothing to anybody.
      guard
        !category.needsActor
          || target.contains(where: { entities[$0].map { Self.actors.contains($0.kind) } ?? false })
      else { return nil }
      return Action.Event(type: category.type, source: source, target: target)
    }
    let isSaid = lexicon.operators(action.verb).contains {
      $0.complement == .clause
        && ["say", "announce", "claim", "suggest", "deny", "admit"].contains($0.family)
    }
    if isSaid { return Action.Event(type: "SAY", source: source, target: target) }
    return nil
  }

  /// A PLOVER category as one of its verbs codes it.
  private struct Category {
    let type: String
    /// Whether somebody, or some place, must be acted upon.
    let needsActor: Bool
  }

  private static let actors: Set<Entity.Kind> = [.person, .state, .organization, .group, .place]

  private func ids(_ action: Action, _ roles: [Participant.Role]) -> [String] {
    action.participants.compactMap { participant in
      if roles.contains(participant.role), case .entity(let id) = participant.filler { return id }
      return nil
    }
  }
}

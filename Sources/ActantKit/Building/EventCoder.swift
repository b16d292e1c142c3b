import Extraction
import Foundation
import KnowledgeGraph

/// Codes actions as political events in PLOVER's categories, by their verb and who takes part.
struct EventCoder: Sendable {
  private let types: [String: String]
  private let lexicon: Lexicon

  /// Reads the verbs of each category from `events.tsv`.
  /// - Throws: `GazetteerError` naming the file, the line and what is wrong with it.
  init(folder: URL, lexicon: Lexicon) throws(GazetteerError) {
    let table = try GazetteerTable(named: "events.tsv", in: folder, fieldCount: 2)
    var types: [String: String] = [:]
    for row in table.rows {
      for verb in row.fields[1].split(separator: " ") {
        let verb = String(verb.replacing("_", with: " "))
        guard types[verb] == nil else { throw table.error(row, "“\(verb)” stands in two categories") }
        types[verb] = row.fields[0]
      }
    }
    self.types = types
    self.lexicon = lexicon
  }

  /// The event that an action is, or `nil` where no category fits or nobody acts.
  func event(of action: Action, among entities: [Entity]) -> Action.Event? {
    let source = ids(action, [.agent])
    guard !source.isEmpty else { return nil }
    let target = [[Participant.Role.recipient], [.opponent, .company], [.patient], [.beneficiary], [.destination]].lazy
      .map { ids(action, $0) }.first { !$0.isEmpty } ?? []
    if let type = types[action.verb] { return Action.Event(type: type, source: source, target: target) }
    if lexicon.operators(action.verb).contains(where: { $0.attributes && $0.complement == .clause }) { return Action.Event(type: "SAY", source: source, target: target) }
    return nil
  }

  private func ids(_ action: Action, _ roles: [Participant.Role]) -> [String] {
    action.participants.compactMap { participant in
      if roles.contains(participant.role), case .entity(let id) = participant.filler { return id }
      return nil
    }
  }
}

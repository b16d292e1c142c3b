import Foundation
import KnowledgeGraph

/// The words on an arrow.
struct EdgeLabel: Equatable {
  /// The verb: "provides".
  var verb: String
  /// What it needs to be understood: "munitions", "with".
  var words: String
  /// How often it is said: "×3"; empty for once.
  var count: String
  /// Who says so, and when it was: "says Blinken · 31 Oct".
  var note: String

  /// The label of an edge of a graph whose entities and actions are given by id.
  init(of edge: DrawnEdge, entities: [String: Entity], actions: [String: Action], year: String?) {
    let lead = edge.lead
    verb = DisplayText.shortened(
      VerbPhrase.phrase(
        for: lead, isPlural: entities[edge.source]?.isPlural ?? false, isPassive: edge.isPassive), to: 32)
    words = Self.words(of: edge, entities: entities, actions: actions)
    count = edge.reports.count > 1 ? "×\(edge.reports.count)" : ""
    note = [Self.sources(of: edge, entities: entities, actions: actions), Self.time(of: edge, year: year)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func preposition(for role: Participant.Role) -> String {
    switch role {
    case .company, .instrument: "with"
    case .destination: "to"
    case .location: "in"
    case .opponent: "against"
    case .topic: "about"
    case .origin: "from"
    case .beneficiary, .purpose: "for"
    case .cause: "because of"
    case .agent, .patient, .recipient, .content, .attribute, .manner, .extent: ""
    }
  }

  private static func words(
    of edge: DrawnEdge, entities: [String: Entity], actions: [String: Action]
  ) -> String {
    let lead = edge.lead
    func name(_ role: Participant.Role) -> String? {
      for participant in lead.participants where participant.role == role {
        switch participant.filler {
        case .entity(let id):
          if id != edge.source, id != edge.target, let entity = entities[id] { return shown(entity.name) }
        case .value(let text): return shown(text)
        case .action: continue
        }
      }
      return nil
    }
    // "urges" Israel "to withdraw": what is asked of the one that the arrow points to.
    let asked = lead.actions(in: .content).compactMap { actions[$0] }.first {
      [.requested, .intended, .necessary].contains($0.modality)
        && $0.entities(in: .agent).contains(edge.target)
    }
    if let asked { return (asked.polarity == .negative ? "not to " : "to ") + shown(asked.verb) }
    if edge.role == .content { return "" }
    if edge.role == .patient {
      for role in [Participant.Role.recipient, .destination, .opponent, .company] {
        if let other = name(role) {
          return (role == .recipient ? "to" : preposition(for: role)) + " " + other
        }
      }
      return ""
    }
    let what = edge.isPassive ? nil : name(.patient)
    // A verb with a particle has its preposition already.
    let needsPreposition = what != nil || !lead.verb.contains(" ")
    return [what, needsPreposition ? preposition(for: edge.role) : nil].compactMap { $0 }.filter {
      !$0.isEmpty
    }
    .joined(separator: " ")
  }

  private static func shown(_ text: String) -> String {
    DisplayText.shortened(DisplayText.cleaned(text), to: 30)
  }

  /// "says Blinken", unless the document says it itself.
  private static func sources(of edge: DrawnEdge, entities: [String: Entity], actions: [String: Action])
    -> String
  {
    guard edge.reports.allSatisfy({ !$0.attribution.isEmpty }) else { return "" }
    var speakers: [Entity] = []
    for report in edge.reports {
      if let speaker = report.attribution.first.flatMap({ entities[$0.entity] }), speaker.id != edge.source,
        !speakers.contains(where: { $0.id == speaker.id })
      {
        speakers.append(speaker)
      }
    }
    guard let first = speakers.first else { return "" }
    let verb = edge.lead.attribution.first?.action.flatMap { actions[$0] }?.verb ?? "say"
    let isPlural = speakers.count > 1 || first.isPlural
    let others = speakers.count > 2 ? " and \(speakers.count - 1) others" : ""
    let names = speakers.prefix(others.isEmpty ? 2 : 1).map(\.shortName).joined(separator: ", ")
    let phrase = isPlural ? verb : VerbPhrase.thirdPerson(of: verb)
    return DisplayText.shortened(DisplayText.cleaned("\(phrase) \(names)\(others)"), to: 40)
  }

  private static func time(of edge: DrawnEdge, year: String?) -> String {
    let times = Set(
      edge.reports.compactMap(\.time).map { time in
        time.value.flatMap { said($0, year: year) }
          ?? DisplayText.shortened(DisplayText.cleaned(time.text), to: 24)
      })
    return times.count == 1 ? times.first ?? "" : ""
  }

  /// A date or an interval of two.
  private static func said(_ value: String, year: String?) -> String? {
    let ends = value.split(separator: "/").map { CalendarDate(String($0))?.short(in: year) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil else { return nil }
    return first == last ? first : "\(first) to \(last)"
  }
}

extension Entity {
  /// Whether it is several: "soldiers train".
  var isPlural: Bool {
    let head = name.split(separator: " ").last.map { $0.lowercased() } ?? ""
    return kind == .group
      && (quantity != nil || (head.hasSuffix("s") && !head.hasSuffix("ss")) || head == "people")
  }

  /// The surname of a person; else the name, shortened.
  var shortName: String {
    let words = DisplayText.cleaned(name)
    let surname = kind == .person ? words.split(separator: " ").last.map(String.init) : nil
    return DisplayText.shortened(surname ?? words, to: 24)
  }
}

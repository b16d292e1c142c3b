import Foundation
import KnowledgeGraph

/// What a picture says of itself above the drawing.
struct Heading: Equatable {
  /// The title given, or the document's title, first words, or name.
  var title: String
  /// Where the graph comes from, its date, and how much of it is drawn.
  var subtitle: String

  init(of graph: KnowledgeGraph, drawn: [DrawnEdge], options: DrawingOptions) {
    let documents = graph.documents
    let name =
      Self.cleaned(documents.first.flatMap { $0.uri.split(separator: "/").last.map(String.init) }, to: 40)
      ?? ""
    let own: String? =
      documents.count > 1
      ? "\(documents.count) documents" : Self.cleaned(documents.first?.title) ?? Self.firstWords(graph)
    title = Self.cleaned(options.title) ?? own ?? (name.isEmpty ? "Who did what to whom" : name)

    let dates = documents.compactMap(\.date).sorted()
    let span = [dates.first, dates.last].compactMap { $0 }.reduce(into: [String]()) { parts, date in
      let said = CalendarDate(date)?.long ?? Self.cleaned(date, to: 20)
      if let said, parts.last != said { parts.append(said) }
    }
    let source = documents.count == 1 && name != title ? [name] : []
    let origin = (source + [span.joined(separator: " to ")]).filter { !$0.isEmpty }.joined(separator: ", ")

    let ids = Set(drawn.flatMap { [$0.source, $0.target] })
    let actors = graph.entities.filter(\.kind.isActor)
    let counts = [
      Self.count(actors.count { ids.contains($0.id) }, of: actors.count, "actor"),
      Self.count(
        drawn.reduce(into: Set()) { $0.formUnion($1.occurrences) }.count,
        of: Set(graph.actions.map(\.occurrence)).count, "action"),
    ]
    subtitle = ([origin] + [counts.joined(separator: ", ")]).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func count(_ part: Int, of whole: Int, _ noun: String) -> String {
    (part == whole ? "\(whole)" : "\(part) of \(whole)") + " \(noun)" + (whole == 1 ? "" : "s")
  }

  private static func firstWords(_ graph: KnowledgeGraph) -> String? {
    let evidence = (graph.actions.map(\.evidence) + graph.relations.map(\.evidence)).filter {
      $0.sentence == 0
    }
    return cleaned(evidence.lazy.compactMap(\.text).first, to: 60)
  }

  /// The text fit to be shown; nil where nothing is left of it.
  private static func cleaned(_ text: String?, to limit: Int = .max) -> String? {
    guard let text = text.map(DisplayText.cleaned), !text.isEmpty else { return nil }
    return DisplayText.shortened(text, to: limit)
  }
}

/// A year, month or day of ISO 8601, as English says it.
struct CalendarDate: Equatable {
  var year: String
  var month: Int?
  var day: Int?

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  /// Reads `2024`, `2024-10`, `2024-10-31`, and what comes before the `T` of a moment.
  init?(_ text: String) {
    let parts = (text.split(separator: "T").first ?? "").split(
      separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    year = String(parts[0])
    if parts.count > 1 {
      guard parts[1].count == 2, let number = Int(parts[1]), (1...12).contains(number) else { return nil }
      month = number
    }
    if parts.count > 2 {
      guard parts[2].count == 2, let number = Int(parts[2]), (1...31).contains(number) else { return nil }
      day = number
    }
  }

  /// "31 October 2024".
  var long: String {
    [day.map(String.init), month.map { Self.months[$0 - 1] }, year].compactMap { $0 }.joined(separator: " ")
  }

  /// "31 Oct"; with the year where it is not `current`.
  func short(in current: String?) -> String {
    guard let month else { return year }
    let name = String(Self.months[month - 1].prefix(3))
    return [day.map(String.init), name, year == current ? nil : year].compactMap { $0 }.joined(separator: " ")
  }
}

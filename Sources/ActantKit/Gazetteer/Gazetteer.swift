public import Foundation

/// What Actant knows of the world by name: states, organizations, titles and places.
///
/// Names match whatever their apostrophes, accents and leading article, and with or without the dots of initials
/// ("U.S" is "US"); case matters for acronyms, and a name without any capital letter is none ("us", "turkey").
public struct Gazetteer: Sendable {
  /// The folder of the gazetteer that comes with Actant.
  public static var defaultFolder: URL { Bundle.module.bundleURL.appending(path: "gazetteer") }

  /// PLOVER's actor sectors, those that the gazetteer uses.
  static let sectors: Set<String> = [
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "HLH", "IGO", "IMG", "JUD", "LAB", "LEG", "MED",
    "MIL",
    "NGO", "OPP", "PTY", "REB", "REF", "REL", "SPY", "UAF",
  ]

  /// States and territories, by their code.
  public let states: [State]
  /// Organizations, by their name.
  public let bodies: [Body]
  /// Titles, the longest first.
  public let titles: [Title]
  /// Places that are neither states nor capitals, by their name.
  public let places: [Place]
  /// People of known office, by their name.
  public let people: [Person]

  private let stateIndex: StateIndex
  private let bodyIndex: NameIndex
  private let titleIndex: NameIndex
  private let placeIndex: PlaceIndex
  private let personIndex: NameIndex
  private let bodiesByID: [String: Int]

  /// Reads `states.tsv`, `bodies.tsv`, `titles.tsv`, `places.tsv` and `people.tsv` in a folder, by default Actant's own.
  /// - Throws: `GazetteerError` naming the file, the line and what is wrong with it.
  /// - Complexity: linear in the length of the files.
  public init(folder: URL = Gazetteer.defaultFolder) throws(GazetteerError) {
    (states, stateIndex) = try Self.states(in: folder)
    (bodies, bodyIndex) = try Self.bodies(in: folder, states: stateIndex)
    (titles, titleIndex) = try Self.titles(in: folder)
    (places, placeIndex) = try Self.places(in: folder, states: stateIndex)
    (people, personIndex) = try Self.people(in: folder, states: stateIndex)
    bodiesByID = Dictionary(
      bodies.enumerated().map { (Self.id(ofBody: $1.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The state of an alpha-3 code.
  public func state(code: String) -> State? { stateIndex.codes[code].map { states[$0] } }

  /// The state of a name or abbreviation: "North Korea", "DPRK", "the U.S.".
  public func state(named name: String) -> State? { stateIndex.names.record(named: name).map { states[$0] } }

  /// The state whose adjective or people a word names: "Dutch", "Danes".
  public func state(demonym: String) -> State? {
    stateIndex.demonyms.record(named: demonym).map { states[$0] }
  }

  /// The state of a capital: "Pyongyang".
  public func state(capital: String) -> State? {
    stateIndex.capitals.record(named: capital).map { states[$0] }
  }

  /// The state whose government a residence or street stands for: "the Kremlin", "Whitehall".
  public func state(seat: String) -> State? { stateIndex.seats.record(named: seat).map { states[$0] } }

  /// The organization of a name or acronym: "Pentagon", "WHO".
  public func body(named name: String) -> Body? { bodyIndex.record(named: name).map { bodies[$0] } }

  /// The title that words are, whatever their case and dots: "Secretary of State", "Lt. Gov.".
  public func title(_ words: String) -> Title? {
    titleIndex.record(with: NameKey(title: words)).map { titles[$0] }
  }

  /// The person of a name whose office is known: "Kofi Annan".
  public func person(named name: String) -> Person? { personIndex.record(named: name).map { people[$0] } }

  /// The place of a name: "Kursk", "the Black Sea".
  public func place(named name: String) -> Place? { placeIndex.names.record(named: name).map { places[$0] } }

  /// The place whose adjective or people a word names: "Chechen", "Texan".
  public func place(demonym: String) -> Place? {
    placeIndex.demonyms.record(named: demonym).map { places[$0] }
  }

  // MARK: Entities' ids

  /// The state of an entity's id: `state:PRK`.
  func state(ofID id: String) -> State? {
    id.hasPrefix("state:") ? state(code: String(id.dropFirst("state:".count))) : nil
  }

  /// The organization of an entity's id: `organization:pentagon`.
  func body(ofID id: String) -> Body? { bodiesByID[id].map { bodies[$0] } }

  /// The state that a place, known by its entity's id, lies in: `place:kursk`, `place:moscow`.
  func country(ofPlaceID id: String) -> String? {
    if let place = placeIndex.ids[id] { return places[place].country }
    return stateIndex.capitalIDs[id].map { states[$0].code }
  }

  /// The name to show of a state, organization or place that the gazetteer knows.
  func name(ofID id: String) -> String? {
    state(ofID: id)?.name ?? body(ofID: id)?.name ?? placeIndex.ids[id].map { places[$0].name }
      ?? stateIndex.capitalNames[id]
  }

  static func id(ofBody name: String) -> String { "organization:\(slug(name))" }
  static func id(ofPlace name: String) -> String { "place:\(slug(name))" }
}

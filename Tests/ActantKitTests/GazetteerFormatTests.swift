import ActantKit
import Foundation
import Testing

/// The gazetteer's files are read strictly: each way of breaking the format is told with its place.
@Suite struct GazetteerFormatTests {
  /// Files that keep the format; each test breaks one of them.
  private static let sound: [String: String] = [
    "states.tsv": """
    # a comment
    FR\tFRA\tstate\tFrance\tFrench Republic\tFrench\tFrenchman/Frenchmen\tParis\tÉlysée
    DE\tDEU\tstate\tGermany\t\tGerman\tGerman/Germans\tBerlin;Bonn\t
    """,
    "bodies.tsv": "Bundestag\t\tLEG\tDEU\t\nUnited Nations\tU.N.;UN\tIGO\t\t\n",
    "titles.tsv": "foreign minister\t\tGOV\tY\tY\n",
    "places.tsv": "Alsace\tregion\tFRA\t\tAlsatian\n",
    "people.tsv": "Helmut Kohl\tKohl\tDEU\tGOV\n",
  ]

  @Test("A folder with sound files is read")
  func soundFiles() throws {
    let gazetteer = try load(Self.sound)
    #expect(gazetteer.states.map(\.name) == ["France", "Germany"])
    #expect(gazetteer.state(demonym: "Frenchmen")?.code == "FRA")
    #expect(gazetteer.state(capital: "Bonn")?.code == "DEU")
  }

  @Test(
    "A line that breaks the format is refused with file, line and reason",
    arguments: [
      ("states.tsv", "FR\tFRA\tstate\tFrance", "states.tsv:1: 4 fields set apart by tabs where 9 belong"),
      (
        "states.tsv", "FR\tfra\tstate\tFrance\t\t\t\t\t",
        "states.tsv:1: “fra” is no code of 3 capital letters"
      ),
      (
        "states.tsv", "FR\tFRA\trealm\tFrance\t\t\t\t\t",
        "states.tsv:1: “realm” is none of state, territory, disputed, historical"
      ),
      ("states.tsv", "FR\tFRA\tstate\t\t\t\t\t\t", "states.tsv:1: field 4 is empty"),
      ("states.tsv", "FR\tFRA\tstate\tFrance\tGaul;\t\t\t\t", "states.tsv:1: an item of “Gaul;” is empty"),
      (
        "states.tsv", "FR\tFRA\tstate\tFrance\tGaul;Gaul\t\t\t\t",
        "states.tsv:1: “Gaul” stands twice in one list"
      ),
      (
        "states.tsv", "FR\tFRA\tstate\tFrance\t\t\tFrenchman\t\t",
        "states.tsv:1: “Frenchman” is not singular/plural"
      ),
      (
        "states.tsv", "FR\tFRA\tstate\tFrance\t\t\t\t\t\nDE\tDEU\tstate\tGermany\tthe france\t\t\t\t",
        "states.tsv:2: “the france” belongs to the record of line 1 already"
      ),
      (
        "states.tsv", "FR\tFRA\tstate\tFrance\t\t\t\t\t\nDE\tFRA\tstate\tGermany\t\t\t\t\t",
        "states.tsv:2: “FRA” belongs to the record of line 1 already"
      ),
      ("bodies.tsv", "Bundestag\t\tLAW\tDEU\t", "bodies.tsv:1: “LAW” is no PLOVER sector"),
      ("bodies.tsv", "Bundestag\t\t\tDEU\t", "bodies.tsv:1: the sector is missing"),
      ("bodies.tsv", "# none\nDuma\t\tLEG\tRUS\t", "bodies.tsv:2: no record describes “RUS”"),
      ("bodies.tsv", "Bundestag\t\tLEG\tDEU\tReich", "bodies.tsv:1: no record describes “Reich”"),
      (
        "bodies.tsv", "A.B.\t\tBUS\t\t\nAB\t\tBUS\t\t",
        "bodies.tsv:2: “AB” belongs to the record of line 1 already"
      ),
      ("titles.tsv", "king\t\tGOV\tyes\tY", "titles.tsv:1: “yes” is neither Y nor N"),
      (
        "titles.tsv", "Gen.\t\tMIL\tY\tY\ngen\t\tMIL\tY\tY",
        "titles.tsv:2: “gen” belongs to the record of line 1 already"
      ),
      ("titles.tsv", " king\t\tGOV\tY\tY", "titles.tsv:1: “ king” begins or ends with a space"),
      (
        "places.tsv", "Alsace\tland\tFRA\t\t",
        "places.tsv:1: “land” is none of continent, region, city, sea, waterway"
      ),
      ("places.tsv", "Kursk\tcity\tRUS\t\t", "places.tsv:1: no record describes “RUS”"),
    ])
  func brokenLines(file: String, text: String, message: String) throws {
    var files = Self.sound
    files[file] = text
    let error = #expect(throws: GazetteerError.self) { try load(files) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test("A missing file is told with its folder")
  func missingFile() {
    var files = Self.sound
    files["titles.tsv"] = nil
    let error = #expect(throws: GazetteerError.self) { try load(files) }
    guard case .unreadable(file: "titles.tsv", folder: _) = error else {
      Issue.record("not the error of a missing file: \(String(describing: error))")
      return
    }
  }

  private func load(_ files: [String: String]) throws -> Gazetteer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gazetteer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return try Gazetteer(folder: folder)
  }
}

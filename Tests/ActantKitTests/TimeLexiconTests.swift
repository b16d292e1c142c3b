import Foundation
import Testing

@testable import ActantKit

/// The words that tell time are read strictly.
@Suite struct TimeLexiconTests {
  @Test(
    "A line that breaks the format is refused with file, line and reason",
    arguments: [
      ("month\t1\tjanuary", "time.tsv:1: 3 fields set apart by tabs where 4 belong"),
      ("month\t13\tjanuary\t", "time.tsv:1: “13” is no number from 1 to 12"),
      ("month\tone\tjanuary\t", "time.tsv:1: “one” is no number from 1 to 12"),
      ("moon\t1\tfull moon\t", "time.tsv:1: “moon” is no class, or “1” no value of it"),
      ("zone\tGMT\tgmt\t", "time.tsv:1: “zone” is no class, or “GMT” no value of it"),
      ("season\tXX\tmonsoon\t", "time.tsv:1: “season” is no class, or “XX” no value of it"),
      ("zone\t-\t\t", "time.tsv:1: a record without a form"),
      ("month\t1\tjanuary;\t", "time.tsv:1: an item of “january;” is empty"),
      ("month\t1\t1st\t", "time.tsv:1: “1st” is not made of words"),
      ("holiday\t13-01\tsome day\t", "time.tsv:1: “13-01” is no MM-DD"),
      ("unit\tD\tday\t", "time.tsv:1: “D” is no number with a unit"),
      ("unit\t1L\tlustrum\t", "time.tsv:1: “1L” is no number with a unit"),
      ("clock\t25:00\tnever\t", "time.tsv:1: “25:00” is no hh:mm"),
      ("day\t1 XX\ttomorrow\t", "time.tsv:1: “1 XX” is no number of days with or without a part of the day"),
      ("relation\tnever\tnever\t", "time.tsv:1: “never” is none of this, last, next"),
      (
        "# months\nmonth\t1\tjanuary\t\nmonth\t2\tJANUARY\t",
        "time.tsv:3: “JANUARY” belongs to the record of line 2 already"
      ),
    ])
  func refused(_ text: String, _ message: String) throws {
    let error = #expect(throws: GazetteerError.self) { try load(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test("A missing file is told by its name")
  func missing() throws {
    let folder = URL(filePath: "/nonexistent")
    #expect(throws: GazetteerError.unreadable(file: "time.tsv", folder: "/nonexistent")) {
      try TimeLexicon(folder: folder)
    }
  }

  @Test("Forms that begin alike are tried from the longest, and a word may have several meanings")
  func longestFirst() throws {
    let lexicon = try load(
      "unit\t1S\tsecond\t\nordinal\t2\tsecond\t\neach\t2\tevery second\t\neach\t1\tevery\t\n")
    #expect(lexicon["every"].map(\.meaning) == [.each(2), .each(1)])
    #expect(lexicon["second"].map(\.meaning) == [.unit(.second, multiple: 1), .ordinal(2)])
    #expect(lexicon["third"].isEmpty)
  }

  @Test(
    "A preposition is one of five ways to bound a time, or none",
    arguments: [
      ("since", TimeLexicon.Bound.since), ("Until", .until), ("for", .within), ("between", .between),
      ("as of", .at), ("beneath", nil), ("", nil),
    ])
  func bound(_ preposition: String, _ bound: TimeLexicon.Bound?) throws {
    let lexicon = try TimeLexicon(folder: Gazetteer.defaultFolder)
    #expect(lexicon.bound(of: preposition) == bound)
  }

  @discardableResult
  private func load(_ text: String) throws -> TimeLexicon {
    let folder = FileManager.default.temporaryDirectory.appending(path: "time-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(to: folder.appending(path: "time.tsv"), atomically: true, encoding: .utf8)
    return try TimeLexicon(folder: folder)
  }
}

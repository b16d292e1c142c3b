import Foundation
import Testing

@testable import Articles

@Suite("Reading articles")
struct ArticleReaderTests {
  @Test("plain text is the content of the file as it stands")
  func plainText() throws {
    let text = "\t date 2024-10-31 OSLO (NTB) — Snow.\r\n\r\n\u{1B}[1mMore\u{1B}[0m snow. \n\n"
    #expect(
      try TemporaryFolder.article("snow.txt", text.utf8)
        == Article(id: "snow", uri: "snow.txt", date: "2024-10-31", text: text))
  }

  @Test("JSON lines are one article each, with what the record knows")
  func jsonLines() throws {
    let lines = #"""
      {"id": "a", "text": "Snow fell.", "title": "Snow", "date": "2024-10-31T10:00:00Z", "uri": "http://a.example"}

      {"id": 7, "text": "OSLO, March 3, 2024 — Snow “fell”.\n", "extra": [1, {"x": null}]}
      {"text": "More."}
      {"id": "a", "text": "Again.", "title": null}
      """#
    let folder = try TemporaryFolder([
      "s.jsonl": [0xEF, 0xBB, 0xBF] + Array(lines.replacing("\n", with: "\r\n").utf8)
    ])
    let name = folder.path + "/s.jsonl"
    #expect(
      try folder.read(["s.jsonl"]).map { try $0.get() } == [
        Article(
          id: "a", uri: "http://a.example", recordID: "a", title: "Snow", date: "2024-10-31",
          text: "Snow fell."),
        Article(
          id: "7", uri: "7", recordID: "7", date: "2024-03-03", text: "OSLO, March 3, 2024 — Snow “fell”.\n"),
        Article(id: "s-4", uri: "s-4", recordID: "s-4", text: "More."),
        Article(id: "a-2", uri: "a", recordID: "a", text: "Again."),
      ], "\(name)")
  }

  @Test("a bad line is told with its place, and the lines after it are read")
  func badLines() throws {
    let lines: [[UInt8]] = [
      Array(#"{"id": "a", "text": "One."}"#.utf8), Array(#"{"id": "é", "text": }"#.utf8),
      Array(#"{"text": "\ud800"}"#.utf8), Array("[1]".utf8),
      Array(#"{"id": "c"}"#.utf8), Array(#"{"id": "d", "text": " \n"}"#.utf8),
      Array(#"{"id": "e", "text": 5}"#.utf8),
      [0x7B, 0, 0x7D], Array(#"{"id": "f", "text": "é é é "#.utf8) + [0xFF] + Array("\"}".utf8),
      Array(#"{"id": "g", "text": "Two."}"#.utf8),
    ]
    let folder = try TemporaryFolder(["s.jsonl": Array(lines.joined(separator: [0x0A]))])
    let remedy = "each line must be one object with \"id\" and \"text\""
    let noText = "a record without text: each line needs a \"text\" that is a string and not blank"
    #expect(
      folder.outcomes(["s.jsonl"]) == [
        "a", "s.jsonl:2:21: not a JSON record (invalid value): \(remedy)",
        "s.jsonl:3: not a JSON record (unexpected end of file during string parse (expected low-surrogate code point "
          + "but did not find one)): \(remedy)",
        "s.jsonl:4: not a JSON record (it is not an object): \(remedy)", "s.jsonl:5: \(noText)",
        "s.jsonl:6: \(noText)", "s.jsonl:7: \(noText)",
        "s.jsonl:8: binary data, not text: convert it to plain text in UTF-8 first",
        "s.jsonl:9: byte 30 is not valid in its encoding: convert it to UTF-8, for instance with iconv", "g",
      ])
  }

  @Test("a folder is read in the order of its paths, hidden and other files passed over, names made unique")
  func folders() throws {
    let text = Array("Snow.".utf8)
    let folder = try TemporaryFolder([
      "b/a.txt": text, "a.txt": text, "B.TXT": text, "c/d/e.md": text, ".hidden.txt": text,
      ".git/a.txt": text,
      "picture.png": text, "noextension": text, "b.jsonl": Array(#"{"id": "a", "text": "Snow."}"#.utf8),
    ])
    #expect(
      try folder.read(["", "a.txt"]).map { try $0.get() }.map { "\($0.id) \($0.uri)" } == [
        "B B.TXT", "a a.txt", "a-2 a", "a-3 b/a.txt", "e c/d/e.md", "a-4 a.txt",
      ])
  }

  @Test("a date given by the user counts more than one in the article")
  func givenDate() throws {
    let folder = try TemporaryFolder(["a.txt": Array("2024-10-31\nSnow.".utf8), "b.txt": Array("Snow.".utf8)])
    let date = CalendarDate("2020-02-29")
    #expect(
      try folder.read(["a.txt", "b.txt"], date: date).map { try $0.get().date } == [
        "2020-02-29", "2020-02-29",
      ])
  }

  @Test(
    "an input that cannot be read is told with its name and the remedy",
    arguments: [
      ("missing.txt", "missing.txt: no such file or folder: check the path"),
      (
        "empty", "empty: nothing to read in this folder: it needs files ending in .txt, .md, .html or .jsonl"
      ),
      (
        "a.docx",
        "a.docx: unknown kind of file: rename it to end in .txt, .md, .html or .jsonl, or give it on standard input "
          + "as -"
      ),
      ("blank.txt", "blank.txt: no text in it: give a file with an article in it"),
      ("blank.html", "blank.html: no text in it: give a file with an article in it"),
      ("nothing.md", "nothing.md: no text in it: give a file with an article in it"),
      (
        "large.txt",
        "large.txt: more than 10 million characters in one document: split it into articles, for instance one a line "
          + "in a .jsonl file"
      ),
      (
        "larger.txt",
        "larger.txt: more than 10 million characters in one document: split it into articles, for instance one a "
          + "line in a .jsonl file"
      ),
    ])
  func errors(name: String, message: String) throws {
    let folder = try TemporaryFolder([
      "empty/.keep": [], "a.docx": [0x61], "blank.txt": Array(" \n\t".utf8),
      "blank.html": Array("<p> </p>".utf8),
      "nothing.md": [],
    ])
    if name.hasPrefix("large") {
      try folder.write(Array(repeating: 0x61, count: name == "large.txt" ? 10_000_001 : 50_000_000), to: name)
    }
    #expect(folder.outcomes([name]) == [message])
  }

  @Test("lines are read one by one, whatever their length and ends")
  func lines() throws {
    let long = String(repeating: "x", count: 3_000_000)
    let folder = try TemporaryFolder(["l.txt": Array("one\r\n\n\(long)\nlast".utf8)])
    var reader = LineReader(try InputFile(path: folder.path + "/l.txt"))
    var lines: [String] = []
    while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
    #expect(lines == ["one", "", long, "last"])
    #expect(reader.line == 4)
  }
}

import Articles
import Foundation
import Testing

@Suite("Encodings")
struct EncodingTests {
  static let text = "Élan – “naïve” 😀\r\nEnd\t.\n"

  static func units<Unit: FixedWidthInteger>(_ units: some Sequence<Unit>, bigEndian: Bool) -> [UInt8] {
    units.flatMap { unit in
      let bytes = stride(from: 0, to: Unit.bitWidth, by: 8).map {
        UInt8(truncatingIfNeeded: unit >> Unit($0))
      }
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test("a file of Unicode text is read as it stands, without its byte-order mark")
  func unicode() throws {
    let scalars = Self.text.unicodeScalars.map(\.value)
    let files: [String: [UInt8]] = [
      "utf8.txt": Array(Self.text.utf8),
      "utf8-bom.txt": [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8),
      "utf16le.txt": [0xFF, 0xFE] + Self.units(Self.text.utf16, bigEndian: false),
      "utf16be.txt": [0xFE, 0xFF] + Self.units(Self.text.utf16, bigEndian: true),
      "utf32le.txt": [0xFF, 0xFE, 0, 0] + Self.units(scalars, bigEndian: false),
      "utf32be.txt": [0, 0, 0xFE, 0xFF] + Self.units(scalars, bigEndian: true),
    ]
    let folder = try TemporaryFolder(files)
    for name in files.keys.sorted() {
      #expect(try folder.read([name]).map { try $0.get().text } == [Self.text], "\(name)")
    }
  }

  @Test("Latin-1 and Windows-1252 are recognised where the bytes are not UTF-8")
  func latin() throws {
    let bytes: [UInt8] = [0x93] + Array("Caf".utf8) + [0xE9, 0x94, 0x20, 0x80] + Array("5 in the town".utf8)
    #expect(try TemporaryFolder.article("a.txt", bytes).text == "“Café” €5 in the town")
  }

  @Test(
    "a page is read in the encoding that it declares",
    arguments: [
      ("<meta charset=\"iso-8859-2\">", 0xB1, "ą"), ("<META charset=ISO-8859-1>", 0x80, "€"),
      ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", 0xE6, "ж"),
      ("<meta charset=\"no-such\">", 0xE9, "é"),
    ] as [(String, UInt8, String)])
  func declared(meta: String, byte: UInt8, letter: String) throws {
    let bytes =
      Array("<html>\(meta)<p>A letter ".utf8) + [byte] + Array(" of the town and its people</p>".utf8)
    #expect(
      try TemporaryFolder.article("a.html", bytes).text == "A letter \(letter) of the town and its people\n")
  }

  @Test(
    "what is not text is refused with its name and the remedy",
    arguments: [
      (
        [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1], "binary data, not text: convert it to plain text in UTF-8 first"
      ),
      (Array(repeating: 1, count: 100), "binary data, not text: convert it to plain text in UTF-8 first"),
      (Array("a\u{0}b".utf8), "binary data, not text: convert it to plain text in UTF-8 first"),
      (
        Array("é é é ".utf8) + [0xC3],
        "byte 9 is not valid in its encoding: convert it to UTF-8, for instance with iconv"
      ),
      (
        [0xEF, 0xBB, 0xBF, 0x61, 0xFF],
        "byte 4 is not valid in its encoding: convert it to UTF-8, for instance with iconv"
      ),
      (
        [0xFF, 0xFE, 0x61, 0, 0x62],
        "byte 4 is not valid in its encoding: convert it to UTF-8, for instance with iconv"
      ),
      (
        [0xFF, 0xFE, 0x61, 0, 0, 0xD8, 0x62, 0],
        "byte 4 is not valid in its encoding: convert it to UTF-8, for instance with iconv"
      ),
      (
        Array(repeating: 0xE0, count: 50),
        "byte 0 is not valid in its encoding: convert it to UTF-8, for instance with iconv"
      ),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], message: String) throws {
    #expect(try TemporaryFolder(["a.txt": bytes]).outcomes(["a.txt"]) == ["a.txt: \(message)"])
  }
}

import CLibXML2
import Foundation

/// Turns the bytes of a file into text.
///
/// A byte-order mark tells UTF-8, UTF-16 or UTF-32 and is no part of the text. Without one, bytes that are valid
/// UTF-8 are that. Others are Windows-1252, which extends Latin-1 and is what pages that declare Latin-1 really use
/// (WHATWG Encoding Standard), unless most of their bytes above ASCII make valid UTF-8, in which case the file is
/// damaged UTF-8 and refused, rather than shown with wrong letters.
enum TextDecoding {
  /// The text of a file, whose encoding may be `declared` in it, as in pages; that counts for less than a byte-order
  /// mark and valid UTF-8.
  /// - Throws: `ArticleError.binary`, or `undecodable` with the first byte that is wrong.
  /// - Complexity: O(*n*) in the number of bytes.
  static func text(_ bytes: Data, name: String, declared: String? = nil) throws(ArticleError) -> String {
    if let text = try markedText(bytes, name: name) { return text }
    if bytes.contains(0) { throw .binary(name: name) }
    let controls = bytes.count { $0 < 0x20 && !isTextControl($0) }
    if controls * 20 > bytes.count { throw .binary(name: name) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if let declared, !isLatin1(declared), let text = converted(bytes, from: declared) { return text }

    let survey = EncodingSurvey<UTF8>(bytes)
    if survey.sequences > survey.errors { throw .undecodable(name: name, byte: survey.firstError) }
    guard let text = windows1252(bytes) else { throw .binary(name: name) }
    // Western languages write one letter in ten above ASCII at most; more is another encoding.
    if survey.errors * 4 > bytes.count { throw .undecodable(name: name, byte: survey.firstError) }
    return text
  }

  private static func isTextControl(_ byte: UInt8) -> Bool {
    (0x08...0x0D).contains(byte) || byte == 0x1B
  }

  /// The text of bytes that a byte-order mark begins.
  private static func markedText(_ bytes: Data, name: String) throws(ArticleError) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = bytes.dropFirst(3)
      if rest.contains(0) { throw .binary(name: name) }
      if let text = String(validating: rest, as: UTF8.self) { return text }
      throw .undecodable(name: name, byte: 3 + EncodingSurvey<UTF8>(rest).firstError)
    }
    let text: String?
    let valid: Int
    switch (bytes.prefix(2).elementsEqual([0xFF, 0xFE]), bytes.prefix(2).elementsEqual([0xFE, 0xFF])) {
    case (true, _) where bytes.prefix(4).elementsEqual([0xFF, 0xFE, 0, 0]) && bytes.count % 4 == 0:
      (text, valid) = decoded(units(bytes, bigEndian: false), as: UTF32.self)
    case (true, _):
      (text, valid) = decoded(units(bytes, bigEndian: false), as: UTF16.self)
    case (_, true):
      (text, valid) = decoded(units(bytes, bigEndian: true), as: UTF16.self)
    default:
      guard bytes.starts(with: [0, 0, 0xFE, 0xFF]) else { return nil }
      (text, valid) = decoded(units(bytes, bigEndian: true), as: UTF32.self)
    }
    guard valid == bytes.count, let text else { throw .undecodable(name: name, byte: valid) }
    if text.unicodeScalars.contains("\u{0}") { throw .binary(name: name) }
    return text
  }

  /// The text of the code units after a byte-order mark, and the number of bytes up to the first that is wrong.
  private static func decoded<Encoding: Unicode.Encoding>(
    _ units: [Encoding.CodeUnit], as encoding: Encoding.Type
  ) -> (String?, valid: Int) {
    let text = String(validating: units, as: encoding)
    let survey = text == nil ? EncodingSurvey<Encoding>(units) : nil
    return (text, (1 + (survey?.firstError ?? units.count)) * MemoryLayout<Encoding.CodeUnit>.size)
  }

  /// The code units after the byte-order mark.
  private static func units<Unit: FixedWidthInteger>(_ bytes: Data, bigEndian: Bool) -> [Unit] {
    let width = Unit.bitWidth / 8
    return stride(from: bytes.startIndex + width, to: bytes.endIndex - width + 1, by: width).map { start in
      let ordered = bytes[start..<start + width]
      return (bigEndian ? Array(ordered) : ordered.reversed()).reduce(0) { $0 << 8 | Unit($1) }
    }
  }

  private static func isLatin1(_ encoding: String) -> Bool {
    ["iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii", "utf-8", "utf8"].contains(
      encoding.lowercased())
  }

  /// The text of an encoding that the C library knows by its name.
  private static func converted(_ bytes: Data, from encoding: String) -> String? {
    let converter = unsafe iconv_open("UTF-8", encoding)
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 4 * bytes.count)
    let written: Int? = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var fromLeft = source.count
        var toLeft = target.count
        let result = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
        return result == -1 ? nil : target.count - toLeft
      }
    }
    guard let written else { return nil }
    return String(validating: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The text of Windows-1252, or nothing where a byte stands for no character of it.
  private static func windows1252(_ bytes: Data) -> String? {
    var scalars = String.UnicodeScalarView()
    scalars.reserveCapacity(bytes.count)
    for byte in bytes {
      guard (0x80...0x9F).contains(byte) else {
        scalars.append(Unicode.Scalar(byte))
        continue
      }
      guard let scalar = windows1252Letters[Int(byte) - 0x80] else { return nil }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// The characters of the bytes from 0x80 to 0x9F; five stand for none.
  private static let windows1252Letters: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}

/// How much of some code units is valid: the sequences of several, and the units that belong to none.
private struct EncodingSurvey<Encoding: Unicode.Encoding> {
  private(set) var sequences = 0
  private(set) var errors = 0
  private(set) var firstError = 0

  init(_ units: some Sequence<Encoding.CodeUnit>) {
    var decoder = Encoding.ForwardParser()
    var iterator = units.makeIterator()
    var position = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar):
        if scalar.count > 1 { sequences += 1 }
        position += scalar.count
      case .error(let length):
        if errors == 0 { firstError = position }
        errors += 1
        position += length
      case .emptyInput:
        return
      }
    }
  }
}

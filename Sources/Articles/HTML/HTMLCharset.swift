import Foundation

/// Finds the encoding that a page declares of itself.
enum HTMLCharset {
  /// The name after `charset=` or `encoding=` in the page's first 4096 bytes, as `<meta charset="…">`, the older
  /// `<meta http-equiv … content="text/html; charset=…">` and an XML declaration give it.
  static func declared(in bytes: Data) -> String? {
    let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    guard let key = head.range(of: "charset", options: .caseInsensitive) ?? head.range(of: "encoding")
    else { return nil }
    let rest = head[key.upperBound...].drop(while: \.isWhitespace)
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    let name = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
    return name.isEmpty ? nil : String(name)
  }
}

/// Keeps tags to a number of attributes that real pages have.
///
/// libxml2 compares each attribute of a tag with all before it, so that one tag of a megabyte would take a minute.
enum HTMLAttributes {
  /// The greatest number of blanks, slashes and equals signs of a tag outside quotation marks: about two an attribute.
  private static let mostMarks = 2_000

  /// A page without what stands beyond the limit in its tags.
  /// - Complexity: O(*n*) in the length of the page.
  static func limited(in page: String.UTF8View) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count)
    /// The number of marks in the tag that is open.
    var marks: Int?
    var quote: UInt8?
    var previous: UInt8 = 0
    for byte in page {
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "<"): marks = 0
        case UInt8(ascii: ">"): marks = nil
        case UInt8(ascii: "/"), UInt8(ascii: "="), 0x20, 0x09...0x0D: marks? += 1
        // A quotation mark elsewhere is text, as in scripts.
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          if marks != nil, previous == UInt8(ascii: "=") { quote = byte }
        default: break
        }
      }
      if byte > 0x20 { previous = byte }
      if marks ?? 0 <= mostMarks { result.append(byte) }
    }
    return result
  }
}

/// What a Unicode scalar is to the tokenizer.
enum ScalarClass: UInt8 {
  /// White space; zero-width spaces and byte-order marks count as such.
  case space
  /// White space that ends a line.
  case lineEnd
  /// A letter that is not upper case.
  case letter
  /// An upper or title case letter.
  case upper
  /// A decimal digit or another numeral.
  case digit
  /// A combining mark, variation selector, joiner or other format character: part of what it follows.
  case mark
  /// Punctuation and symbols.
  case other

  /// Whether words are made of it.
  var isWord: Bool { self == .letter || self == .upper || self == .digit }

  /// Whether it stands between words.
  var isSpace: Bool { self == .space || self == .lineEnd }
}

/// Classes of scalars, the common ones from a table.
struct ScalarClasses: Sendable {
  private static let tableSize: UInt32 = 0x3000
  private let table: [ScalarClass]

  /// The table, built from the Unicode properties of its scalars.
  static let shared = ScalarClasses()

  private init() {
    table = (0..<Self.tableSize).map { value in
      // No surrogates below the table's end, so that every value is a scalar.
      Unicode.Scalar(value).map(Self.classify) ?? .other
    }
  }

  /// The class of a scalar.
  /// - Complexity: O(1).
  @inline(__always)
  subscript(scalar: Unicode.Scalar) -> ScalarClass {
    scalar.value < Self.tableSize ? table[Int(scalar.value)] : Self.classify(scalar)
  }

  private static func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return .lineEnd
    case 0x200B, 0x2060, 0xFEFF: return .space
    case 0x1F3FB...0x1F3FF: return .mark  // skin tones
    default: break
    }
    if scalar.properties.isWhitespace { return .space }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter, .modifierLetter, .otherLetter: return .letter
    case .decimalNumber, .letterNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
    default: return .other
    }
  }
}

extension Unicode.Scalar {
  /// ASCII letters in lower case and typographic apostrophes as plain ones; all else as it is.
  @inline(__always)
  var folded: UInt32 {
    switch value {
    case 0x41...0x5A: value | 0x20
    case 0x2019, 0x60, 0xB4: 0x27
    default: value
    }
  }

  /// Whether it is one of the characters that are written for an apostrophe.
  @inline(__always)
  var isApostrophe: Bool { value == 0x27 || value == 0x2019 || value == 0x60 || value == 0xB4 }
}

/// The FNV-1a hash over scalar values (Fowler, Noll, Vo 1991), one step a scalar.
struct ScalarHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ scalar: UInt32) {
    value = (value ^ UInt64(scalar)) &* 0x100_0000_01b3
  }

  /// The hash of scalars as they are written.
  static func exact(_ scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
    var hash = ScalarHash()
    for scalar in scalars { hash.add(scalar.value) }
    return hash.value
  }

  /// The hash of folded scalars.
  static func folded(_ scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
    var hash = ScalarHash()
    for scalar in scalars { hash.add(scalar.folded) }
    return hash.value
  }
}

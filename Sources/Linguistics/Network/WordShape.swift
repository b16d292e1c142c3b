/// How a word is written, since the encoder sees lower case only: the function `shape` of Training/network.py.
enum WordShape {
  /// The number of shapes; 0 is for [CLS] and [SEP].
  static let count = 16

  /// The shape of a word, 1 to 15; it matters whether it is the `first` of its sentence.
  static func shape(of word: String, first: Bool) -> UInt8 {
    var (length, digits, letters, lower, upper) = (0, 0, 0, 0, 0)
    var (startsUpper, restLower) = (false, true)
    for scalar in word.unicodeScalars {
      length += 1
      let kind = Kind(scalar)
      if kind.isDigit { digits += 1 }
      guard kind.isLetter else { continue }
      if letters == 0 { startsUpper = kind.isUpper } else { restLower = restLower && kind.isLower }
      letters += 1
      if kind.isLower { lower += 1 }
      if kind.isUpper { upper += 1 }
    }
    let whole = letters == length
    if letters == 0 { return digits == length ? 1 : digits > 0 ? 2 : 3 }
    if digits > 0 { return startsUpper ? 4 : 5 }
    if lower == letters { return whole ? 6 : 7 }
    if upper == letters {
      if letters == 1 { return length == 1 ? 8 : 9 }
      return whole ? 10 : 11
    }
    if startsUpper && restLower { return whole ? (first ? 12 : 13) : 14 }
    return 15
  }

  /// What Python's isalpha, isdigit, isupper and islower say of a scalar.
  private struct Kind {
    let isLetter: Bool
    let isDigit: Bool
    let isUpper: Bool
    let isLower: Bool

    init(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        isUpper = ("A"..."Z").contains(scalar)
        isLower = ("a"..."z").contains(scalar)
        isLetter = isUpper || isLower
        isDigit = ("0"..."9").contains(scalar)
        return
      }
      let properties = scalar.properties
      isUpper = properties.isUppercase
      isLower = properties.isLowercase
      isDigit = properties.numericType == .decimal || properties.numericType == .digit
      isLetter =
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
  }
}

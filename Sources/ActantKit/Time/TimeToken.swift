/// A word, a number or a mark of an expression of time.
struct TimeToken: Sendable {
  enum Kind: Sendable { case word, number, mark }

  var kind: Kind
  /// The word in small letters without dots, apostrophes and possessive ending; the mark.
  var text: String
  /// The number, unless it has more than nine digits.
  var number: Int?
  /// How many digits the number is written with, none where commas set them apart.
  var digits = 0
  /// Whether no space is before it.
  var isGlued: Bool
  var isCapitalized = false
  /// What the word can mean.
  var entries: [TimeLexicon.Entry] = []

  /// The tokens of an expression: "Oct. 30th, 2024" → "oct", 30, "th", ",", 2024.
  ///
  /// No expression of time is long, so only the first 400 scalars are read.
  static func tokens(of text: some StringProtocol) -> [TimeToken] {
    let scalars = Array(text.unicodeScalars.prefix(400))
    var tokens: [TimeToken] = []
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar.isSpace {
        place += 1
        continue
      }
      let isGlued = place > 0 && !scalars[place - 1].isSpace
      if scalar.isDigit {
        // "'90s" begins a token.
        let isGlued = isGlued && !scalars[place - 1].isApostrophe
        tokens.append(number(in: scalars, at: &place, isGlued: isGlued))
      } else if scalar.isLetter {
        tokens.append(word(in: scalars, at: &place, isGlued: isGlued))
      } else {
        place += 1
        let isApostrophe = scalar.isApostrophe
        let isDotOfWord = scalar == "." && tokens.last?.kind != .number
        if !isApostrophe, !isDotOfWord {
          let mark = scalar == "\u{2013}" || scalar == "\u{2014}" || scalar == "\u{2011}" ? "-" : scalar
          tokens.append(TimeToken(kind: .mark, text: String(Character(mark)), isGlued: isGlued))
        }
      }
    }
    return tokens
  }

  private static func number(
    in scalars: [Unicode.Scalar], at place: inout Int, isGlued: Bool
  ) -> TimeToken {
    var digits: [Unicode.Scalar] = []
    var isGrouped = false
    while place < scalars.count {
      if scalars[place].isDigit {
        digits.append(scalars[place])
      } else if scalars[place] == ",", digits.count <= 3 || isGrouped,
        scalars[(place + 1)...].prefix(4).prefix(while: \.isDigit).count == 3
      {
        isGrouped = true
      } else {
        break
      }
      place += 1
    }
    let value = digits.count > 9 ? nil : digits.reduce(0) { $0 * 10 + Int($1.value) - 48 }
    return TimeToken(
      kind: .number, text: "", number: value, digits: isGrouped ? 0 : digits.count, isGlued: isGlued)
  }

  private static func word(
    in scalars: [Unicode.Scalar], at place: inout Int, isGlued: Bool
  ) -> TimeToken {
    var text = String.UnicodeScalarView()
    let isCapitalized = scalars[place].properties.isUppercase
    // Letters since the last dot: of initials ("p.m.") there is one each.
    var run = 0
    while place < scalars.count {
      let scalar = scalars[place]
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      if scalar.isLetter {
        text.append(scalar.lowercased)
        run += 1
      } else if scalar == ".", run == 1, next.isLetter {
        run = 0
      } else if scalar.isApostrophe, next.isLetter {
        let isPossessive =
          next.lowercased == "s"
          && !(place + 2 < scalars.count && scalars[place + 2].isLetter)
        if isPossessive {
          place += 2
          break
        }
      } else {
        break
      }
      place += 1
    }
    return TimeToken(kind: .word, text: String(text), isGlued: isGlued, isCapitalized: isCapitalized)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
  fileprivate var isLetter: Bool {
    isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
  }
  fileprivate var isSpace: Bool {
    isASCII ? self == " " || (9...13).contains(value) : properties.isWhitespace
  }
  fileprivate var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{2018}" }
  fileprivate var lowercased: Unicode.Scalar {
    if (0x41...0x5A).contains(value) { return Unicode.Scalar(UInt8(value) + 32) }
    return self
  }
}

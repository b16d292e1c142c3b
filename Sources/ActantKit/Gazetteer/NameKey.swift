import Foundation

/// The form in which names are compared: spellings that differ only in apostrophes, accents, the dots of initials,
/// a leading article or case have one key. Acronyms keep their case, so that "US" is not "us".
struct NameKey: Hashable {
  let text: String

  /// The key of a name.
  /// - Complexity: O(*n*) in the length of the name.
  init(_ name: some StringProtocol) {
    let plain = Self.withoutInitialDots(Self.folded(Self.withoutArticle(name)))
    text = Self.isAcronym(plain) ? plain : plain.lowercased()
  }

  /// The key of a title, for which neither case nor dots matter: "Lt. Gov." as "lt gov".
  init(title: some StringProtocol) {
    text = String(Self.folded(title).lowercased().filter { $0 != "." })
  }

  private init(text: String) { self.text = text }

  /// The key of the same name in ordinary case: headlines write "RUSSIA".
  var inOrdinaryCase: NameKey { NameKey(text: text.lowercased()) }

  private static func withoutArticle<Name: StringProtocol>(_ name: Name) -> Name.SubSequence {
    for article in ["the ", "The ", "THE "] where name.hasPrefix(article) {
      return name.dropFirst(article.count)
    }
    return name[...]
  }

  private static func isAcronym(_ name: String) -> Bool {
    if name.utf8.contains(where: { $0 == UInt8(ascii: " ") || (0x61...0x7A).contains($0) }) { return false }
    return !name.unicodeScalars.contains(where: \.properties.isLowercase)
  }

  /// Straight apostrophes, and letters without their accents.
  private static func folded(_ name: some StringProtocol) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return String(name) }
    var folded = String.UnicodeScalarView()
    for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "’", "‘", "ʼ": folded.append("'")
      case _ where scalar.properties.generalCategory == .nonspacingMark: continue
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// "U.S." and "U.S" as "US", "St. Lucia" as "St Lucia"; the dot of other abbreviations stays ("Miss.").
  private static func withoutInitialDots(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: ".")) else { return name }
    var kept = String.UnicodeScalarView()
    var word = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if scalar == ".", word.count == 1 || String(word) == "St" {
        word.removeAll()
        continue
      }
      kept.append(scalar)
      if scalar.properties.isAlphabetic { word.append(scalar) } else { word.removeAll() }
    }
    return String(kept)
  }
}

/// The place, agency and date that open a news report, up to their dash: "KYIV, Ukraine (AP) —".
///
/// A dateline is set before the first sentence and is no part of its grammar, so it is made a sentence of its own.
enum Dateline {
  /// No dateline is longer, in words.
  private static let longest = 16

  /// The index of the dash that ends the dateline at the beginning of a paragraph, or `nil` where there is none.
  ///
  /// A dateline is a name in capitals, with numbers and other capitalised words around it.
  /// - Complexity: O(1).
  static func end(in words: [Word], of scalars: [Unicode.Scalar]) -> Int? {
    var hasPlace = false
    for i in words.indices.dropLast().prefix(longest) {
      let word = scalars[words[i].range]
      guard let first = word.first else { return nil }
      if isDash(word), words[i].gap != .none {
        // "NASA — the space agency — said": a sentence begins with a capital.
        let next = scalars[words[i + 1].start].properties
        return hasPlace && !next.isLowercase ? i : nil
      }
      let letters = word.filter(\.properties.isAlphabetic)
      if letters.count == word.count || word.contains("."), letters.count >= 3,
        letters.allSatisfy(\.properties.isUppercase)
      {
        hasPlace = true
      } else if letters.isEmpty || first.properties.numericType != nil {
        // Punctuation, a number, a date.
        if ["“", "\"", "?", "!", ";", ":"].contains(first) { return nil }
      } else if !(first.properties.isUppercase && (hasPlace || i == 0)), !isLabel(word, at: i) {
        return nil
      }
    }
    return nil
  }

  private static func isDash(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    ["—", "–", "-", "--"].contains { word.elementsEqual($0.unicodeScalars) }
  }

  /// "date 2024-10-31 WASHINGTON —": what some archives put before the date.
  private static func isLabel(_ word: ArraySlice<Unicode.Scalar>, at i: Int) -> Bool {
    i == 0 && ["date", "dateline", "published", "updated"].contains { word.elementsEqual($0.unicodeScalars) }
  }
}

import Foundation

/// Lemmas by tables and suffix rules; the algorithm and the format of the tables are those of Training/lemmas.py.
///
/// The table is one text of sorted lines, "tag form lemma" or "-tag suffix replacement" set apart by tabs, searched
/// where it lies: `VBD went go`, `-VBD ied y`.
struct Lemmatizer: Sendable {
  private let text: [UInt8]
  /// Where the lines begin, and where the last one ends.
  private let starts: [Int]

  /// The scalars of the longest suffix that rules may have.
  private static let longest = 8

  /// Opens a table.
  /// - Throws: `LinguisticsError.modelNotFound` where there is none, `modelDamaged` with the line that breaks the
  ///   format or the order.
  init(at url: URL) throws(LinguisticsError) {
    try self.init(table: Array(LinguisticsError.contents(of: url)), path: url.path)
  }

  /// Takes a table.
  /// - Throws: `LinguisticsError.modelDamaged` with the line that breaks the format or the order.
  init(table: [UInt8], path: String) throws(LinguisticsError) {
    func damage(_ line: Int, _ reason: String) -> LinguisticsError {
      .modelDamaged(path: path, reason: "line \(line) \(reason)")
    }
    var (starts, tabs) = ([0], 0)
    for (place, byte) in table.enumerated() {
      if byte == UInt8(ascii: "\t") { tabs += 1 }
      guard byte == UInt8(ascii: "\n") else { continue }
      let (start, number) = (starts[starts.count - 1], starts.count)
      guard tabs == 2, table[start] != UInt8(ascii: "\t"),
        table[place - 1] != UInt8(ascii: "\t") || table[start] == 0x2D
      else { throw damage(number, "has not the columns tag, form and lemma") }
      if number > 1, !table[starts[number - 2]..<start].lexicographicallyPrecedes(table[start...place]) {
        throw damage(number, "is out of order")
      }
      starts.append(place + 1)
      tabs = 0
    }
    guard starts.last == table.count, !table.isEmpty else { throw damage(starts.count, "has no end") }
    guard String(validating: table, as: UTF8.self) != nil else {
      throw .modelDamaged(path: path, reason: "it is not UTF-8")
    }
    (text, self.starts) = (table, starts)
  }

  /// The lemma of a word with its tags.
  /// - Complexity: O(log *n*) in the size of the table.
  func lemma(of token: Token) -> String { lemma(of: token.form, token.upos, token.xpos) }

  /// The lemma of a form with its tags.
  func lemma(of form: String, _ upos: UPOS, _ xpos: String) -> String {
    let isName = xpos == "NNP" || xpos == "NNPS"
    if let lemma = value(xpos, form) { return lemma }
    let lower = isName ? form : form.inLowerCase
    if !isName, lower != form, let lemma = value(xpos, lower) { return lemma }
    guard let tag = Lemmatizer.inflection(xpos) else {
      switch upos {
      case .propn, .sym, .punct, .x: return form
      default: return lower
      }
    }
    if !isName, tag != xpos, let lemma = value(tag, lower) { return lemma }
    let scalars = lower.unicodeScalars
    if let hyphen = scalars.lastIndex(of: "-"), hyphen > scalars.startIndex {
      let tail = scalars.index(after: hyphen)
      if tail < scalars.endIndex {
        return String(lower[..<tail]) + lemma(of: String(lower[tail...]), upos, xpos)
      }
    }
    return applyRules(tag, to: lower)
  }

  /// The class of tags whose forms are made alike, or `nil` where words are their own lemmas.
  private static func inflection(_ xpos: String) -> String? {
    switch xpos {
    case "VBD", "VBN": "VBD"
    case "VBG", "VBZ": xpos
    case "NNS", "NNPS": "NNS"
    case "JJR", "RBR": "JJR"
    case "JJS", "RBS": "JJS"
    default: nil
    }
  }

  /// Applies the rule with the longest suffix.
  private func applyRules(_ tag: String, to form: String) -> String {
    let scalars = form.unicodeScalars
    var start =
      scalars.index(scalars.endIndex, offsetBy: -Lemmatizer.longest, limitedBy: scalars.startIndex)
      ?? scalars.startIndex
    while true {
      if let replacement = value("-" + tag, form[start...]) {
        let lemma = form[..<start] + replacement
        return lemma.isEmpty ? form : String(lemma)
      }
      if start == scalars.endIndex { return form }
      start = scalars.index(after: start)
    }
  }

  /// The third column of the line with these two, found by binary search.
  private func value(_ tag: String, _ form: some StringProtocol) -> String? {
    let key = Array("\(tag)\t\(form)\t".utf8)
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if text[starts[middle]..<starts[middle + 1]].lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < starts.count - 1 else { return nil }
    let line = text[starts[low]..<starts[low + 1] - 1]
    guard line.starts(with: key) else { return nil }
    return String(decoding: line.dropFirst(key.count), as: UTF8.self)
  }
}

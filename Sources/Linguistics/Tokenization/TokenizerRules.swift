import Foundation

/// The word lists of the tokenizer, from `tokens.txt` in the model's folder.
///
/// The file has sections, `[name]` on a line of its own, with one entry a line; `#` begins a comment line. Entries in
/// lower case hold for any case, others as they are written and in capitals.
struct TokenizerRules: Sendable {
  /// A set of words, by hash.
  struct WordSet: Sendable {
    private var folded: Set<UInt64> = []
    private var exact: Set<UInt64> = []

    mutating func insert(_ word: String) {
      if word.contains(where: \.isUppercase) {
        exact.insert(ScalarHash.exact(word.unicodeScalars))
        exact.insert(ScalarHash.exact(word.uppercased().unicodeScalars))
      } else {
        folded.insert(ScalarHash.folded(word.unicodeScalars))
      }
    }

    func contains(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
      folded.contains(ScalarHash.folded(word)) || (!exact.isEmpty && exact.contains(ScalarHash.exact(word)))
    }
  }

  /// Written with a full stop, and followed by what they introduce: "Gen. Smith".
  let titles: WordSet
  /// Written with a full stop, wherever they stand: "Inc.".
  let abbreviations: WordSet
  /// Written with a full stop before a number only: "No. 5".
  let numbering: WordSet
  /// First parts that keep the word after their hyphen: "non-profit".
  let prefixes: WordSet
  /// Forms with a hyphen or a slash that are one token: "w/o".
  let whole: WordSet
  /// Letters after digits that are a token of their own: "5 km".
  let units: WordSet
  /// Words that begin with an apostrophe.
  let clipped: WordSet
  /// Emoticons.
  let emoticons: WordSet
  /// Last parts of addresses and file names: "com", "doc".
  let endings: WordSet
  /// Where words written as one token part: "cannot" → [3].
  private(set) var fused: [UInt64: [Int]] = [:]

  /// The section that stands last, by which a file that was cut off is known.
  private static let lastSection = "fused"

  /// Reads the lists of a file.
  init(at url: URL) throws(LinguisticsError) {
    guard let data = try? Data(contentsOf: url) else { throw .modelNotFound(path: url.path) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .modelDamaged(path: url.path, reason: "it is not UTF-8")
    }
    guard text.utf8.last == UInt8(ascii: "\n"), text.contains("\n[\(Self.lastSection)]\n") else {
      throw .modelDamaged(path: url.path, reason: "its end is missing")
    }
    try self.init(text, path: url.path)
  }

  /// Reads the lists from the text of a file.
  init(_ text: String, path: String) throws(LinguisticsError) {
    let names = [
      "titles", "abbreviations", "numbering", "prefixes", "whole", "units", "clipped", "emoticons", "endings",
    ]
    var lists = Dictionary(uniqueKeysWithValues: names.map { ($0, WordSet()) })
    var section: String?
    for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = String(raw)
      func damaged(_ reason: String) -> LinguisticsError {
        .modelDamaged(path: path, reason: "line \(number + 1): \(reason)")
      }
      if line.isEmpty || line.hasPrefix("# ") { continue }
      if line.count > 2, line.first == "[", line.last == "]" {
        let name = String(line.dropFirst().dropLast())
        guard name == "fused" || lists[name] != nil else { throw damaged("unknown section \(name)") }
        section = name
        continue
      }
      guard let section else { throw damaged("an entry before the first section") }
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard !parts.contains(where: \.isEmpty) else { throw damaged("a space too many") }
      if section == "fused" {
        guard parts.count > 1 else { throw damaged("a fused word needs its parts, set apart by spaces") }
        var cuts: [Int] = []
        for part in parts.dropLast() { cuts.append((cuts.last ?? 0) + part.unicodeScalars.count) }
        fused[ScalarHash.folded(parts.joined().unicodeScalars)] = cuts
      } else {
        guard parts.count == 1 else { throw damaged("an entry has no spaces") }
        lists[section]?.insert(line)
      }
    }
    func list(_ name: String) -> WordSet { lists[name] ?? WordSet() }
    titles = list("titles")
    abbreviations = list("abbreviations")
    numbering = list("numbering")
    prefixes = list("prefixes")
    whole = list("whole")
    units = list("units")
    clipped = list("clipped")
    emoticons = list("emoticons")
    endings = list("endings")
  }
}

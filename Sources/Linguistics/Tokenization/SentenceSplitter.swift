import Foundation

/// Decides between which words sentences end: a linear classifier over hashed features of the words around a gap.
///
/// The features are those of `Training/splitter.py`, number by number; the hashing trick is that of Weinberger et al.
/// (2009). The weights are integers, so that the same text gives the same sentences on every machine.
struct SentenceSplitter: Sendable {
  private let weights: [Int16]
  private let shift: UInt64

  /// Reads the weights of a file; `Training/splitter.py` has its format.
  init(at url: URL) throws(LinguisticsError) {
    guard let data = try? Data(contentsOf: url) else { throw .modelNotFound(path: url.path) }
    func damaged(_ reason: String) -> LinguisticsError { .modelDamaged(path: url.path, reason: reason) }
    let bytes = [UInt8](data)
    guard bytes.count > 8, Array(bytes[0..<4]) == Array("ASPL".utf8) else { throw damaged("not a splitter") }
    let bits = Int(bytes[4])
    guard (1...24).contains(bits), bytes.count == 8 + 2 << bits else { throw damaged("wrong length") }
    weights = stride(from: 8, to: bytes.count, by: 2).map { i in
      Int16(truncatingIfNeeded: Int(bytes[i]) | Int(bytes[i + 1]) << 8)
    }
    shift = UInt64(64 - bits)
  }

  /// The words of a block after which a sentence ends, but for the last one.
  /// - Parameters:
  ///   - words: Words without a blank line or the like between them.
  ///   - scalars: The text.
  /// - Returns: Indices of words.
  /// - Complexity: O(*n*) in the number of scalars.
  func ends(in words: [Word], of scalars: [Unicode.Scalar]) -> [Int] {
    guard words.count > 1 else { return [] }
    let padding = Array(repeating: WordHashes.padding, count: 3)
    let hashes = padding + words.map { WordHashes(scalars[$0.range]) } + padding
    let until = distancesToStop(words, scalars)
    var ends: [Int] = []
    var since = 0
    var inBrackets = false
    var inQuotes = false
    for i in words.indices.dropLast() {
      let first = scalars[words[i].start]
      if words[i].range.count == 1 {
        switch first {
        case "(", "[": inBrackets = true
        case ")", "]": inBrackets = false
        case "\"": inQuotes.toggle()
        case "\u{201C}": inQuotes = true
        case "\u{201D}": inQuotes = false
        default: break
        }
      }
      since += 1
      if words[i + 1].gap != .none {
        let score = score(
          hashes[i + 1..<i + 7], state: (inBrackets ? 2 : 0) + (inQuotes ? 1 : 0),
          before: Self.bucket(since), after: Self.bucket(until[i + 1] + 1))
        if score > 0 { ends.append(i) }
      }
      if Self.isStop(first) { since = 0 }
    }
    return ends
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "!" || scalar == "?" || scalar == "\u{2026}"
  }

  /// For each word how many words come between it and the next full stop or the end.
  private func distancesToStop(_ words: [Word], _ scalars: [Unicode.Scalar]) -> [Int] {
    var distances = Array(repeating: 0, count: words.count)
    var distance = 0
    for i in words.indices.reversed() {
      distances[i] = distance
      distance = Self.isStop(scalars[words[i].start]) ? 0 : distance + 1
    }
    return distances
  }

  private static func bucket(_ n: Int) -> UInt64 { UInt64(n < 8 ? n : 8 + min((n - 8) / 4, 6)) }

  /// The sum of the weights of a gap's features.
  /// - Parameters:
  ///   - window: three words before the gap and three after.
  ///   - state: 2 within brackets, plus 1 within quotes.
  ///   - before: how far back the last stop is, as a bucket.
  ///   - after: how far ahead the next one is.
  /// - Returns: A score above zero where a sentence ends.
  private func score(_ window: ArraySlice<WordHashes>, state: UInt64, before: UInt64, after: UInt64) -> Int {
    let i = window.startIndex
    let (l3, l2, l1) = (window[i], window[i + 1], window[i + 2])
    let (r1, r2, r3) = (window[i + 3], window[i + 4], window[i + 5])
    let (f1, s1, t1) = (l1.form, l1.shape, l1.suffix)
    let (g1, h1, u1) = (r1.form, r1.shape, r1.suffix)
    var sum = 0
    sum += weight(0)
    sum += weight(1, f1) + weight(2, l2.form) + weight(3, l3.form)
    sum += weight(4, g1) + weight(5, r2.form) + weight(6, r3.form)
    sum += weight(7, s1) + weight(8, h1) + weight(9, l2.shape) + weight(10, r2.shape)
    sum += weight(11, f1, g1) + weight(12, f1, h1) + weight(13, s1, g1) + weight(14, s1, h1)
    sum += weight(15, l2.form, f1) + weight(16, g1, r2.form)
    sum += weight(17, l2.shape, s1, h1) + weight(18, s1, h1, r2.shape) + weight(19, l2.form, s1, h1)
    sum += weight(20, t1) + weight(21, u1) + weight(22, t1, h1) + weight(23, s1, h1, r2.form)
    sum += weight(24, before, h1, s1) + weight(25, after, h1, s1)
    sum += weight(26, state, f1, h1) + weight(27, state, s1) + weight(28, h1, r2.shape, r3.shape)
    sum += weight(29, l3.shape, l2.shape, s1, h1) + weight(30, before, after, h1) + weight(31, before, g1)
    sum += weight(32, t1, u1) + weight(33, g1, r2.form, s1) + weight(34, g1, r2.shape, r3.shape)
    sum += weight(35, l3.shape, l2.form, f1)
    return sum
  }

  @inline(__always)
  private func weight(_ values: UInt64...) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for value in values {
      hash = (hash ^ value) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return Int(weights[Int(hash >> shift)])
  }
}

/// What the splitter knows of a word.
private struct WordHashes {
  /// The form, folded, digits as 0.
  let form: UInt64
  /// Its kinds of characters, runs of one kind as one, the first six.
  let shape: UInt64
  /// The last three characters of the form.
  let suffix: UInt64

  static let padding = WordHashes(form: 1, shape: 1, suffix: 1)

  private init(form: UInt64, shape: UInt64, suffix: UInt64) {
    self.form = form
    self.shape = shape
    self.suffix = suffix
  }

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var form = ScalarHash()
    var shape = ScalarHash()
    var suffix = ScalarHash()
    var last: UInt32 = 0
    var kinds = 0
    let suffixStart = scalars.endIndex - 3
    for i in scalars.indices {
      let scalar = scalars[i]
      let scalarClass = ScalarClasses.shared[scalar]
      let value = scalarClass == .digit ? 0x30 : scalar.folded
      form.add(value)
      if i >= suffixStart { suffix.add(value) }
      let kind: UInt32 =
        switch scalarClass {
        case .upper: 0x58
        case .letter: 0x78
        case .digit: 0x30
        case .mark: 0
        default: scalar.value
        }
      if kind != 0, kind != last, kinds < 6 {
        shape.add(kind)
        last = kind
        kinds += 1
      }
    }
    self.init(form: form.value, shape: shape.value, suffix: suffix.value)
  }
}

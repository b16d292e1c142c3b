import Foundation

/// BERT's uncased tokeniser (Devlin et al. 2019), applied to one word at a time: greedy longest match of pieces, as
/// the class of the same name in Training/network.py does.
struct WordPiece: Sendable {
  /// The number of pieces known.
  let count: Int
  /// The pieces that begin and end a window and the one for what is unknown.
  let (begin, end, unknown): (Int32, Int32, Int32)
  private let trie: Trie
  /// The node after "##", where pieces begin that go on within a word.
  private let continuation: Trie.Node

  /// The most pieces of a word; the rest is dropped.
  static let most = 16

  /// Reads a vocabulary, one piece a line; a piece's number is its line's.
  /// - Throws: `LinguisticsError.modelNotFound` or `modelDamaged`.
  init(at url: URL) throws(LinguisticsError) {
    let data = try LinguisticsError.contents(of: url)
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .modelDamaged(path: url.path, reason: "it is not UTF-8")
    }
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.last?.isEmpty == true else {
      throw .modelDamaged(path: url.path, reason: "line \(lines.count) has no end")
    }
    lines.removeLast()
    try self.init(lines.map { Substring($0) }, path: url.path)
  }

  /// Takes a list of pieces.
  /// - Throws: `LinguisticsError.modelDamaged` where a piece that every text needs is missing.
  init(_ pieces: [Substring], path: String) throws(LinguisticsError) {
    var trie = Trie(capacity: pieces.count * 4)
    for (number, piece) in pieces.enumerated() { trie.insert(piece.unicodeScalars, Int32(number)) }
    func number(_ piece: Substring) throws(LinguisticsError) -> Int32 {
      guard let number = pieces.firstIndex(of: piece) else {
        throw .modelDamaged(path: path, reason: "the piece \(piece) is missing")
      }
      return Int32(number)
    }
    (begin, end, unknown) = (try number("[CLS]"), try number("[SEP]"), try number("[UNK]"))
    guard let continuation = trie.node(after: "##".unicodeScalars) else {
      throw .modelDamaged(path: path, reason: "no piece begins with ##")
    }
    self.continuation = continuation
    self.trie = trie
    count = pieces.count
  }

  /// The pieces of a word, 1 to `most`.
  /// - Complexity: O(*n*) in the length of the word.
  func pieces(of word: String) -> [Int32] {
    var (result, token) = ([Int32](), [Unicode.Scalar]())
    for scalar in WordPiece.normalised(word) {
      let category = scalar.properties.generalCategory
      let isSpace =
        category == .spaceSeparator || category == .lineSeparator || category == .paragraphSeparator
      if isSpace || WordPiece.isPunctuation(scalar, category) || (0x4E00...0x9FFF).contains(scalar.value) {
        append(token, to: &result)
        token.removeAll(keepingCapacity: true)
        if !isSpace { append([scalar], to: &result) }
      } else {
        token.append(scalar)
      }
    }
    append(token, to: &result)
    return result.isEmpty ? [unknown] : Array(result.prefix(WordPiece.most))
  }

  private func append(_ token: [Unicode.Scalar], to result: inout [Int32]) {
    let before = result.count
    var start = 0
    while start < token.count {
      guard let match = trie.longest(token[start...], from: start == 0 ? Trie.root : continuation) else {
        result.removeSubrange(before...)
        result.append(unknown)
        return
      }
      result.append(match.value)
      start += match.length
    }
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    default: break
    }
    switch category {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  /// A word in lower case and decomposed, without marks, controls and unassigned characters.
  private static func normalised(_ word: String) -> [Unicode.Scalar] {
    if word.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      return word.utf8.map { Unicode.Scalar((0x41...0x5A).contains($0) ? $0 + 0x20 : $0) }
    }
    return word.inLowerCase.decomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .control, .format, .surrogate, .privateUse, .unassigned: false
      default: true
      }
    }
  }
}

/// A set of strings with a number each, as a tree over scalars.
private struct Trie: Sendable {
  typealias Node = UInt32

  static let root: Node = 0
  /// The child of a node (high half) by a scalar (low half).
  private var children: [UInt64: Node] = [:]
  /// The number of the string that ends at a node, or -1.
  private var values: [Int32] = [-1]

  init(capacity: Int) {
    children.reserveCapacity(capacity)
    values.reserveCapacity(capacity)
  }

  mutating func insert(_ string: some Sequence<Unicode.Scalar>, _ value: Int32) {
    var node = Trie.root
    for scalar in string {
      let key = UInt64(node) << 32 | UInt64(scalar.value)
      if let child = children[key] {
        node = child
      } else {
        node = Node(values.count)
        children[key] = node
        values.append(-1)
      }
    }
    values[Int(node)] = value
  }

  func node(after string: some Sequence<Unicode.Scalar>) -> Node? {
    var node = Trie.root
    for scalar in string {
      guard let child = children[UInt64(node) << 32 | UInt64(scalar.value)] else { return nil }
      node = child
    }
    return node
  }

  /// The longest string from a node on that `text` begins with.
  func longest(_ text: ArraySlice<Unicode.Scalar>, from start: Node) -> (value: Int32, length: Int)? {
    var (node, length) = (start, 0)
    var best: (value: Int32, length: Int)?
    for scalar in text {
      guard let child = children[UInt64(node) << 32 | UInt64(scalar.value)] else { break }
      (node, length) = (child, length + 1)
      if values[Int(node)] >= 0 { best = (values[Int(node)], length) }
    }
    return best
  }
}

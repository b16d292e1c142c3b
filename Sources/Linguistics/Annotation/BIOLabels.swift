/// Labels that mark names: B- on a name's first word, I- on those that follow, O elsewhere (Ramshaw and Marcus 1995).
struct BIOLabels: Sendable, Equatable {
  /// One label.
  enum Label: Sendable, Hashable {
    case outside
    case begin(EntityType)
    case inside(EntityType)

    /// Reads "O", "B-PERSON", "I-PERSON".
    init?(_ name: String) {
      if name == "O" {
        self = .outside
        return
      }
      guard let type = EntityType(rawValue: String(name.dropFirst(2))) else { return nil }
      switch name.prefix(2) {
      case "B-": self = .begin(type)
      case "I-": self = .inside(type)
      default: return nil
      }
    }

    /// Whether this label may stand after another, or at the beginning.
    func mayFollow(_ label: Label?) -> Bool {
      guard case .inside(let type) = self else { return true }
      return label == .begin(type) || label == .inside(type)
    }
  }

  /// The labels in the order of the network's outputs.
  let labels: [Label]
  /// For each label those that may stand before it.
  private let predecessors: [[Int]]

  /// Takes a list of labels.
  init(_ labels: [Label]) {
    self.labels = labels
    predecessors = labels.map { label in labels.indices.filter { label.mayFollow(labels[$0]) } }
  }

  /// The best sequence in which I- stands only after B- or I- of its type (Viterbi 1967), as indices of labels, for a
  /// row of scores a word. Among equals the first label wins.
  /// - Complexity: O(*n* · *l*²) in the numbers of words and labels.
  func decode(_ scores: [ArraySlice<Float>]) -> [Int] {
    guard let first = scores.first else { return [] }
    var best = zip(labels, first).map { $0.mayFollow(nil) ? $1 : -.infinity }
    var back: [[Int]] = []
    for row in scores.dropFirst() {
      var (total, from) = ([Float](), [Int]())
      for (label, score) in zip(labels.indices, row) {
        var previous = predecessors[label].first ?? 0
        for candidate in predecessors[label] where best[candidate] > best[previous] { previous = candidate }
        total.append(best[previous] + score)
        from.append(previous)
      }
      best = total
      back.append(from)
    }
    var last = 0
    for label in labels.indices where best[label] > best[last] { last = label }
    var path = [last]
    for from in back.reversed() {
      last = from[last]
      path.append(last)
    }
    return path.reversed()
  }

  /// The names that a sequence of labels marks.
  func entities(_ path: [Int]) -> [NamedEntity] {
    var result: [NamedEntity] = []
    for (word, label) in path.enumerated() {
      switch labels[label] {
      case .outside: break
      case .begin(let type): result.append(NamedEntity(words: word..<word + 1, type: type))
      case .inside:
        guard let last = result.indices.last else { break }
        result[last].words = result[last].words.lowerBound..<word + 1
      }
    }
    return result
  }
}

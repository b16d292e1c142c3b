import Testing

@testable import Linguistics

/// Numbers that look random and are the same on every run (the generator of Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Dependency trees from scores")
struct TreeDecodingTests {
  private func scores(words: Int, seed: Int, whole: Bool = false) -> [ArraySlice<Float>] {
    var generator = SplitMix(state: UInt64(seed * 1000 + words))
    return (0..<words).map { _ in
      (0...words).map { _ in
        let score = Float.random(in: -5...5, using: &generator)
        return whole ? score.rounded() : score
      }[...]
    }
  }

  private func total(_ heads: [Int?], _ scores: [ArraySlice<Float>]) -> Double {
    zip(heads, scores).reduce(0) { $0 + Double($1.1[$1.0.map { $0 + 1 } ?? 0]) }
  }

  /// All assignments of heads that are trees with one root.
  private func trees(words: Int) -> [[Int?]] {
    var all: [[Int]] = [[]]
    for word in 1...words {
      all = all.flatMap { heads in (0...words).filter { $0 != word }.map { heads + [$0] } }
    }
    return all.filter { DependencyTree.isTreeWithOneRoot([0] + $0) }.map { $0.map { $0 == 0 ? nil : $0 - 1 } }
  }

  @Test("There are n^(n-1) trees with one root", arguments: [(1, 1), (2, 2), (3, 9), (4, 64), (5, 625)])
  func count(words: Int, count: Int) {
    #expect(trees(words: words).count == count)
  }

  @Test("The tree found is the best of all trees with one root", arguments: 1...5, [false, true])
  func best(words: Int, whole: Bool) {
    let trees = trees(words: words)
    for seed in 0..<60 {
      let scores = scores(words: words, seed: seed, whole: whole)
      let found = DependencyTree.heads(scores)
      #expect(trees.contains(found))
      let most = trees.map { total($0, scores) }.max() ?? 0
      #expect(abs(total(found, scores) - most) < 1e-5, "seed \(seed)")
    }
  }

  @Test("Random scores always give one rooted tree", arguments: [6, 17, 60, 300])
  func rooted(words: Int) {
    for seed in 0..<(1200 / words) {
      let heads = DependencyTree.heads(scores(words: words, seed: seed))
      #expect(DependencyTree.isTreeWithOneRoot([0] + heads.map { $0.map { $0 + 1 } ?? 0 }))
    }
  }

  @Test(
    "Scores that are all equal, infinite or not numbers still give one rooted tree",
    arguments: [Float(0), .infinity, -.infinity, .nan, 1e30])
  func degenerate(score: Float) {
    for words in 1...7 {
      let row = [Float](repeating: score, count: words + 1)[...]
      let heads = DependencyTree.heads([ArraySlice<Float>](repeating: row, count: words))
      #expect(DependencyTree.isTreeWithOneRoot([0] + heads.map { $0.map { $0 + 1 } ?? 0 }))
    }
  }

  @Test("No words have no tree")
  func empty() {
    #expect(DependencyTree.heads([ArraySlice<Float>]()) == [])
  }

  @Test(
    "Cycles, two roots and no root are no tree",
    arguments: [
      ([0, 2, 1], false), ([0, 0, 0], false), ([0, 2, 3, 1], false), ([0, 0, 1, 2], true),
      ([0, 0, 3, 2], false),
      ([0, 1], false), ([0, 0], true),
    ])
  func isTree(heads: [Int], isTree: Bool) {
    #expect(DependencyTree.isTreeWithOneRoot(heads) == isTree)
  }
}

@Suite("Names from BIO labels")
struct TreeBIOTests {
  private let labels = BIOLabels([
    .outside, .begin(.person), .inside(.person), .begin(.date), .inside(.date),
  ])

  @Test("The sequence decoded is the best of all that are allowed", arguments: 1...5)
  func best(words: Int) {
    var all: [[Int]] = [[]]
    for _ in 0..<words {
      all = all.flatMap { path in
        labels.labels.indices.filter { label in
          labels.labels[label].mayFollow(path.last.map { labels.labels[$0] })
        }.map { path + [$0] }
      }
    }
    for seed in 0..<40 {
      var generator = SplitMix(state: UInt64(seed))
      let scores = (0..<words).map { _ in (0..<5).map { _ in Float.random(in: 0...1, using: &generator) }[...]
      }
      func total(_ path: [Int]) -> Float { zip(path, scores).reduce(0) { $0 + $1.1[$1.0] } }
      let found = labels.decode(scores)
      #expect(all.contains(found))
      #expect(abs(total(found) - (all.map(total).max() ?? 0)) < 1e-5)
    }
  }

  @Test("I- follows B- and I- of its type only")
  func constraint() {
    #expect(BIOLabels.Label("I-DATE")?.mayFollow(.begin(.date)) == true)
    #expect(BIOLabels.Label("I-DATE")?.mayFollow(.inside(.date)) == true)
    #expect(BIOLabels.Label("I-DATE")?.mayFollow(.begin(.person)) == false)
    #expect(BIOLabels.Label("I-DATE")?.mayFollow(.outside) == false)
    #expect(BIOLabels.Label("I-DATE")?.mayFollow(nil) == false)
    #expect(BIOLabels.Label("B-NOTHING") == nil)
  }

  @Test("A name goes on until its last I-")
  func entities() {
    let expected = [
      NamedEntity(words: 0..<1, type: .person), NamedEntity(words: 1..<3, type: .person),
      NamedEntity(words: 4..<6, type: .date),
    ]
    #expect(labels.entities([1, 1, 2, 0, 3, 4]) == expected)
    #expect(labels.decode([]) == [])
  }
}

public import Foundation
import Synchronization

/// The language model: tags, lemmas, dependency trees and named entities for sentences split into words.
public struct LanguageModel: Sendable {
  let network: Network
  let wordPiece: WordPiece
  let lemmatizer: Lemmatizer

  /// The number of words annotated at a time, which bounds memory.
  private static let chunk = 10_000
  /// About the number of pieces that one thread takes at a time.
  private static let batch = 512

  /// Opens a model: a folder with `weights.safetensors`, `vocabulary.txt` and `lemmas.tsv`.
  /// - Throws: `LinguisticsError.modelNotFound` where a file is missing, `modelDamaged` where one cannot be used.
  public init(at folder: URL) throws(LinguisticsError) {
    wordPiece = try WordPiece(at: folder.appendingPathComponent("vocabulary.txt"))
    let weights = try Safetensors(at: folder.appendingPathComponent("weights.safetensors"))
    network = try Network(from: weights, vocabulary: wordPiece.count)
    lemmatizer = try Lemmatizer(at: folder.appendingPathComponent("lemmas.tsv"))
  }

  /// Opens the model that comes with the library.
  /// - Throws: `LinguisticsError.modelNotFound` where it was not installed, `modelDamaged` where it cannot be used.
  public init() throws(LinguisticsError) {
    try self.init(at: LanguageModel.defaultFolder)
  }

  /// The folder of the model that comes with the library.
  public static var defaultFolder: URL {
    Bundle.module.resourceURL?.appendingPathComponent("english.model")
      ?? URL(fileURLWithPath: "english.model")
  }

  /// Fills in tags, features, lemmas, heads, relations, kinds and entities of sentences whose words have their forms.
  ///
  /// The result does not depend on the number of threads.
  /// - Parameters:
  ///   - sentences: The sentences; everything but `form`, `range` and `spaceAfter` of their words is replaced.
  ///   - threads: How many threads may work, at least 1.
  /// - Complexity: O(*n*) in the number of words; memory beside the sentences does not grow with it.
  public func annotate(_ sentences: inout [Sentence], threads: Int) {
    var first = 0
    while first < sentences.count {
      var (end, words) = (first, 0)
      while end < sentences.count, words < LanguageModel.chunk {
        words += sentences[end].tokens.count
        end += 1
      }
      annotate(&sentences, first..<end, threads: max(1, threads))
      first = end
    }
  }

  private func annotate(_ sentences: inout [Sentence], _ range: Range<Int>, threads: Int) {
    let segments = range.flatMap { Segment.segments(of: sentences[$0].tokens.count, sentence: $0) }
    let batches = encode(segments, of: sentences)
    let results = Mutex([[AnnotatedSegment]](repeating: [], count: batches.count))
    let next = Atomic(0)
    let source = sentences
    DispatchQueue.concurrentPerform(iterations: min(threads, batches.count)) { _ in
      var workspace = network.workspace()
      while true {
        let batch = next.add(1, ordering: .relaxed).oldValue
        guard batch < batches.count else { return }
        let annotated = annotate(batches[batch], of: source, in: &workspace)
        results.withLock { $0[batch] = annotated }
      }
    }
    for sentence in range { sentences[sentence].entities = [] }
    for annotated in results.withLock({ $0.joined() }) { annotated.apply(to: &sentences) }
  }

  /// Encodes segments and gathers them into batches, the same whatever the number of threads.
  private func encode(_ segments: [Segment], of sentences: [Sentence]) -> [[(Segment, EncodedSentence)]] {
    var (batches, batch, pieces) = ([[(Segment, EncodedSentence)]](), [(Segment, EncodedSentence)](), 0)
    for segment in segments {
      let encoded = EncodedSentence(
        forms: sentences[segment.sentence].tokens[segment.words].map(\.form),
        startsSentence: segment.words.lowerBound == 0, wordPiece: wordPiece, maximum: network.encoder.maximum)
      if !batch.isEmpty, pieces + encoded.pieces > LanguageModel.batch {
        batches.append(batch)
        (batch, pieces) = ([], 0)
      }
      batch.append((segment, encoded))
      pieces += encoded.pieces
    }
    if !batch.isEmpty { batches.append(batch) }
    return batches
  }

  /// Annotates the segments of one batch.
  private func annotate(
    _ batch: [(segment: Segment, encoded: EncodedSentence)], of sentences: [Sentence],
    in workspace: inout Network.Workspace
  ) -> [AnnotatedSegment] {
    network.score(batch.map(\.encoded), in: &workspace)
    var (heads, governors, row) = ([[Int?]](), [Int](), 0)
    for (segment, encoded) in batch {
      let rows = row..<row + encoded.words.count
      network.scoreArcs(rows, in: &workspace)
      let arcs = segment.words.indices.map {
        workspace.arcs.row($0 - segment.words.lowerBound).prefix(rows.count)
      }
      let tree = DependencyTree.heads(arcs)
      governors.append(row)
      governors += tree.map { head in row + (head.map { $0 + 1 } ?? 0) }
      heads.append(tree)
      row = rows.upperBound
    }
    network.scoreRelations(governors, in: &workspace)
    row = 0
    var result: [AnnotatedSegment] = []
    for ((segment, encoded), heads) in zip(batch, heads) {
      let rows = row + 1..<row + encoded.words.count
      let tokens = sentences[segment.sentence].tokens[segment.words]
      result.append(annotate(Array(tokens), of: segment, rows, heads, workspace))
      row = rows.upperBound
    }
    return result
  }

  /// Turns the scores of one segment into annotation.
  private func annotate(
    _ tokens: [Token], of segment: Segment, _ rows: Range<Int>, _ heads: [Int?],
    _ workspace: Network.Workspace
  ) -> AnnotatedSegment {
    let labels = network.labels
    var result = AnnotatedSegment(segment: segment, tokens: tokens, entities: [])
    for (word, row) in rows.enumerated() {
      let tags = workspace.tags.row(row)
      let xpos = tags.dropFirst(labels.upos.count)
      result.tokens[word].upos = labels.upos[best(tags.prefix(labels.upos.count))]
      result.tokens[word].xpos = labels.xpos[best(xpos.prefix(labels.xpos.count))]
      result.tokens[word].features = labels.features[best(xpos.dropFirst(labels.xpos.count))]
      result.tokens[word].kind = labels.kinds[best(workspace.entities.row(row).prefix(labels.kinds.count))]
      result.tokens[word].head = heads[word].map { $0 + segment.words.lowerBound }
      let relation =
        heads[word] == nil ? labels.root : best(workspace.relations.row(row), except: labels.root)
      result.tokens[word].deprel = labels.deprels[relation]
      result.tokens[word].lemma = lemmatizer.lemma(of: result.tokens[word])
    }
    let path = labels.entities.decode(rows.map { workspace.entities.row($0).dropFirst(labels.kinds.count) })
    result.entities = labels.entities.entities(path).map { entity in
      let words = entity.words
      let first = segment.words.lowerBound
      return NamedEntity(words: words.lowerBound + first..<words.upperBound + first, type: entity.type)
    }
    return result
  }

  /// The place of the greatest score, the first among equals.
  private func best(_ scores: ArraySlice<Float>, except: Int? = nil) -> Int {
    var best: (place: Int, score: Float)?
    for (place, score) in scores.enumerated() where place != except {
      if let known = best, !(score > known.score) { continue }
      best = (place, score)
    }
    return best?.place ?? 0
  }
}

/// A sentence, or a part of one that is too long to be parsed as a whole.
private struct Segment: Sendable {
  /// The sentence's index.
  var sentence: Int
  /// Its words.
  var words: Range<Int>

  /// The most words of a part; most such parts fit one window of the encoder.
  private static let most = 250

  /// The parts of a sentence of so many words: one up to `Network.mostWords`, beyond that several of like length.
  static func segments(of words: Int, sentence: Int) -> [Segment] {
    guard words > 0 else { return [] }
    let count = words <= Network.mostWords ? 1 : (words + most - 1) / most
    return (0..<count).map {
      Segment(sentence: sentence, words: $0 * words / count..<($0 + 1) * words / count)
    }
  }
}

/// What was found out about a segment.
private struct AnnotatedSegment: Sendable {
  var segment: Segment
  var tokens: [Token]
  var entities: [NamedEntity]

  /// Puts the annotation into the sentence. The roots of a long sentence's later parts hang on that of the first, as
  /// clauses side by side.
  func apply(to sentences: inout [Sentence]) {
    sentences[segment.sentence].tokens.replaceSubrange(segment.words, with: tokens)
    sentences[segment.sentence].entities += entities
    guard segment.words.lowerBound > 0,
      let root = sentences[segment.sentence].tokens.firstIndex(where: { $0.head == nil })
    else { return }
    for word in segment.words where sentences[segment.sentence].tokens[word].head == nil {
      sentences[segment.sentence].tokens[word].head = root
      sentences[segment.sentence].tokens[word].deprel = .parataxis
    }
  }
}

extension Deprel {
  fileprivate static let parataxis: Deprel = "parataxis"
}

import Foundation

/// The network: encoder and heads, as defined in Training/network.py.
struct Network: Sendable {
  let labels: ModelLabels
  let encoder: Encoder
  /// How much each layer counts for tags, parse and entities; each row sums to 1.
  private let mix: [[Float]]
  private let tagHidden: Linear
  private let tags: Linear
  private let entityHidden: Linear
  private let entities: Linear
  /// Arc dependent, arc head, relation dependent and relation head side by side.
  private let parse: Linear
  private let arcWeight: Matrix
  private let arcBias: [Float]
  private let relationWeight: Matrix
  private let relationOutput: Linear
  private let arc: Int
  private let relation: Int

  /// The network in a file of weights.
  /// - Throws: `LinguisticsError.modelDamaged` where a tensor is missing or its shape is wrong.
  init(from file: Safetensors, vocabulary: Int) throws(LinguisticsError) {
    let configuration = try ModelConfiguration(of: file)
    labels = try ModelLabels(of: file)
    encoder = try Encoder(configuration, vocabulary: vocabulary, from: file)
    let (width, hidden) = (configuration.width, configuration.hidden)
    arc = configuration.arc
    relation = configuration.relation
    let logits = try file.numbers("mix", shape: [3, configuration.layers])
    mix = (0..<3).map { row in
      let row = logits[row * configuration.layers..<(row + 1) * configuration.layers]
      let most = row.max() ?? 0
      let powers = row.map { exp(Double($0 - most)) }
      let sum = powers.reduce(0, +)
      return powers.map { Float($0 / sum) }
    }
    tagHidden = try Linear("tag_hidden", inputs: width, outputs: [hidden], from: file)
    tags = try Linear(
      "heads.upos", "heads.xpos", "heads.feats", inputs: hidden,
      outputs: [labels.upos.count, labels.xpos.count, labels.features.count], from: file)
    entityHidden = try Linear("entity_hidden", inputs: width, outputs: [hidden], from: file)
    entities = try Linear(
      "heads.kind", "heads.ner", inputs: hidden, outputs: [labels.kinds.count, labels.entities.labels.count],
      from: file)
    parse = try Linear(
      "arc_dep", "arc_head", "rel_dep", "rel_head", inputs: width, outputs: [arc, arc, relation, relation],
      from: file)
    arcWeight = Matrix(rows: arc, columns: arc, values: try file.numbers("arc_w", shape: [arc, arc]))
    arcBias = try file.numbers("arc_b", shape: [arc])
    let relations = labels.deprels.count
    relationWeight = Matrix(
      rows: relation, columns: relations * relation,
      values: try file.numbers("rel_w", shape: [relation, relations * relation]))
    relationOutput = try Linear("rel_out", inputs: 2 * relation, outputs: [relations], from: file)
  }

  /// What the network works in, kept from batch to batch. A sentence of n words has n + 1 rows, its root first.
  struct Workspace: Sendable {
    fileprivate var encoder: Encoder.Workspace
    /// Word vectors mixed for tags, parse and entities.
    fileprivate var mixed: [Matrix]
    fileprivate var hidden: Matrix
    /// Scores of UPOS, XPOS and features, side by side.
    fileprivate(set) var tags: Matrix
    /// Scores of kinds and BIO labels, side by side.
    fileprivate(set) var entities: Matrix
    fileprivate var parse: Matrix
    fileprivate var dependents: Matrix
    fileprivate var headScores: [Float] = []
    /// Scores of one sentence's arcs: a row for each word, a column for each row of the sentence.
    fileprivate(set) var arcs: Matrix
    fileprivate var pairs: Matrix
    fileprivate var bilinear: Matrix
    fileprivate var products: [Float]
    /// Scores of relations.
    fileprivate(set) var relations: Matrix
  }

  /// The most words of a sentence; longer ones come in segments.
  static let mostWords = 1000
  /// The most pieces that go through the encoder at once.
  static let mostPieces = 1024
  /// The rows for which all relations are scored at once.
  private static let relationRows = 64

  /// An empty workspace for this network.
  func workspace() -> Workspace {
    let width = encoder.width
    return Workspace(
      encoder: encoder.workspace(), mixed: (0..<3).map { _ in Matrix(columns: width) },
      hidden: Matrix(columns: tagHidden.weight.rows), tags: Matrix(columns: tags.weight.rows),
      entities: Matrix(columns: entities.weight.rows), parse: Matrix(columns: parse.weight.rows),
      dependents: Matrix(columns: arc), arcs: Matrix(columns: Network.mostWords + 1),
      pairs: Matrix(columns: 2 * relation), bilinear: Matrix(columns: relationWeight.columns),
      products: [Float](repeating: 0, count: labels.deprels.count),
      relations: Matrix(columns: labels.deprels.count))
  }

  /// Runs encoder and heads over sentences, packed one after another, and leaves the scores of tags and entities in
  /// the workspace.
  func score(_ sentences: [EncodedSentence], in workspace: inout Workspace) {
    let rows = sentences.reduce(0) { $0 + $1.words.count }
    for part in 0..<3 {
      workspace.mixed[part].resize(rows: rows)
      VectorKernels.fill(&workspace.mixed[part], with: [Float](repeating: 0, count: encoder.width))
    }
    encode(sentences, in: &workspace)
    tagHidden(workspace.mixed[0], into: &workspace.hidden)
    VectorKernels.gelu(&workspace.hidden)
    tags(workspace.hidden, into: &workspace.tags)
    entityHidden(workspace.mixed[2], into: &workspace.hidden)
    VectorKernels.gelu(&workspace.hidden)
    entities(workspace.hidden, into: &workspace.entities)
    parse(workspace.mixed[1], into: &workspace.parse)
    VectorKernels.gelu(&workspace.parse)
    workspace.dependents.resize(rows: rows)
    MatrixProduct.openBLAS(
      workspace.parse, workspace.parse.block(rows: 0..<rows, columns: 0..<arc), arcWeight, arcWeight.all,
      transposed: false, into: &workspace.dependents, workspace.dependents.all)
    let bias = Matrix(rows: 1, columns: arc, values: arcBias)
    workspace.headScores.removeAll(keepingCapacity: true)
    for row in 0..<rows {
      VectorKernels.products(
        of: bias, from: 0, count: 1, with: workspace.parse, from: row * parse.weight.rows + arc, length: arc,
        into: &workspace.products)
      workspace.headScores.append(workspace.products[0])
    }
  }

  /// Scores the arcs of the sentence whose rows among those scored last, at most `mostWords` + 1, are given.
  func scoreArcs(_ rows: Range<Int>, in workspace: inout Workspace) {
    let words = rows.dropFirst()
    workspace.arcs.resize(rows: words.count)
    MatrixProduct.openBLAS(
      workspace.dependents, workspace.dependents.block(rows: words), workspace.parse,
      workspace.parse.block(rows: rows, columns: arc..<2 * arc), transposed: true,
      into: &workspace.arcs, workspace.arcs.block(rows: 0..<words.count, columns: 0..<rows.count))
    let columns = workspace.arcs.columns
    for word in 0..<words.count {
      for head in 0..<rows.count {
        workspace.arcs.values[word * columns + head] += workspace.headScores[rows.lowerBound + head]
      }
    }
  }

  /// Scores all relations between the rows scored last and their governors, given as a row for each row.
  func scoreRelations(_ governors: [Int], in workspace: inout Workspace) {
    let rows = governors.count
    precondition(rows == workspace.parse.rows)
    let columns = parse.weight.rows
    workspace.pairs.resize(rows: rows)
    for row in 0..<rows {
      for i in 0..<relation {
        workspace.pairs.values[row * 2 * relation + i] = workspace.parse.values[row * columns + 2 * arc + i]
        workspace.pairs.values[row * 2 * relation + relation + i] =
          workspace.parse.values[governors[row] * columns + 2 * arc + relation + i]
      }
    }
    relationOutput(workspace.pairs, into: &workspace.relations)
    let relations = labels.deprels.count
    for first in stride(from: 0, to: rows, by: Network.relationRows) {
      let block = first..<min(first + Network.relationRows, rows)
      workspace.bilinear.resize(rows: block.count)
      MatrixProduct.openBLAS(
        workspace.parse, workspace.parse.block(rows: block, columns: 2 * arc..<2 * arc + relation),
        relationWeight, relationWeight.all, transposed: false, into: &workspace.bilinear,
        workspace.bilinear.all)
      for row in block {
        VectorKernels.products(
          of: workspace.bilinear, from: (row - first) * relationWeight.columns, count: relations,
          with: workspace.parse, from: governors[row] * columns + 2 * arc + relation, length: relation,
          into: &workspace.products)
        for i in 0..<relations { workspace.relations.values[row * relations + i] += workspace.products[i] }
      }
    }
  }

  /// Encodes the windows of sentences in groups of at most `mostPieces` and adds up the word vectors.
  private func encode(_ sentences: [EncodedSentence], in workspace: inout Workspace) {
    var windows: [EncodedWindow] = []
    /// For each row its window and the pieces of that window that stand for it.
    var places: [EncodedSentence.Place] = []
    for sentence in sentences {
      places += sentence.words.map {
        .init(window: $0.window + windows.count, first: $0.first, last: $0.last)
      }
      windows += sentence.windows
    }
    // Taken out of the workspace, since the encoder holds that while it works.
    var mixed: [Matrix] = []
    swap(&mixed, &workspace.mixed)
    defer { swap(&mixed, &workspace.mixed) }
    var (next, row) = (0, 0)
    while next < windows.count {
      var (group, pieces, starts) = (next..<next, 0, [Int]())
      repeat {
        starts.append(pieces)
        pieces += windows[group.upperBound].pieces.count
        group = next..<group.upperBound + 1
      } while group.upperBound < windows.count
        && pieces + windows[group.upperBound].pieces.count <= Network.mostPieces
      let firstRow = row
      while row < places.count, places[row].window < group.upperBound { row += 1 }
      let rows = firstRow..<row
      encoder.encode(windows[group], in: &workspace.encoder) { layer, hidden in
        for part in 0..<3 {
          let share = mix[part][layer]
          for row in rows {
            let start = starts[places[row].window - next]
            let (first, last) = (start + places[row].first, start + places[row].last)
            let half = first == last ? share : share / 2
            VectorKernels.add(row: first, of: hidden, times: half, toRow: row, of: &mixed[part])
            if first != last {
              VectorKernels.add(row: last, of: hidden, times: half, toRow: row, of: &mixed[part])
            }
          }
        }
      }
      next = group.upperBound
    }
  }
}

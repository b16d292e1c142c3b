/// The encoder: BERT's transformer (Devlin et al. 2019) with an embedding of word shapes beside those of pieces and
/// positions.
///
/// Windows of a batch are packed one after another, so that no padding is computed; only attention goes window by
/// window.
struct Encoder: Sendable {
  private let pieces: MappedNumbers
  private let positions: Matrix
  private let shapes: Matrix
  private let norm: LayerNorm
  private let layers: [EncoderLayer]
  /// The number of columns of hidden states.
  let width: Int

  /// The most positions of a window.
  var maximum: Int { positions.rows }

  init(_ configuration: ModelConfiguration, vocabulary: Int, from file: Safetensors) throws(LinguisticsError)
  {
    width = configuration.width
    pieces = try file.half("encoder.words.weight", shape: [vocabulary, width])
    let count = file.shape(of: "encoder.positions.weight")?.first ?? 0
    guard count >= 32 else {
      throw .modelDamaged(path: file.path, reason: "encoder.positions.weight is missing")
    }
    positions = Matrix(
      rows: count, columns: width,
      values: try file.numbers("encoder.positions.weight", shape: [count, width]))
    shapes = Matrix(
      rows: WordShape.count, columns: width,
      values: try file.numbers("encoder.shapes.weight", shape: [WordShape.count, width]))
    norm = try LayerNorm("encoder.ln", columns: width, from: file)
    var layers: [EncoderLayer] = []
    for number in 0..<configuration.layers {
      layers.append(try EncoderLayer("encoder.layers.\(number)", configuration, from: file))
    }
    self.layers = layers
  }

  /// What the encoder works in, kept from batch to batch.
  struct Workspace: Sendable {
    /// The hidden states, `[pieces × width]`.
    var hidden: Matrix
    fileprivate var queries: Matrix
    fileprivate var context: Matrix
    fileprivate var inner: Matrix
    fileprivate var scores: Matrix
    /// The pieces of each window.
    fileprivate var windows: [Range<Int>] = []
  }

  /// An empty workspace for this encoder.
  func workspace() -> Workspace {
    Workspace(
      hidden: Matrix(columns: width), queries: Matrix(columns: 3 * width), context: Matrix(columns: width),
      inner: Matrix(columns: layers.first?.inner ?? width),
      scores: Matrix(columns: (maximum + 15) / 16 * 16))
  }

  /// Encodes windows. After each layer `visit` is given the layer's number and finds its hidden states.
  func encode(
    _ windows: ArraySlice<EncodedWindow>, in workspace: inout Workspace, visit: (Int, Matrix) -> Void
  ) {
    embed(windows, in: &workspace)
    for (number, layer) in layers.enumerated() {
      layer.apply(in: &workspace)
      visit(number, workspace.hidden)
    }
  }

  private func embed(_ windows: ArraySlice<EncodedWindow>, in workspace: inout Workspace) {
    workspace.windows.removeAll(keepingCapacity: true)
    var row = 0
    for window in windows {
      precondition(window.pieces.count <= maximum)
      workspace.windows.append(row..<row + window.pieces.count)
      row += window.pieces.count
    }
    workspace.hidden.resize(rows: row)
    row = 0
    for window in windows {
      for (position, piece) in window.pieces.enumerated() {
        let first = Int(piece) * width
        _ = pieces.convert(first..<first + width, into: &workspace.hidden.values, at: row * width)
        VectorKernels.add(row: position, of: positions, times: 1, toRow: row, of: &workspace.hidden)
        VectorKernels.add(
          row: Int(window.shapes[position]), of: shapes, times: 1, toRow: row, of: &workspace.hidden)
        row += 1
      }
    }
    norm(&workspace.hidden)
  }
}

/// One layer of the encoder: self-attention and a feed-forward part, each with its residual and normalisation.
struct EncoderLayer: Sendable {
  private let heads: Int
  private let width: Int
  private let queries: Linear
  private let output: Linear
  private let attentionNorm: LayerNorm
  private let up: Linear
  private let down: Linear
  private let norm: LayerNorm

  /// The number of columns between the two feed-forward products.
  var inner: Int { up.weight.rows }

  init(_ name: String, _ configuration: ModelConfiguration, from file: Safetensors) throws(LinguisticsError) {
    heads = configuration.heads
    width = configuration.width
    let inner = file.shape(of: name + ".up.weight")?.first ?? 0
    guard inner > 0, inner % 8 == 0 else {
      throw .modelDamaged(path: file.path, reason: "\(name).up.weight is missing or of no use")
    }
    queries = try Linear(name + ".qkv", inputs: width, outputs: [3 * width], from: file)
    output = try Linear(name + ".out", inputs: width, outputs: [width], from: file)
    attentionNorm = try LayerNorm(name + ".ln1", columns: width, from: file)
    up = try Linear(name + ".up", inputs: width, outputs: [inner], from: file)
    down = try Linear(name + ".down", inputs: inner, outputs: [width], from: file)
    norm = try LayerNorm(name + ".ln2", columns: width, from: file)
  }

  fileprivate func apply(in workspace: inout Encoder.Workspace) {
    queries(workspace.hidden, into: &workspace.queries)
    attend(in: &workspace)
    output(workspace.context, addingTo: &workspace.hidden)
    attentionNorm(&workspace.hidden)
    up(workspace.hidden, into: &workspace.inner)
    VectorKernels.gelu(&workspace.inner)
    down(workspace.inner, addingTo: &workspace.hidden)
    norm(&workspace.hidden)
  }

  /// Scaled dot-product attention (Vaswani et al. 2017) of each head within each window. Queries, keys and values lie
  /// side by side in `queries`.
  private func attend(in workspace: inout Encoder.Workspace) {
    let size = width / heads
    let scale = 1 / Float(size).squareRoot()
    let product = MatrixProduct.openBLAS
    workspace.context.resize(rows: workspace.hidden.rows)
    for window in workspace.windows {
      workspace.scores.resize(rows: window.count)
      let scores = workspace.scores.block(rows: 0..<window.count, columns: 0..<window.count)
      for first in stride(from: 0, to: width, by: size) {
        let query = workspace.queries.block(rows: window, columns: first..<first + size)
        let key = workspace.queries.block(rows: window, columns: width + first..<width + first + size)
        let value = workspace.queries.block(
          rows: window, columns: 2 * width + first..<2 * width + first + size)
        product(
          workspace.queries, query, workspace.queries, key, transposed: true, into: &workspace.scores, scores,
          scale: scale)
        VectorKernels.softmax(&workspace.scores, scores)
        product(
          workspace.scores, scores, workspace.queries, value, transposed: false, into: &workspace.context,
          workspace.context.block(rows: window, columns: first..<first + size))
      }
    }
  }
}

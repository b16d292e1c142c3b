/// A linear layer: x ↦ x Wᵀ + b.
struct Linear: Sendable {
  /// W, `[out × in]`.
  let weight: Matrix
  /// b, `[out]`.
  let bias: [Float]

  /// The layers of the names given, stacked into one that puts their results side by side.
  init(_ names: String..., inputs: Int, outputs: [Int], from file: Safetensors) throws(LinguisticsError) {
    var (weights, bias): ([Float], [Float]) = ([], [])
    for (name, outputs) in zip(names, outputs) {
      weights += try file.numbers(name + ".weight", shape: [outputs, inputs])
      bias += try file.numbers(name + ".bias", shape: [outputs])
    }
    self.init(weight: Matrix(rows: bias.count, columns: inputs, values: weights), bias: bias)
  }

  /// A layer of the numbers given.
  init(weight: Matrix, bias: [Float]) {
    precondition(weight.rows == bias.count)
    self.weight = weight
    self.bias = bias
  }

  /// Puts the layer's results for the rows of `input` into `output`, which is resized to as many rows.
  func callAsFunction(_ input: Matrix, into output: inout Matrix) {
    output.resize(rows: input.rows)
    VectorKernels.fill(&output, with: bias)
    MatrixProduct.openBLAS(
      input, input.all, weight, weight.all, transposed: true, into: &output, output.all, adding: true)
  }

  /// Adds the layer's results for the rows of `input` to those of `output`.
  func callAsFunction(_ input: Matrix, addingTo output: inout Matrix) {
    precondition(input.rows == output.rows)
    VectorKernels.add(bias, toRowsOf: &output)
    MatrixProduct.openBLAS(
      input, input.all, weight, weight.all, transposed: true, into: &output, output.all, adding: true)
  }
}

/// A layer normalisation with its scale and shift.
struct LayerNorm: Sendable {
  /// The factor of each column.
  let scale: [Float]
  /// What is added to each column.
  let shift: [Float]

  /// The layer of the name given.
  init(_ name: String, columns: Int, from file: Safetensors) throws(LinguisticsError) {
    scale = try file.numbers(name + ".weight", shape: [columns])
    shift = try file.numbers(name + ".bias", shape: [columns])
  }

  /// Normalises each row.
  func callAsFunction(_ matrix: inout Matrix) {
    VectorKernels.normalise(&matrix, scale: scale, shift: shift)
  }
}

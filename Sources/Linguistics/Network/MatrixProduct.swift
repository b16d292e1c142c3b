import COpenBLAS

/// The matrix product over OpenBLAS, behind the one interface through which all of the network's products go.
///
/// OpenBLAS works on one thread here: parallelism is over batches of sentences, so that a result never depends on
/// the number of threads.
struct MatrixProduct: Sendable {
  /// Sets OpenBLAS up once.
  static let openBLAS: MatrixProduct = {
    openblas_set_num_threads(1)
    return MatrixProduct()
  }()

  /// Puts `scale` · A · B, or `scale` · A · Bᵀ where `transposed`, into a block of a matrix, or adds it to what is
  /// there where `adding`.
  ///
  /// A is `aBlock` of `a`, `[m × k]`; B is `bBlock` of `b`, `[k × n]` or, transposed, `[n × k]`; the product takes
  /// `cBlock` of `c`, `[m × n]`.
  func callAsFunction(
    _ a: Matrix, _ aBlock: Matrix.Block, _ b: Matrix, _ bBlock: Matrix.Block, transposed: Bool,
    into c: inout Matrix, _ cBlock: Matrix.Block, scale: Float = 1, adding: Bool = false
  ) {
    let (m, n, k) = (cBlock.rows, cBlock.columns, aBlock.columns)
    precondition(aBlock.rows == m && aBlock.end <= a.values.count && cBlock.end <= c.values.count)
    precondition(bBlock.end <= b.values.count)
    precondition(
      transposed ? bBlock.rows == n && bBlock.columns == k : bBlock.rows == k && bBlock.columns == n)
    guard m > 0, n > 0, k > 0 else { return }
    unsafe a.values.withUnsafeBufferPointer { left in
      unsafe b.values.withUnsafeBufferPointer { right in
        unsafe c.values.withUnsafeMutableBufferPointer { product in
          guard let left = left.baseAddress, let right = right.baseAddress, let product = product.baseAddress
          else { return }
          unsafe cblas_sgemm(
            CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans,
            blasint(m), blasint(n), blasint(k),
            scale, left + aBlock.offset, blasint(aBlock.stride), right + bBlock.offset,
            blasint(bBlock.stride),
            adding ? 1 : 0, product + cBlock.offset, blasint(cBlock.stride))
        }
      }
    }
  }
}

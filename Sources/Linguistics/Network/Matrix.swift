/// A dense matrix of single-precision numbers, row after row.
struct Matrix: Sendable, Equatable {
  /// The number of rows.
  private(set) var rows: Int
  /// The number of columns, which never changes.
  let columns: Int
  /// The numbers; there may be more than `rows * columns` where the matrix was larger before.
  var values: [Float]

  /// A matrix of zeros.
  init(rows: Int = 0, columns: Int) {
    self.init(rows: rows, columns: columns, values: [Float](repeating: 0, count: rows * columns))
  }

  /// A matrix of the numbers given, row after row.
  init(rows: Int, columns: Int, values: [Float]) {
    precondition(values.count == rows * columns)
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// Sets the number of rows for new contents. What the matrix held is lost; storage only ever grows, so that a
  /// matrix used again and again stops allocating.
  mutating func resize(rows: Int) {
    if rows * columns > values.count {
      values = [Float](repeating: 0, count: rows * columns)
    }
    self.rows = rows
  }

  /// One row.
  func row(_ row: Int) -> ArraySlice<Float> {
    values[row * columns..<(row + 1) * columns]
  }

  /// The whole matrix as a block of itself.
  var all: Block { Block(offset: 0, rows: rows, columns: columns, stride: columns) }

  /// The block of some rows and columns.
  func block(rows: Range<Int>, columns: Range<Int>) -> Block {
    Block(
      offset: rows.lowerBound * self.columns + columns.lowerBound, rows: rows.count, columns: columns.count,
      stride: self.columns)
  }

  /// The block of some whole rows.
  func block(rows: Range<Int>) -> Block { block(rows: rows, columns: 0..<columns) }

  /// A rectangle within a matrix's storage.
  struct Block: Sendable, Equatable {
    /// The place of the first number.
    var offset: Int
    /// The number of rows.
    var rows: Int
    /// The number of columns.
    var columns: Int
    /// How far apart the beginnings of two rows are.
    var stride: Int

    /// One past the last place the block touches.
    var end: Int { rows == 0 ? offset : offset + (rows - 1) * stride + columns }
  }
}

import Foundation

/// Scores how well an expression goes on with what an earlier one refers to, against its being new to the text: a
/// network of one table of vectors a template and two hidden layers, trained on GUM (Training/coreference.py).
///
/// The file is a head of text lines, an empty line, and the tables one after another as little-endian 16-bit integers:
///
///     actant antecedents 1
///     expression type 31                (a template of one expression and the number of its values)
///     pair sentences 9                  (a template of a pair)
///     table pairs 1700 64 0.00021       (a table's name, rows, columns and the unit of its integers)
struct AntecedentModel: Sendable {
  /// The width of the first hidden layer, and of the second in groups of 16.
  typealias Vector = SIMD16<Float>

  private let pairs: Table
  private let antecedents: Table
  private let anaphors: Table
  private let second: Table
  private let output: Table
  private let new: Table
  private let newOutput: Table
  private let pairRows: [Int]
  private let expressionRows: [Int]

  /// Reads the model in a folder.
  /// - Throws: `LexiconError` where the file is missing, damaged or made for other templates.
  init(folder: URL) throws(LexiconError) {
    guard let data = try? Data(contentsOf: folder.appending(path: Self.name)) else {
      throw LexiconError(
        file: Self.name, line: 0, reason: "the file is missing from \(folder.path): install Actant again")
    }
    try self.init([UInt8](data))
  }

  static let name = "coreference.bin"

  /// Reads a model from the bytes of its file.
  init(_ bytes: [UInt8]) throws(LexiconError) {
    var reader = AntecedentModelReader(bytes)
    try reader.expect("actant antecedents 1")
    expressionRows = try reader.templates(
      "expression", ExpressionTemplate.allCases.map { ($0.rawValue, $0.size) })
    pairRows = try reader.templates("pair", PairTemplate.allCases.map { ($0.rawValue, $0.size) })
    let pairCount = PairTemplate.allCases.reduce(0) { $0 + $1.size }
    let expressionCount = ExpressionTemplate.allCases.reduce(0) { $0 + $1.size }
    // The last row of each table but of "pairs" and "antecedents" is its bias.
    let shapes = [
      ("pairs", pairCount, 64), ("antecedents", expressionCount, 64), ("anaphors", expressionCount + 1, 64),
      ("second", 65, 32), ("output", 2, 32), ("new", expressionCount + 1, 32), ("new-output", 2, 32),
    ]
    for shape in shapes { try reader.expectTable(shape.0, rows: shape.1, columns: shape.2) }
    try reader.expect("")
    var tables: [Table] = []
    for _ in shapes { tables.append(try reader.table()) }
    try reader.expectEnd()
    (pairs, antecedents, anaphors, second) = (tables[0], tables[1], tables[2], tables[3])
    (output, new, newOutput) = (tables[4], tables[5], tables[6])
  }

  /// What an expression adds to the first layer, as antecedent and as anaphor, and how likely it is to be new.
  struct Prepared {
    fileprivate var antecedent: [Vector]
    fileprivate var anaphor: [Vector]
    /// The score of its being new to the text.
    let newness: Float
  }

  /// Prepares an expression by its values.
  func prepare(_ values: ArraySlice<Int>) -> Prepared {
    var antecedent = [Vector](repeating: .zero, count: antecedents.groups)
    var anaphor = anaphors.row(anaphors.rows - 1)
    var hidden = new.row(new.rows - 1)
    for (first, value) in zip(expressionRows, values) {
      antecedents.add(first + value, to: &antecedent)
      anaphors.add(first + value, to: &anaphor)
      new.add(first + value, to: &hidden)
    }
    return Prepared(antecedent: antecedent, anaphor: anaphor, newness: Self.score(hidden, newOutput))
  }

  /// The score of an antecedent, to be compared with that of others and with the anaphor's newness.
  func score(_ antecedent: Prepared, _ anaphor: Prepared, _ values: [Int]) -> Float {
    var hidden = anaphor.anaphor
    for group in hidden.indices { hidden[group] += antecedent.antecedent[group] }
    for (first, value) in zip(pairRows, values) { pairs.add(first + value, to: &hidden) }
    var above = second.row(second.rows - 1)
    for group in hidden.indices {
      for lane in 0..<Vector.scalarCount where hidden[group][lane] > 0 {
        let row = (group * Vector.scalarCount + lane) * second.groups
        for part in above.indices { above[part] += hidden[group][lane] * second.values[row + part] }
      }
    }
    return Self.score(above, output)
  }

  /// The product of what is positive with the output's weights, and its bias.
  private static func score(_ hidden: [Vector], _ output: Table) -> Float {
    var sum = output.values[output.groups][0]
    for group in hidden.indices {
      let positive = pointwiseMax(hidden[group], .zero) * output.values[group]
      for lane in 0..<Vector.scalarCount { sum += positive[lane] }
    }
    return sum
  }

  /// Rows of numbers in groups of 16.
  struct Table: Sendable {
    let rows: Int
    let groups: Int
    let values: [Vector]

    func row(_ row: Int) -> [Vector] { Array(values[row * groups..<(row + 1) * groups]) }

    func add(_ row: Int, to sum: inout [Vector]) {
      for group in 0..<groups { sum[group] += values[row * groups + group] }
    }
  }
}

/// Reads the file of an `AntecedentModel` from front to back and refuses whatever differs from what is expected.
struct AntecedentModelReader {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 0
  private var pending: [(rows: Int, columns: Int, unit: Float)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next line of the head, without its end.
  private mutating func next() throws(LexiconError) -> String {
    line += 1
    guard let end = bytes[place...].prefix(200).firstIndex(of: 0x0A),
      let text = String(validating: bytes[place..<end], as: UTF8.self)
    else { throw error("no line of text: install Actant again") }
    place = end + 1
    return text
  }

  /// Reads a line that is known.
  mutating func expect(_ text: String) throws(LexiconError) {
    let found = try next()
    guard found == text else { throw error("“\(found)” where “\(text)” belongs: install Actant again") }
  }

  /// Reads the lines of templates, and gives the first row of each in the tables.
  mutating func templates(_ kind: String, _ templates: [(name: String, size: Int)]) throws(LexiconError)
    -> [Int]
  {
    var (rows, row): ([Int], Int) = ([], 0)
    for template in templates {
      try expect("\(kind) \(template.name) \(template.size)")
      rows.append(row)
      row += template.size
    }
    return rows
  }

  /// Reads the line of a table whose shape is known.
  mutating func expectTable(_ name: String, rows: Int, columns: Int) throws(LexiconError) {
    let fields = try next().split(separator: " ")
    guard fields.count == 5, fields.dropLast().map(String.init) == ["table", name, "\(rows)", "\(columns)"],
      let unit = Float(fields[4]), unit.isFinite, unit > 0
    else { throw error("not “table \(name) \(rows) \(columns)” and a unit: install Actant again") }
    pending.append((rows, columns, unit))
  }

  /// Reads the numbers of the next table.
  mutating func table() throws(LexiconError) -> AntecedentModel.Table {
    let shape = pending.removeFirst()
    let width = AntecedentModel.Vector.scalarCount
    guard place + 2 * shape.rows * shape.columns <= bytes.count else {
      throw LexiconError(file: AntecedentModel.name, line: 0, reason: "cut off: install Actant again")
    }
    var values: [AntecedentModel.Vector] = []
    values.reserveCapacity(shape.rows * shape.columns / width)
    for _ in 0..<shape.rows * shape.columns / width {
      var vector = AntecedentModel.Vector.zero
      for lane in 0..<width {
        let bits = UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
        vector[lane] = Float(Int16(bitPattern: bits)) * shape.unit
        place += 2
      }
      values.append(vector)
    }
    return AntecedentModel.Table(rows: shape.rows, groups: shape.columns / width, values: values)
  }

  /// Sees that nothing is left.
  func expectEnd() throws(LexiconError) {
    guard place == bytes.count else {
      throw LexiconError(
        file: AntecedentModel.name, line: 0,
        reason: "\(bytes.count - place) bytes behind the last table: install Actant again")
    }
  }

  private func error(_ reason: String) -> LexiconError {
    LexiconError(file: AntecedentModel.name, line: line, reason: reason)
  }
}

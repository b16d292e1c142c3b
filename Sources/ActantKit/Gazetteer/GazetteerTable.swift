import Foundation

/// A file of tab-separated records, read strictly; lines that begin with `#` are comments.
struct GazetteerTable {
  /// One record: its fields, and where it stands.
  struct Row {
    let file: String
    let line: Int
    let fields: [String]

    private static let space = UInt8(ascii: " ")

    func text(_ column: Int) throws(GazetteerError) -> String {
      guard let text = try optional(column) else { throw invalid("field \(column + 1) is empty") }
      return text
    }

    func optional(_ column: Int) throws(GazetteerError) -> String? {
      let field = fields[column]
      guard field.utf8.first != Self.space, field.utf8.last != Self.space else {
        throw invalid("“\(field)” begins or ends with a space")
      }
      return field.isEmpty ? nil : field
    }

    /// The items of a list, none of them empty or given twice.
    func list(_ column: Int) throws(GazetteerError) -> [String] {
      guard let field = try optional(column) else { return [] }
      let items = field.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      for (position, item) in items.enumerated() {
        guard let first = item.utf8.first, first != Self.space, item.utf8.last != Self.space else {
          throw invalid("an item of “\(field)” is empty or begins or ends with a space")
        }
        if items[..<position].contains(item) { throw invalid("“\(item)” stands twice in one list") }
      }
      return items
    }

    func flag(_ column: Int) throws(GazetteerError) -> Bool {
      switch fields[column] {
      case "Y": true
      case "N": false
      default: throw invalid("“\(fields[column])” is neither Y nor N")
      }
    }

    /// One of the values of an enumeration.
    func choice<Value: RawRepresentable<String> & CaseIterable>(
      _ column: Int, of type: Value.Type
    ) throws(GazetteerError) -> Value {
      guard let value = Value(rawValue: fields[column]) else {
        let values = type.allCases.map(\.rawValue).joined(separator: ", ")
        throw invalid("“\(fields[column])” is none of \(values)")
      }
      return value
    }

    func sector(_ column: Int) throws(GazetteerError) -> String? {
      guard let sector = try optional(column) else { return nil }
      guard Gazetteer.sectors.contains(sector) else { throw invalid("“\(sector)” is no PLOVER sector") }
      return sector
    }

    /// A code of so many capital letters.
    func code(_ column: Int, letters: Int) throws(GazetteerError) -> String? {
      guard let code = try optional(column) else { return nil }
      guard code.utf8.count == letters, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
        throw invalid("“\(code)” is no code of \(letters) capital letters")
      }
      return code
    }

    /// The error of a value that the column does not allow.
    func invalid(_ reason: String) -> GazetteerError {
      .invalidField(file: file, line: line, reason: reason)
    }
  }

  let rows: [Row]

  /// Reads the records of a file, each of so many fields.
  init(named file: String, in folder: URL, fieldCount expected: Int) throws(GazetteerError) {
    guard let data = try? Data(contentsOf: folder.appending(path: file)),
      let text = String(validating: data, as: UTF8.self)
    else { throw .unreadable(file: file, folder: folder.path) }
    var rows: [Row] = []
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard fields.count == expected else {
        throw .fieldCount(file: file, line: index + 1, expected: expected, found: fields.count)
      }
      rows.append(Row(file: file, line: index + 1, fields: fields))
    }
    self.rows = rows
  }

  /// The error of a value that the format does not allow.
  func error(_ row: Row, _ reason: String) -> GazetteerError { row.invalid(reason) }
}

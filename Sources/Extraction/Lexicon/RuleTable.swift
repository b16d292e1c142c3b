import Foundation

/// A rule of language in a data file breaks the file's format.
public struct LexiconError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// The line, counted from 1; 0 where the file as a whole is at fault.
  public let line: Int
  /// What is wrong with it.
  public let reason: String

  /// The message for the user.
  public var description: String { "\(file):\(line): \(reason)" }
}

/// A data file of tab-separated fields; lines that begin with `#`, and empty ones, are comments.
struct RuleTable {
  /// One line's fields, with its number.
  struct Row {
    let line: Int
    let fields: [String]
  }

  let file: String
  let rows: [Row]

  /// Reads a table whose every row has the given number of fields.
  init(_ name: String, in folder: URL, fields count: Int) throws(LexiconError) {
    file = name
    guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
      throw LexiconError(
        file: name, line: 0, reason: "the file is missing from \(folder.path): install Actant again")
    }
    var rows: [Row] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == count else {
        throw LexiconError(
          file: name, line: number + 1,
          reason: "\(fields.count) fields set apart by tabs where \(count) belong")
      }
      rows.append(Row(line: number + 1, fields: fields))
    }
    self.rows = rows
  }

  /// An error about a row.
  func error(_ row: Row, _ reason: String) -> LexiconError {
    LexiconError(file: file, line: row.line, reason: reason)
  }
}

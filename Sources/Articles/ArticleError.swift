/// Why an article cannot be read, each with the file's name and what to do about it.
public enum ArticleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such file or folder.
  case missing(name: String)
  /// The file or folder may not be read.
  case unreadable(name: String)
  /// Reading the file failed on the way, with the system's reason.
  case readFailed(name: String, reason: String)
  /// The folder holds no file that can be read.
  case nothingToRead(folder: String)
  /// The file's name does not say in which format it is.
  case unknownExtension(name: String)
  /// The document has no text.
  case empty(name: String)
  /// The file is not text.
  case binary(name: String)
  /// The file is text of an encoding that is not recognised; the position of the first byte that is wrong.
  case undecodable(name: String, byte: Int)
  /// A line of a `.jsonl` file is not a JSON object; lines and columns count from 1.
  case malformedJSON(name: String, line: Int, column: Int?, reason: String)
  /// A JSON record has no text.
  case recordWithoutText(name: String, line: Int)
  /// The document is longer than one article can be.
  case tooLarge(name: String)

  /// The greatest number of Unicode scalars in one document.
  public static let largestDocument = 10_000_000

  /// The message for the user: the file, what happened, and the remedy.
  public var description: String {
    switch self {
    case .missing(let name):
      "\(name): no such file or folder: check the path"
    case .unreadable(let name):
      "\(name): permission denied: allow reading it, for instance with chmod u+r"
    case .readFailed(let name, let reason):
      "\(name): cannot be read (\(reason)): check the file and its disk"
    case .nothingToRead(let folder):
      "\(folder): nothing to read in this folder: it needs files ending in \(InputFormat.extensionList)"
    case .unknownExtension(let name):
      "\(name): unknown kind of file: rename it to end in \(InputFormat.extensionList), or give it on standard "
        + "input as -"
    case .empty(let name):
      "\(name): no text in it: give a file with an article in it"
    case .binary(let name):
      "\(name): binary data, not text: convert it to plain text in UTF-8 first"
    case .undecodable(let name, let byte):
      "\(name): byte \(byte) is not valid in its encoding: convert it to UTF-8, for instance with iconv"
    case .malformedJSON(let name, let line, let column, let reason):
      "\(name):\(line)\(column.map { ":\($0)" } ?? ""): not a JSON record (\(reason)): "
        + "each line must be one object with \"id\" and \"text\""
    case .recordWithoutText(let name, let line):
      "\(name):\(line): a record without text: each line needs a \"text\" that is a string and not blank"
    case .tooLarge(let name):
      "\(name): more than 10 million characters in one document: split it into articles, for instance one a line "
        + "in a .jsonl file"
    }
  }
}

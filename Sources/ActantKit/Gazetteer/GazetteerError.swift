/// What can be wrong with the gazetteer's files, each with the place and what to do about it.
public enum GazetteerError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A file is missing or is no UTF-8 text.
  case unreadable(file: String, folder: String)
  /// A line has too few or too many fields.
  case fieldCount(file: String, line: Int, expected: Int, found: Int)
  /// A field has a value that its column does not allow.
  case invalidField(file: String, line: Int, reason: String)
  /// A country or a body is referred to that no record describes.
  case unknownReference(file: String, line: Int, reference: String)
  /// Two records of one file lay claim to one name.
  case duplicateName(file: String, line: Int, name: String, firstLine: Int)

  /// The message for the user: what is wrong, where, and the remedy.
  public var description: String {
    switch self {
    case .unreadable(let file, let folder):
      "\(file) in \(folder) is missing or no UTF-8 text: install Actant again"
    case .fieldCount(let file, let line, let expected, let found):
      "\(file):\(line): \(found) fields set apart by tabs where \(expected) belong: add or remove fields"
    case .invalidField(let file, let line, let reason):
      "\(file):\(line): \(reason): see the format in the file's first lines"
    case .unknownReference(let file, let line, let reference):
      "\(file):\(line): no record describes “\(reference)”: correct it or add the record"
    case .duplicateName(let file, let line, let name, let firstLine):
      "\(file):\(line): “\(name)” belongs to the record of line \(firstLine) already: remove it from one of them"
    }
  }
}

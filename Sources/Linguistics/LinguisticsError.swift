/// What can go wrong between a text and its annotation, each with what to do about it.
public enum LinguisticsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The language model's file or one of its parts is missing.
  case modelNotFound(path: String)
  /// The language model's file cannot be used.
  case modelDamaged(path: String, reason: String)
  /// A line of CoNLL-U breaks the format.
  case invalidCoNLLU(line: Int, reason: String)

  /// The message for the user: what happened, where, and the remedy.
  public var description: String {
    switch self {
    case .modelNotFound(let path):
      "the language model is not at \(path): give its folder with --model, or install Actant again"
    case .modelDamaged(let path, let reason):
      "the language model at \(path) is damaged (\(reason)): install Actant again, or rebuild it with `make model`"
    case .invalidCoNLLU(let line, let reason):
      "line \(line): \(reason); CoNLL-U has ten columns set apart by tabs and a blank line after each sentence"
    }
  }
}

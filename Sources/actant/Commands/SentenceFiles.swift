import Articles

/// Some sentences of a file that holds one a line, their words set apart by blanks.
struct SentenceBatch: Sendable {
  /// The lines as given.
  var lines: [String]
}

/// The sentences of files with one a line, some at a time.
struct SentenceFiles: Sequence, IteratorProtocol {
  private var paths: ArraySlice<String>
  private var reader: LineReader?

  /// The number of sentences handed out at a time, by which the work is shared out.
  private static let batch = 128

  /// Opens the inputs: files of any name, or `-` for standard input.
  /// - Throws: `Failure` where one is missing or may not be read.
  init(_ inputs: [String]) throws(Failure) {
    for input in inputs where input != "-" {
      do throws(ArticleError) {
        _ = try InputFile(path: input)
      } catch {
        throw Failure(error)
      }
    }
    paths = inputs[...]
  }

  /// The next sentences, or why they cannot be read; nothing at the end.
  mutating func next() -> Result<SentenceBatch, ArticleError>? {
    do throws(ArticleError) {
      while true {
        if let batch = try nextInFile() { return .success(batch) }
        reader = nil
        guard let path = paths.popFirst() else { return nil }
        reader = LineReader(try InputFile(path: path))
      }
    } catch {
      // What is left of a damaged file is not read.
      reader = nil
      return .failure(error)
    }
  }

  private mutating func nextInFile() throws(ArticleError) -> SentenceBatch? {
    guard reader != nil else { return nil }
    var lines: [String] = []
    while lines.count < Self.batch, let line = try reader?.next() {
      guard let text = String(validating: line, as: UTF8.self) else {
        throw .undecodable(name: "\(reader?.name ?? ""):\(reader?.line ?? 0)", byte: 0)
      }
      if text.contains(where: { !$0.isWhitespace }) { lines.append(text) }
    }
    return lines.isEmpty ? nil : SentenceBatch(lines: lines)
  }
}

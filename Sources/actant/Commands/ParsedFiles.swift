import Articles
import Foundation

/// A document in CoNLL-U, as it stands in a file.
struct ParsedFile: Sendable {
  /// The file's name.
  var name: String
  /// The number of the document's first line in the file, from 1.
  var firstLine: Int
  /// The document's lines.
  var text: String
}

/// The documents of CoNLL-U files, read as they are needed; `# newdoc` begins another.
struct ParsedFiles: Sequence, IteratorProtocol {
  private var paths: ArraySlice<String>
  private var reader: LineReader?
  private var pending: (line: Int, text: [UInt8])?

  /// Opens the inputs: files ending in `.conllu`, or `-` for standard input.
  /// - Throws: `Failure` where one is missing, may not be read or is of another kind.
  init(_ inputs: [String]) throws(Failure) {
    for input in inputs where input != "-" {
      do throws(ArticleError) {
        _ = try InputFile(path: input)
      } catch {
        throw Failure(error)
      }
      guard input.lowercased().hasSuffix(".conllu") else {
        throw Failure(
          "\(input): not named as CoNLL-U: rename it to end in .conllu, or leave --from out", .usage)
      }
    }
    paths = inputs[...]
  }

  /// The next document, or why it cannot be read; nothing at the end.
  mutating func next() -> Result<ParsedFile, ArticleError>? {
    do throws(ArticleError) {
      while true {
        if let document = try nextInFile() { return .success(document) }
        reader = nil
        guard let path = paths.popFirst() else { return nil }
        reader = LineReader(try InputFile(path: path))
      }
    } catch {
      // What is left of a damaged file is not read.
      reader = nil
      pending = nil
      return .failure(error)
    }
  }

  private mutating func nextInFile() throws(ArticleError) -> ParsedFile? {
    guard reader != nil else { return nil }
    var bytes = pending?.text ?? []
    let firstLine = pending?.line ?? 1
    pending = nil
    while let line = try reader?.next() {
      if line.starts(with: Array("# newdoc".utf8)), !bytes.isEmpty {
        pending = (reader?.line ?? 1, line + [0x0A])
        break
      }
      bytes += line
      bytes.append(0x0A)
      if bytes.count > Self.longestDocument { throw .tooLarge(name: reader?.name ?? "") }
    }
    let name = reader?.name ?? ""
    guard bytes.contains(where: { $0 != 0x0A }) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .undecodable(name: name, byte: 0) }
    return ParsedFile(name: name, firstLine: firstLine, text: text)
  }

  /// The greatest number of bytes in one document: ten columns for the words of the greatest text.
  private static let longestDocument = 20 * ArticleError.largestDocument
}

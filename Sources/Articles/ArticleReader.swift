import Foundation

/// Reads articles out of files, folders and standard input, one after the other, in the order given.
///
/// Each element is an article or the reason that one could not be read; reading goes on after it. Files are opened
/// when their turn comes and `.jsonl` files are read line by line, so that a corpus of any size fits in memory.
///
/// The folder's files are taken in the order of their paths, those hidden or of another kind being passed over.
/// Standard input, named `-`, is read as plain text.
public struct ArticleReader: Sequence, IteratorProtocol {
  /// The files to be read, in their order; `-` is standard input.
  public let paths: [String]
  /// The number of files to be read, where it is known that each holds one article.
  public let articleCount: Int?

  private let date: CalendarDate?
  private var files: ArraySlice<File>
  private var records: LineReader?
  private var names: [String: Int] = [:]

  private struct File {
    var path: String
    var format: InputFormat
  }

  /// A reader of the given inputs.
  /// - Parameters:
  ///   - inputs: paths of files and folders, and `-` for standard input.
  ///   - date: the date of every article, whatever they say themselves.
  /// - Throws: `ArticleError` where an input is missing, may not be read or is of no known kind, or where a folder
  ///   has nothing to read; what is inside the files is told when they are read.
  public init(inputs: [String], date: CalendarDate? = nil) throws(ArticleError) {
    var files: [File] = []
    for input in inputs { files += try Self.files(of: input) }
    self.files = files[...]
    paths = files.map(\.path)
    self.date = date
    let holdsRecords = files.contains { if case .jsonLines = $0.format { true } else { false } }
    articleCount = holdsRecords ? nil : files.count
  }

  /// The next article, or why it cannot be read; nothing at the end.
  public mutating func next() -> Result<Article, ArticleError>? {
    while true {
      if records != nil {
        if let result = nextRecord() { return result }
        records = nil
      }
      guard let file = files.popFirst() else { return nil }
      do throws(ArticleError) {
        let input = try InputFile(path: file.path)
        if case .jsonLines = file.format {
          records = LineReader(input)
        } else {
          return .success(try article(input, file))
        }
      } catch {
        return .failure(error)
      }
    }
  }

  /// The article of the next line that is not blank.
  private mutating func nextRecord() -> Result<Article, ArticleError>? {
    do throws(ArticleError) {
      while var bytes = try records?.next(), let line = records?.line, let name = records?.name {
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if line == 1, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
          records = nil
          throw .undecodable(name: name, byte: 0)
        }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        return .success(
          try article(try JSONRecord.parse(bytes, name: name, line: line), name: name, line: line))
      }
      return nil
    } catch {
      if case .readFailed = error { records = nil }
      return .failure(error)
    }
  }

  private mutating func article(
    _ record: JSONRecord, name: String, line: Int
  ) throws(ArticleError) -> Article {
    guard let text = record.text, text.contains(where: { !$0.isWhitespace }) else {
      throw .recordWithoutText(name: name, line: line)
    }
    try Self.checkLength(text, name: "\(name):\(line)")
    let id = record.id ?? "\(Self.stem(name))-\(line)"
    let written = record.date.flatMap { CalendarDate(stamp: $0) } ?? DateLine.date(atHeadOf: text)
    return Article(
      id: unique(id), uri: record.uri ?? id, recordID: id, title: record.title,
      date: (date ?? written)?.description, text: text)
  }

  private mutating func article(_ input: InputFile, _ file: File) throws(ArticleError) -> Article {
    let bytes = try input.contents()
    var content: ArticleContent
    switch file.format {
    case .text, .jsonLines:
      let text = try TextDecoding.text(bytes, name: input.name)
      content = ArticleContent(title: Headline.headline(of: text), text: text)
    case .markdown:
      let source = try TextDecoding.text(bytes, name: input.name)
      try Self.checkLength(source, name: input.name)
      content = Markdown.content(of: source)
    case .html:
      let source = try TextDecoding.text(bytes, name: input.name, declared: HTMLCharset.declared(in: bytes))
      try Self.checkLength(source, name: input.name)
      content = HTMLArticle.content(of: source)
    }
    try Self.checkLength(content.text, name: input.name)
    guard content.text.contains(where: { !$0.isWhitespace }) else { throw .empty(name: input.name) }
    let written = content.date ?? DateLine.date(atHeadOf: content.text)
    return Article(
      id: unique(file.path == "-" ? "stdin" : Self.stem(file.path)), uri: file.path, title: content.title,
      date: (date ?? written)?.description, text: content.text)
  }

  private static func checkLength(_ text: String, name: String) throws(ArticleError) {
    if text.utf8.count > ArticleError.largestDocument,
      text.unicodeScalars.count > ArticleError.largestDocument
    {
      throw .tooLarge(name: name)
    }
  }

  /// A name that no earlier article has.
  private mutating func unique(_ name: String) -> String {
    var candidate = name
    while let count = names[candidate] {
      names[candidate] = count + 1
      candidate = "\(candidate)-\(count + 1)"
    }
    names[candidate] = 1
    return candidate
  }

  /// A file's name without its folder and extension.
  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

/// What a reader of one format finds in a file.
struct ArticleContent: Equatable {
  var title: String?
  var date: CalendarDate?
  var text: String
}

extension ArticleReader {
  /// The files that one input stands for.
  private static func files(of input: String) throws(ArticleError) -> [File] {
    if input == "-" { return [File(path: input, format: .text)] }
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) else {
      throw .missing(name: input)
    }
    guard FileManager.default.isReadableFile(atPath: input) else { throw .unreadable(name: input) }
    guard isFolder.boolValue else {
      guard let format = InputFormat(path: input) ?? streamFormat(input) else {
        throw .unknownExtension(name: input)
      }
      return [File(path: input, format: format)]
    }
    let folder = input.hasSuffix("/") ? String(input.dropLast()) : input
    let paths = FileManager.default.enumerator(atPath: input)?.compactMap { $0 as? String } ?? []
    let files = paths.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { path in InputFormat(path: path).map { File(path: "\(folder)/\(path)", format: $0) } }
      .filter { isFile($0.path) }
    guard !files.isEmpty else { throw .nothingToRead(folder: input) }
    return files
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  /// Plain text for pipes and devices, whose names have no extension.
  private static func streamFormat(_ path: String) -> InputFormat? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFREG ? nil : .text
  }
}

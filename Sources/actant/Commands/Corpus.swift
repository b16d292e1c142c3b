import Articles

/// What a command has made of one document.
struct Reading<Output: Sendable>: Sendable {
  /// The number of its words, for the rate.
  var words: Int
  var output: Output
}

/// Reads the documents of a command, tells of those that cannot be read, and keeps count.
///
/// A document that cannot be read is told of, and the others are read all the same; the command fails where none can
/// be read, or with `--strict` at the first.
struct Corpus {
  let options: CommonOptions
  /// How many documents are worked on at a time.
  let width: Int

  /// Does the same to every document, several at a time, and hands the results on in the order of the documents.
  /// - Throws: `Failure`, and what `receive` throws.
  func forEach<Element: Sendable, Output: Sendable>(
    of documents: some Sequence<Result<Element, ArticleError>>,
    transform: @escaping @Sendable (Element) throws(Failure) -> Reading<Output>,
    receive: (Output) throws -> Void
  ) async throws {
    let console = options.console
    var progress = Progress(console)
    var failures: [Failure] = []
    try await forEachInOrder(of: documents, width: width) { document -> Result<Reading<Output>, Failure> in
      do throws(Failure) {
        return .success(try transform(try document.mapError { Failure($0) }.get()))
      } catch {
        return .failure(error)
      }
    } receive: { result in
      switch result {
      case .success(let reading):
        try receive(reading.output)
        progress.count(words: reading.words)
      case .failure(let failure):
        progress.clear()
        if options.strict { throw failure }
        failures.append(Failure(nil, failure.status))
        if let message = failure.message { Console.report(message) }
      }
    }
    progress.clear()
    if progress.documents == 0, let first = failures.first { throw first }
    if !failures.isEmpty {
      console.note("\(failures.count) of \(failures.count + progress.documents) documents could not be read")
    }
    if console.isVerbose { Console.report("read \(progress.summary)") }
    console.timing("reading", progress.elapsed)
  }
}

extension ArticleReader {
  /// The articles of the inputs that the user named.
  /// - Throws: `Failure` where one is missing, may not be read or is of no known kind.
  static func open(_ inputs: [String], date: CalendarDate? = nil) throws(Failure) -> ArticleReader {
    do throws(ArticleError) {
      return try ArticleReader(inputs: inputs, date: date)
    } catch {
      throw Failure(error)
    }
  }
}

extension Article {
  /// The number of words as blanks set them apart.
  /// - Complexity: O(*n*) in the length of the text.
  var wordCount: Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
    }
    return count
  }
}

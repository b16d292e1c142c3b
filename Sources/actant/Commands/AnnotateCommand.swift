import ArgumentParser
import ActantKit
import Articles
import Linguistics

/// `actant annotate`: text in, words with tags, dependency trees and named entities out.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Write the words of articles with tags, trees and names as CoNLL-U.",
    discussion: """
      Each document is a # newdoc; MISC has the place of each word in the text as
      TokenRange, in Unicode characters from 0, and the names as NER. With --from
      conllu the inputs are files ending in .conllu, whose words and sentences are
      kept, and the rest is predicted anew. With --coreference MISC also has who is
      who as Entity: (1-person opens a mention of entity 1, 1) closes it.

      EXAMPLES
        actant annotate article.txt -o article.conllu
        cat article.txt | actant annotate -
        actant annotate --from conllu gold.conllu -o parsed.conllu
      """)

  /// What is read.
  enum Source: String, ExpressibleByArgument, CaseIterable {
    case text, conllu
  }

  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A file ending in .conllu; standard output by default.", valueName: "file"),
    completion: .file(extensions: ["conllu"]))
  var output = "-"

  @Option(help: ArgumentHelp("What the inputs hold.", valueName: "format"))
  var from = Source.text

  @Flag(help: "Write all mentions and which of them corefer, as Entity in MISC.")
  var coreference = false

  func run() async throws {
    switch from {
    case .text:
      let articles = try ArticleReader.open(common.inputs)
      let file = try open(inputs: articles.paths)
      try await run(on: articles, to: file, isSingle: articles.articleCount == 1) {
        article, language throws(Failure) in
        (language.annotator.annotate(SourceText(article.text)), article.id)
      }
    case .conllu:
      let files = try ParsedFiles(common.inputs)
      let output = try open(inputs: common.inputs)
      try await run(on: files, to: output, isSingle: false) { file, language throws(Failure) in
        do throws(LinguisticsError) {
          return (language.annotator.annotate(words: try Document(conllu: file.text)), nil)
        } catch LinguisticsError.invalidCoNLLU(let line, let reason) {
          throw Failure(.invalidCoNLLU(line: file.firstLine + line - 1, reason: reason), in: file.name)
        } catch {
          throw Failure(error, in: file.name)
        }
      }
    }
  }

  /// Annotates every document and writes the results in their order.
  private func run<Element: Sendable>(
    on documents: some Sequence<Result<Element, ArticleError>>, to file: OutputFile, isSingle: Bool,
    annotate: @escaping @Sendable (Element, Language) throws(Failure) -> (Document, name: String?)
  ) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let language = try Language(model: common.model, threads: isSingle ? common.width : 1)
    let reader = coreference ? try language.reader() : nil
    common.console.timing("opening the language model", clock.now - start)

    let corpus = Corpus(options: common, width: isSingle ? 1 : common.width)
    try await corpus.forEach(of: documents) { element throws(Failure) in
      let (document, name) = try annotate(element, language)
      return Reading(
        words: document.sentences.reduce(0) { $0 + $1.tokens.count },
        output: Self.conllu(document, name, reader))
    } receive: { text in
      try file.write(text)
    }
    try file.commit()
  }

  private static func conllu(_ document: Document, _ name: String?, _ reader: Reader?) -> String {
    var writer = CoNLLUWriter(document: name?.collapsedLine)
    var text = ""
    let brackets = reader?.entityBrackets(of: document)
    for (number, sentence) in document.sentences.enumerated() {
      writer.write(sentence, of: document.text, brackets: brackets?[number] ?? [], to: &text)
    }
    return text
  }

  private func open(inputs: [String]) throws(Failure) -> OutputFile {
    guard output == "-" || output.hasPrefix("/dev/") || output.lowercased().hasSuffix(".conllu") else {
      throw Failure("\(output): unknown kind of output: give a name that ends in .conllu", .usage)
    }
    return try OutputFile(path: output, inputs: inputs)
  }
}

extension String {
  /// The text on one line.
  fileprivate var collapsedLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

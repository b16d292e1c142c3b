public import ActantKit
public import ArgumentParser
import Articles
import Linguistics

/// `actant propositions`: text in, open information extraction tuples out.
struct PropositionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propositions",
    abstract: "Write what articles say as open information extraction tuples.",
    discussion: """
      Each tuple is a line of fields set apart by tabs: the sentence, a confidence
      from 0 to 1, the relation, and the arguments, the subject first. The complete
      view has one full tuple for each subject and predicate, and what the sentence
      implies without a verb; the minimal view has all small facts. With
      --sentence-per-line each line of the inputs is a sentence whose words are set
      apart by blanks: sentence and words are kept as they are.

      EXAMPLES
        actant propositions article.txt -o article.tsv
        actant propositions article.txt --view minimal
        echo 'He was born in Oslo .' | actant propositions --sentence-per-line -
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A file ending in .tsv; standard output by default.", valueName: "file"),
    completion: .file(extensions: ["tsv"]))
  var output = "-"

  @Option(help: ArgumentHelp("Which tuples are written.", valueName: "view"))
  var view = PropositionReader.View.complete

  @Flag(help: "Each line of the inputs is a sentence, its words set apart by blanks.")
  var sentencePerLine = false

  @Flag(help: ArgumentHelp("Write what the model of confidence sees of each tuple.", visibility: .hidden))
  var features = false

  func validate() throws {
    if features, !sentencePerLine { throw ValidationError("--features needs --sentence-per-line") }
  }

  func run() async throws {
    let features = features
    if sentencePerLine {
      let view = view
      try await run(on: try SentenceFiles(common.inputs), isSingle: false) { batch, language, reader in
        let given = GivenSentences(batch.lines)
        let document = language.annotator.annotate(words: given.document)
        var text = ""
        for (number, sentence) in document.sentences.enumerated() {
          if features {
            for line in reader.features(of: sentence, view) { text += line + "\n" }
            continue
          }
          let tuples = reader.tuples(of: sentence, view, forms: given.words[number])
          Self.write(tuples, of: given.lines[number], to: &text)
        }
        return Reading(words: given.wordCount, output: text)
      }
    } else {
      let articles = try ArticleReader.open(common.inputs)
      let view = view
      try await run(on: articles, isSingle: articles.articleCount == 1) { article, language, reader in
        let document = language.annotator.annotate(SourceText(article.text))
        var text = ""
        for sentence in document.sentences {
          Self.write(reader.tuples(of: sentence, view), of: document.text[sentence.range], to: &text)
        }
        return Reading(words: document.sentences.reduce(0) { $0 + $1.tokens.count }, output: text)
      }
    }
  }

  /// Reads every document and writes the results in their order.
  private func run<Element: Sendable>(
    on documents: some Sequence<Result<Element, ArticleError>>, isSingle: Bool,
    read: @escaping @Sendable (Element, Language, PropositionReader) -> Reading<String>
  ) async throws {
    let file = try open()
    let clock = ContinuousClock()
    let start = clock.now
    let language = try Language(model: common.model, threads: isSingle ? common.width : 1)
    let reader = try language.propositionReader()
    common.console.timing("opening the language model", clock.now - start)

    let corpus = Corpus(options: common, width: isSingle ? 1 : common.width)
    try await corpus.forEach(of: documents) { element throws(Failure) in
      read(element, language, reader)
    } receive: { text in
      try file.write(text)
    }
    try file.commit()
  }

  private static func write(
    _ tuples: [PropositionReader.Tuple], of sentence: String, to text: inout String
  ) {
    for tuple in tuples {
      let confidence = String((tuple.confidence * 1000).rounded() / 1000)
      let fields = [sentence, confidence, tuple.relation] + tuple.arguments
      text += fields.map(\.withoutTabs).joined(separator: "\t") + "\n"
    }
  }

  private func open() throws(Failure) -> OutputFile {
    guard output == "-" || output.hasPrefix("/dev/") || output.lowercased().hasSuffix(".tsv") else {
      throw Failure("\(output): unknown kind of output: give a name that ends in .tsv", .usage)
    }
    return try OutputFile(path: output, inputs: common.inputs)
  }
}

extension PropositionReader.View: ExpressibleByArgument {}

/// Sentences whose words are given, as a document that can be annotated.
private struct GivenSentences {
  let lines: [String]
  let words: [[String]]
  let document: Document

  var wordCount: Int { words.reduce(0) { $0 + $1.count } }

  init(_ lines: [String]) {
    self.lines = lines
    words = lines.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    let sentences = words.map { words in
      Sentence(tokens: words.map { Token(form: Self.plain[$0] ?? $0) })
    }
    document = Document(text: SourceText(""), sentences: sentences)
  }

  /// What the language model has for the quotes and brackets of the Penn Treebank.
  private static let plain = [
    "``": "\"", "''": "\"", "`": "'", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]",
    "-LCB-": "{", "-RCB-": "}",
  ]
}

extension String {
  /// The text on one line and without tabs, so that it is one field.
  fileprivate var withoutTabs: String {
    guard contains(where: { $0.isNewline || $0 == "\t" }) else { return self }
    return split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
  }
}

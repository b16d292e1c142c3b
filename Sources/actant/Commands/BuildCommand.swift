import ActantKit
import ArgumentParser
import Articles
import Foundation
import GraphDrawing
import KnowledgeGraph

/// `actant build`: articles in, a knowledge graph out.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the knowledge graph of articles, and write or draw it.",
    discussion: """
      Several documents give one graph, but for .jsonl outputs, which get a graph
      a line. Outputs are written whole or not at all. A document that cannot be
      read is told of on standard error, and the others are read all the same: the
      exit status is 0 if at least one could be read. With --strict the first bad
      document ends the work.

      EXAMPLES
        actant build article.txt -o article.svg
        actant build article.html -o graph.json -o graph.pdf --engine neato
        actant build news/ -o news.json --date 2024-10-31
        actant build corpus.jsonl -o graphs.jsonl --threads 2
        cat article.txt | actant build - | dot -Tsvg > article.svg
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A file ending in .json, .jsonl, .dot, .gv, .svg, .png or .pdf; repeatable. DOT to standard output by default.",
      valueName: "file"),
    completion: .file())
  var output: [String] = []

  @Option(help: ArgumentHelp("The articles' date, whatever they say themselves.", valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  @Option(help: "The layout engine of pictures; chosen by the graph's size by default.")
  var engine: LayoutEngine?

  @Option(help: ArgumentHelp("The heading of pictures.", valueName: "text"))
  var title: String?

  func run() async throws {
    let articles = try ArticleReader.open(common.inputs, date: date)
    let outputs = try Output.open(output, inputs: articles.paths)
    let isSingle = articles.articleCount == 1
    let clock = ContinuousClock()
    let start = clock.now
    let reader = try Language(model: common.model, threads: isSingle ? common.width : 1).reader()
    common.console.timing("opening the language model", clock.now - start)

    let streams = outputs.filter { $0.format == .jsonLines }
    let wholes = outputs.filter { $0.format != .jsonLines }
    var merged = GraphMerger()
    let corpus = Corpus(options: common, width: isSingle ? 1 : common.width)
    try await corpus.forEach(of: articles) { article throws(Failure) in
      Reading(words: article.wordCount, output: (article.recordID, try Self.graph(of: article, by: reader)))
    } receive: { recordID, graph in
      if !wholes.isEmpty { merged.add(graph) }
      if streams.isEmpty { return }
      var graph = graph
      // Whoever reads the lines finds the records again by their ids.
      if let recordID { graph.documents[0].uri = recordID }
      let line = try graph.json(indented: false)
      for stream in streams { try stream.file.write(line) }
    }

    try write(merged.graph, to: wholes)
    for output in outputs { try output.file.commit() }
  }

  private static func graph(of article: Article, by reader: Reader) throws(Failure) -> KnowledgeGraph {
    do throws(ReaderError) {
      return try reader.knowledgeGraph(of: article)
    } catch {
      throw Failure("\(article.uri): \(error)", .dataError)
    }
  }

  private static func picture(
    _ dot: String, _ format: PictureFormat, _ options: DrawingOptions, for name: String
  ) throws(Failure) -> Data {
    do throws(GraphDrawingError) {
      return try GraphDrawing.picture(ofDOT: dot, format: format, options: options)
    } catch {
      throw Failure(error, in: name)
    }
  }

  private func write(_ graph: KnowledgeGraph, to outputs: [Output]) throws {
    let options = DrawingOptions(title: title, engine: engine)
    let dot = outputs.contains { $0.format != .json } ? GraphDrawing.dot(of: graph, options: options) : ""
    for output in outputs {
      let clock = ContinuousClock()
      let start = clock.now
      switch output.format {
      case .json: try output.file.write(try graph.json(indented: true))
      case .dot: try output.file.write(dot)
      case .picture(let format):
        try output.file.write(try Self.picture(dot, format, options, for: output.file.name))
      case .jsonLines: continue
      }
      common.console.timing("writing \(output.file.name)", clock.now - start)
    }
  }
}

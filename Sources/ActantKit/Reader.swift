public import Articles
public import KnowledgeGraph
public import Linguistics

/// Reads articles: from text to knowledge graph in one function.
public struct Reader: Sendable {
  /// Annotates texts.
  public let annotator: any Annotating

  /// A reader that annotates with the given annotator.
  public init(annotator: any Annotating) {
    self.annotator = annotator
  }

  /// Who did what to whom in one article.
  /// - Throws: `LinguisticsError` where the text cannot be annotated.
  /// - Complexity: linear in the length of the text but for the longest sentence, which counts squared.
  public func knowledgeGraph(of article: Article) throws(LinguisticsError) -> KnowledgeGraph {
    let document = try annotator.annotate(SourceText(article.text))
    return KnowledgeGraph(
      documents: [
        SourceDocument(
          id: article.id, uri: article.uri, title: article.title, date: article.date,
          characters: document.text.scalars.count)
      ])
  }
}

public import Articles
public import Extraction
public import KnowledgeGraph
public import Linguistics

/// Reads articles: from text to knowledge graph in one function.
public struct Reader: Sendable {
  private let annotator: any Annotating
  private let lexicon: Lexicon
  private let gazetteer: Gazetteer
  private let coder: EventCoder
  private let timeResolver: TimeResolver
  private let entityAnnotator: EntityAnnotator

  /// A reader with the given annotator and the rules and names that come with Actant.
  /// - Throws: `ReaderError` where a data file is missing or breaks its format.
  public init(annotator: any Annotating) throws(ReaderError) {
    self.annotator = annotator
    do {
      lexicon = try Lexicon()
      entityAnnotator = try EntityAnnotator()
    } catch {
      throw .lexicon(error)
    }
    do {
      gazetteer = try Gazetteer()
      coder = try EventCoder(folder: Gazetteer.defaultFolder, lexicon: lexicon)
      timeResolver = try TimeResolver(folder: Gazetteer.defaultFolder)
    } catch {
      throw .gazetteer(error)
    }
  }

  /// Who did what to whom in one article.
  /// - Throws: `ReaderError` where the text cannot be annotated.
  /// - Complexity: linear in the length of the text but for the longest sentence, which counts squared.
  public func knowledgeGraph(of article: Article) throws(ReaderError) -> KnowledgeGraph {
    let text = SourceText(article.text)
    let document: Document
    do {
      document = try annotator.annotate(text)
    } catch {
      throw .linguistics(error)
    }
    return knowledgeGraph(of: article, annotated: document)
  }

  /// Who did what to whom in an article that is annotated already.
  public func knowledgeGraph(of article: Article, annotated document: Document) -> KnowledgeGraph {
    let trees = document.sentences.map(TreeRepair(lexicon: lexicon).repaired)
    let mentions = MentionFinder().mentions(in: trees)
    let identities = NameLinker(gazetteer: gazetteer).identities(of: mentions, in: trees)
    let propositions = PropositionExtractor(lexicon: lexicon).propositions(in: trees, mentions: mentions)
    let chains = CoreferenceResolver(lexicon: lexicon).chains(
      of: mentions, in: trees, identities: identities, speakers: speakers(of: mentions, propositions))
    let entities = EntityLinker(gazetteer: gazetteer, lexicon: lexicon).entities(
      of: chains, mentions: mentions, in: trees, text: document.text, document: article.id)
    let relations = RelationFinder(gazetteer: gazetteer).relations(
      chains: chains, entities: entities, mentions: mentions, propositions: propositions, in: trees,
      document: article.id)
    let source = SourceDocument(
      id: article.id, uri: article.uri, title: article.title, date: article.date,
      characters: document.text.scalars.count)
    return GraphBuilder(coder: coder, lexicon: lexicon, timeResolver: timeResolver).graph(
      document: source, text: document.text, entities: entities, chains: chains, mentions: mentions,
      propositions: propositions, relations: relations, in: trees)
  }

  /// The mentions of a document and who is who among them, in brackets for `CoNLLUWriter`: for each word of each
  /// sentence those that open and close at it.
  public func entityBrackets(of document: Document) -> [[String]] { entityAnnotator.brackets(in: document) }

  /// Who speaks at a mention: the nearest source of a proposition that the mention takes part in.
  private func speakers(of mentions: Mentions, _ propositions: [Proposition]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for proposition in propositions {
      guard let source = proposition.attribution.first?.mention else { continue }
      for argument in proposition.arguments {
        if case .mention(let number) = argument.filler { result[number] = source }
      }
    }
    return result
  }
}

/// What can go wrong between an article and its graph.
public enum ReaderError: Error, Sendable, CustomStringConvertible {
  /// The text could not be annotated.
  case linguistics(LinguisticsError)
  /// A file of language rules breaks its format.
  case lexicon(LexiconError)
  /// A file of names breaks its format.
  case gazetteer(GazetteerError)

  /// The message for the user.
  public var description: String {
    switch self {
    case .linguistics(let error): error.description
    case .lexicon(let error): error.description
    case .gazetteer(let error): error.description
    }
  }
}

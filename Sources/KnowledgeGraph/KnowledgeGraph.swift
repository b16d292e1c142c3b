/// Who did what to whom, when, and according to whom: entities, the actions that join them, and what holds between
/// them, each with the place in a document that says so.
///
/// The arrays are in a fixed order, that of first mention in the documents, so that the same input always gives the
/// same bytes.
public struct KnowledgeGraph: Sendable, Hashable {
  /// The texts that the graph was read from.
  public var documents: [SourceDocument]
  /// The people, states, organisations and things that act or are acted upon; ids are unique.
  public var entities: [Entity]
  /// What holds: positions, memberships, places.
  public var relations: [Relation]
  /// What happened, or is said to have happened.
  public var actions: [Action]

  /// A graph of the given parts.
  public init(
    documents: [SourceDocument] = [], entities: [Entity] = [], relations: [Relation] = [],
    actions: [Action] = []
  ) {
    self.documents = documents
    self.entities = entities
    self.relations = relations
    self.actions = actions
  }
}

/// A text that a graph was read from.
public struct SourceDocument: Sendable, Hashable, Codable {
  /// Its name within the graph.
  public var id: String
  /// Where it came from: a path, an address, or the id of its record.
  public var uri: String
  /// Its title, where it has one.
  public var title: String?
  /// Its date as `YYYY-MM-DD`, where known.
  public var date: String?
  /// Its length in Unicode scalars.
  public var characters: Int

  /// A document's particulars.
  public init(id: String, uri: String, title: String? = nil, date: String? = nil, characters: Int) {
    self.id = id
    self.uri = uri
    self.title = title
    self.date = date
    self.characters = characters
  }
}

/// Someone or something that acts, is acted upon, or is spoken of: one node, however it is named.
public struct Entity: Sendable, Hashable, Codable {
  /// Readable, and the same on every run: `state:PRK`, `person:lloyd-austin`.
  public var id: String
  /// What it is.
  public var kind: Kind
  /// The name to show.
  public var name: String
  /// ISO 3166-1 alpha-3 code of the state that it is or belongs to.
  public var country: String?
  /// PLOVER's code of the actor's sector, such as `GOV` or `MIL`.
  public var sector: String?
  /// How many there are, as the text says it: "some 8,000".
  public var quantity: String?
  /// The other names that the documents use, the most frequent first.
  public var aliases: [Alias]
  /// Codes in public registers, such as `iso3166-1`.
  public var identifiers: [String: String]
  /// Every place that names it, in the order of the documents.
  public var mentions: [Mention]

  /// An entity with all of its particulars.
  public init(
    id: String, kind: Kind, name: String, country: String? = nil, sector: String? = nil,
    quantity: String? = nil,
    aliases: [Alias] = [], identifiers: [String: String] = [:], mentions: [Mention] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.country = country
    self.sector = sector
    self.quantity = quantity
    self.aliases = aliases
    self.identifiers = identifiers
    self.mentions = mentions
  }

  /// What an entity is.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A named human being.
    case person
    /// A country, or its government acting.
    case state
    /// A named body.
    case organization
    /// People or forces without a name of their own.
    case group
    /// Where something is or happens.
    case place
    /// A thing, a weapon, a document, a sum.
    case object
    /// A happening named by a noun.
    case event
    /// Anything abstract.
    case concept
  }

  /// A name and how often the documents use it.
  public struct Alias: Sendable, Hashable, Codable {
    /// The name.
    public var text: String
    /// The number of mentions that use it.
    public var count: Int

    /// A name with its count.
    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// A place in a document that names an entity.
  public struct Mention: Sendable, Hashable, Codable {
    /// The document's id.
    public var document: String
    /// The first scalar of the mention.
    public var start: Int
    /// The scalar after its last.
    public var end: Int
    /// The words themselves.
    public var text: String
    /// How it was resolved to the entity.
    public var reason: Reason

    /// A mention at a range of scalars.
    public init(document: String, start: Int, end: Int, text: String, reason: Reason) {
      self.document = document
      self.start = start
      self.end = end
      self.text = text
      self.reason = reason
    }
  }

  /// Why a mention is thought to mean its entity.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    case name, alias, acronym, pronoun, description, apposition, metonymy
  }
}

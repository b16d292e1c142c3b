/// A text with its linguistic annotation: sentences of words with tags, a dependency tree and named entities.
public struct Document: Sendable {
  /// The text as given.
  public let text: SourceText
  /// The sentences in the order of the text.
  public var sentences: [Sentence]

  /// A document of annotated sentences.
  public init(text: SourceText, sentences: [Sentence]) {
    self.text = text
    self.sentences = sentences
  }
}

/// One sentence: its words and what is known of them.
public struct Sentence: Sendable, Hashable {
  /// The words in order.
  public var tokens: [Token]
  /// Tokens of the text that hold several words, such as "don't".
  public var multiwordTokens: [MultiwordToken]
  /// Named entities in the order of their first words; they do not overlap.
  public var entities: [NamedEntity]
  /// Where the sentence stands in the document's text, in scalars.
  public var range: Range<Int>
  /// Whether a paragraph begins with this sentence.
  public var startsParagraph: Bool
  /// Comment lines of a CoNLL-U source, without line ends, kept so that they can be written again.
  public var comments: [String]

  /// A sentence of words.
  public init(
    tokens: [Token], multiwordTokens: [MultiwordToken] = [], entities: [NamedEntity] = [],
    range: Range<Int> = 0..<0,
    startsParagraph: Bool = false, comments: [String] = []
  ) {
    self.tokens = tokens
    self.multiwordTokens = multiwordTokens
    self.entities = entities
    self.range = range
    self.startsParagraph = startsParagraph
    self.comments = comments
  }
}

/// A token of the text that stands for several syntactic words: "don't" for "do" and "n't".
public struct MultiwordToken: Sendable, Hashable {
  /// The indices of its words in the sentence.
  public var words: Range<Int>
  /// The token as written.
  public var form: String
  /// Where it stands in the document's text, in scalars.
  public var range: Range<Int>
  /// Whether white space follows.
  public var spaceAfter: Bool

  /// A token over a range of words.
  public init(words: Range<Int>, form: String, range: Range<Int>, spaceAfter: Bool) {
    self.words = words
    self.form = form
    self.range = range
    self.spaceAfter = spaceAfter
  }
}

/// A named entity: a range of words with a label.
public struct NamedEntity: Sendable, Hashable {
  /// The indices of its words in the sentence.
  public var words: Range<Int>
  /// Its type.
  public var type: EntityType

  /// A named entity over a range of words.
  public init(words: Range<Int>, type: EntityType) {
    self.words = words
    self.type = type
  }
}

/// The entity types of OntoNotes 5 (Weischedel et al. 2013).
public enum EntityType: String, Sendable, Hashable, CaseIterable {
  case cardinal = "CARDINAL"
  case date = "DATE"
  case event = "EVENT"
  case facility = "FAC"
  case geopoliticalEntity = "GPE"
  case language = "LANGUAGE"
  case law = "LAW"
  case location = "LOC"
  case money = "MONEY"
  case nationalityOrGroup = "NORP"
  case ordinal = "ORDINAL"
  case organization = "ORG"
  case percent = "PERCENT"
  case person = "PERSON"
  case product = "PRODUCT"
  case quantity = "QUANTITY"
  case time = "TIME"
  case workOfArt = "WORK_OF_ART"
}

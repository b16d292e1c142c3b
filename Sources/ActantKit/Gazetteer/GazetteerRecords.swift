extension Gazetteer {
  /// A state or territory, and how news names it.
  public struct State: Sendable, Hashable {
    /// What a record of `states.tsv` stands for.
    public enum Status: String, Sendable, Hashable, CaseIterable {
      case state, territory, disputed, historical
    }

    /// A noun for people of a state: "Dane", "Danes".
    public struct People: Sendable, Hashable {
      /// One of them.
      public let singular: String
      /// Several of them.
      public let plural: String
    }

    /// ISO 3166-1 alpha-2, absent where there is none.
    public let alpha2: String?
    /// ISO 3166-1 alpha-3, or a code in its place for what has none.
    public let code: String
    /// Whether it is a sovereign state, a territory, disputed, or no more.
    public let status: Status
    /// The short name of news.
    public let name: String
    /// Other names and abbreviations.
    public let aliases: [String]
    /// Demonym adjectives, the commonest first.
    public let adjectives: [String]
    /// Demonym nouns.
    public let people: [People]
    /// Capitals and their spellings, the commonest first.
    public let capitals: [String]
    /// Residences and streets whose name stands for the government.
    public let seats: [String]
  }

  /// An organization that news often names.
  public struct Body: Sendable, Hashable {
    /// The name of first mention.
    public let name: String
    /// Other names and acronyms.
    public let aliases: [String]
    /// PLOVER actor sector.
    public let sector: String
    /// Alpha-3 code of the state it belongs to.
    public let country: String?
    /// The name of the body that it is part of.
    public let partOf: String?
  }

  /// A person whose office the news takes as known.
  public struct Person: Sendable, Hashable {
    /// The name as news writes it.
    public let name: String
    /// Other spellings, and the surname where it alone means this one.
    public let aliases: [String]
    /// Alpha-3 code of the state served or led, absent where it is none.
    public let country: String?
    /// PLOVER actor sector of the office that made them known.
    public let sector: String
  }

  /// An office or form of address of a person.
  public struct Title: Sendable, Hashable {
    /// The title in the singular, as the gazetteer spells it.
    public let name: String
    /// Other spellings, abbreviations, and the forms for women and men.
    public let variants: [String]
    /// PLOVER actor sector, absent where the body served decides.
    public let sector: String?
    /// Whether who bears it acts for a state, so that a state named beside it is the one served.
    public let servesState: Bool
    /// Whether it stands before a name without an article.
    public let standsBeforeName: Bool
  }

  /// A well-known place that is neither a state nor a capital.
  public struct Place: Sendable, Hashable {
    /// What a place is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case continent, region, city, sea, waterway
    }

    /// The name without the article.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// Alpha-3 code of the state it lies in, absent where it lies in several or none.
    public let country: String?
    /// Other names and abbreviations.
    public let aliases: [String]
    /// Adjectives and nouns of its people.
    public let demonyms: [String]
  }
}

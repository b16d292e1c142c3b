/// Something that happened, or is said, wanted, or denied to have happened, as one sentence reports it.
public struct Action: Sendable, Hashable, Codable {
  /// Its name within the graph.
  public var id: String
  /// The lemma with its particle: `train`, `call for`.
  public var verb: String
  /// The predicate as the text says it: "has been training".
  public var label: String
  /// The id of the happening that this is one report of.
  public var occurrence: String
  /// The coded event, absent where no category fits.
  public var event: Event?
  /// Who and what takes part.
  public var participants: [Participant]
  /// Whether it is affirmed or denied.
  public var polarity: Polarity
  /// How sure the text is that it happened.
  public var modality: Modality
  /// When it is, as seen from the sentence.
  public var tense: Tense
  /// When it happened.
  public var time: Time?
  /// The chain of sources, nearest first; empty where the document itself says it.
  public var attribution: [Attribution]
  /// How likely it is that the action is read rightly, 0 to 1.
  public var confidence: Double
  /// The place in the document that says so.
  public var evidence: Evidence

  /// An action with all of its particulars.
  public init(
    id: String, verb: String, label: String, occurrence: String, event: Event? = nil,
    participants: [Participant] = [],
    polarity: Polarity = .positive, modality: Modality = .asserted, tense: Tense = .present,
    time: Time? = nil,
    attribution: [Attribution] = [], confidence: Double = 1, evidence: Evidence
  ) {
    self.id = id
    self.verb = verb
    self.label = label
    self.occurrence = occurrence
    self.event = event
    self.participants = participants
    self.polarity = polarity
    self.modality = modality
    self.tense = tense
    self.time = time
    self.attribution = attribution
    self.confidence = confidence
    self.evidence = evidence
  }

  /// Whether an action is affirmed or denied.
  public enum Polarity: String, Sendable, Hashable, Codable {
    case positive, negative
  }

  /// How sure the text is that an action happened.
  public enum Modality: String, Sendable, Hashable, Codable, CaseIterable {
    case asserted, probable, possible, necessary, intended, requested, conditional, questioned
  }

  /// When an action is, as seen from the sentence.
  public enum Tense: String, Sendable, Hashable, Codable {
    case past, present, future
  }

  /// When an action happened.
  public struct Time: Sendable, Hashable, Codable {
    /// The words of the text: "Thursday".
    public var text: String
    /// An ISO 8601 date or interval, resolved against the document's date.
    public var value: String?

    /// A time as said, and resolved where it could be.
    public init(text: String, value: String? = nil) {
      self.text = text
      self.value = value
    }
  }

  /// A coded political event: who acted on whom in which of PLOVER's categories.
  public struct Event: Sendable, Hashable, Codable {
    /// A PLOVER category, or `SAY` for plain statements.
    public var type: String
    /// The ids of the entities that act.
    public var source: [String]
    /// The ids of the entities that are acted upon.
    public var target: [String]

    /// A coded event.
    public init(type: String, source: [String], target: [String]) {
      self.type = type
      self.source = source
      self.target = target
    }
  }

  /// One link in the chain of who says so.
  public struct Attribution: Sendable, Hashable, Codable {
    /// The id of the source.
    public var entity: String
    /// The id of the action of saying it, where it is one.
    public var action: String?

    /// A source and how it said so.
    public init(entity: String, action: String? = nil) {
      self.entity = entity
      self.action = action
    }
  }
}

/// The place in a document that says something.
public struct Evidence: Sendable, Hashable, Codable {
  /// The document's id.
  public var document: String
  /// The number of the sentence in the document, from 0.
  public var sentence: Int
  /// The first scalar of the sentence.
  public var start: Int
  /// The scalar after its last.
  public var end: Int
  /// The first scalar of the words that name the action, where it is one.
  public var triggerStart: Int?
  /// The scalar after their last.
  public var triggerEnd: Int?
  /// The sentence itself.
  public var text: String?

  /// A sentence in a document, and the words in it that name the action.
  public init(
    document: String, sentence: Int, start: Int, end: Int, triggerStart: Int? = nil, triggerEnd: Int? = nil,
    text: String? = nil
  ) {
    self.document = document
    self.sentence = sentence
    self.start = start
    self.end = end
    self.triggerStart = triggerStart
    self.triggerEnd = triggerEnd
    self.text = text
  }
}

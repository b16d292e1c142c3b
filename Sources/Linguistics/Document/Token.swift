/// A syntactic word of Universal Dependencies with everything that annotation says of it.
public struct Token: Sendable, Hashable {
  /// The word as written.
  public var form: String
  /// The dictionary form: "trained" → "train".
  public var lemma: String
  /// The universal part of speech.
  public var upos: UPOS
  /// The Penn Treebank tag, such as `NNP` or `VBD`.
  public var xpos: String
  /// Morphological features.
  public var features: Features
  /// The index of the governing word in the sentence, or `nil` for the root.
  public var head: Int?
  /// The relation to the governing word.
  public var deprel: Deprel
  /// Where the word stands in the document's text, in scalars. The words of a multiword token share out its
  /// characters where their forms spell it, and otherwise all have its whole range.
  public var range: Range<Int>
  /// Whether white space (or the end of the text) follows.
  public var spaceAfter: Bool
  /// The kind of thing that a mention headed by this word refers to, as far as the model can tell.
  /// Meaningful on nouns, names and pronouns that head a phrase.
  public var kind: MentionKind?

  /// A word with nothing known about it but its form and place.
  public init(
    form: String, lemma: String = "_", upos: UPOS = .x, xpos: String = "_",
    features: Features = Features("_"),
    head: Int? = nil, deprel: Deprel = .dep, range: Range<Int> = 0..<0, spaceAfter: Bool = true,
    kind: MentionKind? = nil
  ) {
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.features = features
    self.head = head
    self.deprel = deprel
    self.range = range
    self.spaceAfter = spaceAfter
    self.kind = kind
  }
}

/// The universal parts of speech (https://universaldependencies.org/u/pos).
public enum UPOS: String, Sendable, Hashable, CaseIterable {
  case adj = "ADJ"
  case adp = "ADP"
  case adv = "ADV"
  case aux = "AUX"
  case cconj = "CCONJ"
  case det = "DET"
  case intj = "INTJ"
  case noun = "NOUN"
  case num = "NUM"
  case part = "PART"
  case pron = "PRON"
  case propn = "PROPN"
  case punct = "PUNCT"
  case sconj = "SCONJ"
  case sym = "SYM"
  case verb = "VERB"
  case x = "X"
}

/// Morphological features in CoNLL-U's form, "Number=Sing|Person=3", or "_" for none.
public struct Features: Sendable, Hashable {
  /// The features as written in CoNLL-U.
  public let raw: String

  /// Takes features as CoNLL-U writes them.
  public init(_ raw: String) { self.raw = raw }

  /// The value of a feature, or `nil` where the word does not have it.
  ///
  /// `Features("Number=Sing|Person=3")["Person"]` is `"3"`.
  /// - Complexity: O(*n*) in the length of the features.
  public subscript(name: String) -> Substring? {
    for pair in raw.split(separator: "|") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0] == name { return parts[1] }
    }
    return nil
  }
}

/// The kinds of things that mentions refer to, as annotated in the GUM corpus.
public enum MentionKind: String, Sendable, Hashable, CaseIterable {
  case abstract, animal, event, object, organization, person, place, plant, substance, time
}

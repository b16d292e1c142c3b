import Extraction
public import Linguistics

/// Reads open information extraction tuples from annotated sentences.
public struct PropositionReader: Sendable {
  private let reader: ViewReader

  /// Which tuples are wanted.
  public enum View: String, Sendable, CaseIterable {
    /// One full tuple for each subject and predicate, and what the sentence implies without a verb.
    case complete
    /// All small facts: one subject, one relation, one object each, nested ones included.
    case minimal
  }

  /// One tuple in words of its sentence, set apart by single spaces.
  public struct Tuple: Sendable, Hashable {
    /// How likely it is to be right, from 0 to 1.
    public var confidence: Double
    /// The relation: "served as".
    public var relation: String
    /// The arguments, the subject first.
    public var arguments: [String]
  }

  /// A reader with the rules that come with Actant.
  /// - Throws: `ReaderError` where a data file is missing or breaks its format.
  public init() throws(ReaderError) {
    do {
      reader = try ViewReader(lexicon: Lexicon())
    } catch {
      throw .lexicon(error)
    }
  }

  /// The tuples of a sentence in the order of the text.
  /// - Parameters:
  ///   - sentence: The sentence with its tree.
  ///   - view: Which tuples are wanted.
  ///   - forms: The words to print, one a token, where they are not the tokens' own forms.
  /// - Returns: Each tuple once.
  /// - Complexity: linear in the number of words but for the depth to which phrases nest.
  public func tuples(of sentence: Sentence, _ view: View, forms: [String]? = nil) -> [Tuple] {
    let forms = forms ?? sentence.tokens.map(\.form)
    let text = { (parts: [Extraction.Tuple.Part]) in
      parts.map { part in
        switch part {
        case .word(let word): forms[word]
        case .implied(let form): form
        }
      }.joined(separator: " ")
    }
    return reader.tuples(of: sentence, view.inner).map {
      Tuple(confidence: $0.confidence, relation: text($0.relation), arguments: $0.arguments.map(text))
    }
  }

  /// What the model of confidence sees of each tuple, as `name=value` set apart by tabs: what it is fitted on.
  public func features(of sentence: Sentence, _ view: View) -> [String] {
    reader.features(of: sentence, view.inner).map { features in
      features.map { "\($0.name)=\($0.value)" }.joined(separator: "\t")
    }
  }
}

extension PropositionReader.View {
  fileprivate var inner: ViewReader.View { self == .complete ? .complete : .minimal }
}

package import KnowledgeGraph
import Linguistics

/// What one clause says: a predicate with participants in their roles, whether and how surely it is so, when, and
/// according to whom. Participants are still mentions, not entities.
package struct Proposition: Sendable, Hashable {
  /// Its number in the document, in the order of the text.
  package var id: Int
  /// The index of its sentence.
  package var sentence: Int
  /// The head word of its predicate.
  package var predicate: Int
  /// The lemma with its particle or preposition: `train`, `call for`.
  package var verb: String
  /// The predicate as the text says it.
  package var label: String
  /// The words of the predicate, as scalars of the document's text.
  package var trigger: Range<Int>
  /// Who and what takes part.
  package var arguments: [Argument]
  package var polarity: Action.Polarity = .positive
  package var modality: Action.Modality = .asserted
  package var tense: Action.Tense = .present
  /// The phrase that tells when.
  package var time: TimeExpression?
  /// Who says so, nearest first.
  package var attribution: [Source] = []

  /// A participant: its role, and a mention, another proposition, or the mere words of the text.
  package struct Argument: Sendable, Hashable {
    package var role: Participant.Role
    package var filler: Filler

    package enum Filler: Sendable, Hashable {
      case mention(Int)
      case proposition(Int)
      case text(String)
    }
  }

  /// Who says so: a mention, and the proposition of saying it, where there is one.
  package struct Source: Sendable, Hashable {
    package var mention: Int
    package var proposition: Int?
  }

  /// A phrase that tells when something happened.
  package struct TimeExpression: Sendable, Hashable {
    /// The words of the text without their preposition.
    package var text: String
    /// The preposition: "on", "since".
    package var preposition: String?
    /// The words as scalars of the document's text.
    package var range: Range<Int>
  }

  /// The mentions that play a role, in the order of the text.
  package func mentions(_ role: Participant.Role) -> [Int] {
    arguments.compactMap { argument in
      if argument.role == role, case .mention(let id) = argument.filler { return id }
      return nil
    }
  }
}

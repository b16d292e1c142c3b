import Linguistics

/// A tuple of open information extraction: a relation and its arguments, in words of the sentence.
package struct Tuple: Sendable, Hashable {
  /// The words of the relation.
  package var relation: [Part]
  /// The words of each argument, the subject first.
  package var arguments: [[Part]]
  /// How likely it is that the tuple says what the sentence says, from 0 to 1.
  package var confidence = 0.0
  /// What the tuple is read from, in the terms of the model of confidence: the rule, the kind of clause.
  package var cues: [String]

  /// A word of a tuple.
  package enum Part: Sendable, Hashable {
    /// The word of the sentence at an index.
    case word(Int)
    /// A word that the sentence only implies: "X, president of Y" → X *is* president of Y.
    case implied(String)
  }

  init(_ relation: [Part], _ arguments: [[Part]], cues: [String]) {
    self.relation = relation
    self.arguments = arguments
    self.cues = cues
  }

  /// The words of a relation or argument, joined by single spaces.
  package static func text(of parts: [Part], in tree: SyntaxTree) -> String {
    parts.map { part in
      switch part {
      case .word(let word): tree[word].form
      case .implied(let form): form
      }
    }.joined(separator: " ")
  }
}

extension [Int] {
  /// Words of a sentence as parts of a tuple.
  var parts: [Tuple.Part] { map(Tuple.Part.word) }
}

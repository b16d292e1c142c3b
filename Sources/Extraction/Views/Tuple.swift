import Linguistics

/// A tuple of open information extraction: a relation and its arguments, in words of the sentence.
package struct Tuple: Sendable, Hashable {
  /// The words of the relation.
  package var relation: [Part]
  /// The words of each argument, the subject first.
  package var arguments: [[Part]]
  /// How likely it is that the tuple says what the sentence says, from 0 to 1.
  package var confidence: Double
  /// What in the sentence it comes from.
  package var origin: Origin
  /// The head word of what it is read from.
  var head: Int

  /// A word of a tuple.
  package enum Part: Sendable, Hashable {
    /// The word of the sentence at an index.
    case word(Int)
    /// A word that the sentence only implies: "X, president of Y" → X *is* president of Y.
    case implied(String)
  }

  /// What a tuple is read from.
  package enum Origin: String, Sendable, Hashable, CaseIterable {
    /// A clause with a subject of its own or a shared one.
    case clause
    /// A participle or infinitive that modifies a noun: "a report published by the bank".
    case reducedRelative
    /// A noun phrase beside another one: "Ann Lee, a lawyer".
    case apposition
    /// A title before a name: "President Bush".
    case title
    /// A possessor: "the city's population".
    case possessive
    /// A phrase with a preposition that modifies a noun: "a town in Ohio".
    case modifier
    /// What stands below an argument: "served as PM of", "Australia".
    case nested
  }

  init(_ relation: [Part], _ arguments: [[Part]], origin: Origin, head: Int) {
    self.relation = relation
    self.arguments = arguments
    self.origin = origin
    self.head = head
    confidence = 0
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

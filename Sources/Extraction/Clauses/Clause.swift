package import Linguistics

/// A predicate with its dependents as they are in depth: passives turned round, shared and controlled subjects
/// filled in, relative pronouns replaced by what they stand for.
package struct Clause: Sendable, Hashable {
  /// The head word of the predicate in its sentence: a verb, or the noun or adjective after a copula.
  package var predicate: Int
  /// The lemma with its particle and hyphenated parts: `fend off`, `test-fire`; `be` for copulas.
  package var verb: String
  /// The words of the predicate as the text says it: "has been training".
  package var label: [Int]
  /// What makes it a clause.
  package var form: Form
  /// Whether its grammatical subject is the one acted upon.
  package var isPassive: Bool
  /// The grammatical subject, which open complements share.
  package var surfaceSubjects: [Int]
  /// Everything that depends on the predicate, with its function in depth, in the order of the text.
  package var dependents: [Dependent]
  /// The predicate of the clause that this one stands in, if any.
  package var governor: Int?
  /// Its relation to that predicate or to the noun that it modifies.
  package var relation: Deprel

  /// What makes a clause.
  package enum Form: Sendable, Hashable {
    case verbal, copular
  }

  /// A word that depends on a predicate, for the phrase or clause that it heads.
  package struct Dependent: Sendable, Hashable {
    package var word: Int
    package var function: Function
    /// The relative pronoun or adverb that stands for the word in the text, if any.
    package var pronoun: Int?
  }

  /// What a dependent is to its predicate in depth.
  package enum Function: Sendable, Hashable {
    /// Who or what does it, or is so.
    case subject
    /// Who or what it is done to.
    case object
    /// Who gets it.
    case indirectObject
    /// What the subject or object is or becomes.
    case predicative
    /// A phrase with a preposition.
    case oblique(String)
    /// A noun phrase without one: "this week", "two miles".
    case bare
    /// A finite clause: what is said or thought.
    case complement
    /// A clause without a subject of its own: what is wanted or begun.
    case openComplement
    /// A clause that tells when, why, how or whether, with its conjunction.
    case adverbial(String)
    /// An adverb.
    case adverb
  }

  /// The words that have a function, in the order of the text.
  package func words(_ function: Function) -> [Int] {
    dependents.filter { $0.function == function }.map(\.word)
  }
}

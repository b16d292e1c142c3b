package import Linguistics

/// A place in a document that refers to someone or something: a name, a noun phrase or a pronoun.
package struct Mention: Sendable, Hashable {
  /// Its number in the document, in the order of the text.
  package var id: Int
  /// The index of its sentence.
  package var sentence: Int
  /// The index of its head word in the sentence.
  package var head: Int
  /// Its words from the first modifier before the head to the last part of the name, without relative clauses,
  /// appositions and prepositional phrases.
  package var words: Range<Int>
  /// The words that name it: without articles, numbers, titles and possessive marks.
  package var name: [Int]
  /// Whether it is a name, a noun phrase, a pronoun, or an adjective that names a state or people.
  package var form: Form
  /// The type of the named entity that its head belongs to.
  package var entityType: EntityType?
  /// The kind that the language model gives its head.
  package var kind: MentionKind?

  /// Whether it names a person: by its entity's label, or by its kind, which knows a lone surname better.
  package var namesPerson: Bool {
    form == .name && (entityType == .person || (kind == .person && entityType != .nationalityOrGroup))
  }

  /// How a mention refers.
  package enum Form: Sendable, Hashable {
    case name, nominal, pronoun, adjective
  }
}

/// The mentions of a document, found by number or by head word.
package struct Mentions: Sendable {
  /// All of them in the order of the text.
  package let all: [Mention]
  private let byHead: [[Int: Int]]

  package init(_ all: [Mention], sentences: Int) {
    self.all = all
    var byHead = [[Int: Int]](repeating: [:], count: sentences)
    for mention in all { byHead[mention.sentence][mention.head] = mention.id }
    self.byHead = byHead
  }

  /// The mention that a word heads.
  package func headed(by word: Int, in sentence: Int) -> Mention? {
    byHead[sentence][word].map { all[$0] }
  }
}

package import Linguistics

/// A phrase or clause that may refer to what another one refers to, drawn as the GUM corpus draws mentions.
///
/// Other than a `Mention`, which takes part in actions, it may be a clause ("this" refers to it), a coordination, a
/// relative pronoun or a part of a compound; its words are the whole phrase with all that modifies it.
package struct ReferringExpression: Sendable, Hashable {
  /// Its number in the document, in the order of the heads; a coordination comes before its first part.
  package let id: Int
  /// The index of its sentence.
  package let sentence: Int
  /// The index of its head word in the sentence.
  package let head: Int
  /// Its words in the sentence.
  package let words: Range<Int>
  /// Whether it is "A and B" as one, with the head of "A".
  package let isCoordination: Bool
  /// Whether it is a clause, to which only a later expression can refer.
  package let isClause: Bool
  /// What it refers to, as the language model has it for its head.
  package let kind: MentionKind
  /// Its class among the pronouns.
  let pronoun: Pronoun?
  /// Whether it is a relative pronoun.
  let isRelative: Bool
  /// How its word is, for a model: a clause, one of the pronouns, or a part of speech.
  let type: Int
  let determiner: Determiner
  /// The relation of its head, among those that features tell apart.
  let relation: Relation
  let number: Number
  /// The place of the head's named entity in `EntityType.allCases` plus 1; 0 for none.
  let entityType: Int
  /// Whether a relative clause (4), a phrase behind the head (2) and an apposition (1) modify it.
  let modification: Int
  let isName: Bool
  let isCapitalized: Bool
  let isQuoted: Bool
  /// The head's lemma, or the form where it is a name.
  let lemma: Interned
  let form: Interned
  /// The form in capitals without dots, to be compared with initials.
  let plainForm: Interned
  /// The first five letters of a longer lemma.
  let stem: Interned?
  /// All words but articles and punctuation.
  let core: Interned
  /// The same, word by word.
  let coreWords: [Interned]
  /// The initials of a name of several words.
  let initials: Interned?
  /// The initials in lower case.
  let initialsKey: Interned?
  /// The words of a name: the head and what is compounded with it.
  let nameWords: [Interned]
  /// The lemmas of the head's modifiers, in order.
  let modifiers: [Interned]

  /// Number, as bits that add up over a chain.
  enum Number: Int, Sendable, Hashable {
    case unknown, singular, plural
  }

  /// A string's number in its document.
  typealias Interned = Int

  /// The number of values of `type`.
  static let typeCount = 8 + Pronoun.allCases.count
}

/// The classes of pronouns that corefer in ways of their own. The order is that of the trained model.
enum Pronoun: Int, Sendable, Hashable, CaseIterable {
  case i, we, you, he, she, it, they, this, that, these, those, who, which, what, one, some, thing, here,
    there
  case now, other, each, all

  /// The class of a word in lower case.
  init?(_ form: String) {
    guard let found = Self.ofForm[form] else { return nil }
    self = found
  }

  private static let ofForm: [String: Pronoun] = {
    let forms: [(Pronoun, String)] = [
      (.i, "i me my mine myself"), (.we, "we us our ours ourselves 's"),
      (.you, "you your yours yourself yourselves"), (.he, "he him his himself"),
      (.she, "she her hers herself"),
      (.it, "it its itself"), (.they, "they them their theirs themselves themself"), (.this, "this"),
      (.that, "that"), (.these, "these"), (.those, "those"), (.who, "who whom whose"), (.which, "which"),
      (.what, "what"), (.one, "one ones oneself"),
      (.some, "someone somebody anyone anybody everyone everybody nobody"),
      (.thing, "something anything everything nothing"), (.here, "here"), (.there, "there"),
      (.now, "now then"),
      (.other, "other others another"), (.each, "each"), (.all, "all both"),
    ]
    var result: [String: Pronoun] = [:]
    for (pronoun, words) in forms {
      for word in words.split(separator: " ") { result[String(word)] = pronoun }
    }
    return result
  }()
}

/// What determines a noun phrase. The order is that of the trained model.
enum Determiner: Int, Sendable, Hashable, CaseIterable {
  case none, the, a, this, that, these, those, possessive, no, some, any, every, each, all, both, other,
    another
  case such, same, which, what, numeral, many, few, most

  /// The determiner that a word in lower case is.
  init?(_ form: String) {
    guard let found = Self.ofForm[form] else { return nil }
    self = found
  }

  /// Whether it points to what is known already.
  var isDefinite: Bool { [.the, .this, .that, .these, .those].contains(self) }

  private static let ofForm: [String: Determiner] = {
    var result: [String: Determiner] = ["an": .a]
    for determiner in allCases where ![.none, .possessive, .numeral].contains(determiner) {
      result["\(determiner)"] = determiner
    }
    return result
  }()
}

/// The relations of heads that features tell apart. The order is that of the trained model.
enum Relation: Int, Sendable, Hashable, CaseIterable {
  case acl, advcl, advmod, amod, appos, aux, `case`, cc, ccomp, clf, compound, conj, cop, csubj, dep, det,
    discourse
  case dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nsubj, nummod, obj, obl, orphan,
    parataxis
  case punct, reparandum, root, vocative, xcomp, possessor, passiveSubject

  init(_ deprel: Deprel) {
    self = Self.ofDeprel[deprel] ?? Self.ofDeprel[deprel.universal] ?? .dep
  }

  var isSubject: Bool { self == .nsubj || self == .passiveSubject }

  private static let ofDeprel: [Deprel: Relation] = {
    var result: [Deprel: Relation] = ["nmod:poss": .possessor, "nsubj:pass": .passiveSubject]
    for relation in allCases where relation != .possessor && relation != .passiveSubject {
      result[Deprel(rawValue: "\(relation)")] = relation
    }
    return result
  }()
}

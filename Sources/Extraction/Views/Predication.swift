import Linguistics

/// A clause as its sentence says it: the grammatical subject, the words of the verb, and what follows.
///
/// Clauses have deep functions; tuples keep the surface, so that passives stay passive.
struct Predication {
  var clause: Clause
  /// The heads of the grammatical subject, one a conjunct.
  var subjects: [Int]
  /// The words of the predicate, from the auxiliaries to the particle.
  var relation: [Int]
  /// What else belongs to it, in the order of the text.
  var arguments: [Argument]
  /// Phrases of a conjoined verb that belong to this one, too.
  var shared: [Argument] = []
  /// The adverbs that stand among the words of the predicate.
  var adverbs: [Int]
  /// The "there" of "there are", which stands where a subject would.
  var expletive: Int?

  /// One argument.
  struct Argument {
    var head: Int
    var kind: Kind
    /// The words that introduce it: "in", "because of", "to".
    var preposition: [Int]
    /// Its relative pronoun, if one stands for it.
    var pronoun: Int?

    /// What the argument is to the verb.
    enum Kind {
      case object, predicative, oblique, bare, complement, openComplement, adverbial, adverb
    }

    /// Where it stands in the sentence.
    var place: Int { pronoun ?? head }
  }

  /// What does not belong to an argument's phrase, though it hangs on its head: the words of the predicate, the other
  /// arguments, and before a clause that a copula links everything up to the copula.
  func omissions(from argument: Argument, in tree: SyntaxTree) -> Set<Int> {
    var omitted = Set(relation).subtracting([argument.head])
    omitted.formUnion(arguments.lazy.map(\.head).filter { $0 != argument.head && tree[$0].deprel != "conj" })
    if tree[clause.predicate].head == argument.head {
      omitted.formUnion(tree.children(of: argument.head).filter { $0 <= clause.predicate })
    }
    return omitted
  }

  func first(_ kind: Argument.Kind) -> Argument? { arguments.first { $0.kind == kind } }
  func all(_ kind: Argument.Kind) -> [Argument] { arguments.filter { $0.kind == kind } }

  init(_ clause: Clause, in tree: SyntaxTree, phrases: PhraseReader) {
    self.clause = clause
    let subjects = Set(clause.surfaceSubjects)
    self.subjects = clause.surfaceSubjects
    expletive =
      clause.verb == "be" || tree[clause.predicate].lemma == "be"
      ? tree.child(of: clause.predicate, "expl").flatMap { tree[$0].lemma.lowercased() == "there" ? $0 : nil }
      : nil
    var relation = Set(clause.label)
    if clause.form == .copular { relation.remove(clause.predicate) }
    relation.formUnion(Self.sharedAuxiliaries(of: clause.predicate, in: tree))
    self.relation = []
    adverbs = []
    arguments = []
    for dependent in clause.dependents {
      let word = dependent.word
      if subjects.contains(word), dependent.pronoun == nil || clause.surfaceSubjects.contains(word) {
        switch dependent.function {
        case .subject, .object, .indirectObject: continue
        default: break
        }
      }
      let marker = dependent.pronoun ?? word
      var argument = Argument(head: word, kind: .object, preposition: [], pronoun: dependent.pronoun)
      switch dependent.function {
      case .subject:
        argument.kind = .oblique
        argument.preposition = phrases.preposition(marker)
        if argument.preposition.isEmpty { continue }
      case .object, .indirectObject: argument.kind = .object
      case .predicative: argument.kind = .predicative
      case .oblique:
        argument.kind = word == clause.predicate ? .predicative : .oblique
        argument.preposition = phrases.preposition(marker)
        if word == clause.predicate { relation.formUnion(argument.preposition) }
      case .bare: argument.kind = .bare
      case .complement: argument.kind = .complement
      case .openComplement: argument.kind = .openComplement
      case .adverbial: argument.kind = .adverbial
      case .adverb:
        if clause.label.contains(word) { continue }
        argument.kind = .adverb
      }
      if [.complement, .openComplement, .adverbial].contains(argument.kind) {
        argument.preposition = tree.children(of: word, "mark").flatMap {
          [$0] + tree.children(of: $0, "fixed")
        }.sorted()
      }
      if argument.preposition.isEmpty, argument.kind == .oblique { argument.kind = .bare }
      arguments.append(argument)
    }
    // Several conjuncts share the preposition of the first one.
    for index in arguments.indices where arguments[index].kind == .oblique || arguments[index].kind == .bare {
      if arguments[index].preposition.isEmpty, tree[arguments[index].head].deprel == "conj",
        let first = tree[arguments[index].head].head,
        let source = arguments.first(where: { $0.head == first && $0.kind == .oblique })
      {
        arguments[index].preposition = source.preposition
        arguments[index].kind = .oblique
      }
    }
    if let expletive {
      arguments += self.subjects.map { Argument(head: $0, kind: .predicative, preposition: []) }
      self.subjects = [expletive]
    } else if let it = tree.child(of: clause.predicate, "expl"), it < clause.predicate,
      let first = self.subjects.first, first > it, tree[first].deprel.universal == "csubj"
    {
      // "it is likely that they leave"
      let kind: Argument.Kind = tree.marker(of: first) == "to" ? .openComplement : .complement
      arguments.append(Argument(head: first, kind: kind, preposition: tree.children(of: first, "mark")))
      self.subjects = [it]
    }
    arguments.sort { $0.place < $1.place }
    // Adverbs among the words of the predicate belong to the relation, "is also known"; one of degree before an
    // adjective belongs to that.
    let start = relation.min() ?? clause.predicate
    let end = relation.max() ?? clause.predicate
    let isAdjective = clause.form == .copular && tree[clause.predicate].upos == .adj
    arguments.removeAll {
      $0.kind == .adverb
        && (tree[$0.head].xpos == "WRB" || isAdjective && $0.head > end && $0.head < clause.predicate)
    }
    let object = arguments.first { $0.kind == .predicative || $0.kind == .object }?.place ?? end
    let within = arguments.filter {
      $0.kind == .adverb && tree.children(of: $0.head).isEmpty && $0.head > start - 2
        && ($0.head < clause.predicate || expletive != nil && $0.head == end + 1 && $0.head < object)
    }.map(\.head)
    arguments.removeAll { within.contains($0.head) }
    adverbs = within
    self.relation = (relation.union(within)).sorted()
  }

  /// The auxiliaries of the first conjunct, which the others share: "were mobilized and recalled".
  private static func sharedAuxiliaries(of word: Int, in tree: SyntaxTree) -> [Int] {
    guard tree[word].deprel == "conj", let first = tree[word].head, tree[word].upos == .verb,
      tree[word].xpos == tree[first].xpos, tree.child(of: word, "aux") == nil,
      tree.child(of: word, "nsubj") == nil
    else { return [] }
    let own = tree.children(of: first, "aux").filter { $0 < word }
    return own.isEmpty ? sharedAuxiliaries(of: first, in: tree) : own
  }
}

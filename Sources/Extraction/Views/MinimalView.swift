import Linguistics

/// All small facts: each with one subject, one relation and one object, nested ones included.
struct MinimalView {
  let lexicon: Lexicon
  let tree: SyntaxTree
  let phrases: PhraseReader
  let predications: [Predication]
  private let at: [Int: Predication]

  init(lexicon: Lexicon, tree: SyntaxTree, phrases: PhraseReader, predications: [Predication]) {
    self.lexicon = lexicon
    self.tree = tree
    self.phrases = phrases
    self.predications = predications
    at = Dictionary(predications.map { ($0.clause.predicate, $0) }) { first, _ in first }
  }

  private static let deepest = 4

  func tuples() -> [Tuple] {
    var found: [Tuple] = []
    for predication in predications
    where predication.clause.relation != "xcomp" || predication.subjects.isEmpty
      || controlledByObject(predication)
    {
      for subject in predication.subjects {
        add(predication, subject: phrases.words(subject, .core), prefix: [], depth: 0, to: &found)
      }
    }
    return found
  }

  private func controlledByObject(_ predication: Predication) -> Bool {
    guard let governor = predication.clause.governor, let matrix = at[governor] else { return true }
    return matrix.subjects != predication.subjects
  }

  /// Adds what a predication says, its relation behind a prefix.
  private func add(
    _ predication: Predication, subject: [Int], prefix: [Int], depth: Int, to found: inout [Tuple]
  ) {
    guard depth < Self.deepest else { return }
    let clause = predication.clause
    let relation = prefix + (predication.relation + adverbs(of: predication)).sorted()
    let origin: Tuple.Origin = depth == 0 ? (clause.relation == "acl" ? .reducedRelative : .clause) : .nested
    func emit(_ relation: [Int], _ object: [Int], _ origin: Tuple.Origin) {
      guard !object.isEmpty, Set(subject).isDisjoint(with: object) else { return }
      found.append(
        Tuple(relation.parts, [subject.parts, object.parts], origin: origin, head: clause.predicate))
    }
    func nested(_ noun: Int, _ prefix: [Int], _ depth: Int) {
      guard depth < Self.deepest else { return }
      for child in tree.children(of: noun, "nmod") where tree[child].deprel == "nmod" {
        let preposition = phrases.preposition(child)
        guard !preposition.isEmpty else { continue }
        for conjunct in tree.conjuncts(of: child) {
          let own = phrases.preposition(conjunct)
          let longer = prefix + (own.isEmpty ? preposition : own)
          emit(longer, phrases.words(conjunct, .core), .nested)
          nested(conjunct, longer + phrases.words(conjunct, .bare), depth + 1)
        }
      }
    }
    let objects = predication.arguments.filter { $0.kind == .object || $0.kind == .predicative }
    let objectHeads = objects.filter { $0.pronoun == nil || $0.kind == .predicative }
    for object in objects {
      emit(relation, phrases.words(object.head, .core), origin)
      if object.pronoun == nil {
        nested(object.head, relation + phrases.words(object.head, .bare), depth + 1)
      }
    }
    // What follows the object stands behind it in the relation.
    let middle = objectHeads.first.map { phrases.words($0.head, .bare) } ?? []
    for argument in predication.arguments {
      switch argument.kind {
      case .oblique, .bare:
        let longer = relation + middle + argument.preposition
        emit(longer, phrases.words(argument.head, .core), origin)
        nested(argument.head, longer + phrases.words(argument.head, .bare), depth + 1)
      case .openComplement:
        guard let next = at[argument.head] else { continue }
        add(
          next, subject: subject, prefix: relation + middle + argument.preposition, depth: depth, to: &found)
      case .adverbial:
        guard let next = at[argument.head],
          tree[argument.head].xpos == "VBG" || tree[argument.head].xpos == "VB"
        else { continue }
        add(
          next, subject: subject, prefix: relation + middle + argument.preposition, depth: depth + 1,
          to: &found)
      case .complement:
        emit(
          relation + argument.preposition,
          phrases.clauseWords(argument.head, without: Set(argument.preposition)), origin)
      default: break
      }
    }
  }

  private func adverbs(of predication: Predication) -> [Int] {
    predication.arguments.filter {
      $0.kind == .adverb && tree.children(of: $0.head).isEmpty
        && ($0.head < predication.clause.predicate && $0.head + 3 > predication.clause.predicate)
        && !["when", "where", "why", "how"].contains(tree[$0.head].lemma.lowercased())
    }.map(\.head)
  }
}

import Linguistics

/// All small facts: each with one subject, one relation and one object, nested ones included.
struct MinimalView {
  let reading: SurfaceReading
  private var tree: SyntaxTree { reading.tree }
  private var phrases: PhraseReader { reading.phrases }

  private static let deepest = 4

  func tuples() -> [Tuple] {
    var found: [Tuple] = []
    for predication in reading.predications
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
    guard let governor = predication.clause.governor, let matrix = reading.predication(at: governor) else { return true }
    return matrix.subjects != predication.subjects
  }

  /// Adds what a predication says, its relation behind a prefix.
  private func add(
    _ predication: Predication, subject: [Int], prefix: [Int], depth: Int, to found: inout [Tuple]
  ) {
    guard depth < Self.deepest else { return }
    let clause = predication.clause
    let relation = prefix + predication.relation
    let cues = ["clause " + clause.relation.rawValue, "depth \(depth)"]
    func emit(_ relation: [Int], _ object: [Int], _ cue: String) {
      guard !object.isEmpty, Set(subject).isDisjoint(with: object) else { return }
      found.append(Tuple(relation.parts, [subject.parts, object.parts], cues: cues + [cue]))
    }
    func nested(_ noun: Int, _ prefix: [Int], _ depth: Int) {
      guard depth < Self.deepest else { return }
      for child in tree.children(of: noun, "nmod") where tree[child].deprel == "nmod" {
        let preposition = phrases.preposition(child)
        guard !preposition.isEmpty else { continue }
        for conjunct in tree.conjuncts(of: child) {
          let own = phrases.preposition(conjunct)
          let longer = prefix + (own.isEmpty ? preposition : own)
          emit(longer, phrases.words(conjunct, .core), "nested " + (preposition.count == 1 ? tree[preposition[0]].form.lowercased() : "several"))
          nested(conjunct, longer + phrases.words(conjunct, .bare), depth + 1)
        }
      }
    }
    let objects = predication.arguments.filter { $0.kind == .object || $0.kind == .predicative }
    let objectHeads = objects.filter { $0.pronoun == nil || $0.kind == .predicative }
    for object in objects {
      emit(relation, phrases.words(object.head, .core, without: Set(predication.adverbs)), "\(object.kind)")
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
        emit(longer, phrases.words(argument.head, .core), "\(argument.kind)")
        nested(argument.head, longer + phrases.words(argument.head, .bare), depth + 1)
      case .openComplement:
        guard let next = reading.predication(at: argument.head) else { continue }
        add(
          next, subject: subject, prefix: relation + middle + argument.preposition, depth: depth, to: &found)
      case .adverbial:
        guard let next = reading.predication(at: argument.head),
          tree[argument.head].xpos == "VBG" || tree[argument.head].xpos == "VB"
        else { continue }
        add(
          next, subject: subject, prefix: relation + middle + argument.preposition, depth: depth + 1,
          to: &found)
      case .complement:
        emit(
          relation + argument.preposition,
          phrases.clauseWords(argument.head, without: Set(argument.preposition)), "complement")
      default: break
      }
    }
  }
}

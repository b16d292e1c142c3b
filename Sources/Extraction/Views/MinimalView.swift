import Linguistics

/// All small facts: each with one subject, one relation and one object, nested ones included.
///
/// What follows an object goes into the relation with it: "served as PM of", "Australia".
struct MinimalView {
  let reading: SurfaceReading
  private var tree: SyntaxTree { reading.tree }
  private var phrases: PhraseReader { reading.phrases }

  /// How many phrases and clauses a relation may reach down.
  private static let deepest = 3
  /// How many verbs may carry one another on in a relation.
  private static let longest = 6
  /// How many conjuncts of one phrase are told one by one.
  private static let most = 32

  func tuples() -> [Tuple] {
    var found: [Tuple] = []
    for predication in reading.predications where isToldByItself(predication) {
      for subject in predication.subjects.prefix(Self.most) where reading.isReferent(subject) {
        for words in phrases.variants(
          subject, .core, without: reading.omissions(fromSubject: subject, of: predication))
        {
          let path = Path(subject: words, relation: [], depth: 0, cues: [])
          add(predication, to: path, in: &found)
        }
      }
    }
    return found
  }

  /// A subject with the relation so far.
  private struct Path {
    var subject: [Int]
    var relation: [Int]
    var depth: Int
    /// How many verbs carry one another on.
    var verbs = 0
    var cues: [String]

    /// The path with more words in its relation.
    func adding(_ words: [Int], deeper: Int = 0) -> Path {
      Path(
        subject: subject, relation: relation + words, depth: depth + deeper, verbs: verbs, cues: cues)
    }
  }

  /// Whether a clause has tuples of its own, rather than only those that its governor carries on.
  private func isToldByItself(_ predication: Predication) -> Bool {
    guard let governor = predication.clause.governor, let matrix = reading.predication(at: governor)
    else { return true }
    return reading.carried(by: matrix)?.clause.predicate != predication.clause.predicate
  }

  private func emit(_ path: Path, _ object: [Int], _ cue: String, in found: inout [Tuple]) {
    guard !object.isEmpty, Set(path.subject).isDisjoint(with: object) else { return }
    found.append(
      Tuple(
        path.relation.parts, [path.subject.parts, object.parts],
        cues: path.cues + ["depth \(path.depth)", cue]))
  }

  /// Adds what a predication says behind the words of a path.
  private func add(_ predication: Predication, to path: Path, in found: inout [Tuple]) {
    guard path.depth < Self.deepest, path.verbs < Self.longest else { return }
    let clause = predication.clause
    var start = path.adding(predication.relation)
    start.verbs += 1
    start.cues.append("clause " + clause.relation.rawValue)
    let complements = predication.all(.predicative)
    let objects = predication.all(.object)
    // What follows an object stands behind it in the relation.
    var middles = [[Int]]()
    for object in objects + complements {
      if object.kind == .predicative, !objects.isEmpty { continue }
      let omitted = predication.omissions(from: object, in: tree)
      // "lick their eyeballs clean": what the object becomes is told with it.
      let result =
        object.kind == .object && object.pronoun == nil
        ? complements.flatMap { phrases.words($0.head, .bare) } : []
      let isCarriedOn =
        object.kind == .predicative && tree[object.head].upos == .adj
        && predication.first(.openComplement) != nil
      for words in phrases.variants(object.head, .core, without: omitted) where !isCarriedOn {
        emit(start, words + result, "\(object.kind)", in: &found)
      }
      let bare = phrases.words(object.head, .bare, without: omitted)
      if object.pronoun == nil {
        addModifiers(of: object.head, to: start.adding(bare, deeper: 1), in: &found)
        for words in phrases.variants(object.head, .bare, without: omitted) { middles.append(words + result) }
      }
    }
    middles = middles.isEmpty ? [[]] : Array(middles.prefix(Self.most))
    for argument in predication.arguments + predication.shared where !isConnective(argument) {
      for middle in middles {
        let next = start.adding(middle + argument.preposition)
        switch argument.kind {
        case .oblique, .bare:
          for words in phrases.variants(argument.head, .core) {
            emit(next, words, "\(argument.kind)", in: &found)
          }
          addModifiers(
            of: argument.head, to: next.adding(phrases.words(argument.head, .bare), deeper: 1), in: &found)
        case .openComplement:
          guard let complement = reading.predication(at: argument.head) else { continue }
          add(complement, to: next, in: &found)
        case .adverbial:
          addAdverbial(argument, to: next, in: &found)
        case .complement:
          addComplement(
            argument, without: predication.omissions(from: argument, in: tree), to: start.adding(middle),
            in: &found)
        case .adverb:
          // An adverb is a fact of its own where nothing else is said.
          let children = tree.children(of: argument.head)
          guard !children.contains(where: { tree[$0].form == "," }),
            !children.isEmpty || predication.arguments.count == 1
          else { continue }
          emit(next, phrases.words(argument.head, .core), "adverb", in: &found)
        default: break
        }
      }
    }
  }

  /// Adds a clause that tells when, why or how: whole where it has a subject, else with what it says in turn.
  private func addAdverbial(_ argument: Predication.Argument, to path: Path, in found: inout [Tuple]) {
    guard let clause = reading.predication(at: argument.head) else { return }
    let hasSubject = tree.child(of: argument.head, "nsubj") != nil
    if !hasSubject, !argument.preposition.isEmpty {
      var path = path
      path.depth += 1
      path.cues.append("adverbial")
      add(clause, to: path, in: &found)
    }
  }

  /// Whether a fronted phrase only joins the sentence to what came before: "For example, …".
  private func isConnective(_ argument: Predication.Argument) -> Bool {
    let token = tree[argument.head]
    return argument.kind == .oblique && token.upos == .noun && token.kind == .abstract
      && token.features["Number"] == "Sing"
      && tree.children(of: argument.head).allSatisfy {
        ["case", "punct"].contains(tree[$0].deprel.universal)
      }
      && tree.children(of: argument.head).contains { tree[$0].form == "," }
  }

  /// Adds what is said or thought, a clause each.
  private func addComplement(
    _ argument: Predication.Argument, without omitted: Set<Int>, to path: Path, in found: inout [Tuple]
  ) {
    let clauses = [argument.head] + tree.children(of: argument.head, "conj")
    for clause in clauses {
      let words = phrases.clauseWords(clause, without: omitted.union(clauses).subtracting([clause]))
      emit(path, words, "complement", in: &found)
    }
  }

  /// Adds what modifies a noun behind the words of a path that ends with it.
  private func addModifiers(of noun: Int, to path: Path, in found: inout [Tuple]) {
    guard path.depth < Self.deepest else { return }
    for child in tree.children(of: noun) {
      switch tree[child].deprel {
      case "nmod":
        let shared = phrases.preposition(child)
        guard !shared.isEmpty, !phrases.words(noun, .bare).contains(child) else { continue }
        let name = shared.count == 1 ? tree[shared[0]].form.lowercased() : "several"
        for conjunct in tree.conjuncts(of: child) {
          let own = phrases.preposition(conjunct)
          let next = path.adding(own.isEmpty ? shared : own)
          for words in phrases.variants(conjunct, .core) { emit(next, words, "nested " + name, in: &found) }
          addModifiers(of: conjunct, to: next.adding(phrases.words(conjunct, .bare), deeper: 1), in: &found)
        }
      case "acl":
        guard let clause = reading.predication(at: child) else { continue }
        var path = path.adding(tree.children(of: child, "mark"))
        path.cues.append("nested acl")
        add(clause, to: path, in: &found)
      default: break
      }
    }
  }
}

import Linguistics

/// One full tuple for each subject and predicate, and what the sentence implies.
struct CompleteView {
  let lexicon: Lexicon
  let reading: SurfaceReading
  private var tree: SyntaxTree { reading.tree }
  private var phrases: PhraseReader { reading.phrases }

  func tuples() -> [Tuple] {
    var found: [Tuple] = []
    for predication in reading.predications { found += tuples(of: predication) }
    return found + ImpliedFacts(reading: reading).tuples()
  }

  private func tuples(of predication: Predication) -> [Tuple] {
    var predication = predication
    let clause = predication.clause
    // A verb that an open complement carries on is told with it: "wants to respond to".
    if let next = carried(by: predication), next.clause.predicate != clause.predicate { return [] }
    guard !predication.subjects.isEmpty else { return [] }
    var prefix: [Int] = []
    var above = clause
    var extra: [Predication.Argument] = []
    while above.relation == "xcomp", let governor = above.governor, let matrix = reading.predication(at: governor),
      carried(by: matrix)?.clause.predicate == above.predicate
    {
      prefix =
        matrix.relation
        + (matrix.clause.form == .copular ? phrases.words(matrix.clause.predicate, .core) : [])
        + tree.children(of: above.predicate, "mark") + prefix
      extra += matrix.arguments.filter { [.oblique, .bare, .adverbial].contains($0.kind) }
      predication.subjects = matrix.subjects
      above = matrix.clause
    }
    var relation = Set(prefix + predication.relation)
    var cues = ["clause " + clause.relation.rawValue]
    let isReduced = predication.clause.relation == "acl"
    var arguments: [[Tuple.Part]] = []
    var isFirst = true
    var rest = (predication.arguments + extra).sorted { $0.place < $1.place }
    let last = relation.max() ?? clause.predicate
    // The first phrase behind the verb gives its preposition to the relation.
    let follows = { (argument: Predication.Argument) in argument.place > last }
    let order = rest.filter(follows) + rest.filter { !follows($0) }
    rest = order
    for (index, argument) in rest.enumerated() {
      if isFirst { cues.append("first \(argument.kind)") }
      switch argument.kind {
      case .adverb:
        if relation.contains(argument.head) { continue }
        arguments.append(phrases.words(argument.head, .whole).parts)
      case .openComplement:
        arguments.append(
          (argument.preposition + phrases.clauseWords(argument.head, without: Set(argument.preposition)))
            .sorted().unique.parts)
      case .complement:
        let marker = argument.preposition.filter { tree[$0].lemma.lowercased() == "that" }
        relation.formUnion(marker)
        arguments.append(phrases.clauseWords(argument.head, without: Set(marker)).parts)
      case .adverbial:
        arguments.append(phrases.clauseWords(argument.head).parts)
      case .object, .predicative, .bare, .oblique:
        if index > 0, isConjunct(argument, of: rest[..<index]) { continue }
        let words = phrases.words(argument.head, .whole, without: Set(predication.adverbs))
        if argument.kind == .predicative, argument.head == clause.predicate, tree[argument.head].upos == .adj,
          let next = rest.dropFirst(index + 1).first(where: {
            $0.kind == .oblique || $0.kind == .openComplement
          }), follows(next)
        {
          relation.formUnion(words)
          continue
        }
        if isFirst, argument.kind == .oblique, follows(argument) || argument.pronoun != nil,
          predication.first(.object) == nil, predication.first(.complement) == nil
        {
          relation.formUnion(argument.preposition)
          arguments.append(words.parts)
        } else if argument.kind == .oblique {
          arguments.append((argument.preposition + words).parts)
        } else {
          arguments.append(words.parts)
        }
      }
      isFirst = false
    }
    if clause.relation == "parataxis", predication.first(.complement) == nil,
      predication.first(.object) == nil,
      let content = tree[clause.predicate].head,
      lexicon.operators(clause.verb).contains(where: \.attributes)
    {
      arguments.insert(phrases.clauseWords(content, without: [clause.predicate]).parts, at: 0)
    }
    if arguments.isEmpty { arguments.append([]) }
    let subject = subjectWords(predication, without: [clause.predicate])
    var words = relation.sorted().parts
    if isReduced, tree[clause.predicate].xpos == "VBN" { words.insert(.implied("is"), at: 0) }
    return [
      Tuple(
        words, [subject.parts] + arguments, cues: cues)
    ]
  }

  private func subjectWords(_ predication: Predication, without omitted: Set<Int>) -> [Int] {
    guard let first = predication.subjects.first else { return [] }
    if tree[first].deprel.universal == "csubj" { return phrases.clauseWords(first) }
    let isPart = predication.subjects.count == 1 && tree.conjuncts(of: first).count > 1
    return phrases.words(first, isPart ? .conjunct : .whole, without: omitted)
  }

  /// Whether an argument is a conjunct of one before it, which its words are part of.
  private func isConjunct(_ argument: Predication.Argument, of others: ArraySlice<Predication.Argument>)
    -> Bool
  {
    tree[argument.head].deprel == "conj" && others.contains { $0.head == tree[argument.head].head }
  }

  /// The open complement that carries a verb on, where the subject is the same.
  private func carried(by predication: Predication) -> Predication? {
    guard predication.first(.object) == nil, let next = predication.first(.openComplement) else { return nil }
    return reading.predication(at: next.head)
  }
}

extension [Int] {
  /// Sorted numbers without repetition.
  var unique: [Int] { Set(self).sorted() }
}

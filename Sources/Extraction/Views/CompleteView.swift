import Linguistics

/// One full tuple for each subject and predicate, and what the sentence implies.
///
/// Coordinated subjects and objects give a tuple each.
struct CompleteView {
  let lexicon: Lexicon
  let reading: SurfaceReading
  private var tree: SyntaxTree { reading.tree }
  private var phrases: PhraseReader { reading.phrases }

  /// The most tuples that coordination may make of one predicate; beyond that its phrases stay whole.
  private static let most = 8

  func tuples() -> [Tuple] {
    reading.predications.flatMap(tuples) + ImpliedFacts(reading: reading).tuples()
  }

  /// A tuple in the making: each part once for each conjunct.
  private struct Draft {
    var subject: [[Int]]
    var relation: Set<Int>
    var arguments: [[[Int]]] = []
    var cues: [String]
  }

  private func tuples(of predication: Predication) -> [Tuple] {
    let clause = predication.clause
    // A verb that an open complement carries on is told with it: "wants to respond to".
    if reading.carried(by: predication) != nil { return [] }
    var chain = [predication]
    while let last = chain.last, let governor = last.clause.governor,
      let matrix = reading.predication(at: governor),
      reading.carried(by: matrix)?.clause.predicate == last.clause.predicate
    {
      chain.append(matrix)
    }
    guard let outer = chain.last, !outer.subjects.isEmpty,
      outer.subjects.allSatisfy(reading.isReferent)
    else { return [] }
    var draft = Draft(
      subject: subject(of: outer, without: clause.predicate), relation: [],
      cues: ["clause " + outer.clause.relation.rawValue, "chain \(min(chain.count, 3))"])
    for part in chain.reversed() {
      draft.relation.formUnion(part.relation)
      if part.clause.predicate != clause.predicate {
        if part.clause.form == .copular {
          draft.relation.formUnion(phrases.words(part.clause.predicate, .bare))
        }
      }
      if part.clause.predicate != outer.clause.predicate {
        draft.relation.formUnion(tree.children(of: part.clause.predicate, "mark"))
      }
    }
    let outerArguments = chain.dropFirst().flatMap(\.arguments).filter {
      [.oblique, .bare, .adverbial, .adverb].contains($0.kind)
    }
    fill(&draft, with: predication.arguments + outerArguments + predication.shared, of: predication)
    if clause.relation == "parataxis", predication.first(.complement) == nil,
      predication.first(.object) == nil, let content = tree[clause.predicate].head,
      lexicon.operators(clause.verb).contains(where: \.attributes)
    {
      draft.arguments.insert([phrases.clauseWords(content, without: [clause.predicate])], at: 0)
      draft.cues.append("content above")
    }
    var relation = draft.relation.sorted().parts
    let form = tree[clause.predicate].xpos
    if outer.clause.relation == "acl" && form == "VBN"
      || ["acl", "advcl"].contains(outer.clause.relation) && form == "VBG" && outer.relation.count == 1
    {
      relation.insert(
        reading.impliedAuxiliary(of: clause.predicate, subject: outer.subjects[0]), at: 0)
    }
    return combinations(draft).map { subject, arguments in
      Tuple(relation, [subject.parts] + arguments.map(\.parts), cues: draft.cues)
    }
  }

  /// Puts the arguments into a draft: first what follows the verb, whose preposition the relation takes.
  private func fill(_ draft: inout Draft, with arguments: [Predication.Argument], of predication: Predication)
  {
    let clause = predication.clause
    let end = draft.relation.max() ?? clause.predicate
    let sorted = arguments.sorted { $0.place < $1.place }
    let following = sorted.filter { $0.place > end }
    let order = following + sorted.filter { $0.place <= end }
    let takesPreposition =
      predication.first(.object) == nil && predication.first(.complement) == nil
    var isFirst = true
    for (index, argument) in order.enumerated() {
      if index > 0, isConjunct(argument, of: order[..<index]) { continue }
      let next = index + 1 < following.count ? following[index + 1] : nil
      let omitted = predication.omissions(from: argument, in: tree).union(draft.relation).subtracting([
        argument.head
      ])
      switch argument.kind {
      case .adverb:
        // "grows well in": an adverb between verb and preposition belongs to the relation.
        if isFirst, takesPreposition, let next, next.kind == .oblique,
          tree.children(of: argument.head).isEmpty, argument.place > end
        {
          draft.relation.insert(argument.head)
          continue
        }
        draft.arguments.append([phrases.words(argument.head, .whole)])
      case .openComplement, .adverbial:
        draft.arguments.append([phrases.clauseWords(argument.head)])
      case .complement:
        let marker = isFirst ? argument.preposition.filter { tree[$0].lemma.lowercased() == "that" } : []
        draft.relation.formUnion(marker)
        draft.arguments.append([phrases.clauseWords(argument.head, without: omitted.union(marker))])
      case .object, .predicative, .bare, .oblique:
        // "are close to": an adjective with a phrase of its own belongs to the relation.
        if argument.head == clause.predicate, tree[argument.head].upos == .adj, let next,
          next.kind == .oblique
        {
          draft.relation.formUnion(phrases.words(argument.head, .whole, without: omitted))
          continue
        }
        var words =
          isFirst
          ? conjuncts(argument.head, omitted) : [phrases.words(argument.head, .whole, without: omitted)]
        if argument.kind == .oblique {
          if isFirst, takesPreposition, argument.place > end || argument.pronoun != nil {
            draft.relation.formUnion(argument.preposition)
          } else {
            words = words.map { argument.preposition + $0 }
          }
        }
        draft.arguments.append(words)
      }
      if isFirst { draft.cues.append("first \(argument.kind)") }
      isFirst = false
    }
  }

  /// A phrase once for each of its conjuncts.
  private func conjuncts(_ head: Int, _ omitted: Set<Int>) -> [[Int]] {
    let all = tree.conjuncts(of: head)
    return all.map { phrases.words($0, all.count > 1 ? .conjunct : .whole, without: omitted) }
  }

  private func subject(of predication: Predication, without predicate: Int) -> [[Int]] {
    guard let first = predication.subjects.first else { return [] }
    if tree[first].deprel.universal == "csubj" { return [phrases.clauseWords(first)] }
    let omitted = reading.omissions(fromSubject: first, of: predication).union([predicate])
    let isPart = predication.subjects.count == 1 && tree.conjuncts(of: first).count > 1
    return [phrases.words(first, isPart ? .conjunct : .whole, without: omitted)]
  }

  /// Every subject with every combination of arguments.
  private func combinations(_ draft: Draft) -> [([Int], [[Int]])] {
    var rows: [[[Int]]] = [[]]
    let count = draft.arguments.reduce(draft.subject.count) { $0 * max(1, $1.count) }
    for choices in draft.arguments {
      guard count <= Self.most else {
        rows = rows.map { $0 + [Set(choices.joined()).sorted()] }
        continue
      }
      rows = rows.flatMap { row in choices.map { row + [$0] } }
    }
    return draft.subject.flatMap { subject in rows.map { (subject, $0) } }
  }

  /// Whether an argument is a conjunct of one before it, which its words are part of.
  private func isConjunct(
    _ argument: Predication.Argument, of others: ArraySlice<Predication.Argument>
  ) -> Bool {
    tree[argument.head].deprel == "conj" && others.contains { $0.head == tree[argument.head].head }
  }
}

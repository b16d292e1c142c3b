import Linguistics

/// The predications of a sentence, and how to say their phrases: what both views are made from.
struct SurfaceReading {
  let tree: SyntaxTree
  let phrases: PhraseReader
  /// The predications in the order of the text.
  private(set) var predications: [Predication]
  private let places: [Int: Int]

  /// Reads a tree.
  /// - Complexity: linear in the number of words, but for shared arguments.
  init(of tree: SyntaxTree, lexicon: Lexicon) {
    self.tree = tree
    let clauses = ClauseFinder(lexicon: lexicon).clauses(in: tree).sorted { $0.predicate < $1.predicate }
    let phrases = PhraseReader(
      tree: tree, copular: Set(clauses.filter { $0.form == .copular }.map(\.predicate)))
    self.phrases = phrases
    var predications = clauses.map { Predication($0, in: tree, phrases: phrases) }
    places = Dictionary(predications.enumerated().map { ($1.clause.predicate, $0) }) { first, _ in first }
    // "X is a firm founded by Y": what is said of a predicate nominal is said of the subject.
    let nominals = predications.filter {
      $0.clause.form == .copular && !$0.subjects.isEmpty && $0.expletive == nil
        && tree.isNominal($0.clause.predicate)
    }
    let bearers = Dictionary(nominals.map { ($0.clause.predicate, $0.subjects) }) { first, _ in first }
    for index in predications.indices {
      let clause = predications[index].clause
      // Within the noun phrase itself the subject is another: "it is the bank that pays".
      predications[index].subjects = predications[index].subjects.flatMap { subject -> [Int] in
        guard clause.predicate != subject, tree[clause.predicate].deprel.universal != "nsubj",
          let bearers = bearers[subject],
          !bearers.contains(where: { tree[$0].upos == .pron && tree[$0].form.lowercased() == "it" })
        else { return [subject] }
        return bearers
      }
    }
    self.predications = predications
    shareArguments()
  }

  /// Gives conjoined verbs the phrases that belong to all of them: those before the first verb, and those behind the
  /// last where the others have none.
  private mutating func shareArguments() {
    for index in predications.indices {
      let clause = predications[index].clause
      guard clause.relation == "conj", let governor = tree[clause.predicate].head,
        let place = places[governor],
        tree.child(of: clause.predicate, "nsubj") == nil,
        predications[place].subjects == predications[index].subjects
      else { continue }
      let isAdjunct = { (argument: Predication.Argument) in
        [.oblique, .bare].contains(argument.kind) && argument.pronoun == nil
      }
      let first = predications[place]
      let start = first.relation.min() ?? governor
      predications[index].shared = first.arguments.filter { isAdjunct($0) && $0.head < start } + first.shared
      if !first.arguments.contains(where: { $0.place > governor }),
        tree[governor].xpos == tree[clause.predicate].xpos
      {
        predications[place].shared += predications[index].arguments.filter {
          isAdjunct($0) && $0.head > clause.predicate
        }
      }
    }
  }

  /// The open complement that carries a verb on, where the subject is the same: "wants to respond".
  func carried(by predication: Predication) -> Predication? {
    guard predication.first(.object) == nil, let next = predication.first(.openComplement) else { return nil }
    return self.predication(at: next.head)
  }

  /// The form of "be" that a participle without one implies: in the number of its subject, and in the tense of the
  /// nearest finite verb above.
  func impliedAuxiliary(of participle: Int, subject: Int) -> Tuple.Part {
    let isPlural = tree[subject].features["Number"] == "Plur" || tree.child(of: subject, "conj") != nil
    var isPast = false
    var place = tree[participle].head
    while let governor = place {
      let verbs = [governor] + tree.children(of: governor, "aux") + tree.children(of: governor, "cop")
      if let finite = verbs.first(where: { tree[$0].features["VerbForm"] == "Fin" }) {
        isPast = tree[finite].features["Tense"] == "Past"
        break
      }
      place = tree[governor].head
    }
    return .implied(isPast ? (isPlural ? "were" : "was") : isPlural ? "are" : "is")
  }

  /// Whether a subject can stand for itself: not a relative pronoun whose antecedent is unknown, nor "its".
  func isReferent(_ word: Int) -> Bool {
    !["WP", "WDT", "PRP$", "WP$"].contains(tree[word].xpos)
  }

  /// What a subject's phrase leaves out: the predicate that hangs on it, and the mark of a possessor.
  func omissions(fromSubject subject: Int, of predication: Predication) -> Set<Int> {
    let marks = tree[subject].deprel == "nmod:poss" ? tree.children(of: subject, "case") : []
    return Set(marks + [predication.clause.predicate])
  }

  /// The predication of a clause by its predicate.
  func predication(at predicate: Int) -> Predication? { places[predicate].map { predications[$0] } }
}

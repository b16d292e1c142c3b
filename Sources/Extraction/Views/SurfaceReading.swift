import Linguistics

/// The predications of a sentence, and how to say their phrases: what both views are made from.
struct SurfaceReading {
  let tree: SyntaxTree
  let phrases: PhraseReader
  /// The predications in the order of the text.
  let predications: [Predication]
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
          let bearers = bearers[subject], !bearers.contains(where: { tree[$0].upos == .pron && tree[$0].form.lowercased() == "it" })
        else { return [subject] }
        return bearers
      }
    }
    self.predications = predications
  }

  /// The predication of a clause by its predicate.
  func predication(at predicate: Int) -> Predication? { places[predicate].map { predications[$0] } }
}

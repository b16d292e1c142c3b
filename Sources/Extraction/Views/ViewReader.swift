package import Linguistics

/// Reads a sentence's open information extraction tuples, as one of two views of its clauses.
package struct ViewReader: Sendable {
  private let lexicon: Lexicon

  /// What is asked for.
  package enum View: String, Sendable, CaseIterable {
    /// One full tuple for each subject and predicate, with what is implied.
    case complete
    /// All small facts.
    case minimal
  }

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The tuples of a sentence without repetition, in the order of the text.
  package func tuples(of sentence: Sentence, _ view: View) -> [Tuple] {
    let tree = TreeRepair(lexicon: lexicon).repaired(sentence)
    let clauses = ClauseFinder(lexicon: lexicon).clauses(in: tree)
    let phrases = PhraseReader(
      tree: tree, copular: Set(clauses.filter { $0.form == .copular }.map(\.predicate)))
    let predications = clauses.sorted { $0.predicate < $1.predicate }
      .map { Predication($0, in: tree, phrases: phrases) }
    let found: [Tuple] =
      switch view {
      case .complete:
        CompleteView(lexicon: lexicon, tree: tree, phrases: phrases, predications: predications).tuples()
      case .minimal:
        MinimalView(lexicon: lexicon, tree: tree, phrases: phrases, predications: predications).tuples()
      }
    var seen: Set<[[Tuple.Part]]> = []
    return found.filter { seen.insert([$0.relation] + $0.arguments).inserted }
  }
}

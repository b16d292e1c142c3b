package import Foundation
package import Linguistics

/// Reads a sentence's open information extraction tuples, as one of two views of its clauses.
package struct ViewReader: Sendable {
  private let lexicon: Lexicon
  private let model: ConfidenceModel

  /// What is asked for.
  package enum View: String, Sendable, CaseIterable {
    /// One full tuple for each subject and predicate, with what is implied.
    case complete
    /// All small facts.
    case minimal
  }

  /// Takes the rules, and reads the weights of confidence from a folder; by default those that come with Actant.
  /// - Throws: `LexiconError` where the weights are missing or break their format.
  package init(lexicon: Lexicon, folder: URL? = nil) throws(LexiconError) {
    self.lexicon = lexicon
    model = try ConfidenceModel(folder: folder ?? Lexicon.defaultFolder)
  }

  /// The tuples of a sentence without repetition, in the order of the text.
  package func tuples(of sentence: Sentence, _ view: View) -> [Tuple] {
    let tree = TreeRepair(lexicon: lexicon).repaired(sentence)
    return found(in: tree, view).map {
      var tuple = $0
      tuple.confidence = model.confidence(tuple, view, in: tree)
      return tuple
    }
  }

  /// What the model of confidence sees of each tuple, for fitting it.
  package func features(of sentence: Sentence, _ view: View) -> [[(name: String, value: Double)]] {
    let tree = TreeRepair(lexicon: lexicon).repaired(sentence)
    return found(in: tree, view).map { ConfidenceModel.features($0, in: tree) }
  }

  private func found(in tree: SyntaxTree, _ view: View) -> [Tuple] {
    let reading = SurfaceReading(of: tree, lexicon: lexicon)
    let found: [Tuple] =
      switch view {
      case .complete: CompleteView(lexicon: lexicon, reading: reading).tuples()
      case .minimal: MinimalView(reading: reading).tuples()
      }
    var seen: Set<[[Tuple.Part]]> = []
    return found.filter { seen.insert([$0.relation] + $0.arguments).inserted }
  }
}

import KnowledgeGraph
import Linguistics

/// Finds what people do in saying something, where the verb only says that they say it: "“Make no mistake, they would
/// be targets,” he said" is a warning (Austin 1962; Searle 1969).
struct SpeechActs: Sendable {
  let lexicon: Lexicon

  /// The acts that a sentence's plain statements amount to, to stand beside them.
  /// - Parameters:
  ///   - propositions: the sentence's propositions.
  ///   - tree: the sentence.
  ///   - firstID: the number of the first of them; they follow each other.
  ///   - nextID: the number of the first act.
  /// - Returns: propositions with the same agent and trigger as the statement, and the content but for the phrase.
  func acts(in propositions: [Proposition], of tree: SyntaxTree, firstID: Int, nextID: Int) -> [Proposition] {
    var result: [Proposition] = []
    for proposition in propositions {
      let isPlain = lexicon.operators(proposition.verb).contains {
        $0.complement == .clause && $0.family == "say"
      }
      guard isPlain, !proposition.mentions(.agent).isEmpty else { continue }
      let contents = proposition.arguments.filter { $0.role == .content }.compactMap { argument in
        if case .proposition(let id) = argument.filler, propositions.indices.contains(id - firstID) {
          id
        } else {
          nil
        }
      }
      var phrases: Set<Int> = []
      var act: String?
      for id in contents {
        // The phrase may be a clause of its own, or open the clause that it belongs to.
        let lemmas = tree.subtree(of: propositions[id - firstID].predicate).filter { tree[$0].upos != .punct }
          .map { tree[$0].lemma.lowercased() }.filter { !["the", "a", "an"].contains($0) }
        guard let found = lexicon.speechAct(ofSaying: lemmas) else { continue }
        act = act ?? found
        let own = tree.children(of: propositions[id - firstID].predicate).map { tree[$0].deprel.universal }
        if !own.contains("nsubj") { phrases.insert(id) }
      }
      guard let act else { continue }
      var statement = proposition
      statement.id = nextID + result.count
      statement.verb = act
      statement.arguments.removeAll { argument in
        if case .proposition(let id) = argument.filler { phrases.contains(id) } else { false }
      }
      result.append(statement)
    }
    return result
  }
}

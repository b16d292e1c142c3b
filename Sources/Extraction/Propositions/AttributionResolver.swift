import Linguistics

/// Finds for every clause who says so, by the verbs of saying and thinking above and beside it and by quotation marks.
struct AttributionResolver: Sendable {
  let lexicon: Lexicon

  /// The predicates of saying, in one sentence, that a clause stands under, nearest first.
  ///
  /// A clause stands under a verb of saying as its complement ("said that …"), or when the verb stands beside it
  /// ("…, she said", "as she said"). The result maps predicates to predicates.
  func reporters(of clauses: [Clause], in tree: SyntaxTree) -> [Int: [Int]] {
    let factuality = Factuality(lexicon: lexicon)
    var byPredicate: [Int: Clause] = [:]
    for clause in clauses { byPredicate[clause.predicate] = clause }
    var beside: [Int: [Int]] = [:]
    for clause in clauses where attributes(clause, in: tree) && !clause.words(.subject).isEmpty {
      let hasContent = !clause.words(.complement).isEmpty
      guard !hasContent, let governor = clause.governor else { continue }
      let isBeside =
        clause.relation == "parataxis"
        || (clause.relation == "advcl" && tree.marker(of: clause.predicate) == "as")
      if isBeside { beside[governor, default: []].append(clause.predicate) }
    }
    var result: [Int: [Int]] = [:]
    for clause in clauses {
      var chain: [Int] = []
      var below = clause
      var first = true
      while true {
        for reporter in beside[below.predicate] ?? [] where !chain.contains(reporter) {
          // A verb of saying does not report itself, nor what stands below it.
          if reporter != clause.predicate, first || !isWithin(clause, reporter, byPredicate) {
            chain.append(reporter)
          }
        }
        first = false
        guard let governor = below.governor, let above = byPredicate[governor] else { break }
        let isContent = factuality.rule(of: above, over: below, in: tree)?.attributes ?? false
        // "He said: “…”" where the parser sets the quotation beside its verb.
        let isQuotedBeside =
          below.relation == "parataxis" && above.words(.complement).isEmpty
          && !attributes(below, in: tree) && attributes(above, in: tree) && hasQuotes(below, in: tree)
        if isContent || isQuotedBeside, !above.words(.subject).isEmpty { chain.append(governor) }
        below = above
      }
      result[clause.predicate] = chain
    }
    return result
  }

  /// Whether a clause's verb makes its subject the source of what it governs.
  func attributes(_ clause: Clause, in tree: SyntaxTree) -> Bool {
    clause.form == .verbal
      && lexicon.operators(clause.verb).contains { $0.attributes && $0.complement != .noun }
  }

  private func isWithin(_ clause: Clause, _ ancestor: Int, _ all: [Int: Clause]) -> Bool {
    var current: Clause? = clause
    while let here = current {
      if here.predicate == ancestor { return true }
      current = here.governor.flatMap { all[$0] }
    }
    return false
  }

  private func hasQuotes(_ clause: Clause, in tree: SyntaxTree) -> Bool {
    let words = tree.subtree(of: clause.predicate)
    guard let first = words.first else { return false }
    return Quotation.opening.contains(tree[first].form)
      || (first > 0 && Quotation.opening.contains(tree[first - 1].form))
  }
}

/// Which words of a document are quoted.
struct Quotation: Sendable {
  static let opening: Set<String> = ["“", "\"", "``", "«"]
  static let closing: Set<String> = ["”", "\"", "''", "»"]

  /// For each word of each sentence whether it is quoted; quotation marks count as quoted.
  static func quotedWords(_ sentences: [Sentence]) -> [[Bool]] {
    var isOpen = false
    return sentences.map { sentence in
      // A paragraph starts anew: a quotation left open by mistake must not swallow the rest of the text.
      if sentence.startsParagraph { isOpen = false }
      return sentence.tokens.map { token in
        let wasOpen = isOpen
        if token.form == "\"" {
          isOpen.toggle()
        } else if opening.contains(token.form) {
          isOpen = true
        } else if closing.contains(token.form) {
          isOpen = false
        }
        return wasOpen || isOpen
      }
    }
  }
}

import Linguistics

/// Finds what may corefer in a document: all noun phrases with their parts, pronouns, coordinations, and the clauses
/// that "this" and "it" refer to.
package struct ReferringExpressionFinder: Sendable {
  package init() {}

  /// The expressions of a document in the order of their heads.
  /// - Complexity: linear in the number of words, but for the depth of the trees.
  package func expressions(in trees: [SyntaxTree]) -> [ReferringExpression] {
    let quoted = Quotation.quotedWords(trees.map(\.sentence))
    var interner = Interner()
    var all: [ReferringExpression] = []
    for (number, tree) in trees.enumerated() {
      for word in 0..<tree.count {
        guard let isClause = Self.candidate(word, in: tree) else { continue }
        let coordinations = !isClause && Self.isCoordinated(word, in: tree) ? [true, false] : [false]
        for isCoordination in coordinations {
          let words = Self.span(of: word, isCoordination: isCoordination, in: tree)
          all.append(
            ReferringExpression(
              id: all.count, sentence: number, head: word, words: words, isCoordination: isCoordination,
              isClause: isClause, isQuoted: quoted[number][word], in: tree, interner: &interner))
        }
      }
    }
    return all
  }

  /// Whether a word heads a candidate: a clause, or a phrase; `nil` where neither.
  private static func candidate(_ word: Int, in tree: SyntaxTree) -> Bool? {
    let token = tree[word]
    let relation = token.deprel.universal
    if skipped.contains(relation), !(token.upos == .pron && relation == "det") { return nil }
    switch token.upos {
    case .noun, .propn, .pron, .sym, .det: return false
    case .num: return relation == "nummod" ? nil : false
    case .adj:
      let isPredicate = tree.child(of: word, "cop") != nil
      if ["nsubj", "obj", "obl", "nmod"].contains(relation)
        || tree.entity(at: word)?.type == .nationalityOrGroup
        || (tree.child(of: word, "det") != nil && !isPredicate)
      {
        return false
      }
      let heads: Set<Deprel> = ["root", "ccomp", "conj", "parataxis", "advcl", "csubj"]
      return isPredicate && heads.contains(relation) ? true : nil
    case .adv:
      return ["here", "there", "then", "now"].contains(token.form.lowercased()) ? false : nil
    case .verb: return relation == "amod" || relation == "compound" ? nil : true
    default: return nil
    }
  }

  private static let skipped: Set<Deprel> = [
    "flat", "fixed", "goeswith", "punct", "case", "cc", "mark", "det", "reparandum", "discourse", "cop",
    "aux",
  ]

  private static func isCoordinated(_ word: Int, in tree: SyntaxTree) -> Bool {
    tree.children(of: word, "conj").contains { [.noun, .propn, .pron, .num].contains(tree[$0].upos) }
  }

  /// The words of a phrase: its subtree without what belongs to the clause that it is the predicate of, and without
  /// conjuncts unless it is the coordination.
  private static func span(of head: Int, isCoordination: Bool, in tree: SyntaxTree) -> Range<Int> {
    let isPredicate = tree.child(of: head, "cop") != nil
    var words = [head]
    for child in tree.children(of: head) {
      let relation = tree[child].deprel.universal
      if relation == "cc" || relation == "conj" {
        guard isCoordination else { continue }
      } else if outside.contains(relation)
        || (isPredicate && outsidePredicate.contains(relation))
      {
        continue
      }
      words += tree.subtree(of: child)
    }
    var first = words.min() ?? head
    var last = words.max() ?? head
    while first < head, tree[first].upos == .punct { first += 1 }
    while last > head, tree[last].upos == .punct { last -= 1 }
    return first..<last + 1
  }

  private static let outside: Set<Deprel> = [
    "case", "punct", "mark", "parataxis", "discourse", "dislocated", "vocative", "reparandum", "cop", "aux",
    "advcl", "expl", "orphan",
  ]
  private static let outsidePredicate: Set<Deprel> = [
    "advmod", "nsubj", "csubj", "obl", "obj", "ccomp", "xcomp",
  ]
}

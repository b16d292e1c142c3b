import Linguistics

/// Says which words make up a phrase or clause that is to stand in a tuple.
struct PhraseReader {
  let tree: SyntaxTree
  /// The predicates that are nouns or adjectives after a copula.
  let copular: Set<Int>

  /// How much of what hangs on a head belongs to the phrase.
  enum Extent {
    /// All of it, its conjuncts included.
    case whole
    /// All of it but its conjuncts.
    case conjunct
    /// Neither conjuncts nor what follows with a preposition or as a clause; "of" stays.
    case core
    /// The same, without "of".
    case bare
  }

  /// The words of a phrase without the preposition or conjunction that introduces it.
  /// - Complexity: linear in the size of the phrase.
  func words(_ head: Int, _ extent: Extent, without omitted: Set<Int> = []) -> [Int] {
    let words = tree.subtree(of: head) { child in
      omitted.contains(child) || (tree[child].head == head && !belongs(child, to: head, extent))
        || isAside(child)
    }
    return trimmed(words, around: head)
  }

  /// The words of a clause that is an argument, without the conjunction that introduces it.
  func clauseWords(_ head: Int, without omitted: Set<Int> = []) -> [Int] {
    let markers = Set(tree.children(of: head, "mark").filter { tree[$0].lemma.lowercased() == "that" })
    let words = tree.subtree(of: head) {
      omitted.contains($0) || markers.contains($0)
        || ($0 != head && tree[$0].head == head && tree[$0].deprel == "cc")
    }
    return trimmed(words, around: head)
  }

  /// The preposition of a phrase, with its fixed parts.
  func preposition(_ head: Int) -> [Int] {
    tree.children(of: head, "case").filter { tree[$0].upos != .part && tree[$0].form != "'s" }
      .flatMap { [$0] + tree.children(of: $0, "fixed") }.sorted()
  }

  private func belongs(_ child: Int, to head: Int, _ extent: Extent) -> Bool {
    let deprel = tree[child].deprel
    let relation = deprel.universal
    switch relation {
    case "case": return tree[child].upos == .part
    case "cc": return deprel == "cc:preconj" && extent == .whole
    case "discourse", "vocative", "parataxis", "dislocated": return false
    case "conj":
      return extent == .whole && tree.child(of: child, "nsubj") == nil && tree.child(of: child, "cop") == nil
        && tree.isNominal(child) == tree.isNominal(head)
    case "cop", "aux", "nsubj", "csubj", "expl", "mark": return !copular.contains(head) && relation != "mark"
    case "obl", "advcl", "ccomp", "xcomp":
      return !copular.contains(head) && (extent == .whole || extent == .conjunct || tree[head].upos == .verb)
    case "appos": return false
    case "acl": return extent != .core && extent != .bare && deprel != "acl:relcl"
    case "nmod":
      if deprel == "nmod:poss" || deprel == "nmod:npmod" || deprel == "nmod:unmarked" { return true }
      switch extent {
      case .whole, .conjunct: return true
      case .core: return tree.preposition(of: child) == "of"
      case .bare: return false
      }
    case "punct": return extent == .whole || extent == .conjunct || isQuote(child) || tree[child].form == "-"
    default: return true
    }
  }

  private func isAside(_ word: Int) -> Bool { tree[word].deprel.universal == "parataxis" }

  private func isQuote(_ word: Int) -> Bool {
    ["``", "''", "\"", "“", "”", "`", "'"].contains(tree[word].form)
  }

  /// Without punctuation at the edges, but for quotation marks and brackets that come in pairs.
  private func trimmed(_ words: [Int], around head: Int) -> [Int] {
    var words = words[...]
    let isEdge = { (word: Int) in tree[word].upos == .punct && !["%", "$"].contains(tree[word].form) }
    let opening: Set<String> = ["``", "“", "(", "-LRB-", "[", "`", "\""]
    let closing: Set<String> = ["''", "”", ")", "-RRB-", "]", "'", "\""]
    while let first = words.first, first != head, isEdge(first) {
      if opening.contains(tree[first].form),
        words.dropFirst().contains(where: { closing.contains(tree[$0].form) })
      {
        break
      }
      words.removeFirst()
    }
    while let last = words.last, last != head, isEdge(last) {
      if closing.contains(tree[last].form),
        words.dropLast().contains(where: { opening.contains(tree[$0].form) })
      {
        break
      }
      words.removeLast()
    }
    return Array(words)
  }
}

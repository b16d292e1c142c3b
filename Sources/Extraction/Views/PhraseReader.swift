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

    var isShort: Bool { self == .core || self == .bare }
  }

  /// The words of a phrase without the preposition or conjunction that introduces it.
  /// - Complexity: linear in the size of the phrase.
  func words(_ head: Int, _ extent: Extent, without omitted: Set<Int> = []) -> [Int] {
    let introduction = preposition(head).first
    let words = tree.subtree(of: head) { child in
      guard let governor = tree[child].head else { return false }
      if omitted.contains(child) || tree[child].deprel.universal == "parataxis" { return true }
      if isInOneName(child, governor) { return false }
      if governor == head {
        // "back to active duty": what stands before the preposition modifies the whole phrase.
        if let introduction, child < introduction, tree[child].deprel == "advmod" { return true }
        return !belongs(child, to: head, extent)
      }
      return extent.isShort && isLong(child)
    }
    // Quotation marks around more than the phrase are none of its own.
    let kept = Set(words)
    let own = words.filter { word in
      !isQuote(word) || word == head || tree[word].upos != .punct
        || (kept.contains(word - 1) || !Self.closing.contains(tree[word].form))
          && (kept.contains(word + 1) || !Self.opening.contains(tree[word].form))
        || tree[word].form == "\"" && (kept.contains(word - 1) || kept.contains(word + 1))
    }
    return trimmed(own, around: head)
  }

  /// The phrase once for each conjunct inside it: "recreation and leisure services" gives two.
  /// - Complexity: linear in the size of the phrase, times the number of results, which is at most eight.
  func variants(_ head: Int, _ extent: Extent, without omitted: Set<Int> = []) -> [[Int]] {
    let base = words(head, extent, without: omitted)
    var all = [base]
    for word in base where word != head {
      let conjuncts = tree.children(of: word, "conj").filter {
        !isInOneName($0, word) && tree[$0].upos == tree[word].upos
      }
      guard !conjuncts.isEmpty, all.count * (conjuncts.count + 1) <= 8 else { continue }
      let own = Set(tree.subtree(of: word)).subtracting(preposition(word))
      all += all.flatMap { phrase in
        conjuncts.map { conjunct in
          let introduction = preposition(conjunct).isEmpty ? preposition(word) : preposition(conjunct)
          let kept = phrase.filter { !own.contains($0) && !preposition(word).contains($0) }
          return (kept + introduction + words(conjunct, .core)).sorted()
        }
      }
    }
    return all
  }

  /// The words of a clause that is an argument, without those named.
  func clauseWords(_ head: Int, without omitted: Set<Int> = []) -> [Int] {
    let words = tree.subtree(of: head) { child in
      omitted.contains(child) || (tree[child].head == head && tree[child].deprel == "cc")
    }
    return trimmed(words, around: head)
  }

  /// The preposition of a phrase, with its fixed parts.
  func preposition(_ head: Int) -> [Int] {
    tree.children(of: head, "case").filter { tree[$0].upos != .part && tree[$0].form != "'s" }
      .flatMap { [$0] + tree.children(of: $0, "fixed") }.sorted()
  }

  /// Whether two words belong to one name: "the University of Connecticut".
  private func isInOneName(_ child: Int, _ head: Int) -> Bool {
    guard let entity = tree.entity(at: child) else { return false }
    return entity.words.contains(head) && tree[child].deprel.universal != "case"
      && tree[child].deprel.universal != "punct"
  }

  private func belongs(_ child: Int, to head: Int, _ extent: Extent) -> Bool {
    let deprel = tree[child].deprel
    let relation = deprel.universal
    switch relation {
    case "case": return tree[child].upos == .part
    case "cc": return deprel == "cc:preconj" && extent == .whole
    case "discourse", "vocative", "parataxis", "dislocated", "appos": return false
    case "conj":
      return extent == .whole && tree.child(of: child, "nsubj") == nil && tree.child(of: child, "cop") == nil
        && tree.isNominal(child) == tree.isNominal(head)
    case "cop", "aux", "nsubj", "csubj", "expl": return !copular.contains(head)
    case "mark": return false
    case "obl", "advcl", "ccomp", "xcomp":
      return !copular.contains(head) && (!extent.isShort || tree[head].upos == .verb)
    case "acl": return !extent.isShort && deprel != "acl:relcl" || isOf(child) && extent == .core
    case "nmod":
      if ["nmod:poss", "nmod:npmod", "nmod:unmarked", "nmod:desc"].contains(deprel) { return true }
      return extent == .core ? isOf(child) : extent != .bare
    case "punct": return !extent.isShort || isQuote(child) || tree[child].form == "-"
    default: return true
    }
  }

  /// Whether a word below the head's own dependents begins what a short phrase leaves out.
  private func isLong(_ child: Int) -> Bool {
    let deprel = tree[child].deprel
    switch deprel.universal {
    case "acl", "appos", "conj", "cc": return !isOf(child)
    case "nmod": return deprel == "nmod" && !isOf(child)
    default: return false
    }
  }

  private func isOf(_ word: Int) -> Bool {
    tree.preposition(of: word) == "of" || tree.marker(of: word) == "of"
  }

  private func isQuote(_ word: Int) -> Bool {
    Self.opening.contains(tree[word].form) || Self.closing.contains(tree[word].form)
  }

  private static let opening: Set<String> = ["``", "“", "(", "-LRB-", "[", "`", "\""]
  private static let closing: Set<String> = ["''", "”", ")", "-RRB-", "]", "'", "\""]

  /// Without punctuation at the edges, but for quotation marks and brackets that come in pairs, and without brackets
  /// around the whole.
  private func trimmed(_ words: [Int], around head: Int) -> [Int] {
    var words = words[...]
    let isEdge = { (word: Int) in tree[word].upos == .punct && word != head }
    while let first = words.first, isEdge(first) {
      if Self.opening.contains(tree[first].form),
        let last = words.dropFirst().last(where: { Self.closing.contains(tree[$0].form) }),
        tree[first].form != "(" || last != words.last
      {
        break
      }
      words.removeFirst()
    }
    while let last = words.last, isEdge(last) {
      if Self.closing.contains(tree[last].form),
        words.dropLast().contains(where: { Self.opening.contains(tree[$0].form) })
      {
        break
      }
      words.removeLast()
    }
    // `` Everyone left , '' is told without the quotation marks.
    if words.count > 2, let first = words.first, let last = words.last,
      ["``", "“", "\""].contains(tree[first].form), ["''", "”", "\""].contains(tree[last].form),
      tree[words[words.endIndex - 2]].form == ","
    {
      return Array(words.dropFirst().dropLast(2))
    }
    return Array(words)
  }
}

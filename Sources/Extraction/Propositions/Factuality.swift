import KnowledgeGraph
import Linguistics

/// Whether, how surely and when a clause is so, from its own words and from the predicates that govern it
/// (after FactBank, Saurí and Pustejovsky 2009).
struct Factuality: Sendable {
  let lexicon: Lexicon

  /// What is known of one clause.
  struct Status {
    var polarity: Action.Polarity = .positive
    var modality: Action.Modality = .asserted
    var tense: Action.Tense = .present
  }

  /// The status of every clause of a sentence, by predicate.
  func statuses(of clauses: [Clause], in tree: SyntaxTree) -> [Int: Status] {
    var result: [Int: Status] = [:]
    var byPredicate: [Int: Clause] = [:]
    for clause in clauses {
      byPredicate[clause.predicate] = clause
      result[clause.predicate] = status(of: clause, above: byPredicate, known: result, in: tree)
    }
    return result
  }

  private func status(
    of clause: Clause, above: [Int: Clause], known: [Int: Status], in tree: SyntaxTree
  ) -> Status {
    var status = Status()
    let auxiliaries = auxiliaries(of: clause, above: above, in: tree)
    var negative = isNegated(clause, in: tree)
    if let own = modality(of: auxiliaries) { status.modality = own }
    let marker = tree.marker(of: clause.predicate)
    if clause.relation.universal == "advcl", let marker,
      ["if", "unless", "in case", "should"].contains(marker)
    {
      status.modality = .conditional
    } else if marker == "whether" || (clause.relation == "ccomp" && marker == "if") {
      status.modality = .questioned
    } else if isQuestion(clause, in: tree) {
      status.modality = .questioned
    } else if tree[clause.predicate].features["Mood"] == "Imp" {
      status.modality = .requested
    } else if marker == "to", ["advcl", "acl"].contains(clause.relation.rawValue),
      status.modality == .asserted
    {
      status.modality = .intended
    }
    status.tense = tense(of: clause, auxiliaries: auxiliaries, in: tree)

    if let governor = clause.governor, let above = above[governor], let outer = known[governor] {
      if let rule = rule(of: above, over: clause, in: tree) {
        if rule.modality != .asserted, [.asserted, .intended].contains(status.modality) {
          status.modality = rule.modality
        }
        if rule.negates { negative.toggle() }
        if rule.raisesNegation || isRaising(above, over: clause, in: tree), outer.polarity == .negative {
          negative.toggle()
        }
        if rule.complement == .objectInfinitive, outer.polarity == .negative, status.modality == .asserted {
          status.modality = .possible
        }
        if [.intended, .requested].contains(rule.modality), marker != nil { status.tense = .future }
      }
      let isOpen = above.words(.openComplement).contains(clause.predicate)
      // "could help to end": what a thing that did not surely happen brings about did not surely happen either.
      if isOpen, status.modality == .asserted { status.modality = outer.modality }
      if isOpen, marker == nil || isRaising(above, over: clause, in: tree) { status.tense = outer.tense }
      if clause.relation == "conj", !hasOwnSubject(clause, in: tree),
        auxiliaries.isEmpty == false || isBare(clause, in: tree)
      {
        status.modality = outer.modality
        status.tense = outer.tense
      }
    }
    if negative { status.polarity = .negative }
    return status
  }

  /// What a clause does to another that it governs as its complement; `nil` where it only stands beside it.
  func rule(of clause: Clause, over content: Clause, in tree: SyntaxTree) -> Lexicon.Operator? {
    let function = clause.dependents.first { $0.word == content.predicate }?.function
    let complement: Lexicon.Complement
    switch function {
    case .complement:
      let marker = tree.marker(of: content.predicate)
      let asks =
        marker == "whether" || marker == "if"
        || tree.children(of: content.predicate).contains {
          ["WP", "WRB", "WDT"].contains(tree[$0].xpos)
        }
      complement = asks ? .question : .clause
    case .openComplement:
      if tree[content.predicate].xpos == "VBG" {
        complement = .gerund
      } else {
        complement = clause.isPassive || !clause.words(.object).isEmpty ? .objectInfinitive : .infinitive
      }
    default: return nil
    }
    return lexicon.operator(lemma(of: clause, in: tree), taking: complement)
  }

  /// Whether a clause only colours the one below it and says nothing by itself: "is likely to", "is said to".
  func isRaising(_ clause: Clause, over content: Clause, in tree: SyntaxTree) -> Bool {
    guard let rule = rule(of: clause, over: content, in: tree) else { return false }
    switch rule.complement {
    case .infinitive:
      return rule.family == "expect" && !["expect", "anticipate"].contains(clause.verb)
        || clause.form == .copular && ["expect", "want", "appear"].contains(rule.family)
          && rule.modality != .intended
    case .objectInfinitive:
      return clause.isPassive && clause.words(.subject).isEmpty && rule.family == "expect"
    default: return false
    }
  }

  private func lemma(of clause: Clause, in tree: SyntaxTree) -> String {
    clause.form == .copular ? "be " + tree[clause.predicate].lemma.lowercased() : clause.verb
  }

  private func hasOwnSubject(_ clause: Clause, in tree: SyntaxTree) -> Bool {
    tree.child(of: clause.predicate, "nsubj") != nil
  }

  private func isBare(_ clause: Clause, in tree: SyntaxTree) -> Bool {
    tree[clause.predicate].xpos == "VB" && tree.marker(of: clause.predicate) == nil
  }

  /// The auxiliaries of a clause, or those that it shares with the conjunct before it.
  private func auxiliaries(of clause: Clause, above: [Int: Clause], in tree: SyntaxTree) -> [String] {
    let own = tree.children(of: clause.predicate).filter {
      ["aux", "cop"].contains(tree[$0].deprel.universal)
    }
    if own.isEmpty, clause.relation == "conj", let governor = clause.governor, let first = above[governor],
      tree[clause.predicate].xpos == tree[first.predicate].xpos,
      ["VB", "VBN", "VBG"].contains(tree[clause.predicate].xpos),
      !hasOwnSubject(clause, in: tree)
    {
      return auxiliaries(of: first, above: above, in: tree)
    }
    return own.map { tree[$0].lemma.lowercased() }
  }

  private func modality(of auxiliaries: [String]) -> Action.Modality? {
    for lemma in auxiliaries {
      switch lemma {
      case "may", "might", "could", "can": return .possible
      case "should", "must", "ought", "shall": return .necessary
      case "would": return .probable
      default: continue
      }
    }
    return nil
  }

  private func tense(of clause: Clause, auxiliaries: [String], in tree: SyntaxTree) -> Action.Tense {
    if !Set(auxiliaries).isDisjoint(with: ["will", "would", "shall", "'ll", "wo"]) { return .future }
    let words =
      [clause.predicate]
      + tree.children(of: clause.predicate).filter {
        ["aux", "cop"].contains(tree[$0].deprel.universal)
      }
    if words.contains(where: {
      tree[$0].features["Tense"] == "Past" && tree[$0].features["VerbForm"] == "Fin"
    }) {
      return .past
    }
    // The perfect tells of the past unless the action goes on: "has sent" but "has been training".
    if auxiliaries.contains("have"), tree[clause.predicate].xpos != "VBG" { return .past }
    if auxiliaries.isEmpty, tree[clause.predicate].xpos == "VBN" { return .past }
    return .present
  }

  private func isNegated(_ clause: Clause, in tree: SyntaxTree) -> Bool {
    var negations = 0
    for child in tree.children(of: clause.predicate) {
      guard ["advmod", "det", "cc"].contains(tree[child].deprel.universal) else { continue }
      let lemma = tree[child].lemma.lowercased()
      // "no longer", "no more": the negation stands below the adverb. "Almost" and "nearly" deny as well.
      let isNegator =
        Self.negators.contains(lemma) || ["almost", "nearly"].contains(lemma)
        || tree.children(of: child).contains { tree[$0].lemma.lowercased() == "no" }
      if isNegator { negations += 1 }
    }
    for dependent in clause.dependents where [.subject, .object, .predicative].contains(dependent.function) {
      // "no troops crossed", "nobody knows": the negation on a participant denies the whole.
      if Self.negators.contains(tree[dependent.word].lemma.lowercased())
        || tree.children(of: dependent.word, "det").contains(where: {
          Self.negators.contains(tree[$0].lemma.lowercased())
        })
      {
        negations += 1
        break
      }
    }
    if tree.marker(of: clause.predicate) == "without" { negations += 1 }
    return negations % 2 == 1
  }

  private func isQuestion(_ clause: Clause, in tree: SyntaxTree) -> Bool {
    guard ["root", "ccomp", "parataxis", "conj"].contains(clause.relation.universal.rawValue) else {
      return false
    }
    let tokens = tree.sentence.tokens
    let subtree = tree.subtree(of: clause.predicate)
    guard let last = subtree.last,
      tokens[last].form == "?" || tokens.indices.contains(last + 1) && tokens[last + 1].form == "?"
    else { return false }
    // An auxiliary before the subject, or a question word, makes a question of it.
    guard let subject = tree.child(of: clause.predicate, "nsubj") else { return true }
    return tree.children(of: clause.predicate).contains {
      (["aux", "cop"].contains(tree[$0].deprel.universal) && $0 < subject)
        || ["WP", "WRB", "WDT"].contains(tree[$0].xpos)
    } || ["WP", "WDT"].contains(tree[subject].xpos)
  }

  static let negators: Set<String> = [
    "not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "nowhere", "hardly", "no-one",
  ]
}

import Linguistics

/// How an antecedent and an anaphor of one sentence stand to each other in its tree. The order is that of the model.
enum SyntacticPath: Int, CaseIterable {
  case otherSentence, sameHead
  /// The anaphor depends on the antecedent.
  case apposition, possessor, complement, compoundPart, conjunct, subjectOf, dependent
  /// The antecedent depends on the anaphor.
  case predicate, possessed, compoundWhole, whole
  /// Both depend on one word.
  case objectOfSubject, sibling
  /// The anaphor stands deeper within the antecedent.
  case relativePronoun, withinClause, within
  /// The antecedent stands deeper within the anaphor.
  case around
  case possessorOfObject, belowSubject, parataxis, complementOf, other

  /// The way from an anaphor to an antecedent before it.
  /// - Complexity: O(*d*) in the depth of the tree.
  init(from anaphor: ReferringExpression, to antecedent: ReferringExpression, in tree: SyntaxTree) {
    self =
      antecedent.sentence == anaphor.sentence
      ? Self.within(antecedent.head, anaphor.head, isRelative: anaphor.isRelative, anaphor, antecedent, tree)
      : .otherSentence
  }

  private static func within(
    _ first: Int, _ second: Int, isRelative: Bool, _ anaphor: ReferringExpression,
    _ antecedent: ReferringExpression, _ tree: SyntaxTree
  ) -> SyntacticPath {
    if first == second { return .sameHead }
    let (above, aboveFirst) = (tree[second].head, tree[first].head)
    if above == first { return below(anaphor.relation) }
    if aboveFirst == second {
      switch antecedent.relation {
      case .nsubj, .passiveSubject, .csubj: return .predicate
      case .possessor: return .possessed
      case .compound: return .compoundWhole
      case .nmod: return .complementOf
      default: return .whole
      }
    }
    if let above, aboveFirst == above {
      let isObject = [.obj, .iobj, .obl].contains(anaphor.relation)
      return antecedent.relation.isSubject && isObject ? .objectOfSubject : .sibling
    }
    var (word, steps, inClause, isBelowSubject): (Int?, Int, Bool, Bool) = (second, 0, false, false)
    while let here = word, here != first {
      if tree[here].deprel.universal == "acl" { inClause = true }
      if aboveFirst == here, antecedent.relation.isSubject { isBelowSubject = true }
      word = tree[here].head
      steps += 1
    }
    if word == first {
      return inClause ? (isRelative && steps <= 2 ? .relativePronoun : .withinClause) : .within
    }
    word = first
    while let here = word, here != second { word = tree[here].head }
    if word == second { return .around }
    if let above, let top = tree[above].head, top == aboveFirst, antecedent.relation.isSubject {
      return .possessorOfObject
    }
    return isBelowSubject ? .belowSubject : .other
  }

  private static func below(_ relation: Relation) -> SyntacticPath {
    switch relation {
    case .appos: .apposition
    case .possessor: .possessor
    case .nmod: .complement
    case .compound: .compoundPart
    case .conj: .conjunct
    case .nsubj, .passiveSubject, .csubj: .subjectOf
    case .parataxis: .parataxis
    default: .dependent
    }
  }
}

import Linguistics

/// What the model knows of one expression: a value of each template.
enum ExpressionTemplate: String, CaseIterable {
  case type, determiner, relation, kind, entityType, number, modifiers, modification, length, seenLemma,
    coordination
  case quoted, placeInSentence, writing, governor, documentLength, seenPhrase, placeInText

  /// The number of values.
  var size: Int {
    switch self {
    case .type: ReferringExpression.typeCount
    case .determiner: Determiner.allCases.count
    case .relation: Relation.allCases.count
    case .kind: MentionKind.allCases.count
    case .entityType: EntityType.allCases.count + 1
    case .number, .seenPhrase: 3
    case .coordination, .quoted: 2
    case .modifiers, .writing, .documentLength: 4
    case .seenLemma, .placeInSentence, .placeInText: 5
    case .length: 6
    case .modification: 8
    case .governor: 12
    }
  }
}

/// What the model knows of an expression and a possible antecedent: a value of each template.
enum PairTemplate: String, CaseIterable {
  case sentences, expressions, types, heads, phrases, modifiers, numbers, kinds, entityTypes, path, quotation
  case speaker, entitySize, entityAgreement, entityHeads, entityNumber, entityNames, agreementRank, matchRank
  case relations, sentencesByClass

  /// The number of values.
  var size: Int {
    switch self {
    case .sentences: AntecedentFeatures.sentenceSteps.count + 1
    case .expressions: AntecedentFeatures.expressionSteps.count + 1
    case .types: ReferringExpression.typeCount * ReferringExpression.typeCount
    case .heads, .speaker, .entityHeads: 16
    case .phrases, .modifiers, .quotation, .entityNames: 8
    case .numbers: 9
    case .kinds: MentionKind.allCases.count * MentionKind.allCases.count
    case .entityTypes, .entityNumber: 12
    case .path: SyntacticPath.allCases.count
    case .entityAgreement: 64
    case .entitySize, .agreementRank, .matchRank: 6
    case .relations: Relation.allCases.count * 8
    case .sentencesByClass: (AntecedentFeatures.sentenceSteps.count + 1) * 12
    }
  }
}

/// Turns expressions, and pairs of them, into values of the templates. Training/coreference_features.py does the
/// same.
struct AntecedentFeatures {
  let expressions: [ReferringExpression]
  let trees: [SyntaxTree]
  private let paragraphs: [Int]
  private let speakers: [Substring?]

  static let sentenceSteps = [0, 1, 2, 3, 5, 8, 14, 30]
  static let expressionSteps = [1, 2, 3, 4, 6, 9, 13, 19, 27, 40, 80, 160]

  init(expressions: [ReferringExpression], trees: [SyntaxTree]) {
    self.expressions = expressions
    self.trees = trees
    var paragraph = 0
    paragraphs = trees.map { tree in
      if tree.sentence.startsParagraph { paragraph += 1 }
      return paragraph
    }
    speakers = trees.map { $0.sentence.speaker }
  }

  /// The first step that a number does not exceed.
  static func step(_ number: Int, _ steps: [Int]) -> Int { steps.firstIndex { number <= $0 } ?? steps.count }

  // MARK: One expression

  /// The values of all expressions, a row of `ExpressionTemplate.allCases.count` each.
  func expressionValues() -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(expressions.count * ExpressionTemplate.allCases.count)
    var (seenLemma, seenPhrase): ([Int: Int], [Int: Int]) = ([:], [:])
    var (sentence, place) = (-1, 0)
    for expression in expressions {
      if expression.sentence != sentence { (sentence, place) = (expression.sentence, 0) }
      let tree = trees[sentence]
      let isPronoun = expression.pronoun != nil
      rows += [
        expression.type, expression.determiner.rawValue, expression.relation.rawValue,
        Self.place(of: expression.kind), expression.entityType, expression.number.rawValue,
        min(3, expression.modifiers.count), expression.modification,
        Self.step(expression.words.count, [1, 2, 3, 6, 12]),
        isPronoun ? 0 : Self.step(seenLemma[expression.lemma, default: 0], [0, 1, 3, 7]),
        expression.isCoordination ? 1 : 0, expression.isQuoted ? 1 : 0, Self.step(place, [0, 1, 3, 7]),
        (expression.isCapitalized ? 2 : 0) + (expression.isName ? 1 : 0),
        Self.governor(tree[expression.head].head.map { tree[$0].upos }),
        Self.step(expressions.count, [150, 300, 500]),
        isPronoun ? 0 : Self.step(seenPhrase[expression.core, default: 0], [0, 1]),
        Self.step(sentence, [0, 1, 4, 15]),
      ]
      seenLemma[expression.lemma, default: 0] += 1
      seenPhrase[expression.core, default: 0] += 1
      place += 1
    }
    return rows
  }

  private static func governor(_ upos: UPOS?) -> Int {
    guard let upos else { return 10 }
    let order: [UPOS] = [.noun, .verb, .adj, .adv, .propn, .pron, .aux, .num, .det, .x]
    return order.firstIndex(of: upos) ?? 11
  }

  /// A kind's place in the model's order, which begins with what is most common.
  static func place(of kind: MentionKind) -> Int {
    switch kind {
    case .person: 0
    case .place: 1
    case .organization: 2
    case .object: 3
    case .event: 4
    case .abstract: 5
    case .time: 6
    case .animal: 7
    case .plant: 8
    case .substance: 9
    }
  }

  // MARK: Pairs

  /// Writes the values of a pair into `row`, given what has been said of the antecedent's entity up to the anaphor.
  /// Ranks are left at 0.
  func write(
    _ antecedent: ReferringExpression, _ anaphor: ReferringExpression, _ entity: DiscourseEntity,
    into row: inout [Int]
  ) {
    let kinds = MentionKind.allCases.count
    let sentences = Self.step(anaphor.sentence - antecedent.sentence, Self.sentenceSteps)
    let heads = Self.heads(antecedent, anaphor)
    row[0] = sentences
    row[1] = Self.step(anaphor.id - antecedent.id, Self.expressionSteps)
    row[2] = antecedent.type * ReferringExpression.typeCount + anaphor.type
    row[3] = heads
    row[4] = Self.phrases(antecedent, anaphor)
    row[5] = heads == 1 || heads == 2 ? Self.modifiers(antecedent, anaphor) : 0
    row[6] = antecedent.number.rawValue * 3 + anaphor.number.rawValue
    row[7] = Self.place(of: antecedent.kind) * kinds + Self.place(of: anaphor.kind)
    row[8] = Self.entityTypes(antecedent, anaphor)
    row[9] = SyntacticPath(from: anaphor, to: antecedent, in: trees[anaphor.sentence]).rawValue
    let isNear = paragraphs[antecedent.sentence] == paragraphs[anaphor.sentence]
    row[10] = (antecedent.isQuoted ? 4 : 0) + (anaphor.isQuoted ? 2 : 0) + (isNear ? 1 : 0)
    row[11] = speaker(antecedent, anaphor)
    row[12] = Self.step(entity.expressions.count, [1, 2, 3, 5, 10])
    row[13] = entity.agreement
    row[14] = Self.entityHeads(entity, anaphor)
    row[15] = entity.number * 3 + anaphor.number.rawValue
    row[16] =
      anaphor.isName
      ? (!entity.hasName ? 3 : entity.names.contains(anaphor.form) ? 1 : 2) : entity.hasName ? 4 : 0
    row[17] = 0
    row[18] = 0
    row[19] = antecedent.relation.rawValue * 8 + Self.role(anaphor.relation)
    row[20] = sentences * 12 + Self.anaphorClass(anaphor)
  }

  /// How the heads match.
  private static func heads(_ antecedent: ReferringExpression, _ anaphor: ReferringExpression) -> Int {
    if antecedent.pronoun != nil, anaphor.pronoun != nil {
      return anaphor.form == antecedent.form ? 10 : anaphor.pronoun == antecedent.pronoun ? 11 : 12
    }
    if antecedent.isClause { return 13 }
    if anaphor.pronoun != nil { return 14 }
    if antecedent.pronoun != nil || anaphor.isClause { return 15 }
    if anaphor.form == antecedent.form { return 1 }
    if anaphor.lemma == antecedent.lemma { return 2 }
    if anaphor.isName, antecedent.isName, anaphor.nameWords.contains(where: antecedent.nameWords.contains) {
      return 3
    }
    if anaphor.isName, let initials = antecedent.initials, anaphor.plainForm == initials { return 4 }
    if antecedent.isName, let initials = anaphor.initials, antecedent.plainForm == initials { return 5 }
    if antecedent.modifiers.contains(anaphor.lemma) { return 6 }
    if anaphor.modifiers.contains(antecedent.lemma) { return 7 }
    if let stem = anaphor.stem, stem == antecedent.stem { return 8 }
    return 9
  }

  /// How the phrases match as wholes.
  private static func phrases(_ antecedent: ReferringExpression, _ anaphor: ReferringExpression) -> Int {
    guard antecedent.pronoun == nil, anaphor.pronoun == nil, !antecedent.isClause, !anaphor.isClause else {
      return 0
    }
    if anaphor.core == antecedent.core { return 1 }
    guard anaphor.isName, antecedent.isName else {
      let (old, new) = (antecedent.coreWords, anaphor.coreWords)
      return old.suffix(new.count).elementsEqual(new) || new.suffix(old.count).elementsEqual(old) ? 6 : 7
    }
    let shared = anaphor.nameWords.filter(antecedent.nameWords.contains).count
    let back = antecedent.nameWords.filter(anaphor.nameWords.contains).count
    if shared == anaphor.nameWords.count, back < antecedent.nameWords.count { return 2 }
    if back == antecedent.nameWords.count, shared < anaphor.nameWords.count { return 3 }
    return shared > 0 ? 4 : 5
  }

  /// How the modifiers of like heads match.
  private static func modifiers(_ antecedent: ReferringExpression, _ anaphor: ReferringExpression) -> Int {
    let (old, new) = (antecedent.modifiers, anaphor.modifiers)
    if old == new { return new.isEmpty ? 2 : 1 }
    let shared = new.filter(old.contains).count
    if shared == new.count { return new.isEmpty ? 4 : 3 }
    if shared == old.count { return 5 }
    return shared > 0 ? 6 : 7
  }

  private static func entityTypes(_ antecedent: ReferringExpression, _ anaphor: ReferringExpression) -> Int {
    let (old, new) = (antecedent.entityType, anaphor.entityType)
    let match = old == 0 && new == 0 ? 0 : old == new ? 1 : old == 0 ? 2 : new == 0 ? 3 : 4
    return match + (new > 0 && quantities.contains(EntityType.allCases[new - 1]) ? 5 : 0)
  }

  private static let quantities: Set<EntityType> = [
    .cardinal, .date, .time, .money, .quantity, .percent, .ordinal,
  ]

  private func speaker(_ antecedent: ReferringExpression, _ anaphor: ReferringExpression) -> Int {
    let person =
      switch anaphor.pronoun {
      case .i: 1
      case .we: 2
      case .you: 3
      default: 0
      }
    guard let old = speakers[antecedent.sentence], let new = speakers[anaphor.sentence] else { return person }
    return (old == new ? 4 : 8) + person
  }

  /// How an expression matches all that its antecedent's entity has been called.
  private static func entityHeads(_ entity: DiscourseEntity, _ anaphor: ReferringExpression) -> Int {
    if let pronoun = anaphor.pronoun {
      let known = entity.has(pronoun) ? 8 : entity.pronouns != 0 ? 9 : 10
      return known + (entity.hasName ? 0 : 3)
    }
    if anaphor.isClause { return 0 }
    if entity.cores.contains(anaphor.core) { return 1 }
    if entity.lemmas.contains(anaphor.lemma) {
      return anaphor.modifiers.allSatisfy(entity.modifiers.contains) ? 2 : 3
    }
    if anaphor.isName, entity.initials.contains(anaphor.plainForm) { return 4 }
    return anaphor.isName && entity.hasName ? 5 : entity.lemmas.isEmpty ? 7 : 6
  }

  private static func role(_ relation: Relation) -> Int {
    switch relation {
    case .nsubj, .passiveSubject: 0
    case .obj, .iobj: 1
    case .obl: 2
    case .nmod: 3
    case .possessor: 4
    case .compound: 5
    case .appos: 6
    default: 7
    }
  }

  private static func anaphorClass(_ anaphor: ReferringExpression) -> Int {
    switch anaphor.pronoun {
    case .i: 0
    case .you: 1
    case .we: 2
    case .he, .she: 3
    case .it: 4
    case .they: 5
    case .this, .that, .these, .those: 6
    case .some: 7
    case nil:
      anaphor.isClause
        ? 8
        : anaphor.isName ? 9 : anaphor.determiner.isDefinite || anaphor.determiner == .possessive ? 10 : 11
    }
  }
}

extension Sentence {
  /// Who says the sentence, where a comment of its source tells.
  fileprivate var speaker: Substring? {
    for comment in comments where comment.hasPrefix("# speaker = ") {
      return comment.dropFirst("# speaker = ".count)
    }
    return nil
  }
}

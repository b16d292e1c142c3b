import Linguistics

/// What has been said of one thing up to some place in a document.
struct DiscourseEntity {
  /// The numbers of the expressions that refer to it, in order.
  private(set) var expressions: [Int] = []
  /// The classes of its pronouns as bits.
  private(set) var pronouns = 0
  /// Its numbers as bits.
  private(set) var number = 0
  private(set) var hasName = false
  private(set) var lemmas: Set<Int> = []
  private(set) var cores: Set<Int> = []
  private(set) var names: Set<Int> = []
  private(set) var initials: Set<Int> = []
  private(set) var modifiers: Set<Int> = []

  /// Adds the next expression.
  mutating func add(_ expression: ReferringExpression) {
    expressions.append(expression.id)
    number |= expression.number.rawValue
    if let pronoun = expression.pronoun {
      pronouns |= 1 << pronoun.rawValue
    } else if !expression.isClause {
      lemmas.insert(expression.lemma)
      cores.insert(expression.core)
      modifiers.formUnion(expression.modifiers)
      if expression.isName {
        hasName = true
        names.insert(expression.form)
        if let initials = expression.initials { self.initials.insert(initials) }
      }
    }
  }

  /// Whether one of the classes has referred to it.
  func has(_ classes: Pronoun...) -> Bool { classes.contains { pronouns & (1 << $0.rawValue) != 0 } }

  /// The gender and person that its pronouns show, as six bits.
  var agreement: Int {
    (has(.he) ? 1 : 0) + (has(.she) ? 2 : 0) + (has(.it, .this, .that) ? 4 : 0) + (has(.they) ? 8 : 0)
      + (has(.i) ? 16 : 0) + (has(.we, .you) ? 32 : 0)
  }

  /// Whether an expression can go on with it, as far as number, gender and the head tell; `last` is the expression of
  /// it that would be the antecedent.
  func agrees(with expression: ReferringExpression, last: ReferringExpression) -> Bool {
    switch expression.pronoun {
    case .he:
      !has(.it, .they, .we, .you, .i, .she) && last.number != .plural && (last.kind == .person || has(.he))
        && !last.isClause
    case .she:
      !has(.it, .they, .we, .you, .i, .he) && last.number != .plural && (last.kind == .person || has(.she))
        && !last.isClause
    case .it: !has(.he, .she, .they, .i, .we, .you) && last.number != .plural && last.kind != .person
    case .they: !has(.he, .she, .it, .i, .you) && (last.number == .plural || last.kind == .organization)
    case .i, .we, .you: last.pronoun == expression.pronoun
    case .some: true
    case nil: lemmas.contains(expression.lemma)
    }
  }
}

import Linguistics

extension ReferringExpression {
  /// Describes a phrase by its head and what depends on it.
  init(
    id: Int, sentence: Int, head: Int, words: Range<Int>, isCoordination: Bool, isClause: Bool,
    isQuoted: Bool, in tree: SyntaxTree, interner: inout Interner
  ) {
    let token = tree[head]
    let form = token.form.lowercased()
    let text = token.upos == .propn ? form : token.lemma.lowercased()
    let dependents = Dependents(of: head, in: tree, interner: &interner)
    self.id = id
    self.sentence = sentence
    self.head = head
    self.words = words
    self.isCoordination = isCoordination
    self.isClause = isClause
    self.isQuoted = isQuoted
    kind = token.kind ?? .abstract
    isRelative = token.features["PronType"] == "Rel"
    var pronoun = [.pron, .det, .adv].contains(token.upos) ? Pronoun(form) : nil
    if pronoun == .that, isRelative { pronoun = .which }
    self.pronoun = pronoun
    type = Self.type(of: token.upos, pronoun, isClause: isClause)
    determiner = dependents.determiner
    relation = Relation(token.deprel)
    number = isCoordination ? .plural : Self.number(token.features)
    entityType =
      tree.entity(at: head).flatMap { EntityType.allCases.firstIndex(of: $0.type) }.map { $0 + 1 } ?? 0
    modification = dependents.modification
    isName = token.upos == .propn
    isCapitalized = token.form.first?.isUppercase ?? false
    lemma = interner.number(of: text)
    self.form = interner.number(of: form)
    plainForm = interner.number(of: form.filter { $0 != "." }.uppercased())
    stem = text.count > 4 ? interner.number(of: String(text.prefix(5))) : nil
    let core = Self.core(words, in: tree)
    self.core = interner.number(of: core.joined(separator: " "))
    coreWords = core.map { interner.number(of: $0) }
    let initials = dependents.name.compactMap { tree[$0].form.first }.filter(\.isUppercase)
    let isLong = dependents.name.count > 1 && !initials.isEmpty
    self.initials = isLong ? interner.number(of: String(initials)) : nil
    initialsKey = isLong ? interner.number(of: String(initials).lowercased()) : nil
    nameWords = dependents.name.map { interner.number(of: tree[$0].form.lowercased()) }
    modifiers = Set(dependents.modifiers).sorted()
  }

  /// What depends on a head, read in one pass.
  private struct Dependents {
    var determiner = Determiner.none
    var modifiers: [Interned] = []
    var modification = 0
    var name: [Int]

    init(of head: Int, in tree: SyntaxTree, interner: inout Interner) {
      name = [head]
      for child in tree.children(of: head) {
        let token = tree[child]
        let relation = token.deprel.universal
        let form = token.form.lowercased()
        switch relation {
        case "det":
          determiner = Determiner(form) ?? determiner
        case "nmod" where token.deprel == "nmod:poss":
          determiner = .possessive
          if token.upos != .pron { modifiers.append(interner.number(of: token.lemma.lowercased())) }
        case "nummod":
          if determiner == .none { determiner = .numeral }
          modifiers.append(interner.number(of: token.lemma.lowercased()))
        case "amod", "compound", "nmod", "flat":
          modifiers.append(interner.number(of: token.lemma.lowercased()))
          if relation == "amod", determiner == .none { determiner = Determiner(form) ?? .none }
        default: break
        }
        switch relation {
        case "acl": modification |= 4
        case "nmod" where child > head: modification |= 2
        case "appos": modification |= 1
        case "flat", "compound":
          if [.propn, .num, .noun].contains(token.upos) { name.append(child) }
        default: break
        }
      }
      name.sort()
    }
  }

  private static func type(of upos: UPOS, _ pronoun: Pronoun?, isClause: Bool) -> Int {
    if isClause { return 1 }
    if let pronoun { return 2 + pronoun.rawValue }
    let first = 2 + Pronoun.allCases.count
    switch upos {
    case .propn: return first
    case .noun: return first + 1
    case .num: return first + 2
    case .adj: return first + 3
    case .pron: return first + 4
    default: return first + 5
    }
  }

  private static func number(_ features: Features) -> Number {
    switch features["Number"] {
    case "Sing": .singular
    case "Plur": .plural
    default: .unknown
    }
  }

  /// The words without articles, punctuation and a possessive mark at the end.
  private static func core(_ words: Range<Int>, in tree: SyntaxTree) -> [String] {
    var forms = words.filter { ![.det, .punct].contains(tree[$0].upos) }.map { tree[$0].form.lowercased() }
    if let last = forms.last, last == "'s" || last == "’s" { forms.removeLast() }
    return forms
  }
}

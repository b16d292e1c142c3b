import Linguistics

/// Turns a dependency tree into clauses (after Del Corro and Gemulla 2013, over Universal Dependencies).
///
/// Clauses are found from the root downwards, so that a clause may take what it shares from the one above it.
package struct ClauseFinder: Sendable {
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The clauses of a sentence, each after the one that governs it.
  /// - Complexity: linear in the number of words, but for shared arguments.
  package func clauses(in tree: SyntaxTree) -> [Clause] {
    var found: [Int: Clause] = [:]
    var order: [Int] = []
    var open = (0..<tree.count).filter { tree[$0].head == nil }.map { (word: $0, governor: Int?.none) }
    var next = 0
    while next < open.count {
      let (word, governor) = open[next]
      next += 1
      var inner = governor
      if let copula = clausalCopula(of: word, in: tree) {
        found[copula] = clause(ofCopula: copula, before: word, governor: governor, in: tree)
        order.append(copula)
        inner = copula
      }
      if let form = form(of: word, in: tree) {
        found[word] = clause(at: word, form: form, governor: inner, above: found, in: tree)
        order.append(word)
        inner = word
      }
      open += tree.children(of: word).map { ($0, inner) }
    }
    return order.compactMap { found[$0] }
  }

  /// Whether a word is a predicate, and of which form.
  private func form(of word: Int, in tree: SyntaxTree) -> Clause.Form? {
    let token = tree[word]
    // "were of Korea shipping arms": a participle is a verb whatever stands before it.
    if tree.child(of: word, "cop") != nil { return token.upos == .verb ? .verbal : .copular }
    switch token.deprel.universal {
    case "amod", "compound", "flat", "fixed", "case", "mark", "det", "cc", "aux", "cop", "discourse",
      "goeswith",
      "reparandum":
      return nil
    case "nsubj", "obj", "obl", "nmod", "iobj", "appos":
      // A gerund in a noun's place is a clause where it has an object: "shipping arms is a crime".
      return token.upos == .verb && tree.child(of: word, "obj") != nil ? .verbal : nil
    default: break
    }
    if token.upos == .verb { return .verbal }
    if token.upos == .aux, tree.child(of: word, "nsubj") != nil, token.lemma == "be" { return .verbal }
    return nil
  }

  /// The copula before a clause that is what the subject is: "the problem *is* that prices rise".
  private func clausalCopula(of word: Int, in tree: SyntaxTree) -> Int? {
    guard tree[word].upos == .verb, let copula = tree.child(of: word, "cop"),
      tree.children(of: word).contains(where: {
        tree[$0].deprel == "nsubj:outer" || (tree[$0].deprel == "mark" && $0 > copula)
      })
    else { return nil }
    return copula
  }

  /// The clause of a copula with a clause behind it; its predicate is the copula itself.
  private func clause(ofCopula copula: Int, before word: Int, governor: Int?, in tree: SyntaxTree) -> Clause {
    let subjects = tree.children(of: word, "nsubj").filter { $0 < copula }.flatMap { tree.conjuncts(of: $0) }
    var clause = Clause(
      predicate: copula, verb: "be",
      label: tree.children(of: word, "aux").filter { $0 < copula } + [copula], form: .verbal,
      isPassive: false, surfaceSubjects: subjects, dependents: [], governor: governor,
      relation: tree[word].deprel)
    let isInfinitive = tree.marker(of: word) == "to"
    add(subjects, .subject, to: &clause)
    add([word], isInfinitive ? .openComplement : .complement, to: &clause)
    return clause
  }

  private func clause(
    at word: Int, form: Clause.Form, governor: Int?, above: [Int: Clause], in tree: SyntaxTree
  ) -> Clause {
    let token = tree[word]
    var clause = Clause(
      predicate: word, verb: form == .copular ? "be" : verb(at: word, in: tree),
      label: label(of: word, in: tree),
      form: form, isPassive: isPassive(word, in: tree), surfaceSubjects: [], dependents: [],
      governor: governor,
      relation: token.deprel)
    var subjects: [Int] = []
    var objects: [Int] = []
    let copula = clausalCopula(of: word, in: tree)
    for child in tree.children(of: word) where copula.map({ child > $0 }) ?? true {
      let relation = tree[child].deprel
      switch relation.universal {
      case "nsubj", "csubj": if tree[child].deprel != "expl" { subjects += tree.conjuncts(of: child) }
      case "obj": objects += tree.conjuncts(of: child)
      case "iobj": add(tree.conjuncts(of: child), .indirectObject, to: &clause)
      case "obl", "nmod":
        if form == .copular, relation.universal == "nmod" { continue }
        let preposition = tree.preposition(of: child)
        for conjunct in tree.conjuncts(of: child) {
          let own = tree.preposition(of: conjunct) ?? preposition
          if relation == "obl:agent" || (own == "by" && clause.isPassive), !tree.namesTime(conjunct) {
            add([conjunct], .subject, to: &clause)
          } else {
            add([conjunct], own.map { .oblique($0) } ?? .bare, to: &clause)
          }
        }
      case "ccomp": add([child], .complement, to: &clause)
      case "xcomp":
        add([child], self.form(of: child, in: tree) == nil ? .predicative : .openComplement, to: &clause)
      case "advcl":
        let marker = tree.marker(of: child) ?? ""
        // "called on the court to block it": what is asked for, though the parser takes it for a purpose.
        let isAsked = marker == "to" && asked(by: clause, in: tree) != nil
        add([child], isAsked ? .openComplement : .adverbial(marker), to: &clause)
      case "advmod": add([child], .adverb, to: &clause)
      default: break
      }
    }
    if form == .copular {
      let preposition = tree.preposition(of: word)
      add([word], preposition.map { .oblique($0) } ?? .predicative, to: &clause)
    }
    if tree.child(of: word, "expl") != nil, clause.verb == "be" {
      // "there are no doctors in the village": where it is said to be belongs to the verb.
      for phrase in subjects.flatMap({ tree.children(of: $0, "nmod") }) where tree[phrase].deprel == "nmod" {
        if let preposition = tree.preposition(of: phrase), preposition != "of" {
          add([phrase], .oblique(preposition), to: &clause)
        }
      }
    }
    if subjects.isEmpty { subjects = sharedSubjects(of: &clause, above: above, in: tree) }
    clause.surfaceSubjects = subjects
    if clause.isPassive {
      // "Ukraine was given aid": with an object left, the grammatical subject is who got it.
      add(subjects, objects.isEmpty ? .object : .indirectObject, to: &clause)
    } else {
      add(subjects, .subject, to: &clause)
    }
    if objects.isEmpty, !clause.isPassive, form == .verbal { objects = sharedObjects(of: word, in: tree) }
    add(objects, .object, to: &clause)
    resolveRelative(&clause, above: above, in: tree)
    clause.dependents.sort { $0.word < $1.word }
    return clause
  }

  private func add(_ words: [Int], _ function: Clause.Function, to clause: inout Clause) {
    clause.dependents += words.map { Clause.Dependent(word: $0, function: function) }
  }

  /// "test-fired" → `test-fire`, "fend … off" → `fend off`.
  private func verb(at word: Int, in tree: SyntaxTree) -> String {
    var verb = tree[word].lemma.lowercased()
    if word >= 2, tree[word - 1].form == "-",
      let part = tree.children(of: word).first(where: { $0 == word - 2 })
    {
      verb = tree[part].form.lowercased() + "-" + verb
    }
    for particle in tree.children(of: word, "compound:prt") { verb += " " + tree[particle].form.lowercased() }
    return verb
  }

  /// The predicate with its auxiliaries, negations and particles.
  private func label(of word: Int, in tree: SyntaxTree) -> [Int] {
    var words = [word]
    let copula = clausalCopula(of: word, in: tree)
    for child in tree.children(of: word) where copula.map({ child > $0 }) ?? true {
      switch tree[child].deprel.universal {
      case "aux", "cop": words.append(child)
      case "compound" where tree[child].deprel == "compound:prt": words.append(child)
      case "compound" where child == word - 2 && tree[word - 1].form == "-": words += [child, word - 1]
      case "advmod" where ["not", "never"].contains(tree[child].lemma.lowercased()): words.append(child)
      default: break
      }
    }
    return words.sorted()
  }

  /// Whom a verb with its preposition asks for something: "called on the court to …".
  private func asked(by clause: Clause, in tree: SyntaxTree) -> Int? {
    tree.children(of: clause.predicate, "obl").first { phrase in
      guard let preposition = tree.preposition(of: phrase) else { return false }
      return lexicon.operators("\(clause.verb) \(preposition)").contains {
        $0.complement == .objectInfinitive
      }
    }
  }

  private func isPassive(_ word: Int, in tree: SyntaxTree) -> Bool {
    let relations = tree.children(of: word).map { tree[$0].deprel }
    if relations.contains("nsubj:pass") || relations.contains("aux:pass") || relations.contains("csubj:pass")
    {
      return true
    }
    guard tree[word].xpos == "VBN", !relations.contains(where: { $0.universal == "aux" }) else {
      return false
    }
    switch tree[word].deprel.universal {
    // A participle by itself: "a meeting called by Moscow".
    case "acl", "advcl": return !relations.contains("obj")
    case "conj":
      guard let head = tree[word].head, !relations.contains("nsubj") else { return false }
      return isPassive(head, in: tree)
    case "xcomp": return true
    default: return false
    }
  }

  /// The subject that a clause without one of its own understands.
  private func sharedSubjects(of clause: inout Clause, above: [Int: Clause], in tree: SyntaxTree) -> [Int] {
    let word = clause.predicate
    let token = tree[word]
    guard let head = token.head else { return [] }
    switch token.deprel.universal {
    case "conj":
      guard let first = above[head] else { return [] }
      // "said … and urge": a bare imperative after a full clause has no subject to share.
      return first.surfaceSubjects
    case "xcomp":
      guard let matrix = above[head] else { return [] }
      // "called for China to engage": the object of a verb with a preposition controls as well.
      let prepositional = matrix.dependents.filter {
        if case .oblique(let preposition) = $0.function {
          return lexicon.isPrepositional(matrix.verb, preposition)
        }
        return false
      }.map(\.word)
      let objects = matrix.words(.indirectObject) + matrix.words(.object) + prepositional
      if matrix.isPassive { return matrix.surfaceSubjects }
      if !objects.isEmpty, !lexicon.hasSubjectControl(matrix.verb) { return objects }
      return matrix.surfaceSubjects
    case "advcl":
      guard let matrix = above[head] else { return [] }
      if matrix.words(.openComplement).contains(word), let asked = asked(by: matrix, in: tree) {
        return [asked]
      }
      return matrix.surfaceSubjects
    case "ccomp":
      // "images it said were real": what the relative clause modifies fills the gap below its verb of saying.
      guard let matrix = above[head], matrix.relation == "acl:relcl",
        tree[word].features["VerbForm"] != "Inf",
        !matrix.dependents.contains(where: { isRelative($0.word, in: tree) }),
        let antecedent = tree[head].head
      else { return [] }
      return [antecedent]
    case "acl" where token.deprel == "acl":
      if tree[word].xpos == "VBN" || tree[word].xpos == "VBG", tree.marker(of: word) == nil { return [head] }
      // "its ability to launch attacks": the possessor is who would do it, else who has the noun for its object.
      if let possessor = tree.children(of: head, "nmod").first(where: { tree[$0].deprel == "nmod:poss" }) {
        return [possessor]
      }
      guard let governor = clause.governor, let matrix = above[governor] else { return [] }
      return matrix.words(.object).contains(head) ? matrix.words(.subject) : []
    default: return []
    }
  }

  /// "killed or wounded 500 people": the object of the last conjunct belongs to the first one, too.
  private func sharedObjects(of word: Int, in tree: SyntaxTree) -> [Int] {
    let relations = tree.children(of: word).map { tree[$0].deprel.universal }
    guard !relations.contains("ccomp"), !relations.contains("xcomp"),
      let last = tree.children(of: word, "conj").last, tree[last].upos == .verb,
      tree[last].xpos == tree[word].xpos,
      tree.child(of: last, "nsubj") == nil,
      let conjunction = tree.child(of: last, "cc"),
      ["and", "or"].contains(tree[conjunction].lemma.lowercased()),
      !tree.children(of: word).contains(where: {
        $0 > word && tree[$0].deprel.universal != "conj" && $0 < last
      })
    else { return [] }
    return tree.children(of: last, "obj").flatMap { tree.conjuncts(of: $0) }
  }

  /// Puts what a relative clause modifies in the place of its pronoun, or in the gap where there is none.
  private func resolveRelative(_ clause: inout Clause, above: [Int: Clause], in tree: SyntaxTree) {
    // "the troops that they say were sent": the pronoun may stand below a verb of saying.
    var relative = clause
    while ["ccomp", "xcomp", "conj"].contains(relative.relation.universal), let governor = relative.governor,
      let outer = above[governor]
    {
      relative = outer
    }
    // "a board that is to meet": an infinitive with a relative pronoun is a relative clause as well.
    let hasPronoun = clause.dependents.contains { isRelative($0.word, in: tree) }
    guard relative.relation.rawValue.hasSuffix("relcl") || (relative.relation == "acl" && hasPronoun),
      let antecedent = tree[relative.predicate].head
    else { return }
    let antecedents = tree.conjuncts(of: antecedent)
    var resolved = false
    for index in clause.dependents.indices where isRelative(clause.dependents[index].word, in: tree) {
      resolved = true
      let adverb = ["where", "when", "why", "how"].contains(
        tree[clause.dependents[index].word].lemma.lowercased())
      if adverb {
        clause.dependents[index].function = .oblique(
          tree[clause.dependents[index].word].lemma.lowercased() == "where" ? "in" : "")
      }
      clause.dependents[index].pronoun = clause.dependents[index].word
      clause.dependents[index].word = antecedent
    }
    clause.surfaceSubjects = clause.surfaceSubjects.map { isRelative($0, in: tree) ? antecedent : $0 }
    if resolved || relative.predicate != clause.predicate {
      // "the leaders and ministers who met": a plural antecedent stands for all of its conjuncts only where it is
      // the subject; elsewhere the nearest is meant.
      return
    }
    let functions = clause.dependents.map(\.function)
    let has = { (function: Clause.Function) in functions.contains(function) }
    if !has(.subject), !has(.object), clause.isPassive {
      add([antecedent], .object, to: &clause)
      clause.surfaceSubjects = [antecedent]
    } else if !has(.subject), !clause.isPassive {
      add([antecedent], .subject, to: &clause)
      clause.surfaceSubjects = [antecedent]
    } else if !has(.object), !has(.complement), !has(.openComplement), clause.form == .verbal,
      !clause.isPassive,
      antecedents.contains(antecedent)
    {
      add([antecedent], .object, to: &clause)
    }
  }

  private func isRelative(_ word: Int, in tree: SyntaxTree) -> Bool {
    let token = tree[word]
    return token.features["PronType"] == "Rel"
      || (["WDT", "WP", "WRB"].contains(token.xpos)
        && ["which", "who", "whom", "that", "where", "when"].contains(token.lemma.lowercased()))
  }
}

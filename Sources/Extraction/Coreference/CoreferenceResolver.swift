import KnowledgeGraph
import Linguistics

/// Joins the mentions of a document into chains in one pass from its beginning, the surest rule first
/// (after the multi-pass sieve of Lee et al. 2013).
package struct CoreferenceResolver: Sendable {
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The chains of a document.
  /// - Parameters:
  ///   - mentions: the mentions of the document.
  ///   - trees: its sentences.
  ///   - identities: what outside knowledge says of mentions, by their numbers.
  ///   - speakers: who speaks at a mention, for "I" and "we", by the mention's number.
  /// - Returns: the chains in the order of their first mentions.
  /// - Complexity: linear in the number of mentions; each looks back over a bounded number of chains.
  package func chains(
    of mentions: Mentions, in trees: [SyntaxTree], identities: [Int: NameIdentity], speakers: [Int: Int]
  ) -> CoreferenceChains {
    var discourse = Discourse(lexicon: lexicon, mentions: mentions, trees: trees)
    for mention in mentions.all {
      if let identity = identities[mention.id] {
        discourse.join(mention, identity: identity)
      } else {
        switch mention.form {
        case .name, .adjective: discourse.resolveName(mention)
        case .nominal: discourse.resolveNominal(mention)
        case .pronoun: discourse.resolvePronoun(mention, speaker: speakers[mention.id])
        }
      }
    }
    return CoreferenceChains(discourse.chains)
  }
}

/// What has been spoken of up to some place in a document.
private struct Discourse {
  let lexicon: Lexicon
  let mentions: Mentions
  let trees: [SyntaxTree]
  let quoted: [[Bool]]
  var chains: [CoreferenceChain] = []
  private var features: [Features] = []
  private var byIdentity: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var bySurname: [String: Int] = [:]
  private var byAcronym: [String: Int] = [:]
  private var byHead: [String: [Int]] = [:]
  private var chainOf: [Int: Int] = [:]

  /// What is known of a chain for agreement.
  struct Features {
    var animacy: Animacy
    var isPlural: Bool
    var lastSentence: Int
    var lastWasSubject: Bool
    var lastWasQuoted: Bool
    var modifiers: Set<String>
    var sector: String?
    var country: String?
    var isNamed: Bool
  }

  enum Animacy { case person, people, body, thing }

  init(lexicon: Lexicon, mentions: Mentions, trees: [SyntaxTree]) {
    self.lexicon = lexicon
    self.mentions = mentions
    self.trees = trees
    quoted = Quotation.quotedWords(trees.map(\.sentence))
  }

  // MARK: Names

  mutating func join(_ mention: Mention, identity: NameIdentity) {
    if let chain = byIdentity[identity.id] {
      add(mention, to: chain, identity.reason)
    } else {
      let chain = open(mention, identity.reason)
      chains[chain].identity = identity.id
      byIdentity[identity.id] = chain
    }
  }

  mutating func resolveName(_ mention: Mention) {
    if let chain = apposed(mention) {
      add(mention, to: chain, .apposition)
      register(mention, chain)
      return
    }
    let key = Self.key(text(of: mention))
    if let chain = byName[key] {
      add(mention, to: chain, .name)
      return
    }
    let words = mention.name.map { trees[mention.sentence][$0].form }
    // Whatever the model takes it for, a lone surname of somebody named before means that one.
    if let surname = words.last, let chain = bySurname[surname.lowercased()], words.count == 1 {
      add(mention, to: chain, .alias)
      return
    }
    if words.count == 1, let chain = byAcronym[key.uppercased()], key.count >= 2,
      words[0] == words[0].uppercased()
    {
      add(mention, to: chain, .acronym)
      byName[key] = chain
      return
    }
    let chain = open(mention, .name)
    register(mention, chain)
  }

  private mutating func register(_ mention: Mention, _ chain: Int) {
    let name = text(of: mention)
    byName[Self.key(name)] = byName[Self.key(name)] ?? chain
    let words = name.split(separator: " ")
    if mention.namesPerson, words.count > 1 {
      // Of two people with one surname the later one is meant from here on.
      bySurname[words[words.count - 1].lowercased()] = chain
    } else if words.count > 1 {
      let initials = words.filter { $0.first?.isUppercase == true }.compactMap(\.first)
      if initials.count > 1 { byAcronym[String(initials)] = chain }
    }
  }

  // MARK: Noun phrases

  mutating func resolveNominal(_ mention: Mention) {
    let tree = trees[mention.sentence]
    if let chain = apposed(mention) {
      add(mention, to: chain, .apposition)
      return
    }
    let place = mention.sentence
    // "the Kursk region" is Kursk.
    if lexicon.noun(lemma(of: mention))?.kind == .place,
      let part = tree.children(of: mention.head, "compound").last, part == mention.head - 1,
      let inner = mentions.headed(by: part, in: place), inner.form == .name, let chain = chainOf[inner.id]
    {
      add(mention, to: chain, .alias)
      return
    }
    let described = describe(mention)
    if let chain = antecedent(of: mention, described) {
      add(mention, to: chain, .description)
      features[chain].modifiers.formUnion(described.modifiers)
      if features[chain].country == nil { features[chain].country = described.country }
      byHead[lemma(of: mention), default: []].append(chain)
      return
    }
    let chain = open(mention, .name)
    byHead[lemma(of: mention), default: []].append(chain)
    if described.sector == "MIL" { byHead["MIL", default: []].append(chain) }
  }

  /// The latest chain that a noun phrase can describe again: the same noun with no modifier that contradicts, or
  /// forces of the same state.
  private func antecedent(of mention: Mention, _ described: Features) -> Int? {
    let tree = trees[mention.sentence]
    let determiner = tree.child(of: mention.head, "det").map { tree[$0].lemma.lowercased() }
    let isDefinite =
      determiner.map { ["the", "this", "that", "these", "those", "both"].contains($0) } ?? false
    let candidates =
      (byHead[lemma(of: mention)] ?? []) + (described.sector == "MIL" ? byHead["MIL"] ?? [] : [])
    // Of several forces those are meant that the text is about: its subjects, and what it names most.
    let salience = { (chain: Int) in
      let known = features[chain]
      return min(chains[chain].mentions.count, 5) + (known.lastWasSubject ? 2 : 0) - 3
        * (mention.sentence - known.lastSentence)
    }
    for chain in Set(candidates).sorted(by: { (salience($0), $0) > (salience($1), $1) }) {
      let known = features[chain]
      if described.sector == "MIL", known.sector == "MIL", known.isPlural, described.isPlural {
        // Forces are known by their state, whatever they are called.
        if let country = described.country {
          if known.country == country { return chain }
          continue
        }
        if isDefinite, mention.sentence - known.lastSentence <= 3 { return chain }
        continue
      }
      guard known.isPlural == described.isPlural,
        known.country == described.country || described.country == nil
      else { continue }
      if described.modifiers == known.modifiers, !described.modifiers.isEmpty { return chain }
      if isDefinite, described.modifiers.isSubset(of: known.modifiers),
        mention.sentence - known.lastSentence <= 8
      {
        return chain
      }
    }
    return nil
  }

  // MARK: Pronouns

  mutating func resolvePronoun(_ mention: Mention, speaker: Int?) {
    let token = trees[mention.sentence][mention.head]
    let form = token.form.lowercased()
    // A relative pronoun is what its clause modifies; clauses see to that.
    if token.features["PronType"] == "Rel" { return }
    switch form {
    case "i", "me", "my", "we", "us", "our", "ours", "mine":
      if let speaker, let chain = chainOf[speaker] { add(mention, to: chain, .pronoun) }
    case "he", "him", "his", "she", "her", "hers", "himself", "herself":
      refer(mention) { $0.animacy == .person && !$0.isPlural }
    case "it", "its", "itself":
      if token.deprel == "expl" { return }
      refer(mention) { ($0.animacy == .body || $0.animacy == .thing) && !$0.isPlural }
    case "they", "them", "their", "theirs", "themselves":
      refer(mention) { $0.isPlural || $0.animacy == .people }
    default: return
    }
  }

  /// Joins a pronoun to the most salient chain that agrees: subjects of this and the last two sentences before others.
  private mutating func refer(_ mention: Mention, agreeing: (Features) -> Bool) {
    let tree = trees[mention.sentence]
    let governor = tree[mention.head].head
    var best: (chain: Int, score: Int)?
    for chain in chains.indices.reversed().prefix(60) {
      let known = features[chain]
      let distance = mention.sentence - known.lastSentence
      guard distance <= 2, agreeing(known) else { continue }
      // What the pronoun's own verb already has for another part is somebody else: "Russia thanked it".
      let isReflexive =
        tree[mention.head].form.lowercased().hasSuffix("self")
        || tree[mention.head].form.lowercased().hasSuffix("selves")
      let clashes = chains[chain].mentions.contains { id in
        let other = mentions.all[id]
        return other.sentence == mention.sentence && tree[other.head].head == governor && governor != nil
          && ["nsubj", "obj", "iobj"].contains(tree[other.head].deprel.universal)
          && ["nsubj", "obj", "iobj", "obl"].contains(tree[mention.head].deprel.universal)
      }
      if clashes, !isReflexive { continue }
      var score = -10 * distance + (known.lastWasSubject ? 6 : 0) + (known.isNamed ? 3 : 0)
      score += min(chains[chain].mentions.count, 4)
      if known.animacy == .body { score += 2 }
      // News is told to the media, not about them: "told reporters that they had been given uniforms".
      if known.sector == "MED", hears(chain, above: mention) { score -= 14 }
      // Who is spoken of in a quotation is seldom who is meant outside of it.
      if known.lastWasQuoted != quoted[mention.sentence][mention.head] { score -= 14 }
      if best.map({ score > $0.score }) ?? true { best = (chain, score) }
    }
    if let best { add(mention, to: best.chain, .pronoun) }
  }

  /// Whether a chain is told, in the sentence of a pronoun, what the pronoun is part of.
  private func hears(_ chain: Int, above pronoun: Mention) -> Bool {
    let tree = trees[pronoun.sentence]
    return chains[chain].mentions.reversed().lazy.map { mentions.all[$0] }
      .prefix { $0.sentence == pronoun.sentence }
      .contains { hearer in
        guard let verb = tree[hearer.head].head,
          ["obj", "iobj", "obl"].contains(tree[hearer.head].deprel.universal)
        else { return false }
        return tree.children(of: verb, "ccomp").contains { tree.subtree(of: $0).contains(pronoun.head) }
      }
  }

  // MARK: Chains

  /// The chain of what a mention stands in apposition to: "Robert Wood, the deputy ambassador".
  private func apposed(_ mention: Mention) -> Int? {
    let tree = trees[mention.sentence]
    guard tree[mention.head].deprel == "appos", let head = tree[mention.head].head,
      let other = mentions.headed(by: head, in: mention.sentence), let chain = chainOf[other.id]
    else { return nil }
    let mine = describe(mention)
    // Only likes are one: a person and an office, a body and its description; not a city and its country.
    guard mine.animacy == features[chain].animacy, mine.isPlural == features[chain].isPlural else {
      return nil
    }
    guard chains[chain].identity == nil, !(mention.form == .name && other.form == .name) else { return nil }
    return chain
  }

  private mutating func open(_ mention: Mention, _ reason: Entity.Reason) -> Int {
    chains.append(CoreferenceChain(mentions: [mention.id], reasons: [reason], identity: nil))
    features.append(describe(mention))
    chainOf[mention.id] = chains.count - 1
    return chains.count - 1
  }

  private mutating func add(_ mention: Mention, to chain: Int, _ reason: Entity.Reason) {
    chains[chain].mentions.append(mention.id)
    chains[chain].reasons.append(reason)
    chainOf[mention.id] = chain
    features[chain].lastSentence = mention.sentence
    features[chain].lastWasSubject = isSubject(mention)
    features[chain].lastWasQuoted = quoted[mention.sentence][mention.head]
    if mention.form == .name { features[chain].isNamed = true }
  }

  private func describe(_ mention: Mention) -> Features {
    let tree = trees[mention.sentence]
    let token = tree[mention.head]
    let noun = lexicon.noun(lemma(of: mention))
    let isPlural = token.features["Number"] == "Plur"
    var modifiers: Set<String> = []
    var country: String?
    for child in tree.children(of: mention.head) {
      guard ["amod", "compound", "nmod"].contains(tree[child].deprel.universal),
        tree[child].deprel != "nmod:desc",
        child < mention.head || tree.preposition(of: child) == "of"
      else { continue }
      if let inner = mentions.headed(by: child, in: mention.sentence),
        inner.form != .nominal || child < mention.head,
        let chain = chainOf[inner.id]
      {
        if child < mention.head || tree.preposition(of: child) == "of", let identity = chains[chain].identity,
          identity.hasPrefix("state:")
        {
          country = country ?? identity
        }
        modifiers.insert("#\(chain)")
      } else if tree[child].upos != .pron {
        modifiers.insert(tree[child].lemma.lowercased())
      }
    }
    return Features(
      animacy: animacy(of: mention, noun), isPlural: isPlural, lastSentence: mention.sentence,
      lastWasSubject: isSubject(mention), lastWasQuoted: quoted[mention.sentence][mention.head],
      modifiers: modifiers, sector: noun?.sector, country: country,
      isNamed: mention.form == .name)
  }

  private func animacy(of mention: Mention, _ noun: Lexicon.NounClass?) -> Animacy {
    if mention.namesPerson { return .person }
    switch mention.entityType {
    case .geopoliticalEntity, .organization: return .body
    case .nationalityOrGroup: return mention.form == .adjective ? .body : .people
    case .some(let type) where MentionFinder.named.contains(type): return .thing
    default: break
    }
    if mention.form == .name { return mention.kind == .organization ? .body : .thing }
    let isPlural = trees[mention.sentence][mention.head].features["Number"] == "Plur"
    switch noun?.kind {
    case .group, .person: return isPlural ? .people : .person
    case .organization, .state: return .body
    case .some: return .thing
    case nil:
      return mention.kind == .person
        ? (isPlural ? .people : .person) : mention.kind == .organization ? .body : .thing
    }
  }

  /// Whether it is a subject, or what a subject measures out: "thousands of soldiers left".
  private func isSubject(_ mention: Mention) -> Bool {
    let tree = trees[mention.sentence]
    var word = mention.head
    while tree[word].deprel.universal == "nmod", tree.preposition(of: word) == "of",
      let measure = tree[word].head,
      lexicon.isPartitive(tree[measure].lemma.lowercased())
    {
      word = measure
    }
    return tree[word].deprel.universal == "nsubj"
  }

  private func lemma(of mention: Mention) -> String {
    trees[mention.sentence][mention.head].lemma.lowercased()
  }

  private func text(of mention: Mention) -> String {
    trees[mention.sentence].text(of: mention.name)
  }

  /// A name without its dots and case, for comparison.
  private static func key(_ name: String) -> String {
    String(name.lowercased().replacing("’", with: "'").filter { $0 != "." })
  }
}

import Extraction
import KnowledgeGraph
import Linguistics

/// Finds whose somebody is: the state, or failing that the international body, that words around a mention name.
struct AffiliationFinder: Sendable {
  let gazetteer: Gazetteer
  let mentions: Mentions
  let chains: CoreferenceChains
  let trees: [SyntaxTree]

  /// A country, or the sector of a body that belongs to none.
  struct Affiliation: Sendable, Hashable {
    var country: String?
    var sector: String?
  }

  /// What the mentions of a chain tell, the surest first: who is served by title, whose people or body it is by the
  /// words before it, who is named beside it, and where it is.
  func affiliation(of chain: CoreferenceChain, _ kind: Entity.Kind, among entities: [Entity]) -> Affiliation?
  {
    let mentions = chain.mentions.map { self.mentions.all[$0] }.filter { $0.form != .pronoun }
    for mention in mentions {
      let tree = trees[mention.sentence]
      let beside = tree.children(of: mention.head, "appos")
      let named = (EntityLinker.affiliations(of: mention, in: tree) + beside).lazy
        .filter { self.isApart([$0], in: tree) }
        .compactMap { self.entity(at: $0, of: mention, among: entities) }
      if let state = named.first(where: { $0.kind == .state }) { return Affiliation(country: state.country) }
      guard Self.actors.contains(kind) else { continue }
      if let found = inWords(of: mention, kind, in: tree) { return found }
      // "Oshima, the U.N. coordinator": by the words of what stands in apposition.
      let apposed = beside.lazy.compactMap { self.mentions.headed(by: $0, in: mention.sentence) }
        .filter { $0.entityType != .person }
      if let found = apposed.compactMap({ self.inWords(of: $0, .group, in: tree) }).first { return found }
      if let other = named.first(where: belongs) { return affiliation(as: other) }
    }
    guard Self.actors.contains(kind) else { return nil }
    for mention in mentions {
      let tree = trees[mention.sentence]
      for phrase in tree.children(of: mention.head, "nmod")
      where tree.preposition(of: phrase).map(Self.locating.contains) ?? false {
        if let place = entity(at: phrase, of: mention, among: entities)?.country {
          return Affiliation(country: place)
        }
      }
    }
    return nil
  }

  private static let actors: Set<Entity.Kind> = [.person, .group, .organization, .place]
  private static let locating: Set<String> = [
    "in", "at", "near", "throughout", "across", "inside", "within", "around", "outside",
  ]

  private func entity(at word: Int, of mention: Mention, among entities: [Entity]) -> Entity? {
    guard let inner = mentions.headed(by: word, in: mention.sentence), let chain = chains.chain(of: inner.id),
      chain != chains.chain(of: mention.id)
    else { return nil }
    return entities[chain]
  }

  private func belongs(_ entity: Entity) -> Bool {
    entity.country != nil || entity.sector.map(Self.international.contains) ?? false
  }

  private func affiliation(as entity: Entity) -> Affiliation {
    entity.country.map { Affiliation(country: $0) } ?? Affiliation(sector: entity.sector)
  }

  /// The sectors of bodies that belong to no state.
  static let international: Set<String> = ["IGO", "NGO", "IMG"]

  /// A state, people or body that the mention's own words name: "Serbian Workers' Union", "al-Qaida network"; for a
  /// person, the words before the name.
  private func inWords(of mention: Mention, _ kind: Entity.Kind, in tree: SyntaxTree) -> Affiliation? {
    let own = Set(mention.name)
    var words = Array(mention.words)
    if kind == .person {
      words = words.filter { !own.contains($0) }
    } else {
      words = Set(words).union(own).sorted()
    }
    var start = 0
    while start < words.count {
      for length in stride(from: min(6, words.count - start), through: 1, by: -1) {
        let span = Array(words[start..<(start + length)])
        guard isApart(span, in: tree) else { continue }
        if let found = affiliation(named: tree.text(of: span)) { return found }
      }
      start += 1
    }
    return nil
  }

  /// "ethnic Albanians" are not Albania's, "U.S.-led forces" not all of the U.S.
  private func isApart(_ span: [Int], in tree: SyntaxTree) -> Bool {
    guard let first = span.first, let last = span.last, last - first + 1 == span.count else { return false }
    if first > 0, ["ethnic", "-"].contains(tree[first - 1].form.lowercased()) { return false }
    return last + 1 >= tree.count || tree[last + 1].form != "-"
  }

  private func affiliation(named text: String) -> Affiliation? {
    guard text.unicodeScalars.contains(where: \.properties.isUppercase) else { return nil }
    if let state = gazetteer.state(named: text) ?? gazetteer.state(demonym: text) {
      return Affiliation(country: state.code)
    }
    if let body = gazetteer.body(named: text) {
      if let country = body.country { return Affiliation(country: country) }
      return Self.international.contains(body.sector) ? Affiliation(sector: body.sector) : nil
    }
    if let state = gazetteer.state(capital: text) { return Affiliation(country: state.code) }
    let place = gazetteer.place(demonym: text) ?? gazetteer.place(named: text)
    return place?.country.map { Affiliation(country: $0) }
  }
}

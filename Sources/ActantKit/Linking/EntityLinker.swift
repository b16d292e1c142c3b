import Extraction
import Foundation
import KnowledgeGraph
import Linguistics

/// Makes an entity of every chain: its kind, name, country and sector, its aliases and mentions.
struct EntityLinker: Sendable {
  let gazetteer: Gazetteer
  let lexicon: Lexicon

  /// The entity of each chain, in the chains' order.
  /// - Complexity: linear in the number of mentions.
  func entities(
    of chains: CoreferenceChains, mentions: Mentions, in trees: [SyntaxTree], text: SourceText,
    document: String
  ) -> [Entity] {
    var entities = chains.all.map { chain in
      entity(of: chain, mentions: mentions, in: trees, text: text, document: document)
    }
    let finder = AffiliationFinder(gazetteer: gazetteer, mentions: mentions, chains: chains, trees: trees)
    // Twice, since whose somebody is may hang on who is named later.
    for _ in 0..<2 {
      for (number, chain) in chains.all.enumerated() where chain.identity == nil {
        guard entities[number].country == nil else { continue }
        complete(
          &entities[number], with: finder.affiliation(of: chain, entities[number].kind, among: entities))
      }
    }
    makeUnique(&entities)
    return entities
  }

  private func entity(
    of chain: CoreferenceChain, mentions: Mentions, in trees: [SyntaxTree], text: SourceText, document: String
  ) -> Entity {
    let all = chain.mentions.map { mentions.all[$0] }
    let kind = kind(of: chain, all, in: trees)
    var entity = Entity(id: "", kind: kind, name: name(of: chain, all, kind: kind, in: trees))
    entity.id = chain.identity ?? "\(kind.rawValue):\(slug(entity.name))"
    apply(chain.identity, to: &entity)
    if entity.sector == nil { entity.sector = sector(of: all, kind: kind, in: trees) }
    entity.quantity = all.lazy.compactMap { quantity(of: $0, in: trees[$0.sentence]) }.first
    var counts: [String: Int] = [:]
    var order: [String] = []
    for (mention, reason) in zip(all, chain.reasons) {
      let tree = trees[mention.sentence]
      let range = range(of: mention, in: tree)
      entity.mentions.append(
        Entity.Mention(
          document: document, start: range.lowerBound, end: range.upperBound, text: text[range],
          reason: reason))
      if mention.form != .pronoun, mention.form != .adjective {
        let alias = text[self.range(of: mention.name, in: tree)]
        if counts[alias] == nil { order.append(alias) }
        counts[alias, default: 0] += 1
      }
    }
    entity.aliases = order.filter { $0 != entity.name }.map { Entity.Alias(text: $0, count: counts[$0] ?? 0) }
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    return entity
  }

  // MARK: Kind

  private func kind(of chain: CoreferenceChain, _ all: [Mention], in trees: [SyntaxTree]) -> Entity.Kind {
    if let kind = chain.identity.flatMap({ Entity.Kind(rawValue: String($0.prefix { $0 != ":" })) }) {
      return kind
    }
    if let name = all.first(where: { $0.form == .name }) { return kindOfName(name, in: trees[name.sentence]) }
    guard let first = all.first(where: { $0.form == .nominal }) ?? all.first else { return .concept }
    return kindOfNoun(first, in: trees[first.sentence])
  }

  private func kindOfName(_ mention: Mention, in tree: SyntaxTree) -> Entity.Kind {
    if mention.namesPerson { return .person }
    switch mention.entityType {
    case .organization: return .organization
    case .geopoliticalEntity, .location, .facility: return .place
    case .nationalityOrGroup: return .group
    case .event: return .event
    case .product, .workOfArt, .law: return .object
    default: break
    }
    if let noun = lexicon.noun(tree[mention.head].lemma.lowercased()), noun.kind != .person {
      return noun.kind
    }
    return kind(of: mention.kind)
  }

  private func kindOfNoun(_ mention: Mention, in tree: SyntaxTree) -> Entity.Kind {
    let noun = noun(of: mention, in: tree)
    // People without a name are a group, be it of one.
    if let noun { return noun.kind == .person ? .group : noun.kind }
    return mention.kind == .person ? .group : kind(of: mention.kind)
  }

  /// What a mention's noun means, with the word before it where that makes another of it: "suicide bomber".
  private func noun(of mention: Mention, in tree: SyntaxTree) -> Lexicon.NounClass? {
    let lemma = tree[mention.head].lemma.lowercased()
    if mention.head > 0, ["compound", "amod"].contains(tree[mention.head - 1].deprel),
      tree[mention.head - 1].head == mention.head,
      let noun = lexicon.noun(tree[mention.head - 1].lemma.lowercased() + " " + lemma)
    {
      return noun
    }
    return lexicon.noun(lemma)
  }

  private func kind(of kind: MentionKind?) -> Entity.Kind {
    switch kind {
    case .person: .group
    case .organization: .organization
    case .place: .place
    case .object, .plant, .substance, .animal: .object
    case .event: .event
    case .abstract, .time, nil: .concept
    }
  }

  // MARK: Names

  private func name(of chain: CoreferenceChain, _ all: [Mention], kind: Entity.Kind, in trees: [SyntaxTree])
    -> String
  {
    if let known = chain.identity.flatMap({ gazetteer.name(ofID: $0) }) { return known }
    let names = all.filter { $0.form == .name }.map { trees[$0.sentence].text(of: $0.name) }
    if kind == .person, let longest = names.max(by: { $0.count < $1.count }) { return longest }
    if let first = names.first { return first }
    guard let first = all.first else { return "" }
    return trees[first.sentence].text(of: first.name)
  }

  private func range(of mention: Mention, in tree: SyntaxTree) -> Range<Int> {
    let start = tree[mention.words.lowerBound].range.lowerBound
    return start..<max(start, tree[mention.words.upperBound - 1].range.upperBound)
  }

  private func range(of words: [Int], in tree: SyntaxTree) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    let start = tree[first].range.lowerBound
    return start..<max(start, tree[last].range.upperBound)
  }

  // MARK: Country, sector, quantity

  private func apply(_ identity: String?, to entity: inout Entity) {
    guard let identity else { return }
    if let state = gazetteer.state(ofID: identity) {
      entity.country = state.code
      entity.sector = "GOV"
      entity.identifiers["iso3166-1"] = state.code
    } else if let body = gazetteer.body(ofID: identity) {
      entity.country = body.country
      entity.sector = body.sector
    } else if let country = gazetteer.country(ofPlaceID: identity) {
      entity.country = country
    }
  }

  private func sector(of all: [Mention], kind: Entity.Kind, in trees: [SyntaxTree]) -> String? {
    guard [.person, .group, .organization].contains(kind) else { return nil }
    for mention in all {
      let tree = trees[mention.sentence]
      if let title = Title(of: mention, in: tree, gazetteer: gazetteer), let sector = title.sector {
        return sector
      }
      if mention.form == .nominal, let sector = noun(of: mention, in: tree)?.sector {
        return sector
      }
    }
    return nil
  }

  /// Gives an entity the country that it belongs to, or the sector of the international body that it serves; of a person
  /// of whom the text says neither, the office that everybody knows.
  private func complete(_ entity: inout Entity, with affiliation: AffiliationFinder.Affiliation?) {
    if let country = affiliation?.country {
      entity.country = country
    } else if let sector = affiliation?.sector, [.person, .group, .organization].contains(entity.kind) {
      entity.sector = sector
    } else if entity.kind == .person,
      let person = ([entity.name] + entity.aliases.map(\.text)).lazy.compactMap(person).first
    {
      entity.country = person.country
      entity.sector = entity.sector ?? person.sector
    }
  }

  /// The person of a name, titles before it left aside: "President Bill Clinton".
  private func person(named name: String) -> Gazetteer.Person? {
    if let person = gazetteer.person(named: name) { return person }
    let words = name.split(separator: " ")
    guard words.count > 2 else { return nil }
    return (1...(words.count - 2)).lazy
      .compactMap { self.gazetteer.person(named: words.dropFirst($0).joined(separator: " ")) }.first
  }

  /// The words before or beside a mention that may name the state it belongs to: "North Korean soldiers", "Moscow's
  /// forces", "South Korean Defense Minister Kim", "the deputy ambassador, …".
  static func affiliations(of mention: Mention, in tree: SyntaxTree) -> [Int] {
    var words: [Int] = []
    var open = [mention.head]
    if tree[mention.head].deprel == "appos", let head = tree[mention.head].head { open.append(head) }
    for head in open {
      for child in tree.children(of: head) {
        switch tree[child].deprel {
        case "amod", "compound", "nmod:poss": words.append(child)
        case "nmod:desc", "appos", "flat":
          words += tree.children(of: child).filter {
            ["amod", "compound", "nmod:poss"].contains(tree[$0].deprel)
              || (tree[$0].deprel == "nmod" && ["of", "for"].contains(tree.preposition(of: $0)))
          }
        case "nmod" where ["of", "from"].contains(tree.preposition(of: child)): words.append(child)
        default: break
        }
      }
    }
    return words
  }

  private func quantity(of mention: Mention, in tree: SyntaxTree) -> String? {
    guard let number = tree.child(of: mention.head, "nummod") else { return nil }
    return tree.text(of: tree.subtree(of: number))
  }

  // MARK: Ids

  /// Two things that would have one id are told apart by a number, in the order of the text.
  private func makeUnique(_ entities: inout [Entity]) {
    var count: [String: Int] = [:]
    for index in entities.indices {
      let id = entities[index].id
      count[id, default: 0] += 1
      if let n = count[id], n > 1 { entities[index].id = "\(id)-\(n)" }
    }
  }
}

import Extraction
import KnowledgeGraph
import Linguistics

/// Finds what holds without happening: the offices that people are said to hold, and whom they serve.
struct RelationFinder: Sendable {
  let gazetteer: Gazetteer

  /// The relations of a document, each once, with the sentence that says it first.
  func relations(
    chains: CoreferenceChains, entities: [Entity], mentions: Mentions, propositions: [Proposition],
    in trees: [SyntaxTree], document: String
  ) -> [Relation] {
    var result: [Relation] = []
    var seen: Set<[String]> = []
    func add(_ subject: String, _ title: String, _ object: String?, _ sentence: Int) {
      guard seen.insert([subject, title.lowercased(), object ?? ""]).inserted else { return }
      // The same office again without saying whose is no news.
      if object == nil,
        result.contains(where: { $0.subject == subject && $0.title?.lowercased() == title.lowercased() })
      {
        return
      }
      let range = trees[sentence].sentence.range
      result.append(
        Relation(
          id: "\(document)/r\(result.count + 1)", type: .position, subject: subject, title: title,
          object: object,
          evidence: Evidence(
            document: document, sentence: sentence, start: range.lowerBound, end: range.upperBound)))
    }
    for mention in mentions.all where mention.form == .name {
      guard let chain = chains.chain(of: mention.id), entities[chain].kind == .person else { continue }
      let tree = trees[mention.sentence]
      guard let title = Title(of: mention, in: tree, gazetteer: gazetteer) else { continue }
      add(
        entities[chain].id, title.text,
        served(by: title, mention.sentence, chains: chains, entities: entities, mentions: mentions),
        mention.sentence)
    }
    // "Cho is the foreign minister of South Korea."
    for proposition in propositions where proposition.verb == "be" && proposition.polarity == .positive {
      guard let subject = proposition.mentions(.agent).first, let chain = chains.chain(of: subject),
        entities[chain].kind == .person, let office = proposition.mentions(.attribute).first
      else { continue }
      let mention = mentions.all[office]
      guard let title = Title(of: mention, in: trees[mention.sentence], gazetteer: gazetteer, isOffice: true)
      else { continue }
      add(
        entities[chain].id, title.text,
        served(by: title, mention.sentence, chains: chains, entities: entities, mentions: mentions),
        mention.sentence)
    }
    return result
  }

  private func served(
    by title: Title, _ sentence: Int, chains: CoreferenceChains, entities: [Entity], mentions: Mentions
  ) -> String? {
    let found = title.served.lazy.compactMap { mentions.headed(by: $0, in: sentence) }
      .compactMap { chains.chain(of: $0.id) }.map { entities[$0] }
    return (found.first { $0.kind == .state } ?? found.first { $0.kind == .organization })?.id
  }
}

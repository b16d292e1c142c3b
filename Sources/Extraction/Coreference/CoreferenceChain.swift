package import KnowledgeGraph

/// The mentions of a document that refer to one thing, and why each is thought to.
package struct CoreferenceChain: Sendable, Hashable {
  /// The mentions in the order of the text.
  package var mentions: [Int]
  /// For each of them, how it was resolved.
  package var reasons: [Entity.Reason]
  /// What outside knowledge says that they refer to, such as a state's code.
  package var identity: String?
}

/// The chains of a document, found by mention.
package struct CoreferenceChains: Sendable {
  package let all: [CoreferenceChain]
  private let ofMention: [Int: Int]

  package init(_ all: [CoreferenceChain]) {
    self.all = all
    var ofMention: [Int: Int] = [:]
    for (number, chain) in all.enumerated() {
      for mention in chain.mentions { ofMention[mention] = number }
    }
    self.ofMention = ofMention
  }

  /// The number of the chain that a mention is in; unresolved pronouns are in none.
  package func chain(of mention: Int) -> Int? { ofMention[mention] }
}

/// What outside knowledge says that a name refers to.
package struct NameIdentity: Sendable, Hashable {
  /// The thing's id.
  package var id: String
  /// Whether the name is the thing's own, another of its names, or stands for it.
  package var reason: Entity.Reason

  package init(id: String, reason: Entity.Reason) {
    self.id = id
    self.reason = reason
  }
}

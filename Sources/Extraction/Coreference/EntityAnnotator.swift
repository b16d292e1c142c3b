public import Linguistics

/// Marks the entities of a document, those mentioned once too, as GUM and CorefUD do in the `Entity` of MISC.
public struct EntityAnnotator: Sendable {
  private let resolver: LearntResolver

  /// Opens the model that comes with Actant.
  /// - Throws: `LexiconError` where its file is missing or damaged.
  public init() throws(LexiconError) { resolver = try LearntResolver() }

  /// For each word of each sentence the brackets that open and close at it, most often none: `(1-person(2-place)`,
  /// `1)`. The number is the entity's in the document, what follows its kind.
  /// - Complexity: linear in the number of words, but for the depth of the trees.
  public func brackets(in document: Document) -> [[String]] {
    let trees = document.sentences.map(SyntaxTree.init)
    let expressions = ReferringExpressionFinder().expressions(in: trees)
    var marked: [[Mark]] = trees.map { _ in [] }
    var taken: [Set<Range<Int>>] = trees.map { _ in [] }
    var number = 0
    for entity in resolver.entities(of: expressions, in: trees) {
      let members = entity.map { expressions[$0] }
      if members.count == 1, !Self.standsAlone(members[0]) { continue }
      number += 1
      let kind = Self.kind(of: members)
      for member in members {
        // Of two mentions with the same words one is enough.
        guard taken[member.sentence].insert(member.words).inserted else { continue }
        marked[member.sentence].append(Mark(words: member.words, entity: number, kind: kind))
      }
    }
    return zip(trees, marked).map { Self.brackets($1, count: $0.count) }
  }

  private struct Mark {
    let words: Range<Int>
    let entity: Int
    let kind: MentionKind
  }

  /// Whether an expression is a mention even if nothing else refers to the same.
  private static func standsAlone(_ expression: ReferringExpression) -> Bool {
    if expression.isClause || expression.isCoordination || expression.isRelative { return false }
    return expression.relation != .compound || expression.isName
  }

  /// The kind that most mentions have, of names and nouns where there are any; of equals the first.
  private static func kind(of members: [ReferringExpression]) -> MentionKind {
    let telling = members.filter { $0.pronoun == nil && !$0.isClause }
    var counts: [MentionKind: Int] = [:]
    var best = members[0].kind
    for member in telling.isEmpty ? members : telling {
      counts[member.kind, default: 0] += 1
      if counts[member.kind, default: 0] > counts[best, default: 0] { best = member.kind }
    }
    return best
  }

  private static func brackets(_ marks: [Mark], count: Int) -> [String] {
    var brackets = [String](repeating: "", count: count)
    let nested = marks.sorted {
      ($0.words.lowerBound, -$0.words.upperBound) < ($1.words.lowerBound, -$1.words.upperBound)
    }
    for mark in nested {
      let end = mark.words.count == 1 ? ")" : ""
      brackets[mark.words.lowerBound] += "(\(mark.entity)-\(mark.kind.rawValue)\(end)"
    }
    for mark in nested.reversed() where mark.words.count > 1 {
      brackets[mark.words.upperBound - 1] += "\(mark.entity))"
    }
    return brackets
  }
}

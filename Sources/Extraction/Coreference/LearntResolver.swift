package import Foundation
import Linguistics

/// Joins the expressions of a document into entities by a trained model: from the beginning of the text on, each goes
/// on with the best of the entities so far, or is new (mention ranking, Denis and Baldridge 2008, with features of
/// entities as in Clark and Manning 2016).
package struct LearntResolver: Sendable {
  private let model: AntecedentModel

  /// Opens the model in a folder; by default the one that comes with Actant.
  /// - Throws: `LexiconError` where the file is missing, damaged or of another version.
  package init(folder: URL? = nil) throws(LexiconError) {
    model = try AntecedentModel(folder: folder ?? Bundle.module.bundleURL.appending(path: "Resources"))
  }

  init(model: AntecedentModel) { self.model = model }

  /// The entities of a document, each as the numbers of its expressions in order; in the order of their first
  /// expressions.
  /// - Complexity: linear in the number of expressions, each of which looks back at `farthest` and a few that match.
  package func entities(of expressions: [ReferringExpression], in trees: [SyntaxTree]) -> [[Int]] {
    let features = AntecedentFeatures(expressions: expressions, trees: trees)
    let values = features.expressionValues()
    let width = ExpressionTemplate.allCases.count
    let prepared = expressions.indices.map { model.prepare(values[$0 * width..<($0 + 1) * width]) }
    var entities: [DiscourseEntity] = []
    var entityOf: [Int] = []
    var index: [Int: [Int]] = [:]
    var row = [Int](repeating: 0, count: PairTemplate.allCases.count)
    for expression in expressions {
      var best: (entity: Int, score: Float)?
      if !expression.isClause {
        var (agreeing, matching) = (0, 0)
        for candidate in Self.candidates(for: expression, among: expressions, index) {
          let antecedent = expressions[candidate]
          let entity = entityOf[candidate]
          features.write(antecedent, expression, entities[entity], into: &row)
          if entities[entity].agrees(with: expression, last: antecedent) {
            row[17] = 1 + min(agreeing, 4)
            agreeing += 1
          }
          if (1...5).contains(row[3]) {
            row[18] = 1 + min(matching, 4)
            matching += 1
          }
          let score = model.score(prepared[candidate], prepared[expression.id], row)
          if score > best?.score ?? prepared[expression.id].newness { best = (entity, score) }
        }
      }
      if let best {
        entityOf.append(best.entity)
      } else {
        entityOf.append(entities.count)
        entities.append(DiscourseEntity())
      }
      entities[entityOf[expression.id]].add(expression)
      for key in Self.keys(of: expression) { index[key, default: []].append(expression.id) }
    }
    return entities.map(\.expressions)
  }

  /// How many expressions before it an expression looks back at, and how many antecedents it may have at most.
  private static let (farthest, most, matches) = (40, 56, 5)

  /// The possible antecedents of an expression, the nearest first, then older ones of a like head.
  private static func candidates(
    for anaphor: ReferringExpression, among expressions: [ReferringExpression], _ index: [Int: [Int]]
  ) -> [Int] {
    let takesClauses = takesClauses(anaphor)
    var found: [Int] = []
    for candidate in (max(0, anaphor.id - farthest)..<anaphor.id).reversed() {
      let antecedent = expressions[candidate]
      if antecedent.isClause, !takesClauses || anaphor.sentence - antecedent.sentence > 2 { continue }
      found.append(candidate)
    }
    for key in keys(of: anaphor) {
      for candidate in (index[key] ?? []).suffix(matches).reversed() where !found.contains(candidate) {
        found.append(candidate)
      }
    }
    return Array(found.prefix(most))
  }

  private static func takesClauses(_ anaphor: ReferringExpression) -> Bool {
    switch anaphor.pronoun {
    case .this, .that, .it, .which, .these, .those: true
    case .some: false
    case nil:
      !anaphor.isName && [.event, .abstract].contains(anaphor.kind)
        && anaphor.determiner.isDefinite
    }
  }

  /// What an expression is found again by, however far back; pronouns of persons have negative keys.
  private static func keys(of expression: ReferringExpression) -> [Int] {
    if expression.isClause { return [] }
    if let pronoun = expression.pronoun {
      return [.i, .we, .you, .he, .she].contains(pronoun) ? [-1 - pronoun.rawValue] : []
    }
    guard expression.isName else { return [expression.lemma] }
    return [expression.lemma] + expression.nameWords.filter { $0 != expression.lemma }
      + (expression.initialsKey.map { [$0] } ?? [])
  }
}

import Foundation
import Linguistics

/// How likely a tuple is to be right: a logistic model over what is seen of it, one for each view.
///
/// `confidence.tsv` has the weights, which `Training/confidence.py` fits.
struct ConfidenceModel: Sendable {
  private var weights: [String: [String: Double]] = [:]

  /// Reads the weights: view, feature, weight.
  init(folder: URL) throws(LexiconError) {
    let table = try RuleTable("confidence.tsv", in: folder, fields: 3)
    for row in table.rows {
      guard let weight = Double(row.fields[2]), weight.isFinite else {
        throw table.error(row, "“\(row.fields[2])” is no number")
      }
      guard ViewReader.View(rawValue: row.fields[0]) != nil else {
        throw table.error(row, "“\(row.fields[0])” is no view")
      }
      weights[row.fields[0], default: [:]][row.fields[1]] = weight
    }
  }

  /// A tuple's confidence, from 0 to 1.
  func confidence(_ tuple: Tuple, _ view: ViewReader.View, in tree: SyntaxTree) -> Double {
    let known = weights[view.rawValue] ?? [:]
    var sum = 0.0
    for (name, value) in Self.features(tuple, in: tree) { sum += (known[name] ?? 0) * value }
    return 1 / (1 + exp(-sum))
  }

  /// What is seen of a tuple: its cues, and how long and how scattered it is.
  static func features(_ tuple: Tuple, in tree: SyntaxTree) -> [(name: String, value: Double)] {
    var features = tuple.cues.map { (name: $0, value: 1.0) }
    features.append(("bias", 1))
    let words = { (parts: [Tuple.Part]) in
      parts.compactMap { part -> Int? in if case .word(let word) = part { word } else { nil } }
    }
    let subject = words(tuple.arguments.first ?? [])
    let rest = tuple.arguments.dropFirst().flatMap(words)
    let relation = words(tuple.relation)
    let all = subject + relation + rest
    let spread = (all.max() ?? 0) - (all.min() ?? 0) + 1 - Set(all).count
    features.append(("log sentence", log(Double(tree.count))))
    features.append(("log subject", log(Double(1 + subject.count))))
    features.append(("log relation", log(Double(1 + relation.count))))
    features.append(("log rest", log(Double(1 + rest.count))))
    features.append(("log skipped", log(Double(1 + max(0, spread)))))
    if let first = subject.last, let verb = relation.first, verb < first { features.append(("inverted", 1)) }
    if subject.count == 1, let word = subject.first, tree[word].upos == .pron {
      features.append((tree[word].features["PronType"] == "Prs" ? "pronoun" : "other pronoun", 1))
    }
    if rest.contains(where: { tree[$0].upos == .verb }) { features.append(("verb in rest", 1)) }
    if rest.contains(where: { tree[$0].upos == .cconj }) { features.append(("conjunction in rest", 1)) }
    if subject.contains(where: { tree[$0].upos == .cconj }) { features.append(("conjunction in subject", 1)) }
    if subject.contains(where: { tree[$0].upos == .verb }) { features.append(("verb in subject", 1)) }
    if tuple.arguments.count < 2 || rest.isEmpty { features.append(("no object", 1)) }
    return features
  }
}

import Extraction
import Foundation
import KnowledgeGraph
import Linguistics

/// Recognises what names refer to, by the gazetteer and by how they are used: "Moscow has sent" is Russia, "in
/// Moscow" is a place.
struct NameLinker: Sendable {
  let gazetteer: Gazetteer

  /// What the gazetteer says of each mention that it knows.
  /// - Complexity: linear in the number of mentions.
  func identities(of mentions: Mentions, in trees: [SyntaxTree]) -> [Int: NameIdentity] {
    let surnames = surnames(in: mentions, trees)
    var result: [Int: NameIdentity] = [:]
    for mention in mentions.all where mention.form == .name || mention.form == .adjective {
      // Where Lloyd Austin is spoken of, "Austin" is no city.
      if mention.name.count == 1, surnames.contains(trees[mention.sentence][mention.name[0]].form) {
        continue
      }
      result[mention.id] = identity(of: mention, in: trees[mention.sentence])
    }
    return result
  }

  private func surnames(in mentions: Mentions, _ trees: [SyntaxTree]) -> Set<String> {
    Set(
      mentions.all.compactMap { mention in
        guard mention.entityType == .person, mention.name.count > 1, let last = mention.name.last else {
          return nil
        }
        return trees[mention.sentence][last].form
      })
  }

  private func identity(of mention: Mention, in tree: SyntaxTree) -> NameIdentity? {
    let name = tree.text(of: mention.name)
    // "Jordan" the basketball player: what the model takes for a person is no state.
    if mention.entityType == .person { return nil }
    if let state = gazetteer.state(named: name) {
      return NameIdentity(id: "state:\(state.code)", reason: reason(for: name, of: state))
    }
    if let state = gazetteer.state(seat: name) {
      return NameIdentity(id: "state:\(state.code)", reason: .metonymy)
    }
    if let body = gazetteer.body(named: name) {
      return NameIdentity(id: "organization:\(slug(body.name))", reason: name == body.name ? .name : .alias)
    }
    if let state = gazetteer.state(capital: name) {
      if acts(mention, in: tree) { return NameIdentity(id: "state:\(state.code)", reason: .metonymy) }
      return NameIdentity(id: "place:\(slug(name))", reason: .name)
    }
    if let state = gazetteer.state(demonym: name) {
      // "Russian forces" and "the Russians" are Russia's; "many Russians" are people.
      if mention.form == .adjective { return NameIdentity(id: "state:\(state.code)", reason: .alias) }
      if tree.child(of: mention.head, "det").map({ tree[$0].lemma == "the" }) == true,
        mention.words.count <= 2
      {
        return NameIdentity(id: "state:\(state.code)", reason: .metonymy)
      }
      return nil
    }
    if let place = gazetteer.place(named: name) {
      return NameIdentity(id: "place:\(slug(place.name))", reason: .name)
    }
    return nil
  }

  private func reason(for name: String, of state: Gazetteer.State) -> Entity.Reason {
    if name == state.name { return .name }
    let letters = name.filter { $0 != "." }
    return letters.count > 1 && letters.allSatisfy(\.isUppercase) ? .acronym : .alias
  }

  /// Whether a capital is spoken of as one who acts, not as a place.
  private func acts(_ mention: Mention, in tree: SyntaxTree) -> Bool {
    var head = mention.head
    while tree[head].deprel == "conj", let first = tree[head].head, tree.isNominal(first) { head = first }
    switch tree[head].deprel {
    case "nsubj", "nsubj:pass", "nmod:poss", "obl:agent", "iobj", "nsubj:outer":
      return tree.child(of: head, "cop") == nil
    case "obj":
      guard let verb = tree[head].head else { return false }
      return !["leave", "reach", "visit", "enter", "tour", "hit", "strike", "capture", "shell"].contains(
        tree[verb].lemma)
    default:
      let preposition = tree.preposition(of: head) ?? tree.preposition(of: mention.head)
      return ["by", "with", "against", "between", "alongside"].contains(preposition)
    }
  }
}

/// A name as part of an id: lower case, ASCII letters and digits, other characters as hyphens.
func slug(_ name: String) -> String {
  var result = ""
  for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
    case ".", "'", "’": continue
    // Marks that decomposition sets apart from their letters.
    case "\u{300}"..."\u{36F}": continue
    case _ where scalar.properties.isAlphabetic: result.unicodeScalars.append(scalar)
    default: if !result.isEmpty, !result.hasSuffix("-") { result += "-" }
    }
    if result.utf8.count >= 80 { break }
  }
  while result.hasSuffix("-") { result.removeLast() }
  return result.isEmpty ? "x" : result
}

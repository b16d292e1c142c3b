import KnowledgeGraph

/// An action's verb as an edge's label has it: "trains", "may have provided", "not deployed".
enum VerbPhrase {
  private static let modals: Set<String> = [
    "can", "could", "may", "might", "must", "shall", "should", "will", "would",
  ]
  private static let auxiliaries: Set<String> = [
    "am", "are", "be", "been", "being", "did", "do", "does", "get", "got", "had", "has", "have", "is",
    "never", "not",
    "n't", "was", "were", "'s", "'re", "'ve", "’s", "’re", "’ve",
  ]

  /// The phrase for an action.
  /// - Parameters:
  ///   - action: The action.
  ///   - isPlural: Whether those that do it are many: "train", not "trains".
  ///   - isPassive: Whether it is said of those that it is done to.
  /// - Returns: The phrase, without what it is done to.
  static func phrase(for action: Action, isPlural: Bool = false, isPassive: Bool = false) -> String {
    let isNegative = action.polarity == .negative
    let words = DisplayText.cleaned(action.label).lowercased().split(separator: " ").map(String.init)
    let verb = DisplayText.cleaned(action.verb)
    if isPassive {
      if words.contains(where: modals.contains) { return words.joined(separator: " ") }
      let participle = words.filter { !isAuxiliary($0) }.joined(separator: " ")
      return (isNegative ? "not " : "") + (participle.isEmpty ? verb : participle)
    }
    let third = isPlural ? (verb == "be" ? "are" : verb) : thirdPerson(of: verb)
    let not = isNegative ? "not " : ""
    switch action.modality {
    case .asserted where action.tense == .future: return "will \(not)\(verb)"
    case .asserted where isNegative: return denied(verb, words: words, isPlural: isPlural)
    case .asserted: return third
    case .possible: return modalPhrase(words, verb: verb) ?? "may \(not)\(verb)"
    case .necessary: return modalPhrase(words, verb: verb) ?? "must \(not)\(verb)"
    case .conditional: return modalPhrase(words, verb: verb) ?? "would \(not)\(verb)"
    case .probable: return isNegative ? "probably does not \(verb)" : "probably \(third)"
    case .intended: return (isPlural ? "plan " : "plans ") + "\(not)to \(verb)"
    case .requested: return (isPlural ? "are asked " : "is asked ") + "\(not)to \(verb)"
    case .questioned: return (isNegative ? "does not \(verb)" : third) + "?"
    }
  }

  /// The third person singular of a verb and its particle: "fends off", "test-fires", "carries out".
  static func thirdPerson(of verb: String) -> String {
    guard let end = verb.firstIndex(of: " ") else { return inflected(verb) }
    return inflected(String(verb[..<end])) + verb[end...]
  }

  private static func inflected(_ word: String) -> String {
    switch word {
    case "be": return "is"
    case "have": return "has"
    case _ where modals.contains(word): return word
    default: break
    }
    let letters = Array(word.lowercased())
    guard let last = letters.last else { return word }
    let before = letters.dropLast().last ?? " "
    let isAfterVowel = "aeiou".contains(before)
    switch last {
    case "y" where !isAfterVowel && letters.count > 1: return word.dropLast() + "ies"
    case "z" where isAfterVowel && letters.count < 5: return word + "zes"
    case "s", "x", "z": return word + "es"
    case "h" where before == "s" || before == "c": return word + "es"
    case "o" where !isAfterVowel: return word + "es"
    default: return word + "s"
    }
  }

  /// "does not deploy", or in the text's own perfect, "not deployed".
  private static func denied(_ verb: String, words: [String], isPlural: Bool) -> String {
    let isPerfect = words.contains { ["has", "have", "had", "hasn't", "haven't", "hadn't"].contains($0) }
    let participle = words.filter { !isAuxiliary($0) }.joined(separator: " ")
    if isPerfect, !participle.isEmpty, !participle.hasSuffix("ing") { return "not " + participle }
    if verb == "be" { return isPlural ? "are not" : "is not" }
    return (isPlural ? "do not " : "does not ") + verb
  }

  /// The text's own words where they begin with a modal verb, in the active voice: "may have provided".
  private static func modalPhrase(_ words: [String], verb: String) -> String? {
    guard let first = words.first, modals.contains(first), words.count > 1 else { return nil }
    guard let be = words.firstIndex(where: { $0 == "be" || $0 == "been" }), be + 1 < words.count,
      !words[be + 1].hasSuffix("ing")
    else { return words.joined(separator: " ") }
    // A passive: "may have been provided" is "may have provided" of whoever did it, "may be provided" is "may
    // provide".
    if words[be] == "been" { return (words[..<be] + words[(be + 1)...]).joined(separator: " ") }
    return (words[..<be] + [verb]).joined(separator: " ")
  }

  private static func isAuxiliary(_ word: String) -> Bool {
    auxiliaries.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
  }
}

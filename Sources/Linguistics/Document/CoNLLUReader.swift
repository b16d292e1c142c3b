extension Document {
  /// Reads CoNLL-U (https://universaldependencies.org/format.html).
  ///
  /// The text is that of the `# text` comments, or else is put together from the forms and `SpaceAfter=No`;
  /// sentences follow each other after a space, paragraphs (`# newpar`, `# newdoc`) after a blank line. Comments,
  /// multiword tokens and, of MISC, `NER` and `Kind` are kept; empty nodes, DEPS and the rest of MISC are not.
  /// - Throws: `LinguisticsError.invalidCoNLLU` with the line where the format is broken.
  /// - Complexity: O(*n*) in the length of the input.
  public init(conllu: String) throws(LinguisticsError) {
    var text = CoNLLUText()
    var sentences: [Sentence] = []
    var block = CoNLLUBlock()
    var number = 0
    for bytes in conllu.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
      if let first = line.first {
        if first == UInt8(ascii: "#") {
          try block.addComment(String(Substring(line)), line: number)
        } else {
          try block.addRow(line, line: number)
        }
      } else if !block.isEmpty {
        sentences.append(try block.sentence(addingTo: &text))
        block = CoNLLUBlock()
      }
    }
    if !block.isEmpty { sentences.append(try block.sentence(addingTo: &text)) }
    self.init(text: SourceText(text.string), sentences: sentences)
  }
}

/// The lines of one sentence as they are read.
private struct CoNLLUBlock {
  private var comments: [String] = []
  private var firstLine = 0
  private var lines: [Int] = []
  private var tokens: [Token] = []
  private var heads: [Int?] = []
  private var entityTags: [Substring?] = []
  private var multiwordTokens: [MultiwordToken] = []

  var isEmpty: Bool { comments.isEmpty && tokens.isEmpty }

  mutating func addComment(_ comment: String, line: Int) throws(LinguisticsError) {
    guard tokens.isEmpty, multiwordTokens.isEmpty else {
      throw .invalidCoNLLU(line: line, reason: "a comment after the sentence's first word")
    }
    if comments.isEmpty { firstLine = line }
    comments.append(comment)
  }

  mutating func addRow(_ row: Substring.UTF8View, line: Int) throws(LinguisticsError) {
    func invalid(_ reason: String) -> LinguisticsError { .invalidCoNLLU(line: line, reason: reason) }
    let columns = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      Substring($0)
    }
    guard columns.count == 10 else { throw invalid("\(columns.count) columns") }
    if let empty = columns.firstIndex(where: \.isEmpty) { throw invalid("column \(empty + 1) is empty") }
    if comments.isEmpty, tokens.isEmpty { firstLine = line }
    let id = columns[0]
    let expected = tokens.count + 1
    if id.contains(".") {
      let parts = id.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, Int(parts[0]) == expected - 1, let part = Int(parts[1]), part > 0 else {
        throw invalid("the id \(id) of an empty node does not follow word \(expected - 1)")
      }
      return
    }
    var spaceAfter = true
    var kind: MentionKind?
    var entityTag: Substring?
    for field in columns[9].split(separator: "|") {
      if field == "SpaceAfter=No" {
        spaceAfter = false
      } else if field.hasPrefix("Kind=") {
        guard let value = MentionKind(rawValue: String(field.dropFirst(5))) else {
          throw invalid("unknown \(field)")
        }
        kind = value
      } else if field.hasPrefix("NER="), field != "NER=O" {
        entityTag = field.dropFirst(4)
      }
    }
    if id.contains("-") {
      let ends = id.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count == 2, let first = ends[0], let last = ends[1], first == expected, last >= first,
        multiwordTokens.last.map({ $0.words.upperBound < expected }) ?? true
      else { throw invalid("the ids \(id) of a multiword token do not begin at \(expected)") }
      multiwordTokens.append(
        MultiwordToken(
          words: first - 1..<last, form: String(columns[1]), range: 0..<0, spaceAfter: spaceAfter))
      return
    }
    guard Int(id) == expected else { throw invalid("the id is \(id), not \(expected)") }
    guard columns[3] == "_" || UPOS(rawValue: String(columns[3])) != nil else {
      throw invalid("\(columns[3]) is no universal part of speech")
    }
    if columns[6] == "_" {
      heads.append(nil)
    } else if let head = Int(columns[6]), head >= 0 {
      heads.append(head)
    } else {
      throw invalid("the head \(columns[6]) is no id")
    }
    lines.append(line)
    entityTags.append(entityTag)
    tokens.append(
      Token(
        form: String(columns[1]), lemma: String(columns[2]), upos: UPOS(rawValue: String(columns[3])) ?? .x,
        xpos: String(columns[4]), features: Features(String(columns[5])),
        deprel: columns[7] == "_" ? .dep : Deprel(rawValue: String(columns[7])), spaceAfter: spaceAfter,
        kind: kind))
  }

  /// The sentence, its text added to that of the sentences before it.
  mutating func sentence(addingTo text: inout CoNLLUText) throws(LinguisticsError) -> Sentence {
    guard !tokens.isEmpty else {
      throw .invalidCoNLLU(line: firstLine, reason: "comments without a sentence")
    }
    if let last = multiwordTokens.last, last.words.upperBound > tokens.count {
      throw .invalidCoNLLU(
        line: lines[tokens.count - 1], reason: "words of the token \(last.form) are missing")
    }
    try setHeads()
    for token in multiwordTokens {
      for i in token.words { tokens[i].spaceAfter = i == token.words.upperBound - 1 && token.spaceAfter }
    }
    var sentence = Sentence(
      tokens: tokens, multiwordTokens: multiwordTokens, entities: try entities(), comments: comments)
    sentence.startsParagraph = text.isEmpty || comments.contains { Self.opensParagraph($0) }
    try text.place(&sentence, line: firstLine)
    return sentence
  }

  private static func opensParagraph(_ comment: String) -> Bool {
    let word = comment.dropFirst().split(separator: " ").first
    return word == "newpar" || word == "newdoc"
  }

  /// Sets the heads of the words, which must make a tree, or all be left open.
  private mutating func setHeads() throws(LinguisticsError) {
    if heads.allSatisfy({ $0 == nil }) { return }
    var root: Int?
    for i in tokens.indices {
      guard let head = heads[i] else { throw .invalidCoNLLU(line: lines[i], reason: "the head is left open") }
      guard head <= tokens.count else {
        throw .invalidCoNLLU(line: lines[i], reason: "the head \(head) is not in the sentence")
      }
      if head == 0 {
        guard root == nil else { throw .invalidCoNLLU(line: lines[i], reason: "a second root") }
        root = i
      } else {
        tokens[i].head = head - 1
      }
    }
    // Every word leads to the root: words are marked with the walk in which they were first met.
    var walk = Array(repeating: 0, count: tokens.count)
    for i in tokens.indices {
      var word = i
      while walk[word] == 0 {
        walk[word] = i + 1
        guard let head = tokens[word].head else { break }
        word = head
        if walk[word] == i + 1 {
          throw .invalidCoNLLU(line: lines[word], reason: "the heads go round in a circle")
        }
      }
    }
  }

  private func entities() throws(LinguisticsError) -> [NamedEntity] {
    var entities: [NamedEntity] = []
    for (i, tag) in entityTags.enumerated() {
      guard let tag else { continue }
      guard let type = EntityType(rawValue: String(tag.dropFirst(2))) else {
        throw .invalidCoNLLU(line: lines[i], reason: "unknown NER=\(tag)")
      }
      if tag.hasPrefix("B-") {
        entities.append(NamedEntity(words: i..<i + 1, type: type))
      } else if tag.hasPrefix("I-"), let last = entities.last, last.words.upperBound == i, last.type == type {
        entities[entities.count - 1].words = last.words.lowerBound..<i + 1
      } else {
        throw .invalidCoNLLU(line: lines[i], reason: "NER=\(tag) does not go on from the word before")
      }
    }
    return entities
  }
}

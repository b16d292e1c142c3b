/// Writes sentences as CoNLL-U, one by one, so that a long text needs no string as long.
///
/// MISC holds `Kind` (of the mention that the word heads), `NER` (B- and I- before an entity's type),
/// `SpaceAfter=No` and `TokenRange` (Unicode scalars into the document's text, the end exclusive); and `Entity`, the
/// brackets of coreferent mentions, where they are given.
///
///     var writer = CoNLLUWriter(document: "article.txt")
///     for sentence in document.sentences {
///       writer.write(sentence, of: document.text, to: &output)
///     }
public struct CoNLLUWriter: Sendable {
  private let document: String?
  private var sentenceCount = 0

  /// A writer for one document.
  /// - Parameter document: A name for `# newdoc id`, on one line.
  public init(document: String? = nil) {
    self.document = document
  }

  /// Writes the next sentence and the blank line after it.
  ///
  /// A sentence's own comments are kept; `# newdoc`, `# newpar`, `# sent_id` and `# text` are added where it lacks
  /// them.
  /// - Parameters:
  ///   - sentence: The document's next sentence.
  ///   - text: The document's text.
  ///   - brackets: For each word the brackets of mentions that open and close at it, such as `(1-person` and `1)`;
  ///     empty where coreference is not written.
  ///   - target: What is written to.
  /// - Complexity: O(*n*) in the length of the sentence.
  public mutating func write(
    _ sentence: Sentence, of text: SourceText, brackets: [String] = [],
    to target: inout some TextOutputStream
  ) {
    sentenceCount += 1
    writeComments(of: sentence, text, hasBrackets: !brackets.isEmpty, to: &target)
    let isParsed = sentence.tokens.contains { $0.head != nil || $0.deprel.universal == .root }
    var entities = sentence.entities[...]
    var multiword = sentence.multiwordTokens[...]
    var partEnd = 0
    for (i, token) in sentence.tokens.enumerated() {
      if let first = multiword.first, first.words.lowerBound == i {
        target.write("\(i + 1)-\(first.words.upperBound)\t\(first.form)\t_\t_\t_\t_\t_\t_\t_\t")
        target.write(
          (Self.spacing(first.spaceAfter) + [Self.place(first.range)]).joined(separator: "|") + "\n")
        multiword.removeFirst()
        partEnd = first.words.upperBound
      }
      while let first = entities.first, first.words.upperBound <= i { entities.removeFirst() }
      var misc: [String] = []
      if i < brackets.count, !brackets[i].isEmpty { misc.append("Entity=\(brackets[i])") }
      if let kind = token.kind { misc.append("Kind=\(kind.rawValue)") }
      if let entity = entities.first, entity.words.contains(i) {
        misc.append("NER=\(entity.words.lowerBound == i ? "B" : "I")-\(entity.type.rawValue)")
      }
      // Within a multiword token it is the token's line that tells the spacing.
      if i >= partEnd { misc += Self.spacing(token.spaceAfter) }
      misc.append(Self.place(token.range))
      let upos = token.upos == .x && !isParsed ? "_" : token.upos.rawValue
      let head = isParsed ? token.head.map { String($0 + 1) } ?? "0" : "_"
      let deprel = isParsed ? token.deprel.rawValue : "_"
      target.write("\(i + 1)\t\(token.form)\t\(token.lemma)\t\(upos)\t\(token.xpos)\t\(token.features.raw)\t")
      target.write("\(head)\t\(deprel)\t_\t\(misc.joined(separator: "|"))\n")
    }
    target.write("\n")
  }

  private func writeComments(
    of sentence: Sentence, _ text: SourceText, hasBrackets: Bool, to target: inout some TextOutputStream
  ) {
    var comments = sentence.comments
    let keys = Set(comments.compactMap { $0.dropFirst().split(separator: " ").first })
    if sentenceCount == 1, !keys.contains("newdoc") {
      comments.insert(document.map { "# newdoc id = \($0)" } ?? "# newdoc", at: 0)
    }
    if hasBrackets {
      // What brackets hold is told anew for each document.
      comments.removeAll { $0.hasPrefix("# global.Entity") }
      if let place = comments.firstIndex(where: { $0.hasPrefix("# newdoc") }) {
        comments.insert("# global.Entity = GRP-etype", at: place + 1)
      }
    }
    let heading = comments.prefix { $0.hasPrefix("# newdoc") || $0.hasPrefix("# global.Entity") }
    for comment in heading { target.write(comment + "\n") }
    if sentence.startsParagraph, keys.isDisjoint(with: ["newpar", "newdoc"]) { target.write("# newpar\n") }
    if !keys.contains("sent_id") { target.write("# sent_id = \(sentenceCount)\n") }
    for comment in comments.dropFirst(heading.count) { target.write(comment + "\n") }
    if !keys.contains("text") { target.write("# text = \(Self.onOneLine(text, sentence.range))\n") }
  }

  /// A range of the text, each run of white space in it as one space.
  private static func onOneLine(_ text: SourceText, _ range: Range<Int>) -> String {
    let classes = ScalarClasses.shared
    var line = String.UnicodeScalarView()
    var spaced = true
    for scalar in text.scalars[range] {
      let isSpace = classes[scalar].isSpace
      if !isSpace { line.append(scalar) } else if !spaced { line.append(" ") }
      spaced = isSpace
    }
    return String(line)
  }

  private static func spacing(_ spaceAfter: Bool) -> [String] { spaceAfter ? [] : ["SpaceAfter=No"] }

  private static func place(_ range: Range<Int>) -> String {
    "TokenRange=\(range.lowerBound):\(range.upperBound)"
  }
}

extension Document {
  /// The document as CoNLL-U; `CoNLLUWriter` does the same sentence by sentence.
  public var conllu: String {
    var writer = CoNLLUWriter()
    var output = ""
    for sentence in sentences { writer.write(sentence, of: text, to: &output) }
    return output
  }
}

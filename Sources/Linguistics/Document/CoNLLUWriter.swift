/// Writes sentences as CoNLL-U, one by one, so that a long text needs no string as long.
///
/// MISC holds `Kind` (of the mention that the word heads), `NER` (B- and I- before an entity's type),
/// `SpaceAfter=No` and `TokenRange` (Unicode scalars into the document's text, the end exclusive).
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
  ///   - target: What is written to.
  /// - Complexity: O(*n*) in the length of the sentence.
  public mutating func write(
    _ sentence: Sentence, of text: SourceText, to target: inout some TextOutputStream
  ) {
    sentenceCount += 1
    writeComments(of: sentence, text, to: &target)
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
      var misc = token.kind.map { ["Kind=\($0.rawValue)"] } ?? []
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
    of sentence: Sentence, _ text: SourceText, to target: inout some TextOutputStream
  ) {
    let keys = Set(sentence.comments.compactMap { $0.dropFirst().split(separator: " ").first })
    if sentenceCount == 1, !keys.contains("newdoc") {
      target.write(document.map { "# newdoc id = \($0)\n" } ?? "# newdoc\n")
    }
    if sentence.startsParagraph, keys.isDisjoint(with: ["newpar", "newdoc"]) { target.write("# newpar\n") }
    if !keys.contains("sent_id") { target.write("# sent_id = \(sentenceCount)\n") }
    for comment in sentence.comments { target.write(comment + "\n") }
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

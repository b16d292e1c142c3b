public import Foundation

/// Reads text: sentences, words, tags, dependency trees and named entities.
public protocol Annotating: Sendable {
  /// The annotation of one text.
  func annotate(_ text: SourceText) throws(LinguisticsError) -> Document
}

/// The tokenizer and the language model, one after the other.
public struct Annotator: Annotating {
  private let tokenizer: Tokenizer
  private let model: LanguageModel
  private let threads: Int

  /// About how many sentences are annotated at a time when they are handed out in batches.
  private static let batch = 1_000

  /// Opens a language model.
  /// - Parameters:
  ///   - folder: The model's folder.
  ///   - threads: How many threads may work, at least 1; the annotation does not depend on it.
  /// - Throws: `LinguisticsError` when a file of the model is missing or damaged.
  public init(at folder: URL = LanguageModel.defaultFolder, threads: Int = 1) throws(LinguisticsError) {
    model = try LanguageModel(at: folder)
    tokenizer = try Tokenizer(at: folder)
    self.threads = threads
  }

  /// The annotation of one text.
  /// - Complexity: O(*n*) in the length of the text, but for the trees of long sentences.
  public func annotate(_ text: SourceText) -> Document {
    var sentences = tokenizer.sentences(in: text)
    model.annotate(&sentences, threads: threads)
    return Document(text: text, sentences: sentences)
  }

  /// Calls a closure with the annotated sentences of a text, some at a time and in order, so that a long text needs
  /// little memory.
  /// - Throws: What the closure throws.
  public func annotate<Failure>(
    _ text: SourceText, _ body: ([Sentence]) throws(Failure) -> Void
  ) throws(Failure) {
    var batch: [Sentence] = []
    func handOut() throws(Failure) {
      model.annotate(&batch, threads: threads)
      try body(batch)
      batch.removeAll(keepingCapacity: true)
    }
    try tokenizer.forEachSentence(in: text) { (sentence) throws(Failure) in
      batch.append(sentence)
      if batch.count == Self.batch { try handOut() }
    }
    if !batch.isEmpty { try handOut() }
  }

  /// The annotation of a document whose sentences and words are given: they and the comments are kept, all else is
  /// replaced.
  public func annotate(words document: Document) -> Document {
    var document = document
    model.annotate(&document.sentences, threads: threads)
    return document
  }
}

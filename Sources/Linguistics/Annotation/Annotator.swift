/// Reads text: sentences, words, tags, dependency trees and named entities.
public protocol Annotating: Sendable {
  /// The annotation of one text.
  func annotate(_ text: SourceText) throws(LinguisticsError) -> Document
}

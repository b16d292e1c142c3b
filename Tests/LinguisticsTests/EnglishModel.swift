import Foundation

@testable import Linguistics

/// The parts of the English model that tests of several suites share.
enum EnglishModel {
  private static let loaded = Result {
    try Tokenizer(
      at: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Linguistics/Resources/english.model"))
  }

  /// The tokenizer with the word lists and weights of the sources.
  static var tokenizer: Tokenizer {
    get throws { try loaded.get() }
  }
}

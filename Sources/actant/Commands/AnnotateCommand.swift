import ArgumentParser
import Articles
import Foundation
import Linguistics

/// `actant annotate`: text in, words with tags, dependency trees and named entities out.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Write the words of articles with tags, trees and names as CoNLL-U.")

  @OptionGroup var common: CommonOptions

  func run() async throws {
  }
}

public import ArgumentParser
public import Articles
import Foundation
public import GraphDrawing

/// The options that all commands have.
struct CommonOptions: ParsableArguments {
  @Argument(
    help: "Files ending in .txt, .md, .html or .jsonl, folders of these, or - for standard input.",
    completion: .file())
  var inputs: [String]

  @Option(
    help: ArgumentHelp("The folder of the language model.", valueName: "folder"), completion: .directory)
  var model: String?

  @Option(
    help: ArgumentHelp(
      "How many documents are read at a time; as many as there are processors by default. The result is the same.",
      valueName: "number"))
  var threads: Int?

  @Flag(help: "Stop at the first document that cannot be read, instead of going on with the others.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Tell of errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Tell how long each stage takes.")
  var verbose = false

  mutating func validate() throws {
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads must be 1 or more") }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  /// How many documents are read at a time.
  var width: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  var console: Console { Console(isQuiet: quiet, isVerbose: verbose) }
}

extension CalendarDate: ExpressibleByArgument {
  /// A date as the user gives it, in one of the forms that are read in articles.
  public init?(argument: String) {
    self.init(argument)
  }
}

extension LayoutEngine: ExpressibleByArgument {}

import ArgumentParser
import Foundation

/// The command line of Actant: parses the arguments, runs a subcommand, and turns what goes wrong into one line on
/// standard error and an exit status.
@main
struct Actant: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actant",
    abstract: "Reads English news and draws who did what to whom, when, and according to whom.",
    discussion: """
      EXAMPLES
        actant build article.txt -o article.svg       draw an article
        actant build article.html -o graph.json       its graph as JSON
        actant build news/ -o news.json -o news.pdf   one graph of a folder
        actant build corpus.jsonl -o graphs.jsonl     one graph a document
        cat article.txt | actant build - | less       text in, DOT out
        actant annotate article.txt                   words, tags and trees
        actant propositions article.txt               who did what, as tuples

      EXIT STATUS
         0  done; with several documents, at least one could be read
        64  wrong usage: an unknown option or kind of file
        65  bad data: an input is not text, empty, malformed or too large
        66  no input: it is missing or may not be read
        69  the language model is missing or damaged
        70  a fault of Actant's own
        73  an output cannot be created
        74  reading or writing failed on the way
      """,
    version: "0.1.0",
    subcommands: [BuildCommand.self, AnnotateCommand.self, PropositionsCommand.self]
  )

  static func main() async {
    let signals = Interruption.handled()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      finish(error)
    }
    withExtendedLifetime(signals) {}
  }

  /// Ends the program for an error, leaving no temporary files.
  private static func finish(_ error: any Error) -> Never {
    TemporaryFiles.removeAll()
    if let failure = error as? Failure {
      if failure.isBrokenPipe { Interruption.end(by: SIGPIPE) }
      if let message = failure.message { Console.report(message) }
      exit(withError: ExitCode(failure.status.rawValue))
    }
    // What the user asked for (help, version, a completion script) also arrives as an error.
    guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
    let message = message(for: error)
    Console.report(message + (message.hasSuffix("?") ? " See" : ": see") + " actant --help")
    exit(withError: ExitCode(ExitStatus.usage.rawValue))
  }
}

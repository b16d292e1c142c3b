import Foundation
import Testing

@Suite("Using the command line")
struct UsageTests {
  @Test(
    "help and version go to standard output",
    arguments: [["--help"], ["build", "--help"], ["annotate", "-h"], ["propositions", "-h"], []])
  func help(arguments: [String]) throws {
    let outcome = try Program.run(arguments, in: Workspace())
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("OVERVIEW: "))
    #expect(outcome.output.contains("EXAMPLES\n"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasPrefix("USAGE: ") || $0.count <= 80 })
    #expect(outcome.errors == "")
    #expect(
      try Program.run(["--version"], in: Workspace()) == .init(status: 0, output: "0.1.0\n", errors: ""))
  }

  @Test("there are completions for three shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let outcome = try Program.run(["--generate-completion-script", shell], in: Workspace())
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("annotate"))
    #expect(outcome.output.contains("engine"))
  }

  @Test(
    "wrong usage is told in one line, with status 64, before anything is read",
    arguments: [
      (["build"], "Missing expected argument '<inputs> ...': see actant --help"),
      (
        ["build", "a.txt", "--dtae", "x"], "Unknown option '--dtae'. Did you mean '--date'? See actant --help"
      ),
      (["draw"], "Unexpected argument 'draw': see actant --help"),
      (["build", "a.txt", "--threads", "0"], "--threads must be 1 or more: see actant --help"),
      (["build", "a.txt", "-q", "-v"], "--quiet and --verbose exclude each other: see actant --help"),
      (
        ["build", "a.txt", "--date", "yesterday"],
        "The value 'yesterday' is invalid for '--date <YYYY-MM-DD>': see actant --help"
      ),
      (
        ["build", "a.txt", "-o", "a.doc"],
        "a.doc: unknown kind of output: give a name that ends in .json, .jsonl, .dot, .gv, .svg, .png or .pdf"
      ),
      (
        ["build", "a.txt", "-o", "a"],
        "a: unknown kind of output: give a name that ends in .json, .jsonl, .dot, .gv, .svg, .png or .pdf"
      ),
      (["build", "a.txt", "-o", "b.svg", "-o", "b.svg"], "b.svg: given twice as an output: give it once"),
      (
        ["build", "a.jsonl", "-o", "a.jsonl"], "a.jsonl: both input and output: give the output another name"
      ),
      (
        ["build", ".", "-o", "./a.jsonl"], "./a.jsonl: both input and output: give the output another name"
      ),
      (
        ["build", "a.txt", "-o", "b.svg", "-o", "./b.svg"], "./b.svg: given twice as an output: give it once"
      ),
      (
        ["annotate", "a.txt", "-o", "a.json"],
        "a.json: unknown kind of output: give a name that ends in .conllu"
      ),
      (
        ["annotate", "--from", "conllu", "a.txt"],
        "a.txt: not named as CoNLL-U: rename it to end in .conllu, or leave --from out"
      ),
      (
        ["propositions", "a.txt", "-o", "a.csv"],
        "a.csv: unknown kind of output: give a name that ends in .tsv"
      ),
      (
        ["build", "a.docx"],
        "a.docx: unknown kind of file: rename it to end in .txt, .md, .html or .jsonl, or give it on standard input "
          + "as -"
      ),
    ])
  func usage(arguments: [String], message: String) throws {
    let folder = try Workspace(["a.txt": Array("Snow.".utf8), "a.docx": [0], "a.jsonl": Array("{}".utf8)])
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome == .init(status: 64, output: "", errors: "actant: \(message)\n"))
    #expect(try folder.names() == ["a.docx", "a.jsonl", "a.txt"])
  }

  @Test("the manual page names every option")
  func manual() throws {
    let outcome = try Program.run(["--experimental-dump-help"], in: Workspace())
    let help = try JSONDecoder().decode(Help.self, from: Data(outcome.output.utf8))
    let page = try String(
      contentsOf: Program.package.appending(path: "Documentation/actant.1"), encoding: .utf8)
    let options = Set(help.command.options).sorted()
    #expect(options.contains("--engine"))
    #expect(options.filter { !page.contains("Fl \($0.dropFirst().replacing("-", with: "\\-"))") } == [])
  }

  /// What the argument parser tells of itself, as far as the options go.
  private struct Help: Decodable {
    var command: Command

    struct Command: Decodable {
      var arguments: [Argument]?
      var subcommands: [Command]?

      /// The options of this command and those below, as they are typed.
      var options: [String] {
        (arguments ?? []).flatMap { $0.names ?? [] }.map {
          $0.kind == "short" ? "-\($0.name)" : "--\($0.name)"
        }
          + (subcommands ?? []).flatMap(\.options)
      }
    }

    struct Argument: Decodable {
      var names: [Name]?
    }

    struct Name: Decodable {
      var kind: String
      var name: String
    }
  }
}

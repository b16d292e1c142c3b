import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
  @Test(
    "an input or output that cannot be used is told in one line before the work begins",
    arguments: [
      (["build", "no.txt"], 66, "no.txt: no such file or folder: check the path"),
      (["build", "a.txt", "no.txt"], 66, "no.txt: no such file or folder: check the path"),
      (
        ["annotate", "--from", "conllu", "no.conllu"], 66, "no.conllu: no such file or folder: check the path"
      ),
      (
        ["build", "empty"], 66,
        "empty: nothing to read in this folder: it needs files ending in .txt, .md, .html or .jsonl"
      ),
      (["build", "no\u{1B}[31m\n.txt"], 66, "no\\u{1b}[31m .txt: no such file or folder: check the path"),
      (
        ["build", "a.txt", "-o", "no/a.svg"], 73,
        "no/a.svg: cannot be written (no such file or directory): make the folder first"
      ),
      (
        ["build", "a.txt", "-o", "folder.svg"], 73,
        "folder.svg: cannot be written (is a directory): give the name of a file"
      ),
      (
        ["build", "a.txt", "-o", "/proc/a.svg"], 73,
        "/proc/a.svg: cannot be written (no such file or directory): make the folder first"
      ),
      (
        ["build", "a.txt", "--model", "no", "-o", "a.svg"], 69,
        "the language model is not at no/vocabulary.txt: give its folder with --model, or install Actant again"
      ),
    ] as [([String], Int32, String)])
  func early(arguments: [String], status: Int32, message: String) throws {
    let folder = try Workspace([
      "a.txt": Array("Snow.".utf8), "empty/.keep": [], "folder.svg/x": [],
    ])
    let before = try folder.names()
    let outcome = try Program.run(arguments, in: folder)
    // The model's folder is told by its full path.
    let errors = outcome.errors.replacing(folder.path + "/", with: "")
    #expect(
      Program.Outcome(status: outcome.status, output: outcome.output, errors: errors)
        == .init(status: status, output: "", errors: "actant: \(message)\n"))
    #expect(try folder.names() == before)
  }

  @Test("a damaged language model is told with its place and the remedy")
  func damagedModel() throws {
    let folder = try Workspace([
      "a.txt": Array("Snow.".utf8), "bad/vocabulary.txt": Array("a\nb\n".utf8),
      "bad/weights.safetensors": [1, 2, 3],
      "bad/lemmas.tsv": [], "bad/tokens.txt": [],
    ])
    let outcome = try Program.run(["build", "a.txt", "--model", "bad", "-o", "a.json"], in: folder)
    #expect(outcome.status == 69)
    #expect(outcome.errors.hasPrefix("actant: the language model at \(folder.path)/bad"))
    #expect(outcome.errors.hasSuffix(": install Actant again, or rebuild it with `make model`\n"))
    #expect(outcome.errors.count { $0 == "\n" } == 1)
    #expect(try folder.names() == ["a.txt", "bad"])
  }

  /// A wrapper that runs a program as a user without rights, where this process has them all.
  static let unprivileged: [String]? = {
    if getuid() != 0 { return [] }
    let wrapper = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    guard FileManager.default.isExecutableFile(atPath: wrapper[0]) else { return nil }
    let outcome = try? Program.run(["--version"], in: Workspace(), through: wrapper)
    return outcome?.status == 0 ? wrapper : nil
  }()

  @Test(
    "a file that may not be read, or a place that may not be written, is told of",
    .enabled(if: unprivileged != nil, "needs a user without rights who may run the program"),
    arguments: [
      (
        ["build", "secret.txt"], 66,
        "secret.txt: permission denied: allow reading it, for instance with chmod u+r"
      ),
      (
        ["build", "a.txt", "-o", "closed/a.svg"], 73,
        "closed/a.svg: cannot be written (permission denied): allow writing there or write elsewhere"
      ),
      (
        ["build", "a.txt", "-o", "fixed.json"], 73,
        "fixed.json: cannot be written (permission denied): allow writing there or write elsewhere"
      ),
    ] as [([String], Int32, String)])
  func permissions(arguments: [String], status: Int32, message: String) throws {
    let folder = try Workspace([
      "a.txt": Array("Snow.".utf8), "secret.txt": Array("Snow.".utf8), "closed/x": [], "fixed.json": [],
    ])
    for (name, mode) in ["": 0o777, "secret.txt": 0o000, "closed": 0o555, "fixed.json": 0o444] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path + "/" + name)
    }
    let outcome = try Program.run(arguments, in: folder, through: Self.unprivileged ?? [])
    #expect(outcome == .init(status: status, output: "", errors: "actant: \(message)\n"))
  }
}

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

  @Test(
    "a missing or damaged file of the language model is told with its place and the remedy",
    .enabled(if: Program.hasModel),
    arguments: ["lemmas.tsv", "sentences.bin", "tokens.txt", "vocabulary.txt", "weights.safetensors"],
    ["missing", "cut", "garbage"])
  func model(name: String, fault: String) throws {
    let folder = try Workspace(["a.txt": Array("Snow.".utf8), "model/.keep": []])
    let model = Program.package.appending(path: "Sources/Linguistics/Resources/english.model")
    for file in try FileManager.default.contentsOfDirectory(atPath: model.path) where file != name {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/model/\(file)", withDestinationPath: model.appending(path: file).path)
    }
    let whole = try Data(contentsOf: model.appending(path: name))
    switch fault {
    case "cut": try folder.write(whole.dropLast(whole.count / 2 + 1), to: "model/\(name)")
    case "garbage":
      try folder.write((0..<5_000).map { UInt8(truncatingIfNeeded: $0 * $0) }, to: "model/\(name)")
    default: break
    }
    let outcome = try Program.run(["build", "a.txt", "--model", "model", "-o", "a.json"], in: folder)
    let path = "\(folder.path)/model/\(name)"
    let (start, remedy) =
      fault == "missing"
      ? ("is not at \(path): ", "give its folder with --model, or install Actant again")
      : ("at \(path) ", ": install Actant again, or rebuild it with `make model`")
    #expect(outcome.status == 69, "\(outcome)")
    #expect(outcome.errors.hasPrefix("actant: the language model \(start)"), "\(outcome)")
    #expect(outcome.errors.hasSuffix("\(remedy)\n"), "\(outcome)")
    #expect(outcome.errors.count { $0 == "\n" } == 1)
    #expect(try folder.names() == ["a.txt", "model"])
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

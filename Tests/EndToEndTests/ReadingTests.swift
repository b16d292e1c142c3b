import Foundation
import Testing

@Suite(
  "Reading with the language model", .enabled(if: Program.hasModel, "needs the language model's weights"))
struct ReadingTests {
  static let article =
    "OSLO, March 3, 2024 — Norway warned Russia on Monday. Sweden will send tanks to Ukraine.\n"

  @Test(
    "a document that cannot be read is told in one line, and nothing is written",
    arguments: [
      ("a.txt", [], "a.txt: no text in it: give a file with an article in it"),
      (
        "a.txt", [0x50, 0x4B, 3, 4, 0, 0],
        "a.txt: binary data, not text: convert it to plain text in UTF-8 first"
      ),
      (
        "a.txt", Array("é é é".utf8) + [0xC3],
        "a.txt: byte 8 is not valid in its encoding: convert it to UTF-8, for instance with iconv"
      ),
      (
        "a.jsonl", Array("{\"id\": 1, \"text\": }".utf8),
        "a.jsonl:1:19: not a JSON record (invalid value): each line must be one object with \"id\" and \"text\""
      ),
      (
        "a.jsonl", Array("{\"id\": 1}".utf8),
        "a.jsonl:1: a record without text: each line needs a \"text\" that is a string and not blank"
      ),
      (
        "a.txt", Array(repeating: 0x61, count: 10_000_001),
        "a.txt: more than 10 million characters in one document: split it into articles, for instance one a line in "
          + "a .jsonl file"
      ),
    ] as [(String, [UInt8], String)])
  func badDocument(name: String, bytes: [UInt8], message: String) throws {
    let folder = try Workspace([name: bytes])
    let outcome = try Program.run(["build", name, "-o", "out.json"], in: folder)
    #expect(outcome == .init(status: 65, output: "", errors: "actant: \(message)\n"))
    #expect(try folder.names() == [name])
  }

  @Test(
    "UTF-16 and Latin-1 are read", arguments: [("a.txt", "utf16"), ("a.txt", "latin1")])
  func encodings(name: String, encoding: String) throws {
    let text = "Café owners in Norway warned Russia."
    let bytes: [UInt8] =
      encoding == "utf16"
      ? [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      : text.unicodeScalars.map { UInt8($0.value) }
    let outcome = try Program.run(["annotate", name], in: try Workspace([name: bytes]))
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("# text = \(text)\n"))
  }

  @Test("a corpus with a bad document reports it and goes on; --strict stops")
  func corpus() throws {
    let lines = [
      "{\"id\": \"x\", \"text\": \"Norway warned Russia.\"}", "{}",
      "{\"id\": \"y\", \"text\": \"Snow fell.\"}",
    ]
    let folder = try Workspace(["c.jsonl": Array(lines.joined(separator: "\n").utf8)])
    let bad =
      "actant: c.jsonl:2: a record without text: each line needs a \"text\" that is a string and not blank\n"

    let strict = try Program.run(["build", "c.jsonl", "-o", "out.jsonl", "--strict"], in: folder)
    #expect(strict == .init(status: 65, output: "", errors: bad))
    #expect(try folder.names() == ["c.jsonl"])

    let lenient = try Program.run(["build", "c.jsonl", "-o", "out.jsonl"], in: folder)
    let summary = "actant: 1 of 3 documents could not be read\n"
    #expect(lenient == .init(status: 0, output: "", errors: bad + summary))
    let graphs = try folder.text("out.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Graph.self, from: Data($0.utf8)).documents.map(\.uri)
    }
    #expect(graphs == [["x"], ["y"]])
  }

  private struct Graph: Decodable {
    var documents: [Document]

    struct Document: Decodable {
      var uri: String
    }
  }

  @Test("one thread and two give the same bytes")
  func threads() throws {
    let lines = (0..<6).map {
      "{\"id\": \"d\($0)\", \"text\": \"\(String(repeating: "Norway warned Russia. ", count: 6 - $0))\"}"
    }
    let folder = try Workspace(["c.jsonl": Array(lines.joined(separator: "\n").utf8)])
    for threads in ["1", "2"] {
      let outputs = ["json", "jsonl", "dot"].flatMap { ["-o", "\(threads).\($0)"] }
      #expect(try Program.run(["build", "c.jsonl", "--threads", threads] + outputs, in: folder).status == 0)
      #expect(
        try Program.run(["annotate", "c.jsonl", "--threads", threads, "-o", "\(threads).conllu"], in: folder)
          .status == 0)
    }
    for kind in ["json", "jsonl", "dot", "conllu"] {
      #expect(try folder.text("1.\(kind)") == folder.text("2.\(kind)"), "\(kind)")
    }
  }

  @Test("standard input is read and DOT written to standard output, also when it is named as a device")
  func streams() throws {
    let folder = try Workspace()
    let outcome = try Program.run(["build", "-"], in: folder, input: Self.article)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("digraph "))
    #expect(try Program.run(["build", "-", "-o", "/dev/stdout"], in: folder, input: Self.article) == outcome)
  }

  @Test("words that are given in CoNLL-U are kept, and a line that breaks the format is told")
  func conllu() throws {
    let row = { (id: Int, form: String) in "\(id)\t\(form)" + String(repeating: "\t_", count: 8) }
    let good = "# newdoc id = one\n# text = Snow fell\n\(row(1, "Snow"))\n\(row(2, "fell"))\n\n"
    let folder = try Workspace(["a.conllu": Array((good + good + "# newdoc\n1\tbad\n\n").utf8)])
    let outcome = try Program.run(["annotate", "--from", "conllu", "a.conllu"], in: folder)
    #expect(outcome.status == 0)
    let forms = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t")[1]
    }
    #expect(forms == ["Snow", "fell", "Snow", "fell"])
    #expect(
      outcome.errors == """
        actant: a.conllu: line 12: 2 columns; CoNLL-U has ten columns set apart by tabs and a blank line after each \
        sentence
        actant: 1 of 3 documents could not be read

        """)
  }

  @Test("a full device is told of with status 74")
  func full() throws {
    let folder = try Workspace(["a.txt": Array(Self.article.utf8)])
    let outcome = try Program.run(["build", "a.txt", "-o", "/dev/full"], in: folder)
    let message = "/dev/full: cannot be written (no space left on device): free some space or write elsewhere"
    #expect(outcome == .init(status: 74, output: "", errors: "actant: \(message)\n"))
    let standard = try Program.shell("actant build a.txt > /dev/full", in: folder)
    #expect(standard.status == 74)
    #expect(standard.errors == "actant: \(message.replacing("/dev/full", with: "standard output"))\n")
  }

  @Test("an output that cannot be finished leaves the file before it, and nothing else")
  func atomicity() throws {
    let folder = try Workspace(["a.txt": Array(Self.article.utf8), "a.json": Array("before".utf8)])
    let outcome = try Program.shell("ulimit -f 1; actant build a.txt -o b.dot -o a.json", in: folder)
    #expect(outcome.status == 74)
    #expect(
      outcome.errors
        == "actant: a.json: cannot be written (file too large): check the disk or write elsewhere\n"
        || outcome.errors
          == "actant: b.dot: cannot be written (file too large): check the disk or write elsewhere\n"
    )
    #expect(try folder.text("a.json") == "before")
    #expect(try folder.names() == ["a.json", "a.txt"])

    #expect(try Program.run(["build", "a.txt", "-o", "a.json"], in: folder).status == 0)
    #expect(try folder.text("a.json").hasPrefix("{\n"))
    #expect(try folder.names() == ["a.json", "a.txt"])
  }

  @Test("a broken pipe ends the program without a word, by the signal that its caller expects")
  func brokenPipe() throws {
    let folder = try Workspace(["a.txt": Array(Self.article.utf8)])
    let outcome = try Program.shell("actant build a.txt | true; echo ${PIPESTATUS[0]}", in: folder)
    #expect(outcome == .init(status: 0, output: "141\n", errors: ""))
  }

  @Test("a link stays a link, and the file that it leads to is replaced with its permissions")
  func links() throws {
    let folder = try Workspace(["a.txt": Array(Self.article.utf8), "real/a.dot": []])
    let (link, target) = (folder.path + "/link.dot", folder.path + "/real/a.dot")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real/a.dot")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
    #expect(try Program.run(["build", "a.txt", "-o", "link.dot"], in: folder).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/a.dot")
    #expect(try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int == 0o640)
    #expect(try folder.text("real/a.dot").hasPrefix("digraph "))
  }

  @Test("a signal ends the program, and no temporary files stay", arguments: [SIGINT, SIGTERM])
  func signals(number: Int32) throws {
    let folder = try Workspace()
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["build", "-", "-o", "a.json"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    let input = Pipe()
    process.standardInput = input
    try process.run()
    // The program waits for the end of its input, its temporary file being there.
    var waited = 0
    while try folder.names().isEmpty, waited < 500 {
      usleep(10_000)
      waited += 1
    }
    #expect(try folder.names().count == 1)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == number)
    #expect(try folder.names() == [])
    try input.fileHandleForWriting.close()
  }
}

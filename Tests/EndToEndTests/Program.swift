import Foundation
import Testing

/// The built `actant`, run as a user runs it.
struct Program {
  /// What a run of the program left behind.
  struct Outcome: Equatable, CustomStringConvertible {
    var status: Int32
    var output: String
    var errors: String

    var description: String { "status \(status)\n\(output)\n\(errors)" }
  }

  /// The folder with the test bundle and the program.
  static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  /// The program.
  static let path = folder.appending(path: "actant").path
  /// The root of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Whether the language model is there, without which nothing can be read.
  static let hasModel = FileManager.default.fileExists(
    atPath: package.appending(path: "Sources/Linguistics/Resources/english.model/weights.safetensors").path)

  /// Runs the program in a folder and waits for its end.
  static func run(
    _ arguments: [String], in folder: Workspace, input: String = "", through wrapper: [String] = []
  ) throws -> Outcome {
    try execute(wrapper + [path] + arguments, in: folder, input: input)
  }

  /// Runs a line of bash in which `actant` is the program.
  static func shell(_ line: String, in folder: Workspace) throws -> Outcome {
    try execute(["/bin/bash", "-c", "actant() { '\(path)' \"$@\"; }; \(line)"], in: folder, input: "")
  }

  private static func execute(_ command: [String], in folder: Workspace, input: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(filePath: folder.path)
    // Files instead of pipes: nothing can fill up, however much is written.
    let streams = try Workspace(["in": Array(input.utf8), "out": [], "err": []])
    process.standardInput = FileHandle(forReadingAtPath: streams.path + "/in")
    process.standardOutput = FileHandle(forWritingAtPath: streams.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: streams.path + "/err")
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: try streams.text("out"), errors: try streams.text("err"))
  }
}

/// A folder of files for one test, removed with it.
final class Workspace {
  let path: String

  init(_ files: [String: [UInt8]] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "actant-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }

  /// The names of all files in the folder, hidden ones too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

import ArgumentParser
import GraphDrawing

/// What a graph can be written as, told by the end of the output's name.
enum OutputFormat: Equatable {
  case json, jsonLines, dot
  case picture(PictureFormat)

  /// The format of an output; standard output and devices, whose names have no extension, get DOT.
  /// - Throws: `Failure` where the extension is unknown.
  init(path: String) throws(Failure) {
    if path == "-" || path.hasPrefix("/dev/") {
      self = .dot
      return
    }
    let name = path.split(separator: "/").last ?? ""
    let suffix = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    switch suffix {
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "dot", "gv": self = .dot
    case let suffix?:
      guard let format = PictureFormat(rawValue: suffix) else { throw Self.unknown(path) }
      self = .picture(format)
    case nil: throw Self.unknown(path)
    }
  }

  private static func unknown(_ path: String) -> Failure {
    Failure(
      "\(path): unknown kind of output: give a name that ends in .json, .jsonl, .dot, .gv, .svg, .png or .pdf",
      .usage)
  }
}

/// An output that the user asked for.
struct Output {
  var format: OutputFormat
  var file: OutputFile

  /// Opens the outputs, after looking at the names of all; DOT to standard output where there are none.
  /// - Throws: `Failure` where a name says no format, is given twice, or cannot be written.
  static func open(_ paths: [String], inputs: [String]) throws(Failure) -> [Output] {
    let paths = paths.isEmpty ? ["-"] : paths
    var formats: [OutputFormat] = []
    for path in paths { formats.append(try OutputFormat(path: path)) }
    var outputs: [Output] = []
    for (path, format) in zip(paths, formats) {
      let file = try OutputFile(path: path, inputs: inputs)
      if outputs.contains(where: { $0.file.path == file.path }) {
        throw Failure("\(path): given twice as an output: give it once", .usage)
      }
      outputs.append(Output(format: format, file: file))
    }
    return outputs
  }
}

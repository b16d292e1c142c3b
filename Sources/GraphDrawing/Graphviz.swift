// All of Actant's dealings with Graphviz, and all of this target's unsafe code.
//
// libcgraph and libgvc keep their state in global variables, so everything is done under one lock, with one
// context that lives as long as the process.

import CGraphviz
import Foundation
import Synchronization

/// Dots an inch of a PNG: sharp on paper and on fine screens.
private let pngResolution = "144"

private let graphviz = Mutex(Graphviz())

/// What Graphviz has said since the last call began: touched by its callback and the holder of the lock above.
private let messages = Mutex("")

/// Lays out and renders one graph in the DOT language.
func renderWithGraphviz(
  _ dot: String, format: PictureFormat, engine: LayoutEngine?
) throws(GraphDrawingError) -> Data {
  // C's strings end at NUL: what follows one would be silently left out.
  if let nul = dot.utf8.firstIndex(of: 0) {
    let line = dot.utf8[..<nul].count { $0 == UInt8(ascii: "\n") } + 1
    throw .invalidDOT(message: "a NUL character in line \(line)")
  }
  return try graphviz.withLock { (graphviz) throws(GraphDrawingError) in
    try graphviz.render(dot, format: format, engine: engine)
  }
}

@safe private struct Graphviz: ~Copyable {
  private var context: OpaquePointer?

  mutating func render(
    _ dot: String, format: PictureFormat, engine: LayoutEngine?
  ) throws(GraphDrawingError) -> Data {
    let context = try unsafe start()
    messages.withLock { $0 = "" }

    agreadline(1)
    let read = unsafe dot.withCString { unsafe agmemread($0) }
    let complaint = said()
    drain()
    guard let graph = unsafe read else { throw .invalidDOT(message: complaint ?? "it holds no graph") }
    defer { unsafe agclose(graph) }

    if format == .png, unsafe attribute("dpi", of: graph) == nil {
      _ = unsafe actant_set_attribute(graph, "dpi", pngResolution)
    }
    let program =
      unsafe engine?.rawValue ?? attribute("layout", of: graph)
      ?? LayoutEngine.usual(forNodes: Int(agnnodes(graph))).rawValue
    guard unsafe gvLayout(context, graph, program) == 0 else {
      throw .graphviz(message: said() ?? "the engine \(program) failed")
    }
    defer { unsafe gvFreeLayout(context, graph) }

    var bytes: UnsafeMutablePointer<CChar>?
    var count: UInt32 = 0
    let status = unsafe gvRenderData(context, graph, format.rawValue, &bytes, &count)
    defer { unsafe gvFreeRenderData(bytes) }
    guard status == 0, let bytes = unsafe bytes else {
      throw .graphviz(message: said() ?? "it has no renderer for \(format.rawValue)")
    }
    if let complaint = said(errorsOnly: true) { throw .graphviz(message: complaint) }
    let data = unsafe Data(bytes: bytes, count: Int(count))
    return format == .svg ? standalone(svg: data) : data
  }

  /// The context, made at first use, with Graphviz's messages turned from standard error to us.
  private mutating func start() throws(GraphDrawingError) -> OpaquePointer {
    if let context = unsafe context { return unsafe context }
    unsafe agseterrf { text in
      if let text = unsafe text { messages.withLock { unsafe $0 += String(cString: text) } }
      return 0
    }
    guard let made = unsafe gvContext() else { throw .graphviz(message: said() ?? "libgvc does not start") }
    unsafe context = unsafe made
    return unsafe made
  }

  /// Reads to its end what Graphviz's scanner still holds: it stops behind a graph's last brace, and would
  /// take up there when it is given the next text.
  private func drain() {
    while let rest = unsafe agmemread("") { unsafe agclose(rest) }
    messages.withLock { $0 = "" }
  }

  /// The first error that Graphviz has told of since the call began, or else its first warning, on one line.
  private func said(errorsOnly: Bool = false) -> String? {
    let lines = messages.withLock { $0 }.split(whereSeparator: \.isNewline)
    let error = lines.first { $0.hasPrefix("Error: ") }?.dropFirst("Error: ".count)
    return (error ?? (errorsOnly ? nil : lines.first)).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func attribute(_ name: String, of graph: UnsafeMutablePointer<Agraph_t>) -> String? {
    guard let value = unsafe actant_attribute(graph, name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The SVG without its document type, which names a file on the network.
  private func standalone(svg: Data) -> Data {
    guard let start = svg.range(of: Data("<!DOCTYPE".utf8)),
      let end = svg[start.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    else { return svg }
    return svg[..<start.lowerBound] + svg[svg.index(after: end)...].drop { $0 == UInt8(ascii: "\n") }
  }
}

import Foundation
import GraphDrawing
import KnowledgeGraph
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Text from anywhere")
struct HostileTextTests {
  /// A hostile text, and how it is to be read in the picture, its lines put together; nil where it is
  /// shortened.
  static let texts: [(text: String, shown: String?)] = [
    (#"He said "no""#, #"He said "no""#),
    (#"back\slash \N \G \" end\"#, #"back\slash \N \G \" end\"#),
    ("<b>bold</b>", "<b>bold</b>"),
    ("</svg><script>alert(1)</script>", "</svg><script>alert(1)</script>"),
    ("]]><!-- x --> & &amp; &lt; &#0;", "]]><!-- x --> & &amp; &lt; &#0;"),
    ("one\ntwo\r\nthree\tfour", "one two three four"),
    ("a\0b\u{1}c\u{1B}[31m\u{7F}\u{85}d", "abc[31m d"),
    ("\u{FFFE}x\u{FFFF}", "x"),
    ("👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ok", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ok"),
    ("\u{202E}evil\u{202C} \u{2066}x\u{2069}", "evil x"),
    ("\u{200F}שלום", "\u{200F}שלום"),
    ("", "—"),
    ("   ", "—"),
    (String(repeating: "x", count: 10_000), nil),
    (String(repeating: "word & ", count: 1_500), nil),
    ("e" + String(repeating: "\u{301}", count: 5_000), nil),
    ("digraph { a -> b } // # comment", "digraph { a -> b } // # comment"),
    ("javascript:alert(1)", "javascript:alert(1)"),
  ]

  /// A graph with the text wherever a text can be.
  static func graph(_ text: String) -> KnowledgeGraph {
    var source = SampleGraphs.entity("person:a", text, country: text, aliases: [text])
    source.id = "person:" + text
    let group = SampleGraphs.entity("group:b", text, country: text, sector: text, quantity: text)
    var action = SampleGraphs.action(
      "a1", text, [(.agent, source.id), (.patient, "=" + text), (.recipient, "group:b")], label: text,
      event: text,
      time: Action.Time(text: text, value: text),
      by: [Action.Attribution(entity: "organization:c", action: "a2")],
      text: text)
    action.modality = .possible
    let report = SampleGraphs.action("a2", text, [])
    return KnowledgeGraph(
      documents: [SourceDocument(id: text, uri: text, title: text, date: text, characters: 1)],
      entities: [source, group, SampleGraphs.entity("organization:c", text)],
      relations: [
        Relation(
          id: "r", type: .position, subject: source.id, title: text, object: "organization:c",
          evidence: Evidence(document: text, sentence: 0, start: 0, end: 0))
      ], actions: [action, report])
  }

  @Test(
    "hostile text is drawn as text: the SVG is well-formed, and nothing in it is markup", arguments: texts)
  func svg(text: String, shown: String?) throws {
    let svg = try picture(ofDOT: dot(of: Self.graph(text)), format: .svg)
    let reader = SVGReader()
    let parser = XMLParser(data: svg)
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(
      reader.elements.isSubset(of: [
        "svg", "g", "title", "a", "text", "polygon", "path", "ellipse", "polyline",
      ]))
    #expect(reader.attributes.isDisjoint(with: ["xlink:href", "href", "onload", "onclick", "style"]))
    #expect(reader.nodes == 2)
    #expect(reader.edges == 1)
    if let shown {
      let without = { (text: String) in text.filter { !$0.isWhitespace } }
      #expect(reader.boldLines.map(without).contains(without(shown)), "\(reader.boldLines)")
      #expect(reader.tooltips.allSatisfy { $0.hasPrefix(shown) } || shown == "—", "\(reader.tooltips)")
    }
    #expect(reader.longestText <= 120)
  }

  @Test("what is too long for a label is whole in the tooltip")
  func tooltips() throws {
    let long = (0..<2_000).map { "word\($0)" }.joined(separator: " ")
    let reader = SVGReader()
    let parser = XMLParser(data: try picture(ofDOT: dot(of: Self.graph(long)), format: .svg))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.tooltips.map { $0.contains("word1998 word1999") } == [true, true, true, true])
  }

  @Test("hostile text gives the same DOT each time, without control characters", arguments: texts)
  func bytes(text: String, shown: String?) throws {
    let graph = Self.graph(text)
    let first = dot(of: graph)
    #expect(first == dot(of: graph))
    #expect(!first.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }
}

/// What an SVG of ours consists of.
private final class SVGReader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var attributes: Set<String> = []
  var tooltips: [String] = []
  var boldLines: [String] = []
  var longestText = 0
  var nodes = 0
  var edges = 0
  private var text = ""
  private var bold = ""
  private var isBold = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes given: [String: String] = [:]
  ) {
    elements.insert(name)
    attributes.formUnion(given.keys)
    if let tooltip = given["xlink:title"] { tooltips.append(tooltip) }
    if given["class"]?.hasPrefix("node ") == true { nodes += 1 }
    if given["class"]?.hasPrefix("edge ") == true { edges += 1 }
    if name == "g" { bold = "" }
    text = ""
    isBold = given["font-weight"] == "bold"
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard name == "text" else { return }
    longestText = max(longestText, text.count)
    if isBold { bold += text }
    boldLines.append(bold)
  }
}

import CLibXML2

/// A page as libxml2's forgiving parser sees it: its elements and texts in the order of the document.
///
/// The tree is a flat array, each node knowing where its subtree ends, so that pages nested a million deep are read
/// without recursion. This is the one place where libxml2 is called.
struct HTMLTree {
  /// The nodes in document order, a parent before its children.
  private(set) var nodes: [Node] = []

  /// An element or a text.
  struct Node {
    var content: Content
    /// The index after the last node of its subtree.
    var end: Int
    /// The index of the parent, -1 for the root.
    var parent: Int

    /// The element's name in lower case, empty for a text.
    var name: String {
      if case .element(let name, _) = content { name } else { "" }
    }

    /// The value of an attribute.
    subscript(attribute: String) -> String? {
      if case .element(_, let attributes) = content { attributes[attribute] } else { nil }
    }
  }

  /// What a node is.
  enum Content {
    case element(name: String, attributes: [String: String])
    case text(String)
  }

  /// Parses a page; what is not well-formed is mended as browsers do, or left out.
  /// - Complexity: O(*n*) in the length of the page.
  init(_ source: String) {
    _ = Self.parserIsReady
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    // Without "huge" libxml2 stops at a depth of 256 and drops what is there.
    let flags = Int32(
      options | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | XML_PARSE_HUGE.rawValue)
    var utf8 = HTMLAttributes.limited(in: source.utf8).map { CChar(bitPattern: $0) }
    unsafe utf8.withUnsafeMutableBufferPointer { bytes in
      let document = unsafe htmlReadMemory(bytes.baseAddress, Int32(bytes.count), nil, "UTF-8", flags)
      guard let document = unsafe document else { return }
      defer { unsafe xmlFreeDoc(document) }
      if let root = unsafe xmlDocGetRootElement(document) { unsafe copy(root) }
    }
  }

  /// libxml2 must be set up once before several threads use it.
  private static let parserIsReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Copies a subtree, walking along libxml2's own links.
  private mutating func copy(_ root: xmlNodePtr) {
    var open: [Int] = []
    var next: xmlNodePtr? = unsafe root
    while let node = unsafe next {
      let index = nodes.count
      let parent = open.last ?? -1
      switch unsafe node.pointee.type {
      case XML_ELEMENT_NODE:
        let content = unsafe Content.element(
          name: Self.string(node.pointee.name).lowercased(), attributes: Self.attributes(of: node))
        nodes.append(Node(content: content, end: index + 1, parent: parent))
        if let child = unsafe node.pointee.children {
          open.append(index)
          unsafe next = child
          continue
        }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        unsafe nodes.append(
          Node(content: .text(Self.string(node.pointee.content)), end: index + 1, parent: parent))
      default:
        break
      }
      unsafe next = following(node, closing: &open)
    }
  }

  /// The node after a subtree: the next sibling of it or of the nearest parent that has one.
  private mutating func following(_ node: xmlNodePtr, closing open: inout [Int]) -> xmlNodePtr? {
    var node = unsafe node
    while !open.isEmpty {
      if let sibling = unsafe node.pointee.next { return unsafe sibling }
      nodes[open.removeLast()].end = nodes.count
      guard let parent = unsafe node.pointee.parent else { return nil }
      unsafe node = parent
    }
    return nil
  }

  private static func attributes(of node: xmlNodePtr) -> [String: String] {
    var attributes: [String: String] = [:]
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      let value = unsafe xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      unsafe attributes[string(attribute.pointee.name).lowercased()] = unsafe string(value)
      if let value = unsafe value { unsafe actant_xml_free(value) }
      unsafe next = attribute.pointee.next
    }
    return attributes
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    guard let bytes = unsafe bytes else { return "" }
    return unsafe String(cString: bytes)
  }
}

extension HTMLTree {
  /// The text of a subtree as it stands, without that of its scripts.
  func text(of index: Int) -> String {
    var text = ""
    for node in nodes[index..<nodes[index].end] {
      if case .text(let string) = node.content { text += string }
    }
    return text
  }

  /// The indices of the elements of a name, in document order.
  func elements(named name: String) -> [Int] {
    nodes.indices.filter { nodes[$0].name == name }
  }
}

extension String {
  /// The words of a text set apart by single blanks.
  var collapsed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A run of text on a page that starts and ends with a block-level element: a paragraph, a heading, a list item.
struct HTMLBlock: Equatable {
  /// What kind of element it stands in.
  enum Kind: Equatable {
    case paragraph, heading, caption, cell
  }

  var kind: Kind
  /// Its text with blanks run together.
  var text: String
  /// The number of its words.
  var words: Int
  /// The share of its characters that are links, 0 to 1.
  var linkShare: Double
  /// The index of its first text in the tree.
  var index: Int

  /// Whether it reads like running text.
  var isProse: Bool {
    words >= 8 && linkShare < 1 / 3 && kind != .heading && kind != .caption
  }
}

/// Cuts a page into blocks in document order, chrome left out.
struct HTMLBlocks {
  /// The blocks that have text.
  private(set) var blocks: [HTMLBlock] = []

  private let tree: HTMLTree
  private var text = ""
  private var characters = 0
  private var linkCharacters = 0
  private var first: Int?
  private var kind = HTMLBlock.Kind.paragraph
  private var breaks = 0
  /// The ends of the open block-level elements, with the kind of block after each.
  private var open: [(end: Int, kind: HTMLBlock.Kind)] = []
  private var linkEnd = 0

  /// The blocks of a page.
  /// - Complexity: O(*n*) in the number of nodes and characters.
  init(_ tree: HTMLTree) {
    self.tree = tree
    let shown = Self.charactersBefore(tree)
    var index = 0
    while index < tree.nodes.count {
      close(before: index)
      let node = tree.nodes[index]
      switch node.content {
      case .text(let string):
        read(string, at: index)
      case .element(let name, _):
        let isMost = (shown[node.end] - shown[index]) * 2 > (shown.last ?? 0)
        if PageChrome.isChrome(node), !(isMost && PageChrome.isOnlyHinted(node)) {
          index = node.end
          continue
        }
        enter(name, end: node.end)
      }
      index += 1
    }
    endBlock()
  }

  /// How many characters of text stand before each node, those of scripts and the like not counted.
  private static func charactersBefore(_ tree: HTMLTree) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(tree.nodes.count + 1)
    var hiddenEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      var length = 0
      if index >= hiddenEnd {
        switch node.content {
        case .text(let string): length = string.utf8.count
        case .element: if PageChrome.isChrome(node), !PageChrome.isOnlyHinted(node) { hiddenEnd = node.end }
        }
      }
      sums.append(sums[index] + length)
    }
    return sums
  }

  private mutating func enter(_ name: String, end: Int) {
    if name == "br" {
      breaks += 1
      text += " "
      // Old pages set paragraphs apart by two breaks.
      if breaks > 1 { endBlock() }
    } else if name == "a" {
      linkEnd = max(linkEnd, end)
    } else if Self.blockLevel.contains(name) {
      endBlock()
      open.append((end, kind))
      switch name {
      case "h1", "h2", "h3", "h4", "h5", "h6": kind = .heading
      case "figcaption", "caption": kind = .caption
      case "td", "th": kind = .cell
      case "table": kind = .paragraph
      default: break
      }
    }
  }

  private mutating func close(before index: Int) {
    while let last = open.last, last.end <= index {
      endBlock()
      kind = last.kind
      open.removeLast()
    }
  }

  private mutating func read(_ string: String, at index: Int) {
    let length = string.unicodeScalars.count { !$0.properties.isWhitespace }
    if length > 0 {
      breaks = 0
      first = first ?? index
    }
    text += string
    characters += length
    if index < linkEnd { linkCharacters += length }
  }

  private mutating func endBlock() {
    defer {
      text = ""
      (characters, linkCharacters, breaks) = (0, 0, 0)
      first = nil
    }
    guard let first else { return }
    let words = text.split(whereSeparator: \.isWhitespace)
    blocks.append(
      HTMLBlock(
        kind: kind, text: words.joined(separator: " "), words: words.count,
        linkShare: Double(linkCharacters) / Double(characters), index: first))
  }

  private static let blockLevel: Set<String> = [
    "html", "body", "main", "article", "section", "div", "center", "p", "h1", "h2", "h3", "h4", "h5", "h6",
    "hgroup",
    "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "address", "details", "summary", "figure",
    "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
  ]
}

/// Finds the article on a page, and leaves the page's chrome behind.
///
/// First go the elements that are never prose (``PageChrome``). What is left is cut into blocks, each with its
/// length and the share of it that is links, the two features that tell prose from boilerplate best (Kohlschütter,
/// Fankhauser and Nejdl 2010). The article is the element that holds the prose: `<article>` or `<main>` where the
/// page has them, or else the smallest that holds most of it. Of its blocks those that are mostly links, and the
/// headings above nothing else, are left out.
enum HTMLArticle {
  /// The article's title, date and text, each block being a paragraph.
  /// - Complexity: O(*n*) in the size of the page.
  static func content(of source: String) -> ArticleContent {
    let tree = HTMLTree(source)
    let metadata = PageMetadata(tree)
    let blocks = HTMLBlocks(tree).blocks
    let range = articleRange(tree, blocks)
    let text = paragraphs(blocks.filter { range.contains($0.index) }).joined(separator: "\n\n")
    return ArticleContent(title: metadata.title, date: metadata.date, text: text.isEmpty ? "" : text + "\n")
  }

  /// The nodes of the element that holds the article.
  private static func articleRange(_ tree: HTMLTree, _ blocks: [HTMLBlock]) -> Range<Int> {
    let prose = Prose(tree, blocks)
    let whole = 0..<tree.nodes.count
    let total = prose.words(in: whole)
    guard total > 0 else { return whole }

    let kinds: [(HTMLTree.Node) -> Bool] = [
      { $0["itemprop"]?.lowercased() == "articlebody" }, { $0.name == "article" },
      { $0.name == "main" || $0["role"]?.lowercased() == "main" },
    ]
    for isKind in kinds {
      let ranges = tree.nodes.indices.filter { isKind(tree.nodes[$0]) }.map { $0..<tree.nodes[$0].end }
      let best = ranges.max { prose.words(in: $0) < prose.words(in: $1) }
      if let best, prose.words(in: best) * 3 >= total { return best }
    }

    // Down from the root, as long as one child has seven tenths of the page's prose.
    var range = whole
    var child = 1
    while child < range.upperBound {
      let node = tree.nodes[child]
      if containers.contains(node.name), prose.words(in: child..<node.end) * 10 >= total * 7 {
        range = child..<node.end
        child += 1
      } else {
        child = node.end
      }
    }
    return range
  }

  private static let containers: Set<String> = [
    "body", "div", "section", "center", "table", "tbody", "tr", "td", "span", "font",
  ]

  /// The paragraphs of the article's blocks.
  private static func paragraphs(_ blocks: [HTMLBlock]) -> [String] {
    var paragraphs: [String] = []
    /// Whether anything was read, and kept, since the heading that comes next on the way up.
    var hasBlocks = true
    var hasKept = false
    for block in blocks.reversed() {
      let text = block.kind == .caption ? withoutCredit(block.text) : block.text
      let isKept: Bool
      if block.kind == .heading {
        isKept = block.linkShare <= 0.5 && (hasKept || !hasBlocks)
        (hasBlocks, hasKept) = (false, false)
      } else {
        isKept =
          block.linkShare <= 0.5 && !(block.kind == .cell && !block.isProse) && !text.isEmpty
          && text.lowercased() != "advertisement"
        hasBlocks = true
        hasKept = hasKept || isKept
      }
      if isKept { paragraphs.append(text) }
    }
    return paragraphs.reversed()
  }

  /// A caption without the name of the photographer or agency: the brackets at its end, and what follows a word
  /// such as "Photo:". What is left of a caption that was nothing else is empty.
  private static func withoutCredit(_ caption: String) -> String {
    var text = caption[...]
    if text.last == ")", let open = text.lastIndex(of: "("),
      text[open...].split(separator: " ").count <= 8
    {
      text = text[..<open]
    }
    for mark in ["Photo:", "Photograph:", "Picture:", "Image:", "Credit:", "Photo by ", "©"] {
      if let range = text.firstRange(of: mark) { text = text[..<range.lowerBound] }
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count < 4 ? "" : words.joined(separator: " ")
  }
}

/// How many words of prose the parts of a page hold.
private struct Prose {
  private var before: [Int]

  init(_ tree: HTMLTree, _ blocks: [HTMLBlock]) {
    before = Array(repeating: 0, count: tree.nodes.count + 1)
    for block in blocks where block.isProse { before[block.index + 1] = block.words }
    for index in before.indices.dropFirst() { before[index] += before[index - 1] }
  }

  /// The number of words in blocks that begin in a range of nodes.
  func words(in nodes: Range<Int>) -> Int {
    before[nodes.upperBound] - before[nodes.lowerBound]
  }
}

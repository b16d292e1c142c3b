import Foundation

/// The title and the day of publication that a page gives of itself.
struct PageMetadata: Equatable {
  /// The title of the article, without the site's name where that can be told.
  var title: String?
  /// The day of publication as the page writes it, whatever the time zone.
  var date: CalendarDate?

  /// Reads a page's metadata: the title from Open Graph, `<title>` and the first heading; the date from `<meta>`,
  /// JSON-LD, microdata and `<time>`, in this order.
  init(_ tree: HTMLTree) {
    let metas = tree.elements(named: "meta").map { tree.nodes[$0] }
    title = Self.title(tree, metas)
    date =
      Self.content(of: metas, named: Self.dateNames).lazy.compactMap { CalendarDate(stamp: $0) }.first
      ?? Self.linkedDataDate(tree) ?? Self.markedDate(tree)
  }

  private static let dateNames = [
    "article:published_time", "article:published", "datepublished", "og:published_time", "pubdate",
    "publishdate",
    "publish-date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created",
    "dc.date", "dcterms.date", "date",
  ]

  /// The values of the `<meta>` elements of the given names, in the order of the names.
  private static func content(of metas: [HTMLTree.Node], named names: [String]) -> [String] {
    names.flatMap { name in
      metas.filter { [$0["property"], $0["name"], $0["itemprop"]].contains { $0?.lowercased() == name } }
        .compactMap { $0["content"]?.collapsed }.filter { !$0.isEmpty }
    }
  }

  private static func title(_ tree: HTMLTree, _ metas: [HTMLTree.Node]) -> String? {
    func text(_ name: String) -> String? {
      tree.elements(named: name).lazy.map { tree.text(of: $0).collapsed }.first { !$0.isEmpty }
    }
    if let title = content(of: metas, named: ["og:title", "twitter:title"]).first { return title }
    guard let title = text("title") else { return text("h1") }
    // The site's name stands before or after the headline: "Headline | Site".
    if let heading = text("h1"), title != heading, title.hasPrefix(heading) || title.hasSuffix(heading) {
      return heading
    }
    return title
  }

  /// The first `datePublished` in the page's JSON-LD.
  private static func linkedDataDate(_ tree: HTMLTree) -> CalendarDate? {
    for script in tree.elements(named: "script")
    where tree.nodes[script]["type"]?.lowercased() == "application/ld+json" {
      let json = try? JSONDecoder().decode(LinkedData.self, from: Data(tree.text(of: script).utf8))
      if let date = json?.published.lazy.compactMap({ CalendarDate(stamp: $0) }).first { return date }
    }
    return nil
  }

  private static func markedDate(_ tree: HTMLTree) -> CalendarDate? {
    let published = tree.nodes.lazy.filter { $0["itemprop"]?.lowercased() == "datepublished" }
    let times = tree.nodes.lazy.filter { $0.name == "time" }
    return published.compactMap { ($0["datetime"] ?? $0["content"]).flatMap { CalendarDate(stamp: $0) } }
      .first
      ?? times.compactMap { $0["datetime"].flatMap { CalendarDate(stamp: $0) } }.first
  }
}

/// JSON-LD as far as it is needed: the values of `datePublished` wherever they stand.
private struct LinkedData: Decodable {
  var published: [String] = []

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      while !list.isAtEnd {
        published += try list.decode(LinkedData.self).published
      }
    } else if let object = try? decoder.container(keyedBy: Key.self) {
      if let date = try? object.decode(String.self, forKey: Key(stringValue: "datePublished")) {
        published.append(date)
      }
      for key in object.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
        published += try object.decode(LinkedData.self, forKey: key).published
      }
    }
  }
}

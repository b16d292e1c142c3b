/// Tells the parts of a page that are not its article: navigation, advertisements, forms, what is not shown.
enum PageChrome {
  /// Whether an element and all in it are left out.
  static func isChrome(_ node: HTMLTree.Node) -> Bool {
    if elements.contains(node.name) || isHidden(node) { return true }
    if let role = node["role"]?.lowercased(), roles.contains(role) { return true }
    if structural.contains(node.name) { return false }
    return words(of: node["class"]).union(words(of: node["id"])).contains { classes.contains($0) }
  }

  /// Whether an element is left out by its class alone, which is a hint where its name is a fact: one that holds
  /// most of the page's text is kept all the same.
  static func isOnlyHinted(_ node: HTMLTree.Node) -> Bool {
    !elements.contains(node.name) && !isHidden(node)
  }

  private static func isHidden(_ node: HTMLTree.Node) -> Bool {
    if node["hidden"] != nil || node["aria-hidden"]?.lowercased() == "true" { return true }
    guard let style = node["style"]?.lowercased().filter({ !$0.isWhitespace }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// The words of a class or id: "relatedStories-list" has "related", "stories" and "list"; joined pairs count too,
  /// so that "sr-only" is found.
  private static func words(of attribute: String?) -> Set<String> {
    guard let attribute else { return [] }
    var words: Set<String> = []
    for name in attribute.split(whereSeparator: \.isWhitespace) {
      var parts: [String] = []
      var part = ""
      for character in name {
        if !character.isLetter && !character.isNumber
          || (character.isUppercase && part.last?.isLowercase == true)
        {
          if !part.isEmpty { parts.append(part.lowercased()) }
          part = ""
        }
        if character.isLetter || character.isNumber { part.append(character) }
      }
      if !part.isEmpty { parts.append(part.lowercased()) }
      words.formUnion(parts)
      words.formUnion(zip(parts, parts.dropFirst()).map { "\($0)-\($1)" })
    }
    return words
  }

  private static let elements: Set<String> = [
    "head", "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button",
    "select",
    "input", "textarea", "label", "dialog", "menu", "iframe", "object", "embed", "svg", "math", "canvas",
    "audio",
    "video", "picture", "map",
  ]

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "alertdialog",
    "menu",
    "menubar", "toolbar", "tooltip", "form", "status",
  ]

  /// Elements whose classes describe the page, not the element.
  private static let structural: Set<String> = ["html", "body", "main", "article"]

  private static let classes: Set<String> = [
    "ad", "ads", "advert", "adverts", "advertisement", "advertising", "sponsored", "sponsor", "promo",
    "promotion",
    "outbrain", "taboola", "related", "recommended", "recommendations", "recirculation", "trending",
    "popular",
    "read-more", "more-stories", "more-on", "see-also", "newsletter", "signup", "sign-up", "subscribe",
    "subscription", "paywall", "share", "sharing", "social", "comment", "comments", "disqus", "breadcrumb",
    "breadcrumbs", "cookie", "cookies", "consent", "gdpr", "popup", "modal", "overlay", "sidebar",
    "navigation",
    "navbar", "nav", "menu", "toolbar", "masthead", "footer", "pagination", "pager", "tags", "taglist",
    "byline",
    "timestamp", "author", "authors", "bio", "credit", "credits", "copyright", "attribution", "sr-only",
    "visually-hidden", "visuallyhidden", "screen-reader", "skip-link", "noprint", "print-only",
    "print-hidden",
  ]
}

import Testing

@testable import Articles

@Suite("HTML")
struct HTMLTests {
  static let first =
    "The governor of the northern province said on Monday that the bridge would open again in May."
  static let second =
    "Engineers from three countries have worked on the piers since the flood of last autumn."

  /// A page of the given body in which an article of two paragraphs stands for `ARTICLE`.
  static func page(_ body: String) -> String {
    "<!doctype html><html><head><title>T</title></head><body>"
      + body.replacing("ARTICLE", with: "<p>\(first)</p><p>\(second)</p>") + "</body></html>"
  }

  @Test(
    "the article is found and the page's chrome left behind",
    arguments: [
      "<nav><ul><li><a href=/>Home</a></ul></nav><article>ARTICLE</article><footer>All rights reserved.</footer>",
      "<header>Site</header><main>ARTICLE<aside>Sign up for the letter that we send on every day of the week.</aside></main>",
      "<div id=wrap><div class=left><a href=1>One</a> <a href=2>Two</a></div><div>ARTICLE</div></div>",
      "<table><tr><td><a href=1>One</a></td><td>ARTICLE</td></tr></table>",
      "<article>ARTICLE<div class='relatedStories'><p>\(first)</p></div></article>",
      "<article>ARTICLE<h2>More</h2><ul><li><a href=1>A story of another kind</a></li></ul></article>",
      "<article>ARTICLE<script>var x = '<p>no</p>'</script><style>p{}</style><form>Name <input></form></article>",
      "<article>ARTICLE<p hidden>No.</p><p style='display: none'>No.</p><p class='sr-only'>No.</p></article>",
      "<article>ARTICLE<p aria-hidden=true>No.</p><div role=navigation>No.</div><p>Advertisement</p></article>",
      "<article>ARTICLE<figure><img src=x><figcaption>Photo: Ann Lee / Agency</figcaption></figure></article>",
      "<article><p><b>Read more:</b> <a href=1>The bridge that nobody wanted to have</a></p>ARTICLE</article>",
      "<div class='page has-sidebar menu'>ARTICLE</div>",
      "<article class='comments-open related'>ARTICLE</article>",
      "<article>ARTICLE<table><tr><td>12</td><td>34</td></tr></table></article>",
      "<div>\(first)<br><br>\(second)</div>",
      "<p>\(first)<p>\(second)",
      "<div itemprop=articleBody>ARTICLE</div><article><p>A teaser of another article that is not long.</p></article>",
    ])
  func chrome(body: String) {
    #expect(HTMLArticle.content(of: Self.page(body)).text == "\(Self.first)\n\n\(Self.second)\n")
  }

  @Test(
    "headings, list items, quotations and captions are paragraphs of their own, lines and blanks run together"
  )
  func blocks() {
    let body = """
      <article><h1>The <em>bridge</em></h1><h2>A long wait</h2>ARTICLE<ul><li>First&nbsp;point</li><li>Second
         point</li></ul><blockquote>“We are glad,” she said.</blockquote>
      <figure><figcaption>The bridge at dawn last week. (Agency/Ann Lee)</figcaption></figure>One<br>line &amp; more</article>
      """
    #expect(
      HTMLArticle.content(of: Self.page(body)).text == """
        The bridge

        A long wait

        \(Self.first)

        \(Self.second)

        First point

        Second point

        “We are glad,” she said.

        The bridge at dawn last week.

        One line & more

        """)
  }

  @Test(
    "the title is the article's, the date the day that the page writes",
    arguments: [
      (
        "<meta property=og:title content='A &amp; B'><title>No</title>"
          + "<meta property='article:published_time' content='2024-10-31T23:30:00-05:00'>", "A & B",
        "2024-10-31"
      ),
      (
        "<title>Bridge opens | The Paper</title><h1>Bridge opens</h1><time datetime=2024-10-31>x</time>",
        "Bridge opens", "2024-10-31"
      ),
      ("<title>Bridge\n opens</title>", "Bridge opens", nil),
      ("<h1>Bridge opens</h1>", "Bridge opens", nil),
      (
        "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"X\"}, {\"datePublished\": \"2024-10-31\"}]}</script>",
        nil, "2024-10-31"
      ),
      (
        "<script type='application/ld+json'>{broken</script><meta name=date content='31 October 2024'>", nil,
        "2024-10-31"
      ),
      (
        "<span itemprop=datePublished content='2024-10-31'></span><time datetime=2020-01-01></time>", nil,
        "2024-10-31"
      ),
      ("<time>yesterday</time>", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func metadata(head: String, title: String?, date: String?) {
    let metadata = PageMetadata(HTMLTree("<html>\(head)<p>Text.</p></html>"))
    #expect(metadata.title == title)
    #expect(metadata.date?.description == date)
  }

  @Test(
    "a page of a hundred thousand nested or unclosed elements is read",
    arguments: ["<div>", "<b>", "<ul><li>", "<a href=1>", "<table>"])
  func deep(tag: String) {
    // A link that is never closed would be chrome.
    let end = tag.hasPrefix("<a") ? "</a>" : ""
    let source = String(repeating: tag + end, count: 100_000) + "<p>\(Self.first)</p>"
    #expect(HTMLArticle.content(of: source).text == Self.first + "\n")
  }

  @Test("a tag of a hundred thousand attributes is read, those of real pages whole", .timeLimit(.minutes(1)))
  func attributes() {
    let many = (0..<100_000).map { "a\($0)='x > y'" }.joined(separator: " ")
    #expect(HTMLArticle.content(of: "<p \(many)>\(Self.first)</p>").text == Self.first + "\n")
    let long = String(repeating: "a = 'b' <p> / ", count: 1_000)
    #expect(HTMLTree("<p title=\"\(long)\" id=x>A</p>").elements(named: "p").count == 1)
  }

  @Test(
    "a page that is no page gives no text",
    arguments: ["", "   ", "<html></html>", "<", "<!--", "<script>x</script>"])
  func nothing(source: String) {
    #expect(HTMLArticle.content(of: source).text.filter { $0 != "<" && !$0.isNewline } == "")
  }
}

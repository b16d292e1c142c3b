import Testing

@testable import Articles

@Suite("Markdown")
struct MarkdownTests {
  @Test(
    "markup is taken away and the words stay",
    arguments: [
      ("# Heading\nText\nover lines.\n", "Heading\n\nText over lines.\n"),
      ("Heading\n=======\nText.", "Heading\n\nText.\n"),
      ("## Heading ##\n\n***\n\nText.", "Heading\n\nText.\n"),
      ("#hashtag stays", "#hashtag stays\n"),
      ("**Bold**, *slanted*, __both__ and ~~gone~~.", "Bold, slanted, both and gone.\n"),
      ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name\n"),
      (
        "A [link](http://a.example/b_(c) \"title\") and [one][ref].\n\n[ref]: http://b.example",
        "A link and one.\n"
      ),
      ("He said [sic] so.[^1]", "He said [sic] so.\n"),
      ("An [*outer* [inner](a) link](b).", "An outer inner link.\n"),
      ("A picture ![of *him*](him.png) here.", "A picture here.\n"),
      ("- One\n- Two\n  goes on\n\n1. First\n2. Second", "One\n\nTwo goes on\n\nFirst\n\nSecond\n"),
      ("They left in\n1945. It was cold.", "They left in 1945. It was cold.\n"),
      ("> Quoted\n> words.\n\nAfter.", "Quoted words.\n\nAfter.\n"),
      ("Before.\n\n```swift\nlet x = 1\n```\n\nAfter.", "Before.\n\nAfter.\n"),
      ("Call `run` or ``a`b`` now, `open.", "Call run or a`b now, `open.\n"),
      ("| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter.", "After.\n"),
      ("A<br>b <b>c</b> 1 < 2 <http://c.example/> <!-- no -->", "A b c 1 < 2 http://c.example/\n"),
      ("<!--\nhidden\n-->\nShown.", "Shown.\n"),
      ("R&amp;D &mdash; AT&T &#233; \\*plain\\*", "R&D — AT&T é *plain*\n"),
      ("", ""), ("\n\n---\n", ""),
    ])
  func plainText(source: String, expected: String) {
    #expect(Markdown.content(of: source).text == expected)
  }

  @Test(
    "front matter and the first heading give title and date",
    arguments: [
      (
        "---\ntitle: \"A: b\"\ndate: 2024-10-31T10:00:00Z\ntags: [x]\n---\nText.", "A: b", "2024-10-31",
        "Text.\n"
      ),
      ("+++\ntitle = 'T'\ndate = 2024-10-31\n+++\n# H\n", "T", "2024-10-31", "H\n"),
      ("# H *e*\n\nText.", "H e", nil, "H e\n\nText.\n"),
      ("---\n\nText.\n\n---\n", nil, nil, "Text.\n"),
    ] as [(String, String?, String?, String)])
  func frontMatter(source: String, title: String?, date: String?, text: String) {
    let content = Markdown.content(of: source)
    #expect(content == ArticleContent(title: title, date: date.flatMap { CalendarDate($0) }, text: text))
  }

  @Test(
    "a hundred thousand unbalanced marks are read in linear time",
    arguments: ["[", "(", "`", "<a", "*", "![", "\\", "[]("])
  func unbalanced(mark: String) {
    let source = "A " + String(repeating: mark, count: 100_000)
    #expect(Markdown.content(of: source + " end.").text.hasSuffix("end.\n"))
  }
}

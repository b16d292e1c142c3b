import Testing

@testable import Articles

@Suite("Headlines of plain text")
struct HeadlineTests {
  @Test(
    "a short first line with a blank one after it is the title, unless it is a sentence, a dateline or a date",
    arguments: [
      ("Minister leaves office\n\nThe minister left.", "Minister leaves office"),
      ("\n  Minister\tleaves  \r\n \r\nOct. 31, 2024\r\n\r\nHe left.", "Minister leaves"),
      ("Will he leave?\n\nHe left.", "Will he leave?"),
      ("“No choice left”\n\nHe left.", "“No choice left”"),
      (String(repeating: "a", count: 120) + "\n\nHe left.", String(repeating: "a", count: 120)),
      (String(repeating: "a", count: 121) + "\n\nHe left.", nil),
      ("Minister leaves office\nThe minister left.", nil),
      ("Minister leaves office", nil), ("Minister leaves office\n\n  \n", nil),
      ("The minister left.\n\nHe said so.", nil), ("“I have left.”\n\nHe said so.", nil),
      ("He said this:\n\nI have left.", nil), ("OSLO (NTB) —\n\nThe minister left.", nil),
      ("OSLO, March 3, 2024 (NTB) — The minister leaves\n\nHe left.", nil),
      ("2024-10-31\n\nThe minister left.", nil), ("Published: Oct. 31, 2024\n\nHe left.", nil),
      ("date 2024-10-31 WASHINGTON — He left\n\nThe rest.", nil), ("By Ann Lee\n\nHe left.", nil),
      ("* * *\n\nHe left.", nil), ("", nil), (" \n\n ", nil),
    ] as [(String, String?)])
  func headlines(text: String, title: String?) {
    #expect(Headline.headline(of: text) == title)
  }

  @Test("the text keeps its headline, and the date may stand after it")
  func article() throws {
    let text = "Minister leaves office\n\nOct. 31, 2024\n\nThe minister left.\n"
    #expect(
      try TemporaryFolder.article("snow.txt", text.utf8)
        == Article(
          id: "snow", uri: "snow.txt", title: "Minister leaves office", date: "2024-10-31", text: text))
  }
}

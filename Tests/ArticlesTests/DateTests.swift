import Foundation
import Testing

@testable import Articles

@Suite("Dates")
struct DateTests {
  @Test(
    "a date is read in the forms that newspapers write",
    arguments: [
      ("2024-10-31", "2024-10-31"), ("2024/10/31", "2024-10-31"), ("Oct. 31, 2024", "2024-10-31"),
      ("October 31, 2024", "2024-10-31"), ("Sept 1, 2023", "2023-09-01"), ("31 October 2024", "2024-10-31"),
      ("31st of October, 2024", "2024-10-31"), ("Thursday, October 31, 2024", "2024-10-31"),
      ("Thu., 31 Oct 2024", "2024-10-31"), ("29 February 2024", "2024-02-29"), ("May 3, 1999", "1999-05-03"),
      ("1 Jan 2000", "2000-01-01"), ("29 February 2023", nil), ("2023-02-29", nil), ("2024-13-01", nil),
      ("2024-1-1", nil), ("10/31/2024", nil), ("March 3", nil), ("October 2024", nil), ("2024-10-31x", nil),
      ("2024-10-311", nil), ("", nil), ("maybe 3, 2024", nil), ("31 Oct 24", nil), ("2024-10-31 05:00", nil),
    ] as [(String, String?)])
  func forms(text: String, expected: String?) {
    #expect(CalendarDate(text)?.description == expected)
  }

  @Test(
    "a time stamp gives the day that it writes, whatever its zone",
    arguments: [
      ("2024-10-31T23:59:59-05:00", "2024-10-31"), ("2024-10-31T00:10:00Z", "2024-10-31"),
      ("2024-10-31 10:15", "2024-10-31"), ("Thu, 31 Oct 2024 23:10:00 GMT", "2024-10-31"),
      (" 2024-10-31\n", "2024-10-31"), ("2024-10-31th", nil), ("yesterday", nil), ("1730419200", nil),
    ] as [(String, String?)])
  func stamps(text: String, expected: String?) {
    #expect(CalendarDate(stamp: text)?.description == expected)
  }

  @Test(
    "the day of publication is found at the head of a text",
    arguments: [
      ("date 2024-10-31 WASHINGTON (AP) — The minister left.", "2024-10-31"),
      ("2024-10-31\n\nThe minister left.", "2024-10-31"),
      ("Minister leaves\n\nOct. 31, 2024\n\nHe left.", "2024-10-31"),
      ("Minister leaves\r\n31 October 2024\r\nHe left.", "2024-10-31"),
      ("Published: Thursday, 31 October 2024 at 5:04 p.m.\nHe left.", "2024-10-31"),
      ("Updated on Oct. 31, 2024, 10:15 GMT\nHe left.", "2024-10-31"),
      ("By Ann Lee, 31 October 2024\nHe left.", "2024-10-31"),
      ("LONDON, March 3, 2024 (Reuters) - The minister left.", "2024-03-03"),
      ("ST. PETERSBURG, Russia, 3 March 2024 — The minister left.", "2024-03-03"),
      ("LONDON, March 3 (Reuters) - The minister left on May 1, 2024.", nil),
      ("October 31, 2024, was a day to remember.", nil),
      ("31 October 2024 was a day to remember.", nil),
      ("The minister left on Oct. 31, 2024.", nil),
      ("One.\nTwo.\nThree.\nFour.\nFive.\n2024-10-31", nil),
      ("Date of birth unknown.\nThe rest.", nil), ("", nil),
    ] as [(String, String?)])
  func heads(text: String, expected: String?) {
    #expect(DateLine.date(atHeadOf: text)?.description == expected)
  }
}

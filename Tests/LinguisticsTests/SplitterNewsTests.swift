import Foundation
import Testing

@testable import Linguistics

@Suite("Sentences of news")
struct SplitterNewsTests {
  /// Texts with a bar where a sentence begins; without the bars they are the input.
  static let texts = [
    // Datelines, bylines, dates
    "WASHINGTON (AP) — ¦The Senate passed the bill late Tuesday. ¦It now goes to the House.",
    "KYIV, Ukraine (AP) — ¦Two drones hit a depot near Odesa overnight. ¦No one was hurt.",
    "BRUSSELS — ¦NATO ministers met on Thursday. ¦They agreed to send more aid.",
    "SEOUL, South Korea (Reuters) - ¦The navy fired a warning shot. ¦The boat turned back.",
    "The talks began on Oct. 30, 2024, in Geneva. ¦They ended a day later.",
    "The court will rule by Nov. 5. ¦Lawyers expect an appeal.",
    "Voting ends on Sept. 12 at 8 p.m. local time. ¦Results are due by midnight.",
    "Prices rose 3.4% in Jan. and fell in Feb. as demand cooled. ¦Analysts were surprised.",
    "The vote was 51-49. ¦Two Democrats crossed the aisle.",
    "In 2023, exports fell by $1.2 billion. ¦In 2024 they recovered.",
    // Titles, initials, suffixes
    "Gen. Maria Ortiz said the army was ready. ¦Lt. Col. James Reed agreed.",
    "Sen. Paul Grant, R-Ohio, opposed the plan. ¦Rep. Dana Lowe backed it.",
    "Prime Minister J. K. Marsh resigned on Monday. ¦His deputy takes over.",
    "John F. Miller Jr. won the seat. ¦He beat Robert T. Hale.",
    "Dr. Helen Voss treated the wounded. ¦She arrived with Prof. Adam Lind.",
    "Adm. Lewis Cole and Maj. Gen. Ian Frost visited the base. ¦Neither spoke to reporters.",
    "Gov. Anne Peale met St. Louis officials. ¦Mt. Vernon was not discussed.",
    "Capt. Roy Dunn commands the ship. ¦Cmdr. Eve Park is his deputy.",
    "Mr. and Mrs. Lopez fled the city. ¦Ms. Lopez later returned.",
    "Supreme Leader A. R. Nazari spoke first. ¦Then the crowd left.",
    // U.S. and the like
    "The U.S. and its allies condemned the launch. ¦U.S. forces in the region are on alert.",
    "Officials in the U.S. said they were aware of it. ¦The U.N. Security Council will meet.",
    "He moved to the U.S. in 1998. ¦He never went back.",
    "A U.S. Army base was hit. ¦The U.K. sent a ship.",
    "The sanctions were imposed by the U.S. ¦They took effect in March.",
    "Shares of Borealis Inc. rose 5%. ¦Nordwind Corp. fell.",
    "Acme Co. Ltd. will close its plant in Dayton, Ohio. ¦About 300 people work there.",
    "The firm makes engines, pumps, etc. for ships. ¦It has 40 workers.",
    "The meeting starts at 9 a.m. ¦It is open to the public.",
    "Washington, D.C., was quiet. ¦So was Richmond, Va., on Friday.",
    "The No. 2 official, at 1600 Pennsylvania Ave. in the capital, declined to comment. ¦So did others.",
    "Smith v. Jones was decided in 1901. ¦Brown vs. Green came later.",
    // Quotations
    "“We will not yield,” the president said. ¦“We never have.”",
    "\"This is a grave mistake,\" he said. ¦\"It will cost lives.\"",
    "“They came at night. ¦They took everything,” said Amina, a farmer.",
    "“Is it over?” she asked. ¦No one answered.",
    "“Stop the war!” the crowd chanted. ¦Police watched.",
    "She called the plan “reckless.” ¦The minister disagreed.",
    "He said: “The door is open. ¦We are waiting.” ¦Talks resume on Friday.",
    "The spokesman said that 'all options are on the table.' ¦He took no questions.",
    "“I don’t know,” he said, “but we’ll see.” ¦Then he left.",
    "“He’s gone,” said his wife. ¦“We won’t see him again.”",
    // Brackets, dashes, ellipses, questions
    "The minister (who took office in May) denied it. ¦(He has denied it before.) ¦The inquiry goes on.",
    "Was it worth it? ¦Many think not! ¦Others are unsure.",
    "date 2024-03-05 OSLO (NTB) — ¦The talks ended. ¦Nobody spoke.",
    "NASA — the space agency — launched a probe. ¦It works.",
    "The deal — the first in years — was signed in Oslo. ¦It lasts a decade.",
    "“We were told to wait ... and we waited,” he said. ¦Help came too late.",
    "The treaty, signed in 1987, banned such weapons; it lapsed in 2019. ¦No talks are planned.",
    "The army fired about 1,000 rockets, i.e. twice as many as before. ¦The target was a bridge.",
    "See www.example.org for details. ¦Write to press@example.org with questions.",
    "The rate, at 4.75 percent, is the highest since 2001. ¦Banks welcomed it.",
    // Lines
    "Ministers sign border pact\n¦By Lena Hart\n¦The two countries agreed on Monday to reopen the crossing, "
      + "which had been shut since the spring.",
    "Storm kills three in the north\n\n¦Rescue teams searched for survivors on Tuesday.",
    "Rebels entered the town at dawn, residents said, and the army\nwithdrew to the hills without a fight. ¦The\n"
      + "governor fled.",
    "The accord has three parts:\n¦• a ceasefire\n¦• an exchange of prisoners\n¦• new elections",
    "1. Close the border.\n¦2. Recall the envoy.\n¦3. Wait.",
    "A soldier stands guard near the bridge on Sunday, Nov. 3, 2024. ¦(Photo by Ana Silva)\n\n"
      + "¦The bridge reopened.",
    "Flood warning\r\n\r\n¦Rivers rose again on Friday. ¦Thousands left.\r\n",
    "What we know\n\n¦Who fired the missile?\n\n¦Nobody has said.",
    "She won 52% of the vote.\n¦He conceded before midnight.",
    "The president of\nthe Czech Republic spoke to members of the European Parliament on\nMonday about the war.",
    // Harder ones
    "Talks with the E.U. will go on. ¦The E.U. Commission has not replied.",
    "The shelling began before dawn. ¦Residents hid in cellars. ¦By 6 a.m. Sunday it was over.",
    "The group, led by Omar al-Sayed, has 2,000 fighters. ¦Al-Sayed was jailed in 2011.",
    "Police in St. Petersburg held 14 people. ¦St. Petersburg’s mayor defended the arrests.",
    "The ship, the U.S.S. Harlan, left port. ¦It is due in Norfolk, Va. ¦Its crew numbers 300.",
    "“Who gave the order?” Col. Hahn asked. ¦“I did,” Maj. Rusk replied.",
    "The bill failed, 48 to 52. ¦Three Republicans voted no. ¦One did not vote.",
    "He was born Jan. 2, 1961, in Austin, Texas. ¦She was born a year later.",
    "The company, E. W. Dunmore & Sons Inc., said it would appeal. ¦A hearing is set for Dec. 1.",
    "The oil price fell to $71.20 a barrel. ¦Gas, at $2.95, was unchanged.",
    "“We have a plan. ¦We will follow it,” Foreign Minister Ines Duarte told reporters. ¦She gave no details.",
    "North Korea’s Kim Jong Un watched the test. ¦South Korea’s Yoon called it a provocation.",
    "The strike killed 12 people, among them five children, the ministry said. ¦Israel did not comment.",
    "The drone was shot down over Belgorod, about 40 km (25 miles) from the border. ¦Debris hit a house.",
    "Iran has denied the claim … ¦Tehran says its program is peaceful.",
    "Associated Press writers Jo Hale in London and Kim Sung in Seoul contributed to this report.",
    "___\n\n¦Hale reported from London. ¦Sung reported from Seoul.",
    "(AP Photo/Ana Silva)\n\n¦The storm, the third this year, hit at dawn.",
    "UNITED NATIONS (AP) — ¦The Security Council met Monday at the request of the U.S., France and Britain. ¦"
      + "Russia’s envoy, V. A. Orlov, walked out.",
    "Source: Ministry of Defense\n¦Updated: 4:15 p.m. ET\n¦The army has taken the town.",
    "KEY POINTS\n¦- Rates stay at 5%\n¦- Growth slows to 1.2%\n¦- Next meeting on Dec. 18",
    "The president said he would \"never, ever\" agree. ¦\"Why would I?\" he added. ¦Nobody laughed.",
    "Mayor Ed Coe (D) won; Ray Poe (R) lost. ¦Turnout was 61%.",
    "Boeing’s 737 Max returned in Nov. 2020. ¦Airbus’ A321 sold better. ¦Both firms’ shares rose.",
  ]

  /// A text with bars put in where sentences begin.
  private static func marked(_ text: SourceText) throws -> String {
    var result = ""
    var last = 0
    for sentence in try EnglishModel.tokenizer.sentences(in: text) {
      result += text[last..<sentence.range.lowerBound] + (last > 0 ? "¦" : "")
      result += text[sentence.range]
      last = sentence.range.upperBound
    }
    return result + text[last..<text.scalars.count]
  }

  @Test("a text of news is parted where its sentences end", arguments: texts)
  func news(text: String) throws {
    #expect(try Self.marked(SourceText(text.replacing("¦", with: ""))) == text)
  }
}

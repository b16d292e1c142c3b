import ActantKit
import Testing

/// The gazetteer that comes with Actant: what its names lead to.
@Suite struct GazetteerTests {
  let gazetteer: Gazetteer

  init() throws {
    gazetteer = try Gazetteer()
  }

  @Test(
    "A state is found by its names and abbreviations",
    arguments: [
      ("North Korea", "PRK"), ("DPRK", "PRK"), ("Democratic People’s Republic of Korea", "PRK"),
      ("U.S.", "USA"), ("U.S", "USA"), ("US", "USA"), ("the United States of America", "USA"),
      ("America", "USA"),
      ("Britain", "GBR"), ("U.K.", "GBR"), ("the UAE", "ARE"), ("Cote d’Ivoire", "CIV"),
      ("Côte d'Ivoire", "CIV"),
      ("RUSSIA", "RUS"), ("The Netherlands", "NLD"), ("St. Lucia", "LCA"), ("St Lucia", "LCA"),
      ("Czechia", "CZE"),
      ("Kosovo", "XKX"), ("USSR", "SUN"), ("Yugoslavia", "YUG"), ("Curaçao", "CUW"), ("Turkiye", "TUR"),
    ])
  func stateNames(name: String, code: String) {
    #expect(gazetteer.state(named: name)?.code == code)
  }

  @Test(
    "Words that are no names of states lead to none",
    arguments: ["us", "Us", "turkey", "chad", "Moscow", "Russian", "", "the", "Korea", "Washington"])
  func noState(name: String) {
    #expect(gazetteer.state(named: name) == nil)
  }

  @Test(
    "Adjectives and people lead to their state",
    arguments: [
      ("North Korean", "PRK"), ("Russians", "RUS"), ("American", "USA"), ("U.S.", "USA"), ("Dutch", "NLD"),
      ("Dutchman", "NLD"), ("Danes", "DNK"), ("Briton", "GBR"), ("Swiss", "CHE"), ("Filipino", "PHL"),
      ("Nigerien", "NER"), ("Nigerian", "NGA"), ("Congolese", "COD"), ("Soviets", "SUN"), ("Kosovar", "XKX"),
      ("Icelander", "ISL"), ("Saudis", "SAU"), ("Malagasy", "MDG"),
    ])
  func demonyms(word: String, code: String) {
    #expect(gazetteer.state(demonym: word)?.code == code)
  }

  @Test(
    "Capitals lead to their state",
    arguments: [
      ("Pyongyang", "PRK"), ("Kiev", "UKR"), ("Kyiv", "UKR"), ("Washington, D.C.", "USA"),
      ("Washington", "USA"),
      ("Bogota", "COL"), ("N’Djamena", "TCD"), ("Moscow", "RUS"), ("Sanaa", "YEM"),
    ])
  func capitals(name: String, code: String) {
    #expect(gazetteer.state(capital: name)?.code == code)
  }

  @Test(
    "Seats of government lead to their state",
    arguments: [
      ("the Kremlin", "RUS"), ("Kremlin", "RUS"), ("Downing Street", "GBR"), ("Elysee", "FRA"),
      ("Blue House", "KOR"),
    ])
  func seats(name: String, code: String) {
    #expect(gazetteer.state(seat: name)?.code == code)
  }

  @Test(
    "An organization is found by its names, with sector, country and what it is part of",
    arguments: [
      ("White House", "White House USA GOV"), ("the Pentagon", "Pentagon USA MIL"),
      ("State Department", "State Department USA GOV"),
      ("WHO", "World Health Organization - IGO United Nations"),
      ("U.N. Security Council", "U.N. Security Council - IGO United Nations"),
      ("UN Security Council", "U.N. Security Council - IGO United Nations"), ("Hamas", "Hamas PSE REB"),
      ("Hizbollah", "Hezbollah LBN REB"), ("the AP", "Associated Press USA MED"), ("NATO", "NATO - IGO"),
      ("FBI", "Federal Bureau of Investigation USA COP Justice Department"),
    ])
  func bodies(name: String, record: String) throws {
    let body = try #require(gazetteer.body(named: name))
    let fields = [body.name, body.country ?? "-", body.sector] + (body.partOf.map { [$0] } ?? [])
    #expect(fields.joined(separator: " ") == record)
  }

  @Test(
    "The pronoun “who” and the verb “care” are no organizations",
    arguments: ["who", "Who", "care", "ice", "meta"])
  func noBody(name: String) {
    #expect(gazetteer.body(named: name) == nil)
  }

  @Test(
    "A title is found whatever its case and dots, with its sector and whether it serves a state",
    arguments: [
      ("Secretary of State", "secretary of state GOV serves before"),
      ("defence secretary", "defense secretary GOV serves before"), ("Gen.", "general MIL serves before"),
      ("LT. GOV.", "lieutenant governor GOV serves before"), ("spokeswoman", "spokeswoman - before"),
      ("chief executive officer", "chief executive BUS before"), ("diplomat", "diplomat GOV serves"),
      ("Deputy Ambassador", "deputy ambassador GOV serves before"), ("judge", "judge JUD serves before"),
    ])
  func titles(words: String, record: String) throws {
    let title = try #require(gazetteer.title(words))
    let fields =
      [title.name, title.sector ?? "-"] + (title.servesState ? ["serves"] : [])
      + (title.standsBeforeName ? ["before"] : [])
    #expect(fields.joined(separator: " ") == record)
  }

  @Test(
    "A place is found by its names and its people, with its kind and country",
    arguments: [
      ("Kursk", "Kursk city RUS"), ("Crimea", "Crimea region UKR"), ("Gaza", "Gaza Strip region PSE"),
      ("Saigon", "Ho Chi Minh City city VNM"), ("the Black Sea", "Black Sea sea -"),
      ("Calif.", "California region USA"),
      ("N.C.", "North Carolina region USA"), ("Asia-Pacific", "Asia-Pacific region -"),
      ("Africa", "Africa continent -"),
      ("Düsseldorf", "Düsseldorf city DEU"), ("Suez", "Suez Canal waterway EGY"),
    ])
  func places(name: String, record: String) throws {
    let place = try #require(gazetteer.place(named: name))
    #expect("\(place.name) \(place.kind.rawValue) \(place.country ?? "-")" == record)
  }

  @Test(
    "The people of a region lead to it",
    arguments: [
      ("Chechen", "Chechnya"), ("Scottish", "Scotland"), ("European", "Europe"), ("Texan", "Texas"),
    ])
  func placeDemonyms(word: String, place: String) {
    #expect(gazetteer.place(demonym: word)?.name == place)
  }

  @Test("All 249 codes of ISO 3166-1 are there, and each has its two letters")
  func completeness() {
    let official = gazetteer.states.filter { $0.status != .historical && !$0.code.hasPrefix("X") }
    #expect(official.count == 249)
    #expect(official.filter { $0.alpha2 == nil }.map(\.code) == [])
  }
}

import ActantKit
import Articles
import KnowledgeGraph
import Linguistics
import Testing

@Suite("Names and descriptions become entities", .enabled(if: EnglishModel.isPresent))
struct LinkingTests {
  /// The entities of a text, one a line: id, country, sector, and each mention with its reason.
  private func entities(of text: String) throws -> [String] {
    let article = Article(id: "a", uri: "a", date: "2024-05-08", text: text)
    return try Reader(annotator: Annotator()).knowledgeGraph(of: article).entities.map { entity in
      let mentions = entity.mentions.map { "\($0.text)/\($0.reason)" }.joined(separator: ", ")
      return "\(entity.id) \(entity.country ?? "-") \(entity.sector ?? "-"): \(mentions)"
    }
  }

  private func positions(of text: String) throws -> [String] {
    let article = Article(id: "a", uri: "a", text: text)
    return try Reader(annotator: Annotator()).knowledgeGraph(of: article).relations.map {
      "\($0.subject), \($0.title ?? "-") of \($0.object ?? "-")"
    }
  }

  @Test("a capital that acts is its state, and a place where something is")
  func metonymy() throws {
    #expect(
      try entities(of: "Moscow has sent tanks to Minsk, officials in Moscow said.") == [
        "state:RUS RUS GOV: Moscow/metonymy", "object:tanks - -: tanks/name", "place:minsk BLR -: Minsk/name",
        "group:officials RUS GOV: officials/name", "place:moscow RUS -: Moscow/name",
      ])
  }

  @Test("a surname and a pronoun are the person named before")
  func surname() throws {
    let text = "Norwegian Foreign Minister Kari Lund met reporters in Oslo. Lund said she would resign."
    #expect(
      try entities(of: text) == [
        "state:NOR NOR GOV: Norwegian/alias",
        "person:kari-lund NOR GOV: Norwegian Foreign Minister Kari Lund/name, Lund/alias, she/pronoun",
        "group:reporters - MED: reporters/name", "place:oslo NOR -: Oslo/name",
      ])
  }

  @Test("the forces of a state are one group, whatever they are called")
  func forces() throws {
    let text = "Danish soldiers crossed the border. Copenhagen said the troops had orders."
    #expect(
      try entities(of: text).prefix(2) == [
        "state:DNK DNK GOV: Danish/alias, Copenhagen/metonymy",
        "group:danish-soldiers DNK MIL: Danish soldiers/name, the troops/description",
      ])
  }

  @Test("an acronym is the body it stands for")
  func acronym() throws {
    let text = "The World Food Programme sent rice to Mali. The WFP fed 8,000 refugees."
    #expect(
      try entities(of: text).first
        == "organization:world-food-program - IGO: The World Food Programme/alias, The WFP/alias")
  }

  @Test(
    "a title before or behind a name is an office",
    arguments: [
      ("Norwegian Foreign Minister Kari Lund spoke.", "person:kari-lund, Foreign Minister of state:NOR"),
      ("Kari Lund, the prime minister of Norway, spoke.", "person:kari-lund, prime minister of state:NOR"),
      ("Kari Lund is the president of Norway.", "person:kari-lund, president of state:NOR"),
    ])
  func office(text: String, position: String) throws {
    #expect(try positions(of: text) == [position])
  }
}

/// The language model, where the repository has it.
enum EnglishModel {
  static let isPresent = (try? LanguageModel()) != nil
}

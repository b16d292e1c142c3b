import Linguistics
import Testing

@testable import Extraction

/// The chains of more than one mention that the graph's resolver finds, one a line.
private func chains(_ rows: String) throws -> String {
  let lexicon = try Lexicon()
  let trees = try document(rows).sentences.map(TreeRepair(lexicon: lexicon).repaired)
  let mentions = MentionFinder().mentions(in: trees)
  let found = CoreferenceResolver(lexicon: lexicon).chains(
    of: mentions, in: trees, identities: [:], speakers: [:])
  return found.all.filter { $0.mentions.count > 1 }.map { chain in
    zip(chain.mentions, chain.reasons).map { number, reason in
      let mention = mentions.all[number]
      return "\(trees[mention.sentence].text(of: Array(mention.words))) (\(reason))"
    }.joined(separator: ", ")
  }.joined(separator: "\n")
}

/// The phrases and clauses that may corefer, as written.
private func expressions(_ rows: String) throws -> [String] {
  let trees = try document(rows).sentences.map(SyntaxTree.init)
  return ReferringExpressionFinder().expressions(in: trees).map { expression in
    let text = trees[expression.sentence].text(of: Array(expression.words))
    return expression.isClause ? "clause \(text)" : text
  }
}

@Suite("Who is who")
struct CoreferenceTests {
  /// Dozens of guards from Vesk fought many rebels. They told reporters that they had water.
  private static let guards = """
    Dozens dozen NOUN NNS Number=Plur 6 nsubj person O
    of of ADP IN _ 3 case _ O
    guards guard NOUN NNS Number=Plur 1 nmod person O
    from from ADP IN _ 5 case _ O
    Vesk Vesk PROPN NNP Number=Sing 3 nmod place B-GPE
    fought fight VERB VBD Tense=Past|VerbForm=Fin 0 root _ O
    many many ADJ JJ _ 8 amod _ O
    rebels rebel NOUN NNS Number=Plur 6 obj person O
    . . PUNCT . _ 6 punct _ O

    They they PRON PRP Case=Nom|Number=Plur|Person=3|PronType=Prs 2 nsubj person O
    told tell VERB VBD Tense=Past|VerbForm=Fin 0 root _ O
    reporters reporter NOUN NNS Number=Plur 2 iobj person O
    that that SCONJ IN _ 6 mark _ O
    they they PRON PRP Case=Nom|Number=Plur|Person=3|PronType=Prs 6 nsubj person O
    had have VERB VBD Tense=Past|VerbForm=Fin 2 ccomp _ O
    water water NOUN NN Number=Sing 6 obj substance O
    . . PUNCT . _ 2 punct _ O
    """

  @Test("what a subject measures out is spoken of next, and news is told to the media, not about them")
  func salience() throws {
    #expect(try chains(Self.guards) == "guards (name), They (pronoun), they (pronoun)")
  }

  @Test("a surname, and a pronoun in the next sentence, are the person named in full")
  func surname() throws {
    let rows = """
      Ana Ana PROPN NNP Number=Sing 3 nsubj person B-PERSON
      Reyes Reyes PROPN NNP Number=Sing 1 flat person I-PERSON
      left leave VERB VBD Tense=Past|VerbForm=Fin 0 root _ O
      . . PUNCT . _ 3 punct _ O

      She she PRON PRP Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs 2 nsubj person O
      slept sleep VERB VBD Tense=Past|VerbForm=Fin 0 root _ O
      . . PUNCT . _ 2 punct _ O

      Reyes Reyes PROPN NNP Number=Sing 2 nsubj person B-PERSON
      woke wake VERB VBD Tense=Past|VerbForm=Fin 0 root _ O
      . . PUNCT . _ 2 punct _ O
      """
    #expect(try chains(rows) == "Ana Reyes (name), She (pronoun), Reyes (alias)")
  }

  @Test("expressions are whole phrases, coordinations before their parts, and clauses")
  func inventory() throws {
    // The old mayor of Orrin and her son , who sings , found that the bridge was gone.
    let rows = """
      The the DET DT _ 3 det _ O
      old old ADJ JJ _ 3 amod _ O
      mayor mayor NOUN NN Number=Sing 13 nsubj person O
      of of ADP IN _ 5 case _ O
      Orrin Orrin PROPN NNP Number=Sing 3 nmod place B-GPE
      and and CCONJ CC _ 8 cc _ O
      her her PRON PRP$ Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs 8 nmod:poss person O
      son son NOUN NN Number=Sing 3 conj person O
      , , PUNCT , _ 11 punct _ O
      who who PRON WP PronType=Rel 11 nsubj person O
      sings sing VERB VBZ Tense=Pres|VerbForm=Fin 8 acl:relcl _ O
      , , PUNCT , _ 11 punct _ O
      found find VERB VBD Tense=Past|VerbForm=Fin 0 root _ O
      that that SCONJ IN _ 18 mark _ O
      the the DET DT _ 16 det _ O
      bridge bridge NOUN NN Number=Sing 18 nsubj object O
      was be AUX VBD Tense=Past|VerbForm=Fin 18 cop _ O
      gone gone ADJ JJ _ 13 ccomp _ O
      . . PUNCT . _ 13 punct _ O
      """
    #expect(
      try expressions(rows) == [
        "The old mayor of Orrin and her son , who sings", "The old mayor of Orrin", "Orrin", "her",
        "her son , who sings", "who", "clause who sings",
        "clause The old mayor of Orrin and her son , who sings , found that the bridge was gone",
        "the bridge",
        "clause gone",
      ])
  }

  @Test("brackets open at the longest mention and close in reverse; who is mentioned once has a number too")
  func brackets() throws {
    let rows = """
      Ana Ana PROPN NNP Number=Sing 3 nsubj person B-PERSON
      Reyes Reyes PROPN NNP Number=Sing 1 flat person I-PERSON
      sold sell VERB VBD Tense=Past|VerbForm=Fin 0 root _ O
      her her PRON PRP$ Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs 5 nmod:poss person O
      boat boat NOUN NN Number=Sing 3 obj object O
      . . PUNCT . _ 3 punct _ O
      """
    let found = try EntityAnnotator().brackets(in: document(rows))
    #expect(found == [["(1-person", "1)", "", "(2-object(1-person)", "2)", ""]])
  }
}

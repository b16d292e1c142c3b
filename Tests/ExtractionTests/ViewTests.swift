import Linguistics
import Testing

@testable import Extraction

/// What each construction gives in the two views of open information extraction.
@Suite("Clauses become tuples")
struct ViewTests {
  /// A sentence's tree with the tuples of both views, a tuple a line: subject, relation, further arguments.
  struct Construction: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: String
    let complete: String
    let minimal: String
    var testDescription: String { name }
  }

  @Test("A construction gives its tuples", arguments: constructions)
  func views(_ construction: Construction) throws {
    #expect(try tuples(construction.rows, .complete) == construction.complete)
    #expect(try tuples(construction.rows, .minimal) == construction.minimal)
  }

  @Test("Confidences lie between nothing and certainty, and a pronoun lowers them")
  func confidence() throws {
    let reader = try ViewReader(lexicon: Lexicon())
    let confidence = { (subject: String) throws in
      try document(
        """
        \(subject) 2 nsubj person O
        left leave VERB VBD Tense=Past 0 root event O
        Oslo Oslo PROPN NNP Number=Sing 2 obj place B-GPE
        """
      ).sentences.flatMap { reader.tuples(of: $0, .complete) }.map(\.confidence)
    }
    let name = try #require(try confidence("Kano Kano PROPN NNP Number=Sing").first)
    let pronoun = try #require(try confidence("She she PRON PRP PronType=Prs").first)
    #expect(0 < pronoun)
    #expect(pronoun < name)
    #expect(name < 1)
  }

  /// The tuples of a document's sentences, one a line.
  private func tuples(_ rows: String, _ view: ViewReader.View) throws -> String {
    let reader = try ViewReader(lexicon: Lexicon())
    return try document(rows).sentences.flatMap { sentence in
      let tree = SyntaxTree(sentence)
      return reader.tuples(of: sentence, view).map { tuple in
        let parts = [tuple.arguments[0], tuple.relation] + tuple.arguments.dropFirst()
        return parts.map { Tuple.text(of: $0, in: tree) }.joined(separator: " | ")
      }
    }.joined(separator: "\n")
  }

  static let constructions: [Construction] = [
    // She was elected chair of the council of elders in 1990 .
    Construction(
      name: "A passive with its predicate nominal; of phrases nest",
      rows: """
        She she PRON PRP Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs 3 nsubj:pass person O
        was be AUX VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 3 aux:pass person O
        elected elect VERB VBN Tense=Past|VerbForm=Part|Voice=Pass 0 root event O
        chair chair NOUN NN Number=Sing 3 xcomp person O
        of of ADP IN _ 7 case organization O
        the the DET DT Definite=Def|PronType=Art 7 det organization O
        council council NOUN NN Number=Sing 4 nmod organization O
        of of ADP IN _ 9 case person O
        elders elder NOUN NNS Number=Plur 7 nmod person O
        in in ADP IN _ 11 case abstract O
        1990 1990 NUM CD NumForm=Digit|NumType=Card 3 obl time B-DATE
        . . PUNCT . _ 3 punct abstract O
        """,
      complete: """
        She | was elected | chair of the council of elders | in 1990
        """,
      minimal: """
        She | was elected | chair of the council of elders
        She | was elected chair of | the council of elders
        She | was elected chair of the council of | elders
        She | was elected chair in | 1990
        """),
    // In May the firm bought two ships and sold a mill .
    Construction(
      name: "Conjoined verbs share what stands before them",
      rows: """
        In in ADP IN _ 2 case abstract O
        May May PROPN NNP Number=Sing 5 obl time B-DATE
        the the DET DT Definite=Def|PronType=Art 4 det person O
        firm firm NOUN NN Number=Sing 5 nsubj organization O
        bought buy VERB VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root event O
        two two NUM CD NumForm=Word|NumType=Card 7 nummod object B-CARDINAL
        ships ship NOUN NNS Number=Plur 5 obj object O
        and and CCONJ CC _ 9 cc person O
        sold sell VERB VBD Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin 5 conj event O
        a a DET DT Definite=Ind|PronType=Art 11 det object O
        mill mill NOUN NN Number=Sing 9 obj object O
        . . PUNCT . _ 5 punct event O
        """,
      complete: """
        the firm | bought | two ships | In May
        the firm | sold | a mill | In May
        """,
      minimal: """
        the firm | bought | two ships
        the firm | bought two ships In | May
        the firm | sold | a mill
        the firm | sold a mill In | May
        """),
    // President Moreau met Ana Silva , the mayor of Porto , in Lyon , France .
    Construction(
      name: "A title, an apposition and a place within a place",
      rows: """
        President President PROPN NNP Number=Sing 2 nmod:desc person O
        Moreau Moreau PROPN NNP Number=Sing 3 nsubj person B-PERSON
        met meet VERB VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root event O
        Ana Ana PROPN NNP Number=Sing 3 obj person B-PERSON
        Silva Silva PROPN NNP Number=Sing 4 flat person I-PERSON
        , , PUNCT , _ 8 punct person O
        the the DET DT Definite=Def|PronType=Art 8 det person O
        mayor mayor NOUN NN Number=Sing 4 appos person O
        of of ADP IN _ 10 case place O
        Porto Porto PROPN NNP Number=Sing 8 nmod place B-GPE
        , , PUNCT , _ 13 punct person O
        in in ADP IN _ 13 case place O
        Lyon Lyon PROPN NNP Number=Sing 3 obl place B-GPE
        , , PUNCT , _ 15 punct place O
        France France PROPN NNP Number=Sing 13 nmod:unmarked place B-GPE
        . . PUNCT . _ 3 punct event O
        """,
      complete: """
        President Moreau | met | Ana Silva | in Lyon , France
        Moreau | is | President
        Ana Silva | is | the mayor of Porto
        Lyon | is in | France
        """,
      minimal: """
        President Moreau | met | Ana Silva
        President Moreau | met Ana Silva in | Lyon , France
        """),
    // Kano is a singer who performs at weddings .
    Construction(
      name: "A relative clause of a predicate nominal",
      rows: """
        Kano Kano PROPN NNP Number=Sing 4 nsubj person B-PERSON
        is be AUX VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 4 cop person O
        a a DET DT Definite=Ind|PronType=Art 4 det person O
        singer singer NOUN NN Number=Sing 0 root person O
        who who PRON WP PronType=Rel 6 nsubj person O
        performs perform VERB VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 4 acl:relcl event O
        at at ADP IN _ 8 case event O
        weddings wedding NOUN NNS Number=Plur 6 obl event O
        . . PUNCT . _ 4 punct abstract O
        """,
      complete: """
        Kano | is | a singer
        Kano | performs at | weddings
        """,
      minimal: """
        Kano | is | a singer
        Kano | performs at | weddings
        """),
    // There were also three boats in the harbour .
    Construction(
      name: "An existential clause",
      rows: """
        There there PRON EX _ 2 expl person O
        were be VERB VBD Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin 0 root abstract O
        also also ADV RB _ 2 advmod abstract O
        three three NUM CD NumForm=Word|NumType=Card 5 nummod object B-CARDINAL
        boats boat NOUN NNS Number=Plur 2 nsubj object O
        in in ADP IN _ 8 case place O
        the the DET DT Definite=Def|PronType=Art 8 det place O
        harbour harbour NOUN NN Number=Sing 5 nmod place O
        . . PUNCT . _ 2 punct object O
        """,
      complete: """
        There | were also | three boats | in the harbour
        """,
      minimal: """
        There | were also | three boats
        There | were also three boats in | the harbour
        """),
    // The coach said that the team had lost and that he would resign .
    Construction(
      name: "Reported speech with two contents",
      rows: """
        The the DET DT Definite=Def|PronType=Art 2 det person O
        coach coach NOUN NN Number=Sing 3 nsubj person O
        said say VERB VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root event O
        that that SCONJ IN _ 8 mark event O
        the the DET DT Definite=Def|PronType=Art 6 det person O
        team team NOUN NN Number=Sing 8 nsubj organization O
        had have AUX VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 8 aux abstract O
        lost lose VERB VBN Tense=Past|VerbForm=Part 3 ccomp event O
        and and CCONJ CC _ 13 cc event O
        that that SCONJ IN _ 13 mark event O
        he he PRON PRP Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs 13 nsubj person O
        would would AUX MD VerbForm=Fin 13 aux person O
        resign resign VERB VB VerbForm=Inf 8 conj event O
        . . PUNCT . _ 3 punct event O
        """,
      complete: """
        The coach | said that | the team had lost and that he would resign
        the team | had lost
        he | would resign
        """,
      minimal: """
        The coach | said | that the team had lost
        The coach | said | that he would resign
        """),
    // The union wants to negotiate with the owners .
    Construction(
      name: "An open complement carries its verb on",
      rows: """
        The the DET DT Definite=Def|PronType=Art 2 det person O
        union union NOUN NN Number=Sing 3 nsubj organization O
        wants want VERB VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root event O
        to to PART TO _ 5 mark person O
        negotiate negotiate VERB VB VerbForm=Inf 3 xcomp event O
        with with ADP IN _ 8 case person O
        the the DET DT Definite=Def|PronType=Art 8 det person O
        owners owner NOUN NNS Number=Plur 5 obl person O
        . . PUNCT . _ 3 punct event O
        """,
      complete: """
        The union | wants to negotiate with | the owners
        """,
      minimal: """
        The union | wants to negotiate with | the owners
        """),
    // The judge ordered the firm to pay damages to the farmers .
    Construction(
      name: "The object of the verb controls the complement",
      rows: """
        The the DET DT Definite=Def|PronType=Art 2 det person O
        judge judge NOUN NN Number=Sing 3 nsubj person O
        ordered order VERB VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root event O
        the the DET DT Definite=Def|PronType=Art 5 det organization O
        firm firm NOUN NN Number=Sing 3 obj organization O
        to to PART TO _ 7 mark person O
        pay pay VERB VB VerbForm=Inf 3 xcomp abstract O
        damages damage NOUN NNS Number=Plur 7 obj abstract O
        to to ADP IN _ 11 case person O
        the the DET DT Definite=Def|PronType=Art 11 det person O
        farmers farmer NOUN NNS Number=Plur 7 obl person O
        . . PUNCT . _ 3 punct event O
        """,
      complete: """
        The judge | ordered | the firm | to pay damages to the farmers
        the firm | pay | damages | to the farmers
        """,
      minimal: """
        The judge | ordered | the firm
        The judge | ordered the firm to pay | damages
        The judge | ordered the firm to pay damages to | the farmers
        the firm | pay | damages
        the firm | pay damages to | the farmers
        """),
    // The bridge built by the Romans collapsed after a flood .
    Construction(
      name: "A reduced relative clause",
      rows: """
        The the DET DT Definite=Def|PronType=Art 2 det object O
        bridge bridge NOUN NN Number=Sing 7 nsubj place O
        built build VERB VBN Tense=Past|VerbForm=Part|Voice=Pass 2 acl object O
        by by ADP IN _ 6 case person O
        the the DET DT Definite=Def|PronType=Art 6 det person O
        Romans Roman PROPN NNPS Number=Plur 3 obl:agent person B-NORP
        collapsed collapse VERB VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root event O
        after after ADP IN _ 10 case event O
        a a DET DT Definite=Ind|PronType=Art 10 det event O
        flood flood NOUN NN Number=Sing 7 obl event O
        . . PUNCT . _ 7 punct event O
        """,
      complete: """
        The bridge | was built by | the Romans
        The bridge built by the Romans | collapsed after | a flood
        """,
      minimal: """
        The bridge | built by | the Romans
        The bridge | collapsed after | a flood
        """),
    // The problem is that the road crosses a swamp .
    Construction(
      name: "A copula before a clause",
      rows: """
        The the DET DT Definite=Def|PronType=Art 2 det abstract O
        problem problem NOUN NN Number=Sing 7 nsubj:outer abstract O
        is be AUX VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 7 cop abstract O
        that that SCONJ IN _ 7 mark abstract O
        the the DET DT Definite=Def|PronType=Art 6 det person O
        road road NOUN NN Number=Sing 7 nsubj place O
        crosses cross VERB VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root abstract O
        a a DET DT Definite=Ind|PronType=Art 9 det place O
        swamp swamp NOUN NN Number=Sing 7 obj place O
        . . PUNCT . _ 7 punct abstract O
        """,
      complete: """
        The problem | is that | the road crosses a swamp
        the road | crosses | a swamp
        """,
      minimal: """
        The problem | is | that the road crosses a swamp
        the road | crosses | a swamp
        """),
    // It is likely that prices will rise .
    Construction(
      name: "An extraposed clause",
      rows: """
        It it PRON PRP Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs 3 expl abstract O
        is be AUX VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 3 cop abstract O
        likely likely ADJ JJ Degree=Pos 0 root abstract O
        that that SCONJ IN _ 7 mark abstract O
        prices price NOUN NNS Number=Plur 7 nsubj abstract O
        will will AUX MD VerbForm=Fin 7 aux abstract O
        rise rise VERB VB VerbForm=Inf 3 csubj abstract O
        . . PUNCT . _ 3 punct abstract O
        """,
      complete: """
        It | is | likely | that prices will rise
        prices | will rise
        """,
      minimal: """
        It | is | likely
        It | is likely | that prices will rise
        """),
    // The town provides water and sewage services to farms .
    Construction(
      name: "Conjoined modifiers",
      rows: """
        The the DET DT Definite=Def|PronType=Art 2 det place O
        town town NOUN NN Number=Sing 3 nsubj place O
        provides provide VERB VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root event O
        water water NOUN NN Number=Sing 7 compound substance O
        and and CCONJ CC _ 6 cc abstract O
        sewage sewage NOUN NN Number=Sing 4 conj substance O
        services service NOUN NNS Number=Plur 3 obj abstract O
        to to ADP IN _ 9 case abstract O
        farms farm NOUN NNS Number=Plur 3 obl place O
        . . PUNCT . _ 3 punct abstract O
        """,
      complete: """
        The town | provides | water and sewage services | to farms
        """,
      minimal: """
        The town | provides | water services
        The town | provides | sewage services
        The town | provides water services to | farms
        The town | provides sewage services to | farms
        """),
    // The city 's population doubled .
    Construction(
      name: "A possessor",
      rows: """
        The the DET DT Definite=Def|PronType=Art 2 det person O
        city city NOUN NN Number=Sing 4 nmod:poss place O
        's 's PART POS _ 2 case person O
        population population NOUN NN Number=Sing 5 nsubj person O
        doubled double VERB VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root event O
        . . PUNCT . _ 5 punct abstract O
        """,
      complete: """
        The city 's population | doubled
        The city | has | population
        """,
      minimal: ""),
    // " We lost the match , " the captain said .
    Construction(
      name: "A quotation before its verb of saying",
      rows: """
        " " PUNCT `` _ 3 punct person O
        We we PRON PRP Case=Nom|Number=Plur|Person=1|PronType=Prs 3 nsubj organization O
        lost lose VERB VBD Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin 10 ccomp event O
        the the DET DT Definite=Def|PronType=Art 5 det event O
        match match NOUN NN Number=Sing 3 obj event O
        , , PUNCT , _ 3 punct event O
        " " PUNCT '' _ 3 punct event O
        the the DET DT Definite=Def|PronType=Art 9 det person O
        captain captain NOUN NN Number=Sing 10 nsubj person O
        said say VERB VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root event O
        . . PUNCT . _ 10 punct event O
        """,
      complete: """
        We | lost | the match
        the captain | said | We lost the match
        """,
      minimal: """
        We | lost | the match
        the captain | said | We lost the match
        """),
    // The plan is to close the mine .
    Construction(
      name: "A copula before an infinitive",
      rows: """
        The the DET DT Definite=Def|PronType=Art 2 det abstract O
        plan plan NOUN NN Number=Sing 5 nsubj:outer abstract O
        is be AUX VBZ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 5 cop abstract O
        to to PART TO _ 5 mark person O
        close close VERB VB VerbForm=Inf 0 root event O
        the the DET DT Definite=Def|PronType=Art 7 det object O
        mine mine NOUN NN Number=Sing 5 obj object O
        . . PUNCT . _ 5 punct abstract O
        """,
      complete: """
        The plan | is to close | the mine
        """,
      minimal: """
        The plan | is to close | the mine
        """),
  ]
}

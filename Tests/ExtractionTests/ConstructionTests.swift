import Testing

/// What each construction of English gives, from its tree.
@Suite("Constructions become propositions")
struct ConstructionTests {
  /// A sentence's tree and the propositions that it gives.
  struct Construction: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: String
    let expected: String
    var testDescription: String { name }
  }

  @Test("A construction gives its propositions", arguments: constructions)
  func extraction(_ construction: Construction) throws {
    let found = try propositions(construction.rows)
    #expect(found == construction.expected)
  }

  static let constructions: [Construction] = [
    // Russia has been training the soldiers in Siberia.
    Construction(
      name: "An active clause with an object and a place",
      rows: """
        Russia Russia PROPN NNP Number=Sing 4 nsubj place B-GPE
        has have AUX VBZ Number=Sing|Tense=Pres|VerbForm=Fin 4 aux _ O
        been be AUX VBN Tense=Past|VerbForm=Part 4 aux _ O
        training train VERB VBG Tense=Pres|VerbForm=Part 0 root _ O
        the the DET DT _ 6 det _ O
        soldiers soldier NOUN NNS Number=Plur 4 obj person O
        in in ADP IN _ 8 case _ O
        Siberia Siberia PROPN NNP Number=Sing 4 obl place B-GPE
        . . PUNCT . _ 4 punct _ O
        """,
      expected: """
        train(agent: Russia, patient: soldiers, location: Siberia) present
        """),
    // The town was shelled by rebels on Friday.
    Construction(
      name: "A passive with its agent",
      rows: """
        The the DET DT _ 2 det _ O
        town town NOUN NN Number=Sing 4 nsubj:pass place O
        was be AUX VBD Number=Sing|Tense=Past|VerbForm=Fin 4 aux:pass _ O
        shelled shell VERB VBN Tense=Past|VerbForm=Part 0 root _ O
        by by ADP IN _ 6 case _ O
        rebels rebel NOUN NNS Number=Plur 4 obl:agent person O
        on on ADP IN _ 8 case _ O
        Friday Friday PROPN NNP Number=Sing 4 obl time B-DATE
        . . PUNCT . _ 4 punct _ O
        """,
      expected: """
        shell(patient: town, agent: rebels) past, time: Friday
        """),
    // The minister condemned the attack and called for talks.
    Construction(
      name: "Conjoined verbs share their subject; a verb takes its preposition",
      rows: """
        The the DET DT _ 2 det _ O
        minister minister NOUN NN Number=Sing 3 nsubj person O
        condemned condemn VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 0 root _ O
        the the DET DT _ 5 det _ O
        attack attack NOUN NN Number=Sing 3 obj event O
        and and CCONJ CC _ 7 cc _ O
        called call VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 3 conj _ O
        for for ADP IN _ 9 case _ O
        talks talk NOUN NNS Number=Plur 7 obl event O
        . . PUNCT . _ 3 punct _ O
        """,
      expected: """
        condemn(agent: minister, patient: attack) past
        call for(agent: minister, patient: talks) past
        """),
    // Norway, Sweden and Denmark signed the treaty.
    Construction(
      name: "Conjoined subjects each act",
      rows: """
        Norway Norway PROPN NNP Number=Sing 6 nsubj place B-GPE
        , , PUNCT , _ 3 punct _ O
        Sweden Sweden PROPN NNP Number=Sing 1 conj place B-GPE
        and and CCONJ CC _ 5 cc _ O
        Denmark Denmark PROPN NNP Number=Sing 1 conj place B-GPE
        signed sign VERB VBD Number=Plur|Tense=Past|VerbForm=Fin 0 root _ O
        the the DET DT _ 8 det _ O
        treaty treaty NOUN NN Number=Sing 6 obj abstract O
        . . PUNCT . _ 6 punct _ O
        """,
      expected: """
        sign(agent: Norway, agent: Sweden, agent: Denmark, patient: treaty) past
        """),
    // The officer who led the raid resigned.
    Construction(
      name: "A relative pronoun is what it stands for",
      rows: """
        The the DET DT _ 2 det _ O
        officer officer NOUN NN Number=Sing 7 nsubj person O
        who who PRON WP PronType=Rel 4 nsubj person O
        led lead VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 2 acl:relcl _ O
        the the DET DT _ 6 det _ O
        raid raid NOUN NN Number=Sing 4 obj event O
        resigned resign VERB VBD Number=Plur|Tense=Past|VerbForm=Fin 0 root _ O
        . . PUNCT . _ 7 punct _ O
        """,
      expected: """
        lead(agent: officer, patient: raid) past
        resign(agent: officer) past
        """),
    // The villages that the army captured were empty.
    Construction(
      name: "A relative clause's object is what it modifies; a copula has an attribute",
      rows: """
        The the DET DT _ 2 det _ O
        villages village NOUN NNS Number=Plur 8 nsubj place O
        that that PRON WDT PronType=Rel 6 obj place O
        the the DET DT _ 5 det _ O
        army army NOUN NN Number=Sing 6 nsubj organization O
        captured capture VERB VBD Number=Plur|Tense=Past|VerbForm=Fin 2 acl:relcl _ O
        were be AUX VBD Number=Plur|Tense=Past|VerbForm=Fin 8 cop _ O
        empty empty ADJ JJ _ 0 root _ O
        . . PUNCT . _ 8 punct _ O
        """,
      expected: """
        capture(patient: villages, agent: army) past
        be(agent: villages, attribute: “empty”) past
        """),
    // Officials said the minister would resign.
    Construction(
      name: "Reported speech is its speaker's",
      rows: """
        Officials official NOUN NNS Number=Plur 2 nsubj person O
        said say VERB VBD Number=Plur|Tense=Past|VerbForm=Fin 0 root _ O
        the the DET DT _ 4 det _ O
        minister minister NOUN NN Number=Sing 6 nsubj person O
        would would AUX MD VerbForm=Fin 6 aux _ O
        resign resign VERB VB VerbForm=Inf 2 ccomp _ O
        . . PUNCT . _ 2 punct _ O
        """,
      expected: """
        say(agent: Officials, content: [resign]) past
        resign(agent: minister) future probable, says Officials
        """),
    // "The bridge is closed," the mayor told reporters.
    Construction(
      name: "A quotation is its speaker's",
      rows: """
        " " PUNCT `` _ 5 punct _ O
        The the DET DT _ 3 det _ O
        bridge bridge NOUN NN Number=Sing 5 nsubj place O
        is be AUX VBZ Number=Sing|Tense=Pres|VerbForm=Fin 5 aux:pass _ O
        closed close VERB VBN Tense=Past|VerbForm=Part 10 ccomp _ O
        , , PUNCT , _ 5 punct _ O
        " " PUNCT '' _ 5 punct _ O
        the the DET DT _ 9 det _ O
        mayor mayor NOUN NN Number=Sing 10 nsubj person O
        told tell VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 0 root _ O
        reporters reporter NOUN NNS Number=Plur 10 iobj person O
        . . PUNCT . _ 10 punct _ O
        """,
      expected: """
        close(patient: bridge) present, says mayor
        tell(content: [close], agent: mayor, recipient: reporters) past
        """),
    // According to the governor, the storm killed nine people.
    Construction(
      name: "“According to” names a source",
      rows: """
        According accord VERB VBG Tense=Pres|VerbForm=Part 4 case _ O
        to to ADP IN _ 1 fixed _ O
        the the DET DT _ 4 det _ O
        governor governor NOUN NN Number=Sing 8 obl person O
        , , PUNCT , _ 4 punct _ O
        the the DET DT _ 7 det _ O
        storm storm NOUN NN Number=Sing 8 nsubj event O
        killed kill VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 0 root _ O
        nine nine NUM CD _ 10 nummod person B-CARDINAL
        people people NOUN NNS Number=Plur 8 obj person O
        . . PUNCT . _ 8 punct _ O
        """,
      expected: """
        kill(agent: storm, patient: people) past, says governor
        """),
    // The union wants to end the strike.
    Construction(
      name: "An open complement shares its subject and is only intended",
      rows: """
        The the DET DT _ 2 det _ O
        union union NOUN NN Number=Sing 3 nsubj organization O
        wants want VERB VBZ Number=Sing|Tense=Pres|VerbForm=Fin 0 root _ O
        to to PART TO _ 5 mark _ O
        end end VERB VB VerbForm=Inf 3 xcomp _ O
        the the DET DT _ 7 det _ O
        strike strike NOUN NN Number=Sing 5 obj event O
        . . PUNCT . _ 3 punct _ O
        """,
      expected: """
        want(agent: union, content: [end]) present
        end(agent: union, patient: strike) future intended
        """),
    // Berlin urged Paris to sign the pact.
    Construction(
      name: "The object of urging is the subject of what is urged",
      rows: """
        Berlin Berlin PROPN NNP Number=Sing 2 nsubj place B-GPE
        urged urge VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 0 root _ O
        Paris Paris PROPN NNP Number=Sing 2 iobj place B-GPE
        to to PART TO _ 5 mark _ O
        sign sign VERB VB VerbForm=Inf 2 xcomp _ O
        the the DET DT _ 7 det _ O
        pact pact NOUN NN Number=Sing 5 obj abstract O
        . . PUNCT . _ 2 punct _ O
        """,
      expected: """
        urge(agent: Berlin, recipient: Paris, content: [sign]) past
        sign(agent: Paris, patient: pact) future requested, says Berlin
        """),
    // The company did not pay the workers.
    Construction(
      name: "A negation denies",
      rows: """
        The the DET DT _ 2 det _ O
        company company NOUN NN Number=Sing 5 nsubj organization O
        did do AUX VBD Number=Sing|Tense=Past|VerbForm=Fin 5 aux _ O
        not not PART RB _ 5 advmod _ O
        pay pay VERB VB VerbForm=Inf 0 root _ O
        the the DET DT _ 7 det _ O
        workers worker NOUN NNS Number=Plur 5 iobj person O
        . . PUNCT . _ 5 punct _ O
        """,
      expected: """
        pay(agent: company, recipient: workers) past negative
        """),
    // No troops crossed the river.
    Construction(
      name: "A negated participant denies the whole",
      rows: """
        No no DET DT PronType=Neg 2 det _ O
        troops troops NOUN NNS Number=Plur 3 nsubj person O
        crossed cross VERB VBD Number=Plur|Tense=Past|VerbForm=Fin 0 root _ O
        the the DET DT _ 5 det _ O
        river river NOUN NN Number=Sing 3 obj place O
        . . PUNCT . _ 3 punct _ O
        """,
      expected: """
        cross(agent: troops, patient: river) past negative
        """),
    // The lawyer denied that the judge had met the witness.
    Construction(
      name: "Denying turns round what is denied",
      rows: """
        The the DET DT _ 2 det _ O
        lawyer lawyer NOUN NN Number=Sing 3 nsubj person O
        denied deny VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 0 root _ O
        that that SCONJ IN _ 8 mark _ O
        the the DET DT _ 6 det _ O
        judge judge NOUN NN Number=Sing 8 nsubj person O
        had have AUX VBD Number=Sing|Tense=Past|VerbForm=Fin 8 aux _ O
        met meet VERB VBN Tense=Past|VerbForm=Part 3 ccomp _ O
        the the DET DT _ 10 det _ O
        witness witness NOUN NN Number=Sing 8 obj person O
        . . PUNCT . _ 3 punct _ O
        """,
      expected: """
        deny(agent: lawyer, content: [meet]) past
        meet(agent: judge, company: witness) past negative, says lawyer
        """),
    // France provided the refugees with tents.
    Construction(
      name: "Who is provided gets, with what is given",
      rows: """
        France France PROPN NNP Number=Sing 2 nsubj place B-GPE
        provided provide VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 0 root _ O
        the the DET DT _ 4 det _ O
        refugees refugee NOUN NNS Number=Plur 2 obj person O
        with with ADP IN _ 6 case _ O
        tents tent NOUN NNS Number=Plur 2 obl object O
        . . PUNCT . _ 2 punct _ O
        """,
      expected: """
        provide(agent: France, recipient: refugees, patient: tents) past
        """),
    // The guards failed to stop the thieves.
    Construction(
      name: "Failing denies what failed",
      rows: """
        The the DET DT _ 2 det _ O
        guards guard NOUN NNS Number=Plur 3 nsubj person O
        failed fail VERB VBD Number=Plur|Tense=Past|VerbForm=Fin 0 root _ O
        to to PART TO _ 5 mark _ O
        stop stop VERB VB VerbForm=Inf 3 xcomp _ O
        the the DET DT _ 7 det _ O
        thieves thief NOUN NNS Number=Plur 5 obj person O
        . . PUNCT . _ 3 punct _ O
        """,
      expected: """
        fail(agent: guards, content: [stop]) past
        stop(agent: guards, patient: thieves) present negative
        """),
    // If the dam breaks, the water will reach the city.
    Construction(
      name: "A condition is conditional",
      rows: """
        If if SCONJ IN _ 4 mark _ O
        the the DET DT _ 3 det _ O
        dam dam NOUN NN Number=Sing 4 nsubj place O
        breaks break VERB VBZ Number=Sing|Tense=Pres|VerbForm=Fin 9 advcl _ O
        , , PUNCT , _ 4 punct _ O
        the the DET DT _ 7 det _ O
        water water NOUN NN Number=Sing 9 nsubj substance O
        will will AUX MD VerbForm=Fin 9 aux _ O
        reach reach VERB VB VerbForm=Inf 0 root _ O
        the the DET DT _ 11 det _ O
        city city NOUN NN Number=Sing 9 obj place O
        . . PUNCT . _ 9 punct _ O
        """,
      expected: """
        break(agent: dam) present conditional
        reach(agent: water, patient: city) future
        """),
    // The bank may sell its shares to investors.
    Construction(
      name: "An auxiliary makes it possible",
      rows: """
        The the DET DT _ 2 det _ O
        bank bank NOUN NN Number=Sing 4 nsubj organization O
        may may AUX MD VerbForm=Fin 4 aux _ O
        sell sell VERB VB VerbForm=Inf 0 root _ O
        its its PRON PRP$ Number=Sing|PronType=Prs 6 nmod:poss organization O
        shares share NOUN NNS Number=Plur 4 obj abstract O
        to to ADP IN _ 8 case _ O
        investors investor NOUN NNS Number=Plur 4 obl person O
        . . PUNCT . _ 4 punct _ O
        """,
      expected: """
        sell(agent: bank, patient: shares, recipient: investors) present possible
        """),
    // Demonstrating its strength, the navy fired two missiles.
    Construction(
      name: "A participle in front shares the subject behind it",
      rows: """
        Demonstrating demonstrate VERB VBG Tense=Pres|VerbForm=Part 7 advcl _ O
        its its PRON PRP$ Number=Sing|PronType=Prs 3 nmod:poss organization O
        strength strength NOUN NN Number=Sing 1 obj abstract O
        , , PUNCT , _ 1 punct _ O
        the the DET DT _ 6 det _ O
        navy navy NOUN NN Number=Sing 7 nsubj organization B-ORG
        fired fire VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 0 root _ O
        two two NUM CD _ 9 nummod object B-CARDINAL
        missiles missile NOUN NNS Number=Plur 7 obj object O
        . . PUNCT . _ 7 punct _ O
        """,
      expected: """
        demonstrate(patient: strength, agent: navy) present
        fire(agent: navy, patient: missiles) past
        """),
    // The plan is likely to be rejected.
    Construction(
      name: "“Likely” only colours what it governs",
      rows: """
        The the DET DT _ 2 det _ O
        plan plan NOUN NN Number=Sing 4 nsubj abstract O
        is be AUX VBZ Number=Sing|Tense=Pres|VerbForm=Fin 4 cop _ O
        likely likely ADJ JJ _ 0 root _ O
        to to PART TO _ 7 mark _ O
        be be AUX VB VerbForm=Inf 7 aux:pass _ O
        rejected reject VERB VBN Tense=Past|VerbForm=Part 4 xcomp _ O
        . . PUNCT . _ 4 punct _ O
        """,
      expected: """
        reject(patient: plan) present probable
        """),
    // The rebels attacked a convoy carrying food to the camp.
    Construction(
      name: "A reduced relative clause has what it modifies for its subject",
      rows: """
        The the DET DT _ 2 det _ O
        rebels rebel NOUN NNS Number=Plur 3 nsubj person O
        attacked attack VERB VBD Number=Plur|Tense=Past|VerbForm=Fin 0 root _ O
        a a DET DT _ 5 det _ O
        convoy convoy NOUN NN Number=Sing 3 obj object O
        carrying carry VERB VBG VerbForm=Ger 5 acl _ O
        food food NOUN NN Number=Sing 6 obj substance O
        to to ADP IN _ 10 case _ O
        the the DET DT _ 10 det _ O
        camp camp NOUN NN Number=Sing 6 obl place O
        . . PUNCT . _ 3 punct _ O
        """,
      expected: """
        attack(agent: rebels, patient: convoy) past
        carry(agent: convoy, patient: food, destination: camp) present
        """),
    // Police arrested some of the protesters.
    Construction(
      name: "Some of a whole are the whole's",
      rows: """
        Police police NOUN NNS Number=Plur 2 nsubj organization O
        arrested arrest VERB VBD Number=Plur|Tense=Past|VerbForm=Fin 0 root _ O
        some some DET DT PronType=Ind 2 obj _ O
        of of ADP IN _ 6 case _ O
        the the DET DT _ 6 det _ O
        protesters protester NOUN NNS Number=Plur 3 nmod person O
        . . PUNCT . _ 2 punct _ O
        """,
      expected: """
        arrest(agent: Police, patient: protesters) past
        """),
    // The president is in Geneva.
    Construction(
      name: "A copula with a preposition tells where",
      rows: """
        The the DET DT _ 2 det _ O
        president president NOUN NN Number=Sing 5 nsubj person O
        is be AUX VBZ Number=Sing|Tense=Pres|VerbForm=Fin 5 cop _ O
        in in ADP IN _ 5 case _ O
        Geneva Geneva PROPN NNP Number=Sing 0 root place B-GPE
        . . PUNCT . _ 5 punct _ O
        """,
      expected: """
        be(agent: president, location: Geneva) present
        """),
    // There are no doctors in the village.
    Construction(
      name: "Nothing exists where none are there",
      rows: """
        There there PRON EX _ 2 expl person O
        are be VERB VBP Number=Plur|Tense=Pres|VerbForm=Fin 0 root _ O
        no no DET DT PronType=Neg 4 det _ O
        doctors doctor NOUN NNS Number=Plur 2 nsubj person O
        in in ADP IN _ 7 case _ O
        the the DET DT _ 7 det _ O
        village village NOUN NN Number=Sing 4 nmod place O
        . . PUNCT . _ 2 punct _ O
        """,
      expected: """
        be(agent: doctors, location: village) present negative
        """),
    // “Make no mistake, the army will strike back,” the general said.
    Construction(
      name: "Saying “make no mistake” warns",
      rows: """
        “ " PUNCT `` _ 2 punct _ O
        Make make VERB VB Mood=Imp|VerbForm=Fin 15 ccomp _ O
        no no DET DT PronType=Neg 4 det _ O
        mistake mistake NOUN NN Number=Sing 2 obj abstract O
        , , PUNCT , _ 9 punct _ O
        the the DET DT _ 7 det _ O
        army army NOUN NN Number=Sing 9 nsubj organization O
        will will AUX MD VerbForm=Fin 9 aux _ O
        strike strike VERB VB VerbForm=Inf 15 ccomp _ O
        back back ADV RB _ 9 advmod _ O
        , , PUNCT , _ 9 punct _ O
        ” " PUNCT '' _ 2 punct _ O
        the the DET DT _ 14 det _ O
        general general NOUN NN Number=Sing 15 nsubj person O
        said say VERB VBD Number=Sing|Tense=Past|VerbForm=Fin 0 root _ O
        . . PUNCT . _ 15 punct _ O
        """,
      expected: """
        make(patient: mistake) present negative requested, says general
        strike(agent: army) future, says general
        say(content: [make], content: [strike], agent: general) past
        warn(content: [strike], agent: general) past
        """),
    // Bandits have robbed a bank and burned a bus, officers said.
    Construction(
      name: "What is said before its verb of saying keeps its conjuncts",
      rows: """
        Bandits bandit NOUN NNS Number=Plur 3 nsubj person O
        have have AUX VBP Tense=Pres|VerbForm=Fin 3 aux _ O
        robbed rob VERB VBN Tense=Past|VerbForm=Part 12 ccomp _ O
        a a DET DT _ 5 det _ O
        bank bank NOUN NN Number=Sing 3 obj place O
        and and CCONJ CC _ 7 cc _ O
        burned burn VERB VBD Tense=Past|VerbForm=Fin 3 conj _ O
        a a DET DT _ 9 det _ O
        bus bus NOUN NN Number=Sing 7 obj object O
        , , PUNCT , _ 3 punct _ O
        officers officer NOUN NNS Number=Plur 12 nsubj person O
        said say VERB VBD Tense=Past|VerbForm=Fin 0 root _ O
        . . PUNCT . _ 12 punct _ O
        """,
      expected: """
        rob(agent: Bandits, patient: bank) past, says officers
        burn(agent: Bandits, patient: bus) past, says officers
        say(content: [rob], agent: officers) past
        """),
    // Hundreds of thousands of farmers left.
    Construction(
      name: "A quantity of a quantity is of what the last one measures",
      rows: """
        Hundreds hundred NOUN NNS Number=Plur 6 nsubj _ O
        of of ADP IN _ 3 case _ O
        thousands thousand NOUN NNS Number=Plur 1 nmod _ O
        of of ADP IN _ 5 case _ O
        farmers farmer NOUN NNS Number=Plur 3 nmod person O
        left leave VERB VBD Tense=Past|VerbForm=Fin 0 root _ O
        . . PUNCT . _ 6 punct _ O
        """,
      expected: """
        leave(agent: farmers) past
        """),
  ]
}

import Articles
import Foundation
import KnowledgeGraph
import Linguistics
import Testing

@testable import ActantKit

/// Whether the language model is there, without which nothing can be read.
private let hasModel = FileManager.default.fileExists(
  atPath: LanguageModel.defaultFolder.appending(path: "weights.safetensors").path)

/// Sentences and the events that they tell: source, PLOVER category and target, by country or else by sector.
@Suite("Events of whole sentences", .enabled(if: hasModel, "needs the language model's weights"))
struct EventTableTests {
  private static let reader = Result { try Reader(annotator: try Annotator()) }

  /// "FRA AGREE EGY", several events set apart by semicolons, statements left out.
  private static func events(in text: String) throws -> String {
    let graph = try reader.get().knowledgeGraph(of: Article(id: "a", uri: "a", text: text))
    let entities = Dictionary(graph.entities.map { ($0.id, $0) }) { first, _ in first }
    func codes(_ ids: [String]) -> String {
      Set(ids.compactMap { entities[$0] }.map { $0.country ?? $0.sector ?? "?" }).sorted().joined(
        separator: "+")
    }
    var all: [String] = []
    for event in graph.actions.compactMap(\.event) where event.type != "SAY" {
      let text = [codes(event.source), event.type, codes(event.target)].filter { !$0.isEmpty }
        .joined(separator: " ")
      if !all.contains(text) { all.append(text) }
    }
    return all.isEmpty ? "none" : all.joined(separator: "; ")
  }

  @Test(
    "a sentence tells the event that PLOVER's manual makes of it",
    arguments: [
      ("France agreed on Monday to sell wheat to Egypt.", "FRA AGREE EGY"),
      ("Japan promised to lend Vietnam two billion dollars.", "JPN AGREE VNM"),
      ("Brazil will reopen its embassy in Tripoli, the foreign minister said.", "BRA AGREE LBY"),
      ("Norway offered to mediate between the Colombian government and the rebels.", "NOR AGREE COL"),
      ("Spain said it would release 40 Moroccan fishermen.", "ESP AGREE MAR"),
      (
        "Italian Prime Minister Romano Prodi met Algerian President Abdelaziz Bouteflika in Rome.",
        "ITA CONSULT DZA"
      ),
      ("The Turkish foreign minister flew to Baghdad on Sunday.", "TUR CONSULT IRQ"),
      ("President Kim Dae-jung telephoned Japan's prime minister.", "KOR CONSULT JPN"),
      ("Chinese and Indian officials held talks in New Delhi.", "CHN CONSULT IND"),
      ("An Egyptian envoy visited Damascus for talks with Syrian leaders.", "EGY CONSULT SYR"),
      ("Canada praised Colombia's decision to extend the truce.", "CAN SUPPORT COL"),
      ("Mexico recognized the new government of Honduras.", "MEX SUPPORT HND"),
      ("Greece and Bulgaria signed a treaty of friendship on Friday.", "BGR+GRC SUPPORT BGR+GRC"),
      ("Libya restored diplomatic relations with Britain.", "LBY SUPPORT GBR"),
      ("Germany expressed support for Poland's bid to join the alliance.", "DEU SUPPORT POL"),
      ("Pakistan handed over four suspected militants to the United States.", "PAK COOPERATE USA"),
      ("Singapore and Malaysia held a joint exercise in the strait.", "MYS+SGP COOPERATE MYS+SGP"),
      ("Thailand shared intelligence with Burma about drug smugglers.", "THA COOPERATE MMR"),
      ("Australia gave Fiji ten million dollars in aid.", "AUS AID FJI"),
      ("Cuba sent doctors and medicine to Haiti.", "CUB AID HTI"),
      ("Sweden granted asylum to two Iranian journalists.", "SWE AID IRN"),
      ("Russia supplied Syria with missiles.", "RUS AID SYR"),
      ("The World Food Program delivered 300 tons of food to Somalia.", "IGO AID SOM"),
      ("Israel released 50 Palestinian prisoners on Thursday.", "ISR CONCEDE PSE"),
      ("The United States lifted sanctions against Sudan.", "USA CONCEDE SDN"),
      ("The Peruvian government agreed to the rebels' demands.", "PER CONCEDE PER"),
      ("Ethiopia allowed opposition parties to hold a rally.", "ETH CONCEDE ETH"),
      ("Syria withdrew its troops from Lebanon.", "SYR RETREAT LBN"),
      ("Basque rebels declared a ceasefire.", "ESP RETREAT"),
      ("Guatemalan guerrillas laid down their arms on Tuesday.", "GTM RETREAT"),
      ("Rwandan rebels surrendered to U.N. peacekeepers in Goma.", "RWA RETREAT IGO"),
      ("Peru's interior minister resigned after the riots.", "PER RETREAT"),
      ("Jordan urged Israel to stop building settlements.", "JOR REQUEST ISR"),
      ("Kenya asked the United Nations to send peacekeepers to Somalia.", "KEN REQUEST IGO"),
      ("The European Union called on Zimbabwe to free two journalists.", "IGO REQUEST ZWE"),
      ("Chad demanded the withdrawal of Libyan troops.", "TCD REQUEST LBY"),
      ("The Polish foreign minister said that Belarus must respect human rights.", "POL REQUEST BLR"),
      ("India accused Pakistan of training militants in Kashmir.", "IND ACCUSE PAK"),
      ("Venezuela condemned the American invasion of Panama.", "VEN ACCUSE USA"),
      ("The Chilean opposition criticized President Augusto Pinochet.", "CHL ACCUSE CHL"),
      ("A Spanish judge charged three Argentine officers with genocide.", "ESP ACCUSE ARG"),
      ("Amnesty International denounced executions in Saudi Arabia.", "NGO ACCUSE SAU"),
      ("Iran rejected a French proposal to resume talks.", "IRN REJECT FRA"),
      ("Serbia refused to extradite the general to Croatia.", "SRB REJECT HRV"),
      ("Turkey said it would not open its border with Armenia.", "TUR REJECT ARM"),
      ("Russia vetoed a Western resolution on Syria.", "RUS REJECT SYR"),
      ("North Korea threatened to attack South Korea.", "PRK THREATEN KOR"),
      ("China warned Taiwan that independence would mean war.", "CHN THREATEN TWN"),
      ("Britain said it will impose sanctions on Burma.", "GBR THREATEN MMR"),
      ("Burundi's army vowed to crush the rebels.", "BDI THREATEN BDI"),
      ("Greek truck drivers threatened to block the roads to the port.", "GRC THREATEN"),
      ("Thousands of students marched in Jakarta to protest against the government.", "IDN PROTEST IDN"),
      ("Bolivian miners began a hunger strike to demand higher wages.", "BOL PROTEST BOL"),
      ("Nurses went on strike across Zimbabwe.", "ZWE PROTEST ZWE"),
      ("Farmers blocked highways in northern France.", "FRA PROTEST FRA"),
      ("Denmark recalled its ambassador from Tehran.", "DNK SANCTION IRN"),
      ("Poland expelled three Belarusian diplomats.", "POL SANCTION BLR"),
      ("The United States suspended military aid to Kenya.", "USA SANCTION KEN"),
      ("The Arab League imposed sanctions on Syria.", "IGO SANCTION SYR"),
      ("Saudi Arabia broke off diplomatic relations with Iran.", "SAU SANCTION IRN"),
      ("Sudan cancelled talks with the rebels in Chad.", "SDN SANCTION TCD"),
      ("Turkey massed troops on its border with Iraq.", "TUR MOBILIZE IRQ"),
      ("India put its navy on alert.", "IND MOBILIZE"),
      ("Russia began military exercises near the Ukrainian border.", "RUS MOBILIZE UKR"),
      ("Egyptian police arrested 30 members of the Muslim Brotherhood.", "EGY COERCE EGY"),
      ("The Bangladeshi government imposed a curfew in Dhaka.", "BGD COERCE BGD"),
      ("Uzbekistan banned two newspapers.", "UZB COERCE MED"),
      ("Chinese hackers attacked computers of the Japanese government.", "CHN COERCE JPN"),
      ("Gunmen kidnapped two Italian engineers in Nigeria.", "NGA COERCE ITA"),
      ("Argentina seized a British fishing vessel.", "ARG COERCE GBR"),
      ("Russian aircraft bombed villages in Chechnya.", "RUS ASSAULT RUS"),
      ("A suicide bomber killed eleven people in Kabul.", "AFG ASSAULT AFG"),
      ("Ugandan soldiers clashed with Congolese rebels near Bunia.", "UGA ASSAULT COD"),
      ("Tamil rebels attacked a navy base in Sri Lanka.", "LKA ASSAULT LKA"),
      ("Iraqi troops fired missiles at Kuwait.", "IRQ ASSAULT KWT"),
      ("Israeli forces launched an attack on a refugee camp in Gaza.", "ISR ASSAULT PSE"),
      ("Police fired tear gas at protesters in Athens.", "GRC COERCE GRC"),
      ("The storm killed ten people in Haiti.", "none"),
      ("Kuwait did not attack Iraq.", "none"),
      ("The minister may visit Oman.", "none"),
      ("Exports from Chile rose in March.", "none"),
      ("The company launched a new car in Germany.", "none"),
      (
        "The Philippine government said on Tuesday it was ready to resume peace talks with "
          + "communist rebels.",
        "PHL AGREE PHL"
      ),
      (
        "Kuwait has pledged 500 million dollars to help rebuild Afghanistan, officials said.",
        "KWT AGREE AFG"
      ),
      (
        "Honduras and Nicaragua agreed on Friday to reduce tensions along their common border.",
        "HND+NIC AGREE HND+NIC"
      ),
      (
        "Georgia will allow Russian engineers to inspect the pipeline, the energy minister told reporters.",
        "GEO AGREE RUS"
      ),
      (
        "Zambia's foreign minister arrived in Luanda on Wednesday for a three-day visit.",
        "ZMB CONSULT AGO"
      ),
      (
        "Czech President Vaclav Havel received Slovak Prime Minister Vladimir Meciar at Prague Castle.",
        "CZE CONSULT SVK"
      ),
      (
        "Leaders of Kenya, Uganda and Tanzania met in Arusha to discuss a common market.",
        "KEN CONSULT TZA"
      ),
      (
        "U.N. envoy Lakhdar Brahimi held talks with Taliban leaders in Kandahar on Sunday.",
        "IGO CONSULT AFG"
      ),
      (
        "Finnish Foreign Minister Erkki Tuomioja discussed the crisis by telephone with his "
          + "Estonian counterpart.",
        "FIN CONSULT EST"
      ),
      ("Latvia's parliament ratified a border treaty with Lithuania.", "LVA SUPPORT LTU"),
      ("Paraguay congratulated Bolivia's president-elect on his victory.", "PRY SUPPORT BOL"),
      (
        "Malawi established diplomatic relations with China, ending decades of ties with Taiwan.",
        "MWI SUPPORT CHN"
      ),
      (
        "Ireland backs Cyprus's membership of the European Union, its foreign minister said.",
        "IRL SUPPORT CYP"
      ),
      ("Vietnam and Laos launched a joint operation against timber smugglers.", "LAO+VNM COOPERATE VNM"),
      ("The United States has sent two field hospitals to Turkey after the earthquake.", "USA AID TUR"),
      ("Iran has been supplying weapons to Shiite militias in Iraq, a U.S. general said.", "IRN AID IRQ"),
      ("UNICEF distributed blankets and tents to refugees in Chad.", "IGO AID TCD"),
      ("New Zealand soldiers evacuated foreigners from the Solomon Islands.", "NZL AID SLB"),
      (
        "The Tunisian government released 70 Islamist prisoners on Saturday under an amnesty.",
        "TUN CONCEDE TUN"
      ),
      ("Armenia's president pardoned three opposition leaders.", "ARM CONCEDE ARM"),
      ("Malaysia eased restrictions on newspapers after weeks of protests.", "MYS CONCEDE MED"),
      ("Australia apologised to East Timor for the incident.", "AUS CONCEDE TLS"),
      ("Ukraine and the separatists observed a truce over Easter.", "UKR RETREAT"),
      ("Cuban soldiers completed their withdrawal from Angola.", "CUB RETREAT AGO"),
      ("Eritrea allowed U.N. observers into the disputed zone.", "ERI RETREAT IGO"),
      ("Chechen fighters retreated from Grozny under heavy fire.", "RUS RETREAT"),
      ("The prime minister of Latvia stepped down on Monday.", "LVA RETREAT"),
      ("Moldova asked Russia to withdraw its soldiers from the region.", "MDA REQUEST RUS"),
      (
        "The Security Council demanded that Eritrea pull its forces back from the border.",
        "IGO REQUEST ERI"
      ),
      (
        "Opposition leaders in Togo called for the resignation of President Gnassingbe Eyadema.",
        "TGO REQUEST TGO"
      ),
      ("Lebanon appealed to the Arab League for help against the rebels.", "LBN REQUEST IGO"),
      ("A Danish court ordered the extradition of an Indian citizen.", "DNK REQUEST IND"),
      ("Human Rights Watch said that Laos should free the detained students.", "NGO REQUEST LAO"),
      ("Prosecutors in Brazil are investigating an American oil company.", "BRA ACCUSE USA"),
      (
        "Albanian Prime Minister Sali Berisha blamed Serbia for the violence in the north.",
        "ALB ACCUSE SRB"
      ),
      ("Ghana has protested to Togo over the killing of two border guards.", "GHA ACCUSE TGO"),
      ("Macedonia filed a complaint against Greece at the World Court.", "MKD ACCUSE GRC"),
      ("Slovenia refused on Thursday to recognise the new borders of Croatia.", "SVN REJECT HRV"),
      ("Myanmar has dismissed a U.S. offer of mediation.", "MMR REJECT USA"),
      (
        "Hungary will not take part in the sanctions against Serbia, its foreign minister said.",
        "HUN REJECT SRB"
      ),
      ("Algerian Islamists rejected the government's call for a truce.", "DZA REJECT DZA"),
      ("Yemen defied a U.N. resolution.", "YEM REJECT IGO"),
      (
        "Ecuador threatened to break off relations with Colombia unless it apologised.",
        "ECU THREATEN COL"
      ),
      (
        "Panama will expel Cuban diplomats if the broadcasts go on, its president said.",
        "PAN THREATEN CUB"
      ),
      (
        "About 2,000 Kurds demonstrated in Berlin on Saturday against Turkish attacks in Iraq.",
        "DEU PROTEST TUR"
      ),
      (
        "Opposition supporters in Mongolia stormed the ruling party's headquarters and clashed with police.",
        "MNG ASSAULT MNG"
      ),
      ("Indian lorry drivers called a nationwide strike over fuel prices.", "IND PROTEST IND"),
      ("The Netherlands froze development aid to Suriname.", "NLD SANCTION SUR"),
      ("Tanzania closed its border with Burundi on Monday.", "TZA SANCTION BDI"),
      ("The Commonwealth suspended Fiji after the coup.", "IGO SANCTION FJI"),
      ("Bahrain has withdrawn its ambassador from Qatar.", "BHR SANCTION QAT"),
      ("Ethiopian troops moved towards the Eritrean border.", "ETH MOBILIZE ERI"),
      ("Iran test-fired a missile in the Gulf.", "IRN MOBILIZE"),
      (
        "Authorities in Belarus detained dozens of opposition activists ahead of the vote.",
        "BLR COERCE BLR"
      ),
      ("Zimbabwe deported two British journalists on Friday.", "ZWE COERCE GBR"),
      ("The Syrian army besieged the Lebanese town of Zahle.", "SYR COERCE LBN"),
      ("Mauritania's ruler dissolved parliament and banned political parties.", "MRT COERCE MRT"),
      ("Soldiers in Guinea-Bissau have arrested the prime minister.", "GNB COERCE GNB"),
      ("Somali pirates seized a Danish ship in the Gulf of Aden.", "SOM COERCE DNK"),
      ("Maoist rebels in Nepal killed 14 policemen in an ambush.", "NPL ASSAULT NPL"),
      ("Armenian and Azerbaijani forces exchanged artillery fire near Stepanakert.", "ARM ASSAULT AZE"),
      ("Hutu militiamen from Rwanda massacred villagers in eastern Congo.", "RWA ASSAULT COD"),
      ("Two Iranian border guards were killed by Afghan drug smugglers.", "AFG ASSAULT IRN"),
      ("The talks were useful, the Omani delegate said.", "none"),
      ("Rice production in Burma fell by a tenth last year.", "none"),
      ("A Swiss court will hear the case next month.", "none"),
      ("Tourists visited the old town of Dubrovnik.", "none"),
    ])
  func table(sentence: String, expected: String) throws {
    #expect(try Self.events(in: sentence) == expected)
  }
}

/// The four quarters of PLOVER's event categories: in word or in deed, with or against.
///
/// Source: PLOVER Political Language Ontology for Verifiable Event Records, 2023, the table of categories.
enum QuadClass: String, CaseIterable {
  case verbalCooperation = "verbal cooperation"
  case materialCooperation = "material cooperation"
  case verbalConflict = "verbal conflict"
  case materialConflict = "material conflict"

  /// The class of a category; none for `SAY` and what is not PLOVER's.
  init?(event type: String) {
    switch type {
    case "AGREE", "CONSULT", "SUPPORT", "CONCEDE": self = .verbalCooperation
    case "COOPERATE", "AID", "RETREAT": self = .materialCooperation
    case "REQUEST", "ACCUSE", "REJECT", "THREATEN": self = .verbalConflict
    case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT": self = .materialConflict
    default: return nil
    }
  }
}

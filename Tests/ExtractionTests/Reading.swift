import KnowledgeGraph
import Linguistics
import Testing

@testable import Extraction

/// A document of CoNLL-U with few columns: form, lemma, UPOS, XPOS, features, head, relation, kind and BIO label of each
/// word; sentences are set apart by blank lines.
func document(_ rows: String) throws -> Document {
  var conllu = ""
  var number = 0
  for line in rows.split(separator: "\n", omittingEmptySubsequences: false) {
    let columns = line.split(separator: " ")
    guard columns.count == 9 else {
      if number > 0 { conllu += "\n" }
      number = 0
      continue
    }
    number += 1
    var misc: [String] = []
    if columns[7] != "_" { misc.append("Kind=\(columns[7])") }
    if columns[8] != "O" { misc.append("NER=\(columns[8])") }
    let row =
      [String(number)] + columns[0...6].map(String.init) + [
        "_", misc.isEmpty ? "_" : misc.joined(separator: "|"),
      ]
    conllu += row.joined(separator: "\t") + "\n"
  }
  return try Document(conllu: conllu + "\n")
}

/// The propositions of a document, one a line: verb, participants by role, and what is not plainly so.
func propositions(_ rows: String) throws -> String {
  let lexicon = try Lexicon()
  let trees = try document(rows).sentences.map(TreeRepair(lexicon: lexicon).repaired)
  let mentions = MentionFinder().mentions(in: trees)
  let all = PropositionExtractor(lexicon: lexicon).propositions(in: trees, mentions: mentions)
  let name = { (id: Int) in trees[mentions.all[id].sentence].text(of: mentions.all[id].name) }
  return all.map { proposition in
    let arguments = proposition.arguments.map { argument in
      switch argument.filler {
      case .mention(let id): "\(argument.role): \(name(id))"
      case .proposition(let id): "\(argument.role): [\(all[id].verb)]"
      case .text(let text): "\(argument.role): “\(text)”"
      }
    }
    var line = "\(proposition.verb)(\(arguments.joined(separator: ", "))) \(proposition.tense)"
    if proposition.polarity == .negative { line += " negative" }
    if proposition.modality != .asserted { line += " \(proposition.modality)" }
    if let time = proposition.time { line += ", time: \(time.text)" }
    if !proposition.attribution.isEmpty {
      line += ", says " + proposition.attribution.map { name($0.mention) }.joined(separator: " < ")
    }
    return line
  }.joined(separator: "\n")
}

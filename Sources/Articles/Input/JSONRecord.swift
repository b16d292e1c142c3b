import Foundation

/// One line of a `.jsonl` file: a document with what is known of it.
struct JSONRecord: Decodable, Equatable {
  /// The record's name; a number is taken as its digits.
  var id: String?
  var title: String?
  var date: String?
  var uri: String?
  /// The text, absent where the record has none.
  var text: String?

  private enum CodingKeys: String, CodingKey {
    case id, title, date, uri, text
  }

  /// Reads a record; a value of the wrong kind counts as absent, apart from the whole being no object.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func string(_ key: CodingKeys) -> String? {
      (try? container.decode(String.self, forKey: key))
        ?? (try? container.decode(Int.self, forKey: key)).map(String.init)
    }
    id = string(.id)
    title = string(.title)
    date = string(.date)
    uri = string(.uri)
    do {
      text = try container.decodeIfPresent(String.self, forKey: .text)
    } catch DecodingError.typeMismatch {
      text = nil
    }
  }

  /// Reads the record on a line.
  /// - Throws: `ArticleError.malformedJSON`, or `undecodable` where the line is not text.
  static func parse(_ bytes: [UInt8], name: String, line: Int) throws(ArticleError) -> JSONRecord {
    let text = try TextDecoding.text(Data(bytes), name: "\(name):\(line)")
    do {
      return try JSONDecoder().decode(JSONRecord.self, from: Data(text.utf8))
    } catch DecodingError.typeMismatch {
      throw .malformedJSON(name: name, line: line, column: nil, reason: "it is not an object")
    } catch {
      let (column, reason) = fault(in: Array(text.utf8))
      throw .malformedJSON(name: name, line: line, column: column, reason: reason)
    }
  }

  /// What is wrong in a line that does not parse, and in which column, counted in characters from 1: the decoder
  /// does not say, so the other parser is asked.
  private static func fault(in bytes: [UInt8]) -> (column: Int?, reason: String) {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      return (nil, "it cannot be parsed")
    } catch {
      let words = (error as NSError).userInfo["NSDebugDescription"] as? String ?? "it cannot be parsed"
      let parts = words.split(separator: " around character ")
      let reason = parts.first.map { $0.hasSuffix(".") ? $0.dropLast() : $0 } ?? words[...]
      let offset = parts.dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
      let column = offset.map { bytes.prefix($0).count { $0 & 0xC0 != 0x80 } + 1 }
      return (column, reason.prefix(1).lowercased() + reason.dropFirst())
    }
  }
}

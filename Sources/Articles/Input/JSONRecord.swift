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
    text = try? container.decode(String.self, forKey: .text)
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
      let (column, reason) = cause(of: error, in: text)
      throw .malformedJSON(name: name, line: line, column: column, reason: reason)
    }
  }

  /// The column, counted in characters from 1, and the words of an error of the JSON parser.
  private static func cause(of error: any Error, in text: String) -> (column: Int?, reason: String) {
    guard case DecodingError.dataCorrupted(let context) = error,
      let cause = context.underlyingError as NSError?
    else { return (nil, "it cannot be parsed") }
    let words = cause.userInfo["NSDebugDescription"] as? String ?? context.debugDescription
    let reason = words.components(separatedBy: " around line ")[0]
    let offset = cause.userInfo["NSJSONSerializationErrorIndex"] as? Int
    let column = offset.map { text.utf8.prefix($0).count { $0 & 0xC0 != 0x80 } + 1 }
    return (column, reason.hasSuffix(".") ? String(reason.dropLast()) : reason)
  }
}

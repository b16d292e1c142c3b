public import Foundation

/// The JSON export of a graph, `actant/1`: the interchange form, described by `graph.schema.json`.
extension KnowledgeGraph: Codable {
  /// The name and version of the format.
  public static let format = "actant/1"

  private enum CodingKeys: String, CodingKey {
    case format, documents, entities, relations, actions
  }

  /// Reads a graph from its JSON object.
  /// - Throws: `DecodingError` where the object is of another format or lacks a part.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let format = try container.decode(String.self, forKey: .format)
    guard format == Self.format else {
      throw DecodingError.dataCorruptedError(
        forKey: .format, in: container, debugDescription: "the format is \(format), not \(Self.format)")
    }
    documents = try container.decode([SourceDocument].self, forKey: .documents)
    entities = try container.decode([Entity].self, forKey: .entities)
    relations = try container.decode([Relation].self, forKey: .relations)
    actions = try container.decode([Action].self, forKey: .actions)
  }

  /// Writes a graph as a JSON object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.format, forKey: .format)
    try container.encode(documents, forKey: .documents)
    try container.encode(entities, forKey: .entities)
    try container.encode(relations, forKey: .relations)
    try container.encode(actions, forKey: .actions)
  }

  /// The graph as JSON with its keys in alphabetical order: the same graph gives the same bytes.
  /// - Parameter indented: whether to write a line a value, for people to read, instead of one line.
  /// - Returns: UTF-8 text that ends with a line end.
  /// - Throws: `EncodingError` where a number is not finite.
  /// - Complexity: O(*n*) in the size of the graph.
  public func json(indented: Bool = true) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if indented { encoder.outputFormatting.insert(.prettyPrinted) }
    var data = try encoder.encode(self)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// Reads a graph from its JSON export.
  public init(json: Data) throws {
    self = try JSONDecoder().decode(KnowledgeGraph.self, from: json)
  }
}

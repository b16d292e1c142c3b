import Foundation

/// The part of JSON Schema that Documentation/graph.schema.json uses, read strictly: a key that the schema does not
/// name is a fault too, since the export writes nothing that is not documented.
struct JSONSchema {
  private let root: [String: Any]

  /// The published schema's file.
  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Documentation/graph.schema.json")

  init() throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.file)) as? [String: Any] ?? [:]
  }

  /// What is wrong with a document, a line a fault, each with its place.
  func faults(in data: Data) throws -> [String] {
    faults(of: try JSONSerialization.jsonObject(with: data), against: root, at: "$")
  }

  /// The values that a definition allows for a property.
  func values(of property: String, in definition: String) -> [String] {
    let node = (root["$defs"] as? [String: Any])?[definition] as? [String: Any]
    let schema = (node?["properties"] as? [String: Any])?[property] as? [String: Any]
    return schema?["enum"] as? [String] ?? []
  }

  private func faults(of value: Any, against schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(path): the schema has no \(name)"]
      }
      return faults(of: value, against: target, at: path)
    }
    if let allowed = schema["enum"] as? [String] {
      return (value as? String).map(allowed.contains) == true
        ? [] : ["\(path): not one of the values allowed"]
    }
    if let constant = schema["const"] as? String {
      return value as? String == constant ? [] : ["\(path): not \(constant)"]
    }
    switch schema["type"] as? String {
    case "object": return objectFaults(of: value, against: schema, at: path)
    case "array":
      guard let items = value as? [Any], let item = schema["items"] as? [String: Any] else {
        return ["\(path): not an array"]
      }
      return items.enumerated().flatMap { faults(of: $1, against: item, at: "\(path)[\($0)]") }
    case "string":
      guard let text = value as? String else { return ["\(path): not a string"] }
      if text.count < schema["minLength"] as? Int ?? 0 { return ["\(path): too short"] }
      if let pattern = schema["pattern"] as? String,
        text.range(of: pattern, options: .regularExpression) == nil
      {
        return ["\(path): not like \(pattern)"]
      }
      return []
    case "integer", "number":
      guard let number = value as? NSNumber, !(value is String) else { return ["\(path): not a number"] }
      if schema["type"] as? String == "integer", number.doubleValue.rounded() != number.doubleValue {
        return ["\(path): not an integer"]
      }
      let range = (schema["minimum"] as? Double ?? -.infinity)...(schema["maximum"] as? Double ?? .infinity)
      return range.contains(number.doubleValue) ? [] : ["\(path): out of range"]
    case let other: return ["\(path): the schema's type is \(other ?? "missing")"]
    }
  }

  private func objectFaults(of value: Any, against schema: [String: Any], at path: String) -> [String] {
    guard let object = value as? [String: Any] else { return ["\(path): not an object"] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    var result = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map {
      "\(path): no \($0)"
    }
    for (key, member) in object.sorted(by: { $0.key < $1.key }) {
      if let known = properties[key] ?? others {
        result += faults(of: member, against: known, at: "\(path).\(key)")
      } else {
        result.append("\(path): an unknown key \(key)")
      }
    }
    if let choices = schema["oneOf"] as? [[String: [String]]] {
      let met = choices.count { choice in (choice["required"] ?? []).allSatisfy { object[$0] != nil } }
      if met != 1 { result.append("\(path): \(met) of one choice") }
    }
    return result
  }
}

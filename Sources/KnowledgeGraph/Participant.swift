/// Someone or something that takes part in an action, and how.
public struct Participant: Sendable, Hashable {
  /// The part it plays.
  public var role: Role
  /// Who or what it is.
  public var filler: Filler

  /// A role and what fills it.
  public init(role: Role, filler: Filler) {
    self.role = role
    self.filler = filler
  }

  /// The roles that participants play, in the terms of VerbNet.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    case agent, patient, recipient, beneficiary, instrument, company, opponent, location, origin, destination,
      topic
    case content, purpose, cause, attribute, manner, extent
  }

  /// What fills a role: an entity, another action, or words that are neither.
  public enum Filler: Sendable, Hashable {
    /// The id of an entity.
    case entity(String)
    /// The id of an action.
    case action(String)
    /// The words themselves: a quantity, a quotation, a circumstance.
    case value(String)
  }
}

extension Participant: Codable {
  private enum CodingKeys: String, CodingKey {
    case role, entity, action, value
  }

  private struct Literal: Codable {
    var text: String
  }

  /// Reads a participant from its JSON object.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    role = try container.decode(Role.self, forKey: .role)
    if let id = try container.decodeIfPresent(String.self, forKey: .entity) {
      filler = .entity(id)
    } else if let id = try container.decodeIfPresent(String.self, forKey: .action) {
      filler = .action(id)
    } else {
      filler = .value(try container.decode(Literal.self, forKey: .value).text)
    }
  }

  /// Writes a participant as a JSON object with `role` and one of `entity`, `action` and `value`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(role, forKey: .role)
    switch filler {
    case .entity(let id): try container.encode(id, forKey: .entity)
    case .action(let id): try container.encode(id, forKey: .action)
    case .value(let text): try container.encode(Literal(text: text), forKey: .value)
    }
  }
}

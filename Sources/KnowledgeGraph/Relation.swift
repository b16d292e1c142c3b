/// Something that holds without being a happening: an office, a membership, a place.
public struct Relation: Sendable, Hashable, Codable {
  /// Its name within the graph.
  public var id: String
  /// What holds.
  public var type: RelationType
  /// The id of the entity that it is said of.
  public var subject: String
  /// The title of a position.
  public var title: String?
  /// The id of the other entity, where it is named.
  public var object: String?
  /// The place in a document that says so.
  public var evidence: Evidence

  /// A relation with all of its particulars.
  public init(
    id: String, type: RelationType, subject: String, title: String? = nil, object: String? = nil,
    evidence: Evidence
  ) {
    self.id = id
    self.type = type
    self.subject = subject
    self.title = title
    self.object = object
    self.evidence = evidence
  }

  /// What can hold between entities.
  public enum RelationType: String, Sendable, Hashable, Codable, CaseIterable {
    case position, memberOf, partOf, locatedIn, nationality, allyOf, kin
  }
}

/// A text to be read, with what is known of it: one news article.
public struct Article: Sendable, Hashable {
  /// Its name: the record's `id`, or the file's name without its extension.
  public var id: String
  /// Where it came from: the record's `uri` or id, or the file's path as the user gave it.
  public var uri: String
  /// Its title, where it has one.
  public var title: String?
  /// The day that it was published, as `YYYY-MM-DD`, where known.
  public var date: String?
  /// Its text.
  public var text: String

  /// An article.
  public init(id: String, uri: String, title: String? = nil, date: String? = nil, text: String) {
    self.id = id
    self.uri = uri
    self.title = title
    self.date = date
    self.text = text
  }
}

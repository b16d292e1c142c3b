/// A text to be read, with what is known of it: one news article.
public struct Article: Sendable, Hashable {
  /// Its name, unique among the articles of one reading: the record's `id`, or the file's name without its
  /// extension, with `-2`, `-3` and so on where several have the same.
  public var id: String
  /// Where it came from: the record's `uri` or id, or the file's path as the user gave it.
  public var uri: String
  /// The `id` of the JSON record that it was read from, where it was read from one.
  public var recordID: String?
  /// Its title, where the record, the page, a heading or the first line gives one; the text has that line all the
  /// same.
  public var title: String?
  /// The day that it was published, as `YYYY-MM-DD`, where known.
  public var date: String?
  /// Its text: what every offset refers to, counted in Unicode scalars from 0.
  ///
  /// Of a plain text file it is the decoded content as it stands, without the byte-order mark but with every line
  /// end, blank and control character; of a JSON record the value of `text`. Markdown and HTML have no such text,
  /// so theirs is what the readers make of them: paragraphs set apart by one blank line.
  public var text: String

  /// An article.
  public init(
    id: String, uri: String, recordID: String? = nil, title: String? = nil, date: String? = nil, text: String
  ) {
    self.id = id
    self.uri = uri
    self.recordID = recordID
    self.title = title
    self.date = date
    self.text = text
  }
}

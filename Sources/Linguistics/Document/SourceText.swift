/// A text as it was given, addressed by Unicode scalars counted from 0.
///
/// Every offset in Actant, from tokens to the evidence in a graph, counts scalars of this text.
public struct SourceText: Sendable {
  /// The text itself.
  public let string: String
  /// Its scalars, for access by offset.
  public let scalars: [Unicode.Scalar]

  /// Takes a text over as it is.
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ string: String) {
    self.string = string
    self.scalars = Array(string.unicodeScalars)
  }

  /// The text of a range of scalars.
  /// - Complexity: O(*k*) in the length of the range.
  public subscript(range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}

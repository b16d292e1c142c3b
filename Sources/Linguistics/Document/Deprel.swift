/// A dependency relation of Universal Dependencies, with its subtype where it has one: `nsubj`, `nsubj:pass`.
public struct Deprel: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
  /// The relation as CoNLL-U writes it.
  public let rawValue: String

  /// Takes a relation as CoNLL-U writes it.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes a relation as CoNLL-U writes it.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// The relation without its subtype: `nsubj:pass` → `nsubj`.
  public var universal: Deprel {
    guard let colon = rawValue.firstIndex(of: ":") else { return self }
    return Deprel(rawValue: String(rawValue[..<colon]))
  }
}

extension Deprel {
  /// An unspecified dependency.
  public static let dep: Deprel = "dep"
  /// The root of a sentence.
  public static let root: Deprel = "root"
}

/// Numbers the strings of a document, so that they are compared as numbers.
struct Interner {
  private var numbers: [String: Int] = [:]

  /// The string's number, a new one where it has not been seen.
  mutating func number(of string: String) -> Int {
    if let known = numbers[string] { return known }
    numbers[string] = numbers.count
    return numbers.count - 1
  }
}

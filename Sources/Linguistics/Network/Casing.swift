extension String {
  /// The string in lower case as Unicode's default casing has it, with ς for Σ at a word's end.
  ///
  /// The standard library's `lowercased()` leaves the final sigma out.
  var inLowerCase: String {
    guard unicodeScalars.contains("Σ") else { return lowercased() }
    let scalars = Array(unicodeScalars)
    func isCased(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isCased ?? false }
    var result = ""
    for (i, scalar) in scalars.enumerated() {
      if scalar == "Σ" {
        let before = scalars[..<i].last { !$0.properties.isCaseIgnorable }
        let after = scalars[(i + 1)...].first { !$0.properties.isCaseIgnorable }
        result.unicodeScalars.append(isCased(before) && !isCased(after) ? "ς" : "σ")
      } else {
        result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }
}

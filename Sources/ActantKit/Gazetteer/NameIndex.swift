/// Which record of a file each name belongs to.
struct NameIndex {
  private var owners: [NameKey: Owner] = [:]

  private struct Owner {
    let record: Int
    let line: Int
  }

  /// Gives a name to a record, which may have it already.
  /// - Throws: `GazetteerError.duplicateName` if another record has it.
  mutating func add(_ name: String, record: Int, row: GazetteerTable.Row) throws(GazetteerError) {
    try add(NameKey(name), of: name, record: record, row: row)
  }

  mutating func add(
    _ key: NameKey, of name: String, record: Int, row: GazetteerTable.Row
  ) throws(GazetteerError) {
    guard let owner = owners[key] else {
      owners[key] = Owner(record: record, line: row.line)
      return
    }
    guard owner.record == record else {
      throw .duplicateName(file: row.file, line: row.line, name: name, firstLine: owner.line)
    }
  }

  /// The record that has a name; names have a capital letter, so that "turkey" is none.
  func record(named name: String) -> Int? {
    guard name.unicodeScalars.contains(where: \.properties.isUppercase) else { return nil }
    let key = NameKey(name)
    return owners[key]?.record ?? owners[key.inOrdinaryCase]?.record
  }

  /// The record that has a key.
  func record(with key: NameKey) -> Int? { owners[key]?.record }
}

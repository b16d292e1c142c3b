import Foundation

/// The lines of a file, read as they are needed, so that a file of any size fits in memory.
public struct LineReader {
  /// The name of the file in messages.
  public var name: String { file.name }
  /// The number of lines read: that of the last line, counted from 1.
  public private(set) var line = 0

  private let file: InputFile
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// The greatest number of bytes in a line: a document of the greatest size with its characters escaped.
  static let longestLine = 6 * ArticleError.largestDocument

  /// The lines of a file from where it stands.
  public init(_ file: InputFile) {
    self.file = file
  }

  /// The bytes of the next line without its line end, or nothing at the end of the file.
  ///
  /// A line that is too long is read past, so that the one after it can be read.
  /// - Throws: `ArticleError.readFailed`, or `tooLarge` for a line of more than 60 million bytes.
  /// - Complexity: O(*n*) in the length of the line.
  public mutating func next() throws(ArticleError) -> [UInt8]? {
    var searched = position
    var isTooLong = false
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return try take(upTo: end, isTooLong: isTooLong)
      }
      if isAtEnd {
        return position < buffer.count || isTooLong ? try take(upTo: buffer.count, isTooLong: isTooLong) : nil
      }
      buffer.removeFirst(position)
      position = 0
      if buffer.count > Self.longestLine {
        isTooLong = true
        buffer.removeAll()
      }
      searched = buffer.count
      let piece = try file.piece()
      isAtEnd = piece.isEmpty
      buffer.append(contentsOf: piece)
    }
  }

  private mutating func take(upTo end: Int, isTooLong: Bool) throws(ArticleError) -> [UInt8] {
    var bytes = buffer[position..<end]
    position = min(end + 1, buffer.count)
    line += 1
    if isTooLong || bytes.count > Self.longestLine { throw .tooLarge(name: "\(file.name):\(line)") }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return Array(bytes)
  }
}

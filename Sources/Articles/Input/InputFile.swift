import Foundation

/// A file or standard input, read in pieces, whose failures name it.
public struct InputFile {
  /// The name in messages: the path as the user gave it, or "standard input".
  public let name: String
  private let handle: FileHandle

  /// The number of bytes read at a time.
  static let pieceSize = 1 << 20

  /// Opens a file, or standard input where the path is `-`.
  /// - Throws: `ArticleError` where it is missing or may not be read.
  public init(path: String) throws(ArticleError) {
    if path == "-" {
      name = "standard input"
      handle = .standardInput
      return
    }
    name = path
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(name: path) }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(name: path) }
    self.handle = handle
  }

  /// The next piece, empty at the end.
  /// - Throws: `ArticleError.readFailed`.
  func piece() throws(ArticleError) -> Data {
    do {
      return try handle.read(upToCount: Self.pieceSize) ?? Data()
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
      let reason =
        cause.domain == NSPOSIXErrorDomain ? unsafe String(cString: strerror(Int32(cause.code))) : nil
      throw .readFailed(name: name, reason: reason ?? cause.localizedDescription)
    }
  }

  /// The whole content.
  /// - Throws: `ArticleError`; `tooLarge` as soon as it cannot be one document any more, so that a source without
  ///   end does not fill the memory.
  func contents() throws(ArticleError) -> Data {
    let limit = 4 * ArticleError.largestDocument + 4
    var data = Data()
    while true {
      let piece = try piece()
      if piece.isEmpty { return data }
      data.append(piece)
      if data.count > limit { throw .tooLarge(name: name) }
    }
  }
}

import Articles
import Foundation

/// A folder of files for one test, removed with it.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: [UInt8]] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "articles-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// What is read from the named inputs, with the folder's own path taken out of articles and errors.
  func read(_ names: [String], date: CalendarDate? = nil) -> [Result<Article, ArticleError>] {
    do throws(ArticleError) {
      return Array(try ArticleReader(inputs: names.map { path + "/" + $0 }, date: date)).map { result in
        result.map { article in
          var article = article
          article.uri = article.uri.replacingOccurrences(of: path + "/", with: "")
          return article
        }
      }
    } catch {
      return [.failure(error)]
    }
  }

  /// The descriptions of the errors, and the ids of the articles, in their order.
  func outcomes(_ names: [String]) -> [String] {
    read(names).map { result in
      switch result {
      case .success(let article): article.id
      case .failure(let error): error.description.replacingOccurrences(of: path + "/", with: "")
      }
    }
  }

  /// The one article in a file of the given content.
  static func article(_ name: String, _ bytes: some Sequence<UInt8>) throws -> Article {
    let folder = try TemporaryFolder([name: Array(bytes)])
    let results = folder.read([name])
    guard results.count == 1 else { throw Surprise(description: "\(results)") }
    return try results[0].get()
  }

  struct Surprise: Error, CustomStringConvertible {
    var description: String
  }
}

import ActantKit
import Foundation
import Linguistics

/// The language model as the commands use it: the joint between the command line and the annotator.
struct Language {
  /// Annotates texts, and words that are given.
  let annotator: Annotator

  /// Opens the language model.
  /// - Parameters:
  ///   - model: the model's folder; the one that is installed with Actant where absent.
  ///   - threads: the number of threads that work on one document.
  /// - Throws: `Failure` of status 69 where the model is missing or damaged.
  init(model: String?, threads: Int) throws(Failure) {
    try Self.checkInstallation()
    let folder = model.map { URL(filePath: $0) } ?? Self.installedModel
    do throws(LinguisticsError) {
      annotator = try Annotator(at: folder, threads: threads)
    } catch {
      throw Failure(error)
    }
  }

  /// A reader of articles.
  /// - Throws: `Failure` of status 69 where a data file is missing or damaged.
  func reader() throws(Failure) -> Reader {
    do throws(ReaderError) {
      return try Reader(annotator: annotator)
    } catch {
      throw Failure("\(error): install Actant again", .unavailable)
    }
  }

  /// A reader of open information extraction tuples.
  /// - Throws: `Failure` of status 69 where a data file is missing or damaged.
  func propositionReader() throws(Failure) -> PropositionReader {
    do throws(ReaderError) {
      return try PropositionReader()
    } catch {
      throw Failure("\(error): install Actant again", .unavailable)
    }
  }

  /// The folder with the program itself, links followed.
  private static var programFolder: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  }

  private static var installedModel: URL {
    programFolder.appending(path: "actant_Linguistics.resources/english.model")
  }

  /// Sees that the data folders lie beside the program, without which the libraries would stop it without a word.
  private static func checkInstallation() throws(Failure) {
    for target in ["ActantKit", "Extraction", "Linguistics"] {
      let folder = programFolder.appending(path: "actant_\(target).resources").path
      guard FileManager.default.fileExists(atPath: folder) else {
        throw Failure("\(folder): missing: install Actant again", .unavailable)
      }
    }
  }
}

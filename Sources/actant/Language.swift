import ActantKit
import Foundation
import Linguistics

/// The language model as the commands use it: the joint between the command line and the annotator.
struct Language: Annotating {
  private let tokenizer: Tokenizer
  private let model: LanguageModel
  private let threads: Int

  /// Opens the language model.
  /// - Parameters:
  ///   - model: the model's folder; the one that is installed with Actant where absent.
  ///   - threads: the number of threads that work on one document.
  /// - Throws: `Failure` of status 69 where the model is missing or damaged.
  init(model: String?, threads: Int) throws(Failure) {
    try Self.checkInstallation()
    let folder = model.map { URL(filePath: $0) } ?? Self.installedModel
    self.threads = threads
    do throws(LinguisticsError) {
      self.model = try LanguageModel(at: folder)
      tokenizer = try Tokenizer(at: folder)
    } catch {
      throw Failure(error)
    }
  }

  /// The annotation of a text.
  func annotate(_ text: SourceText) throws(LinguisticsError) -> Document {
    annotate(Document(text: text, sentences: tokenizer.sentences(in: text)))
  }

  /// The annotation of a document whose sentences and words are given.
  func annotate(_ document: Document) -> Document {
    var document = document
    model.annotate(&document.sentences, threads: threads)
    return document
  }

  /// A reader of articles.
  /// - Throws: `Failure` of status 69 where a data file is missing or damaged.
  func reader() throws(Failure) -> Reader {
    do throws(ReaderError) {
      return try Reader(annotator: self)
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

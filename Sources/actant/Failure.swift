import Articles
import Foundation
import GraphDrawing
import Linguistics

/// The exit statuses of BSD's sysexits.h that Actant uses.
enum ExitStatus: Int32 {
  /// The command was used wrongly: an unknown option, output or kind of file.
  case usage = 64
  /// An input is not what it should be: binary, empty, malformed, too large.
  case dataError = 65
  /// An input is missing or may not be read.
  case noInput = 66
  /// The language model is missing or damaged.
  case unavailable = 69
  /// A fault of Actant's own.
  case software = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed on the way.
  case ioError = 74
}

/// Why a command stops: the line for the user and the exit status.
struct Failure: Error {
  /// The line, without the program's name; nothing where all has been told already.
  var message: String?
  var status: ExitStatus
  /// Whether the reader of the output has gone away, which is no error to tell of.
  var isBrokenPipe = false

  init(_ message: String?, _ status: ExitStatus) {
    self.message = message
    self.status = status
  }

  init(_ error: ArticleError) {
    message = error.description
    status =
      switch error {
      case .missing, .unreadable, .nothingToRead: .noInput
      case .unknownExtension: .usage
      case .readFailed: .ioError
      case .empty, .binary, .undecodable, .malformedJSON, .recordWithoutText, .tooLarge: .dataError
      }
  }

  /// The failure of the language model, or of one document, which has a name.
  init(_ error: LinguisticsError, in name: String? = nil) {
    message = name.map { "\($0): \(error)" } ?? error.description
    status =
      switch error {
      case .modelNotFound, .modelDamaged: .unavailable
      case .invalidCoNLLU: .dataError
      }
  }

  init(_ error: GraphDrawingError, in name: String) {
    message = "\(name): \(error): give another --engine, or write .dot and draw that"
    status = .software
  }

  /// The failure of a system call on an output.
  static func output(_ name: String, errorNumber: Int32, _ status: ExitStatus) -> Failure {
    let remedy =
      switch errorNumber {
      case ENOSPC, EDQUOT: "free some space or write elsewhere"
      case ENOENT, ENOTDIR: "make the folder first"
      case EACCES, EPERM: "allow writing there or write elsewhere"
      case EROFS: "write elsewhere"
      case EISDIR: "give the name of a file"
      case ENAMETOOLONG: "give a shorter name"
      default: "check the disk or write elsewhere"
      }
    let reason = unsafe String(cString: strerror(errorNumber))
    var failure = Failure("\(name): cannot be written (\(reason.lowercased())): \(remedy)", status)
    failure.isBrokenPipe = errorNumber == EPIPE
    return failure
  }
}

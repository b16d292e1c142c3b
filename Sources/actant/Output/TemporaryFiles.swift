import Foundation
import Synchronization

/// The unfinished outputs on disk, so that they can be removed whatever ends the program.
enum TemporaryFiles {
  private static let paths = Mutex<Set<String>>([])

  static func add(_ path: String) {
    paths.withLock { _ = $0.insert(path) }
  }

  /// Forgets a file that has become an output.
  static func remove(_ path: String) {
    paths.withLock { _ = $0.remove(path) }
  }

  /// Deletes what is unfinished.
  static func removeAll() {
    paths.withLock { paths in
      for path in paths { unsafe unlink(path) }
      paths = []
    }
  }
}

/// What happens when the user or the system ends the program early: temporary files go, and the program ends by the
/// same signal, as its caller expects.
enum Interruption {
  /// Handlers for the signals that end a program; they work as long as they are kept.
  ///
  /// A broken pipe and a file over its limit are no signals here but errors of writing. What the caller has set to be ignored stays so.
  static func handled() -> [any DispatchSourceSignal] {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    let queue = DispatchQueue(label: "signals")
    return [SIGINT, SIGTERM, SIGHUP].compactMap { number in
      var current = sigaction()
      guard unsafe sigaction(number, nil, &current) == 0,
        unsafe current.__sigaction_handler.sa_handler == nil
      else { return nil }
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        TemporaryFiles.removeAll()
        end(by: number)
      }
      source.resume()
      return source
    }
  }

  /// Ends the program by a signal.
  static func end(by number: Int32) -> Never {
    _ = signal(number, SIG_DFL)
    // Threads of a queue block signals, and one that waits for a thread would let the program run on.
    var signals = sigset_t()
    unsafe sigaddset(&signals, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    exit(128 + number)
  }
}

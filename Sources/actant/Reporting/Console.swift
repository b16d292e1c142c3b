import Foundation

/// What Actant tells on standard error.
struct Console {
  var isQuiet: Bool
  var isVerbose: Bool

  /// Tells what went wrong, in one line.
  static func report(_ message: String) {
    line("actant: " + message.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// Tells something that is no error, unless the user wants quiet.
  func note(_ message: String) {
    if !isQuiet { Self.report(message) }
  }

  /// Tells how long a stage took, where the user wants to know.
  func timing(_ stage: String, _ duration: Duration) {
    guard isVerbose else { return }
    Self.report("\(stage): \(Self.seconds(duration)) s")
  }

  /// Seconds with three decimals.
  static func seconds(_ duration: Duration) -> String {
    let milliseconds = duration / .milliseconds(1)
    return String(format: "%.3f", milliseconds / 1000)
  }

  private static func line(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((TerminalText.harmless(text) + "\n").utf8))
  }
}

/// A line on the terminal that tells how far the work has come, from one second on.
struct Progress {
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isDrawn = false
  private(set) var documents = 0
  private(set) var words = 0

  init(_ console: Console) {
    isShown = !console.isQuiet && isatty(STDERR_FILENO) == 1
    start = clock.now
    last = start + .milliseconds(800)
  }

  /// The time since the start.
  var elapsed: Duration { clock.now - start }

  /// The work done and the rate, as words.
  var summary: String {
    let rate = Int(Double(words) / max(elapsed / .seconds(1), 0.001))
    return "\(documents) document\(documents == 1 ? "" : "s"), \(words) words, \(rate) words/s"
  }

  /// Counts a document.
  mutating func count(words: Int) {
    documents += 1
    self.words += words
    guard isShown, clock.now - last > .milliseconds(200) else { return }
    last = clock.now
    isDrawn = true
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(summary)".utf8))
  }

  /// Takes the line away, before anything else is told.
  mutating func clear() {
    guard isDrawn else { return }
    isDrawn = false
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
  }
}

import Foundation

/// An output that is written whole or not at all.
///
/// A regular file is written under a temporary name in its own folder, brought to disk and renamed; until then a file
/// that was there before is as it was. Devices and pipes have no such way and are written directly.
final class OutputFile {
  /// The name in messages: the path as the user gave it, or "standard output".
  let name: String
  /// The path without links, which is the same for all names of a file.
  let path: String
  private var descriptor: Int32
  private var temporary: String?

  /// Opens an output, or standard output where the path is `-`.
  ///
  /// Whatever keeps the file from being written is found here, before the long work begins.
  /// - Parameters:
  ///   - path: where to write.
  ///   - inputs: the paths of what is read, which are not to be written over.
  /// - Throws: `Failure`, of status 64 where it is an input, and otherwise 73.
  init(path: String, inputs: [String]) throws(Failure) {
    if path == "-" {
      name = "standard output"
      self.path = path
      descriptor = STDOUT_FILENO
      return
    }
    name = path
    // A link stays a link: what it leads to is replaced.
    self.path = URL(filePath: path).resolvingSymlinksInPath().path
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw .output(path, errorNumber: EISDIR, .cannotCreate)
    }
    if exists, status.st_mode & S_IFMT == S_IFREG, inputs.contains(where: { Self.isFile($0, status) }) {
      throw Failure("\(path): both input and output: give the output another name", .usage)
    }
    if exists, unsafe access(path, W_OK) != 0 { throw .output(path, errorNumber: errno, .cannotCreate) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    } else {
      let folder = URL(filePath: self.path).deletingLastPathComponent().path
      let file = ".actant-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
      let temporary = folder + "/" + file
      TemporaryFiles.add(temporary)
      descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0, exists { fchmod(descriptor, status.st_mode & 0o7777) }
      self.temporary = temporary
    }
    guard descriptor >= 0 else { throw .output(path, errorNumber: errno, .cannotCreate) }
  }

  deinit {
    discard()
  }

  /// Whether a path is a name of the file with the given status.
  private static func isFile(_ path: String, _ status: stat) -> Bool {
    var other = stat()
    return unsafe stat(path, &other) == 0 && other.st_dev == status.st_dev && other.st_ino == status.st_ino
  }

  /// Writes some bytes.
  /// - Throws: `Failure`, of status 74.
  func write(_ bytes: Data) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw .output(name, errorNumber: errno, .ioError) }
      rest = rest.dropFirst(written)
    }
  }

  /// Writes some text; on a terminal its control characters are made harmless.
  /// - Throws: `Failure`, of status 74.
  func write(_ text: String) throws(Failure) {
    let isTerminal = temporary == nil && isatty(descriptor) == 1
    try write(Data((isTerminal ? TerminalText.harmless(text, keeping: "\n\t") : text).utf8))
  }

  /// Makes the output final.
  /// - Throws: `Failure`, of status 74.
  func commit() throws(Failure) {
    defer { discard() }
    guard let temporary else { return }
    guard fsync(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
      throw .output(name, errorNumber: errno, .ioError)
    }
    TemporaryFiles.remove(temporary)
    self.temporary = nil
  }

  private func discard() {
    if descriptor > STDERR_FILENO { close(descriptor) }
    descriptor = -1
    guard let temporary else { return }
    unsafe unlink(temporary)
    TemporaryFiles.remove(temporary)
    self.temporary = nil
  }
}

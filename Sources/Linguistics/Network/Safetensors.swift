import Foundation

/// A file of named tensors in the safetensors format (https://huggingface.co/docs/safetensors): eight bytes of header
/// length, a JSON header, then the numbers. The file is mapped, not read.
struct Safetensors: Sendable {
  /// Where the file is, for messages.
  let path: String
  /// The strings under `__metadata__`.
  let metadata: [String: String]
  private let data: Data
  private let entries: [String: Entry]
  /// Where the numbers begin.
  private let start: Int

  private struct Entry: Decodable {
    var dtype: String?
    var shape: [Int]?
    var offsets: [Int]?

    private enum CodingKeys: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }
  }

  private struct Metadata: Decodable {
    var strings: [String: String]?

    private enum CodingKeys: String, CodingKey {
      case strings = "__metadata__"
    }
  }

  /// Opens a file and checks that its header describes it.
  /// - Throws: `LinguisticsError.modelNotFound` where there is no such file, `modelDamaged` where it is no safetensors
  ///   file or shorter than its header says.
  init(at url: URL) throws(LinguisticsError) {
    path = url.path
    data = try LinguisticsError.contents(of: url)
    guard data.count >= 8 else { throw .modelDamaged(path: path, reason: "the file ends within its header") }
    let length = data[0..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= 100_000_000 else { throw .modelDamaged(path: path, reason: "it is no safetensors file") }
    guard length <= UInt64(data.count - 8) else {
      throw .modelDamaged(path: path, reason: "the file ends within its header")
    }
    start = 8 + Int(length)
    let header = Data(data[8..<start])
    do {
      metadata = try JSONDecoder().decode(Metadata.self, from: header).strings ?? [:]
      var entries = try JSONDecoder().decode([String: Entry].self, from: header)
      entries["__metadata__"] = nil
      self.entries = entries
    } catch {
      throw .modelDamaged(path: path, reason: "it is no safetensors file")
    }
  }

  /// The shape of a tensor, or `nil` where there is no tensor of this name.
  func shape(of name: String) -> [Int]? { entries[name]?.shape }

  /// A tensor's numbers in single precision.
  /// - Throws: `LinguisticsError.modelDamaged` where there is no such tensor of this shape.
  func numbers(_ name: String, shape: [Int]) throws(LinguisticsError) -> [Float] {
    let stored = try half(name, shape: shape, orSingle: true)
    var result = [Float](repeating: 0, count: stored.count)
    let finite = stored.convert(0..<stored.count, into: &result, at: 0)
    guard finite else { throw .modelDamaged(path: path, reason: "\(name) holds numbers that are not finite") }
    return result
  }

  /// A matrix in half precision that stays in the file.
  /// - Throws: `LinguisticsError.modelDamaged` where there is no such tensor of this shape in half precision.
  func half(_ name: String, shape: [Int]) throws(LinguisticsError) -> MappedNumbers {
    try half(name, shape: shape, orSingle: false)
  }

  private func half(_ name: String, shape: [Int], orSingle: Bool) throws(LinguisticsError) -> MappedNumbers {
    guard let entry = entries[name] else { throw .modelDamaged(path: path, reason: "\(name) is missing") }
    guard entry.shape == shape else {
      let found = entry.shape.map { "\($0)" } ?? "no shape"
      throw .modelDamaged(path: path, reason: "\(name) is \(found), not \(shape)")
    }
    let precision: MappedNumbers.Precision
    switch entry.dtype {
    case "F16": precision = .half
    case "F32" where orSingle: precision = .single
    default:
      throw .modelDamaged(path: path, reason: "\(name) is of type \(entry.dtype ?? "unknown")")
    }
    let count = shape.reduce(1, *)
    guard let offsets = entry.offsets, offsets.count == 2, offsets[0] >= 0,
      offsets[0] <= data.count - start, offsets[1] - offsets[0] == count * precision.rawValue
    else { throw .modelDamaged(path: path, reason: "\(name) has no sound place in the file") }
    guard offsets[1] <= data.count - start else {
      throw .modelDamaged(path: path, reason: "the file ends before \(name)")
    }
    return MappedNumbers(data: data, offset: start + offsets[0], count: count, precision: precision)
  }
}

/// Numbers that stay in a mapped file until they are used.
struct MappedNumbers: Sendable {
  /// How the numbers are stored; the raw value is their size in bytes.
  enum Precision: Int, Sendable {
    case half = 2
    case single = 4
  }

  fileprivate let data: Data
  fileprivate let offset: Int
  /// How many numbers there are.
  let count: Int
  fileprivate let precision: Precision

  /// Converts some of the numbers to single precision.
  /// - Returns: Whether all are finite.
  func convert(_ range: Range<Int>, into numbers: inout [Float], at place: Int) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let first = offset + range.lowerBound * precision.rawValue
    return unsafe data.withUnsafeBytes { bytes in
      switch precision {
      case .half:
        unsafe VectorKernels.convertHalf(bytes, from: first, count: range.count, into: &numbers, at: place)
      case .single:
        unsafe VectorKernels.copySingle(bytes, from: first, count: range.count, into: &numbers, at: place)
      }
    }
  }
}

extension LinguisticsError {
  /// The bytes of one of the model's files, mapped.
  static func contents(of url: URL) throws(LinguisticsError) -> Data {
    guard FileManager.default.fileExists(atPath: url.path) else { throw .modelNotFound(path: url.path) }
    do {
      return try Data(contentsOf: url, options: .alwaysMapped)
    } catch {
      throw .modelDamaged(path: url.path, reason: "it cannot be read")
    }
  }
}

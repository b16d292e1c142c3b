import Foundation

@testable import Linguistics

/// A model of tiny dimensions whose weights follow from their names, so that PyTorch can be given the same.
struct TinyModel {
  /// Names and shapes of all tensors: 2 layers, width 16, 2 heads, inner 24, 11 pieces, 32 positions.
  static let shapes: [String: [Int]] = {
    var shapes: [String: [Int]] = [
      "encoder.words.weight": [11, 16], "encoder.positions.weight": [32, 16],
      "encoder.shapes.weight": [16, 16],
      "encoder.ln.weight": [16], "encoder.ln.bias": [16], "mix": [3, 2],
      "arc_w": [8, 8], "arc_b": [8], "rel_w": [8, 24],
    ]
    for layer in ["encoder.layers.0.", "encoder.layers.1."] {
      for norm in ["ln1", "ln2"] {
        shapes[layer + norm + ".weight"] = [16]
        shapes[layer + norm + ".bias"] = [16]
      }
      for (name, outputs, inputs) in [("qkv", 48, 16), ("out", 16, 16), ("up", 24, 16), ("down", 16, 24)] {
        shapes[layer + name + ".weight"] = [outputs, inputs]
        shapes[layer + name + ".bias"] = [outputs]
      }
    }
    let heads = [
      ("tag_hidden", 8, 16), ("entity_hidden", 8, 16), ("heads.upos", 3, 8), ("heads.xpos", 3, 8),
      ("heads.feats", 2, 8), ("heads.ner", 3, 8), ("heads.kind", 2, 8), ("arc_dep", 8, 16),
      ("arc_head", 8, 16),
      ("rel_dep", 8, 16), ("rel_head", 8, 16), ("rel_out", 3, 16),
    ]
    for (name, outputs, inputs) in heads {
      shapes[name + ".weight"] = [outputs, inputs]
      shapes[name + ".bias"] = [outputs]
    }
    return shapes
  }()

  static let metadata = [
    "config": #"{"layers": 2, "d": 16, "hidden": 8, "arc": 8, "rel": 8}"#,
    "encoder": #"{"heads": 2}"#,
    "labels": """
    {"upos": ["NOUN", "VERB", "PUNCT"], "xpos": ["NN", "VBD", "."], "feats": ["_", "Number=Sing"], \
    "ner": ["O", "B-PERSON", "I-PERSON"], "kind": ["person", "place"], "deprel": ["nsubj", "obj", "root"]}
    """,
  ]

  static let pieces: [Substring] = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "b", "##b", "##c", ".", "ab",
  ]

  /// The numbers of a tensor: a linear sequence modulo 2³² that begins with a hash of the name.
  static func numbers(_ name: String, count: Int) -> [Float] {
    let seed = name.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
    return (0..<count).map { Float(Double(seed &+ UInt32($0) &* 2_654_435_761) / 4_294_967_296 - 0.5) }
  }

  /// The bytes of a safetensors file of these tensors, matrices in half precision.
  static func file(
    shapes: [String: [Int]] = shapes, metadata: [String: String] = metadata
  ) throws -> Data {
    var (header, numbers) = ([String: any Sendable](), Data())
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      let values = TinyModel.numbers(name, count: shape.reduce(1, *))
      let start = numbers.count
      let isHalf = shape.count == 2 && name != "mix"
      for value in values {
        if isHalf {
          numbers += bytes(UInt64(Float16(value).bitPattern), count: 2)
        } else {
          numbers += bytes(UInt64(value.bitPattern), count: 4)
        }
      }
      header[name] =
        ["dtype": isHalf ? "F16" : "F32", "shape": shape, "data_offsets": [start, numbers.count]]
        as [String: any Sendable]
    }
    header["__metadata__"] = metadata
    let json = try JSONSerialization.data(withJSONObject: header, options: .sortedKeys)
    return bytes(UInt64(json.count), count: 8) + json + numbers
  }

  /// The lowest bytes of a number, the least significant first.
  static func bytes(_ number: UInt64, count: Int) -> Data {
    Data((0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
  }

  /// Writes a file of these bytes under a new name and gives its place to `body`.
  static func withFile<Result>(_ data: Data, _ body: (URL) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).safetensors")
    try data.write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url)
  }

  /// The network of these weights.
  static func network() throws -> Network {
    try withFile(file()) { try Network(from: Safetensors(at: $0), vocabulary: pieces.count) }
  }
}

import Foundation

/// The sizes of the network, from the metadata of its weights.
struct ModelConfiguration: Sendable, Equatable {
  /// The number of the encoder's layers.
  var layers: Int
  /// The number of columns of hidden states.
  var width: Int
  /// The number of attention heads, which share out the width.
  var heads: Int
  /// The number of hidden columns of the tagging heads.
  var hidden: Int
  /// The number of columns of the arc scorer.
  var arc: Int
  /// The number of columns of the relation scorer.
  var relation: Int

  /// Reads `config` and `encoder` of the metadata.
  /// - Throws: `LinguisticsError.modelDamaged` where one is missing or makes no sense.
  init(of file: Safetensors) throws(LinguisticsError) {
    func integers(_ key: String) throws(LinguisticsError) -> [String: Int] {
      guard let json = file.metadata[key],
        let result = try? JSONDecoder().decode([String: Int].self, from: Data(json.utf8))
      else { throw .modelDamaged(path: file.path, reason: "its metadata lack \(key)") }
      return result
    }
    let (config, encoder) = (try integers("config"), try integers("encoder"))
    guard let layers = config["layers"], let width = config["d"], let hidden = config["hidden"],
      let arc = config["arc"], let relation = config["rel"], let heads = encoder["heads"]
    else { throw .modelDamaged(path: file.path, reason: "its configuration is not complete") }
    let sound =
      (1...64).contains(layers) && heads > 0
      && [width, hidden, arc, relation].allSatisfy { (8...8192).contains($0) }
    guard sound, width % heads == 0, [width, hidden, arc, relation].allSatisfy({ $0 % 8 == 0 }) else {
      throw .modelDamaged(path: file.path, reason: "its configuration makes no sense: \(config), \(encoder)")
    }
    (self.layers, self.width, self.heads) = (layers, width, heads)
    (self.hidden, self.arc, self.relation) = (hidden, arc, relation)
  }
}

/// The labels that the network's outputs stand for, in the order of its outputs.
struct ModelLabels: Sendable {
  let upos: [UPOS]
  let xpos: [String]
  let features: [Features]
  let kinds: [MentionKind]
  let deprels: [Deprel]
  let entities: BIOLabels
  /// The place of `root` among the relations.
  let root: Int

  /// Reads `labels` of the metadata.
  /// - Throws: `LinguisticsError.modelDamaged` where one is missing or unknown.
  init(of file: Safetensors) throws(LinguisticsError) {
    guard let json = file.metadata["labels"],
      let labels = try? JSONDecoder().decode([String: [String]].self, from: Data(json.utf8))
    else { throw .modelDamaged(path: file.path, reason: "its metadata lack labels") }
    func list<Label>(_ key: String, _ label: (String) -> Label?) throws(LinguisticsError) -> [Label] {
      guard let names = labels[key], !names.isEmpty else {
        throw .modelDamaged(path: file.path, reason: "it has no labels for \(key)")
      }
      var result: [Label] = []
      for name in names {
        guard let known = label(name) else {
          throw .modelDamaged(path: file.path, reason: "\(name) is no label for \(key)")
        }
        result.append(known)
      }
      return result
    }
    upos = try list("upos", UPOS.init(rawValue:))
    xpos = try list("xpos") { $0 }
    features = try list("feats", Features.init(_:))
    kinds = try list("kind", MentionKind.init(rawValue:))
    deprels = try list("deprel", Deprel.init(rawValue:))
    guard let root = deprels.firstIndex(of: .root) else {
      throw .modelDamaged(path: file.path, reason: "it has no label root for deprel")
    }
    self.root = root
    entities = BIOLabels(try list("ner", BIOLabels.Label.init(_:)))
  }
}

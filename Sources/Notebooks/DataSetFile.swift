import Diagnostics

/// The description of a folder of data, `dataset.yaml`: what the data are, where they come from, under
/// what terms, and whether they are made up.
public struct DataSetFile: Sendable, Equatable {
  /// The title.
  public let title: String?
  /// Where the data come from.
  public let source: String?
  /// Under what terms they may be used.
  public let licence: String?
  /// Whether the data are made up.
  public let isSimulated: Bool

  /// Reads a description; nil where the bytes are no mapping in YAML.
  public init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil,
      let node = try? YAMLReader.read(bytes, in: Span(0, bytes.count)),
      case .mapping(let pairs) = node.kind
    else { return nil }
    var texts: [String: String] = [:]
    for (key, value) in pairs {
      guard case .scalar(let name, _) = key.kind, case .scalar(let text, _) = value.kind else {
        continue
      }
      texts[name] = text
    }
    title = texts["title"]
    source = texts["source"]
    licence = texts["licence"] ?? texts["license"]
    isSimulated = ["true", "yes"].contains(texts["simulated"]?.lowercased() ?? "")
  }
}

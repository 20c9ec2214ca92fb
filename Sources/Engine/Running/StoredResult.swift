import Storage
public import Vocabulary

/// What a step made, as the cache keeps it.
public struct StoredResult: Sendable {
  /// The value.
  public let value: any Value
  /// One line that says what was made.
  public let summary: String
  /// Remarks made while it was carried out.
  public let remarks: [Remark]

  /// A remark of the run.
  public struct Remark: Sendable, Codable, Hashable {
    /// The code's identifier.
    public let code: String
    /// What was found.
    public let title: String
    /// What to do.
    public let help: [String]

    /// Makes a remark.
    public init(code: String, title: String, help: [String]) {
      self.code = code
      self.title = title
      self.help = help
    }
  }

  init(value: any Value, remarks: [Remark]) {
    self.value = value
    summary = value.summary
    self.remarks = remarks
  }

  /// Reads a result from the metadata of a cache entry.
  init(metadata: JSONValue, types: ValueTypes) throws {
    guard let tag = metadata["tag"]?.string, let type = types[tag], let stored = metadata["value"]
    else { throw EngineFault.unknownValue(metadata["tag"]?.string ?? "") }
    value = try JSONCoding.decode(type, from: stored)
    summary = metadata["summary"]?.string ?? ""
    remarks = try metadata["remarks"].map { try JSONCoding.decode([Remark].self, from: $0) } ?? []
  }

  /// What the cache keeps of the result.
  func metadata() throws -> JSONValue {
    .object([
      JSONValue.Member("tag", .string(type(of: value).tag)),
      JSONValue.Member("value", try JSONCoding.encode(value)),
      JSONValue.Member("summary", .string(summary)),
      JSONValue.Member("remarks", try JSONCoding.encode(remarks)),
    ])
  }
}

/// The types of values that a run can make, by the names the cache knows them by.
public struct ValueTypes: Sendable {
  private let byTag: [String: any Value.Type]

  /// Gathers types.
  ///
  /// - Precondition: no two share a tag.
  public init(_ types: [any Value.Type]) {
    byTag = Dictionary(types.map { ($0.tag, $0) }) { first, _ in
      preconditionFailure("two types of values are called \(first.tag)")
    }
  }

  subscript(tag: String) -> (any Value.Type)? { byTag[tag] }
}

/// What can go wrong between the engine's own parts.
public enum EngineFault: Fault {
  /// The cache holds a value of a type that this build does not have.
  case unknownValue(String)
  /// The cache entry of an earlier step is damaged or gone.
  case lostEntry(step: Int)
  /// A mention leads nowhere.
  case unresolved(String)
  /// A value has no part of a name.
  case noMember(String, of: String)
  /// The worker does not know the study that the parent talks of.
  case wrongStudy

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var message: String {
    switch self {
    case .unknownValue(let tag): "The cache holds a value of unknown type “\(tag)”."
    case .lostEntry: "The result of an earlier statement is no longer in the cache."
    case .unresolved(let name): "“\(name)” leads to no value."
    case .noMember(let member, let name): "“\(name)” has no part “\(member)”."
    case .wrongStudy: "The worker and the parent do not agree on the study."
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var advice: String {
    switch self {
    case .unknownValue, .lostEntry, .wrongStudy:
      "Clear the cache with “scarp cache clear” and run again."
    case .unresolved, .noMember: "Check the name after the dot."
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var exitCode: Int32 {
    switch self {
    case .noMember: 1
    default: 70
    }
  }
}

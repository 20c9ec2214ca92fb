import Diagnostics
import Storage
public import Vocabulary

/// What the examples gave when they were last carried out: the part of the manual that must be computed.
///
/// It lies in the manual's folder as `outputs.json`, so that pages are written, and words explained,
/// without data and without waiting.
public struct ExampleRecord: Sendable, Equatable {
  /// The name of the file.
  public static let fileName = "outputs.json"

  /// The output of each word's example, by the word's phrase.
  public var outputs: [String: ExampleOutput] = [:]
  /// The message of each code that only a run can raise, by the code.
  public var messages: [String: String] = [:]
  /// What the headers of the area's files say, by kind and path.
  public var facts: [String: FileFacts] = [:]

  /// Creates an empty record.
  public init() {}

  /// Reads a record.
  ///
  /// - Throws: ``JSONFault``.
  public init(parsing text: String) throws {
    let json = try JSONValue(parsing: text)
    for member in json["words"]?.members ?? [] {
      outputs[member.name] = ExampleOutput(member.value)
    }
    for member in json["messages"]?.members ?? [] {
      messages[member.name] = member.value.texts.joined(separator: "\n")
    }
    for member in json["files"]?.members ?? [] { facts[member.name] = FileFacts(member.value) }
  }

  /// The record as text: the same bytes for the same outputs.
  public var text: String {
    func object<Content>(
      _ items: [String: Content], _ json: (Content) -> JSONValue
    ) -> JSONValue {
      .object(items.keys.sorted().map { JSONValue.Member($0, items[$0].map(json) ?? .null) })
    }
    let whole: JSONValue = [
      "files": object(facts, \.json), "words": object(outputs, \.json),
      "messages": object(messages) { message in
        JSONValue(
          texts: message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      },
    ]
    return whole.text(.indented) + "\n"
  }

  /// What is known of a file of the area.
  public func facts(_ path: String, _ kind: Kind) -> FileFacts? {
    facts[Self.key(path, kind)]
  }

  static func key(_ path: String, _ kind: Kind) -> String { "\(kind.name) \(path)" }
}

extension FileFacts {
  init(_ json: JSONValue) {
    self.init()
    bands = json["bands"]?.int
    columns = json["columns"]?.texts
    count = json["count"]?.int
    crs = json["crs"]?.string
    isGeographic = json["isGeographic"]?.bool
    geometry = json["geometry"]?.string
    if let grid = json["grid"] {
      self.grid = GridFact.Extent(
        columns: grid["columns"]?.int ?? 0, rows: grid["rows"]?.int ?? 0,
        west: grid["west"]?.double ?? 0, north: grid["north"]?.double ?? 0,
        cellWidth: grid["cellWidth"]?.double ?? 0, cellHeight: grid["cellHeight"]?.double ?? 0,
        crs: grid["crs"]?.string ?? "", isGeographic: grid["isGeographic"]?.bool ?? false)
    }
    if let levels = json["levels"]?.members {
      self.levels = Dictionary(
        levels.map { member in
          (
            member.name,
            (member.value.members ?? []).map { Level(value: $0.name, count: $0.value.int ?? 0) }
          )
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  var json: JSONValue {
    var json: JSONValue = [:]
    json["bands"] = bands.map { .int($0) }
    json["columns"] = columns.map { JSONValue(texts: $0) }
    json["count"] = count.map { .int($0) }
    json["crs"] = crs.map { .string($0) }
    json["isGeographic"] = isGeographic.map { .bool($0) }
    json["geometry"] = geometry.map { .string($0) }
    json["grid"] = grid.map { grid in
      [
        "columns": .int(grid.columns), "rows": .int(grid.rows), "west": .number(grid.west),
        "north": .number(grid.north), "cellWidth": .number(grid.cellWidth),
        "cellHeight": .number(grid.cellHeight), "crs": .string(grid.crs),
        "isGeographic": .bool(grid.isGeographic),
      ]
    }
    json["levels"] = levels.map { levels in
      .object(
        levels.keys.sorted().map { name in
          JSONValue.Member(
            name,
            .object(
              (levels[name] ?? []).map { JSONValue.Member($0.value, .int($0.count)) }))
        })
    }
    return json
  }
}

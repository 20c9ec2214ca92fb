public import Storage

extension StudyComparison {
  /// The comparison as data; docs/record.md says what stands where.
  public var json: JSONValue {
    [
      "schema": .int(1), "same": .bool(agrees),
      "causes": .array(causes.map { .string($0.rawValue) }),
      "study": Self.list(study), "inputs": Self.list(inputs), "settings": Self.list(settings),
      "versions": Self.list(versions), "statements": Self.list(statements),
      "remarks": Self.list(remarks), "agreeing": .int(agreeing),
      "results": .array(results.map(Self.json)),
    ]
  }

  private static func list(_ changes: [Change]) -> JSONValue { .array(changes.map(\.json)) }

  private static func json(_ result: Result) -> JSONValue {
    var json: JSONValue = [
      "id": .string(result.either.id), "kind": .string(result.either.kind.rawValue),
      "words": .string(result.either.words),
      "in": .string(result.before == nil ? "after" : result.after == nil ? "before" : "both"),
      "changes": list(result.changes),
    ]
    if let table = result.table {
      json["lostColumns"] = .array(table.lostHeads.map { .string($0) })
      json["newColumns"] = .array(table.newHeads.map { .string($0) })
      json["lostRows"] = .array(
        table.rows.compactMap { $0.after == nil ? $0.before : nil }.map { .int($0) })
      json["newRows"] = .array(
        table.rows.compactMap { $0.before == nil ? $0.after : nil }.map { .int($0) })
    }
    return json
  }
}

extension Change {
  /// The change as data.
  fileprivate var json: JSONValue {
    var json: JSONValue = [
      "name": .string(name), "before": before.map { .string($0) } ?? .null,
      "after": after.map { .string($0) } ?? .null,
    ]
    if let difference { json["difference"] = .number(difference) }
    if let relative { json["relative"] = .number(relative) }
    return json
  }
}

import Storage

/// One result of a study in its record: a quantity of the prose, a check, a claim, a table, a figure.
public struct RecordedResult: Sendable, Equatable {
  /// What kind of result it is.
  public enum Kind: String, Sendable {
    /// A quantity of the prose.
    case quantity
    /// A fact that must hold.
    case check
    /// A published figure.
    case claim
    /// A table.
    case table
    /// A figure.
    case figure
  }

  /// One value of a result.
  public struct Value: Sendable, Equatable {
    /// Which of the result's values it is; empty where there is one only.
    public var name: String
    /// The value as the report prints it.
    public var text: String
    /// The exact number; none for a text.
    public var number: Double?
    /// The unit of the number.
    public var unit: String
    /// The greatest difference, as a share of the greater of both numbers, at which a rerun agrees.
    public var tolerance: Double

    /// A number; whole ones are counts and must agree exactly.
    init(_ name: String, _ text: String, number: Double, unit: String = "") {
      self.name = name
      self.text = text
      self.number = number
      self.unit = unit
      tolerance = number == number.rounded() ? 0 : RecordedResult.tolerance
    }

    /// A text, which must agree exactly.
    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
      unit = ""
      tolerance = 0
    }
  }

  /// The relative tolerance of a number that is no count.
  public static let tolerance = 1e-9

  /// By which a rerun's result is found: `tbl-scores`, `quantity 3`.
  public let id: String
  /// What kind it is.
  public let kind: Kind
  /// The words of the study that make it.
  public let words: String
  /// The line of the study.
  public let line: Int
  /// Its values, in order.
  public let values: [Value]

  /// The result as the record holds it.
  var json: JSONValue {
    [
      "id": .string(id), "kind": .string(kind.rawValue), "words": .string(words),
      "line": .int(line), "values": .array(values.map(\.json)),
    ]
  }
}

extension RecordedResult.Value {
  /// The value as the record holds it.
  fileprivate var json: JSONValue {
    var json: JSONValue = ["name": .string(name), "text": .string(text)]
    guard let number else { return json }
    json["value"] = .number(number)
    if !unit.isEmpty { json["unit"] = .string(unit) }
    json["tolerance"] = tolerance == 0 ? .int(0) : .number(tolerance)
    return json
  }

  fileprivate init?(_ json: JSONValue) {
    guard let name = json["name"]?.string, let text = json["text"]?.string else { return nil }
    self.init(name, text)
    number = json["value"]?.double
    unit = json["unit"]?.string ?? ""
    tolerance = json["tolerance"]?.double ?? 0
  }
}

extension RecordedResult {
  /// The result that a record holds.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let kind = json["kind"]?.string.flatMap(Kind.init),
      let words = json["words"]?.string, let line = json["line"]?.int,
      let values = json["values"]?.array
    else { return nil }
    self.init(
      id: id, kind: kind, words: words, line: line, values: values.compactMap { Value($0) })
  }
}

extension StudyRecord {
  /// The results, in page order.
  public var results: [RecordedResult] {
    (json["results"]?.array ?? []).compactMap { RecordedResult($0) }
  }
}

import Storage

/// What the example of one word gives, as the manual prints it.
public struct ExampleOutput: Sendable, Equatable {
  /// A table, its cells as printed.
  public struct Table: Sendable, Equatable {
    /// A column's head.
    public struct Column: Sendable, Equatable {
      /// The head.
      public var title: String
      /// The unit; empty for none.
      public var unit: String
      /// Whether the cells are numbers.
      public var isNumeric: Bool
    }

    /// The columns.
    public var columns: [Column]
    /// The first rows.
    public var rows: [[String]]
    /// How many rows follow these.
    public var more: Int
    /// Remarks below the table.
    public var notes: [String]
  }

  /// A picture.
  public struct Figure: Sendable, Equatable {
    /// The file, from the manual's folder.
    public var file: String
    /// What it shows, for those who cannot see it.
    public var alternative: String
  }

  /// Lines: what was made, or the number that the prose prints.
  public var lines: [String] = []
  /// The table, if one is shown.
  public var table: Table?
  /// The picture, if one is drawn.
  public var figure: Figure?
  /// The codes of what the run remarked.
  public var remarks: [String] = []

  /// Creates an output that shows nothing.
  public init() {}

  init(_ json: JSONValue) {
    lines = json["lines"]?.texts ?? []
    remarks = json["remarks"]?.texts ?? []
    figure = json["figure"].map {
      Figure(file: $0["file"]?.string ?? "", alternative: $0["alternative"]?.string ?? "")
    }
    table = json["table"].map { table in
      Table(
        columns: (table["columns"]?.array ?? []).map {
          Table.Column(
            title: $0["title"]?.string ?? "", unit: $0["unit"]?.string ?? "",
            isNumeric: $0["numeric"]?.bool ?? false)
        },
        rows: (table["rows"]?.array ?? []).map(\.texts), more: table["more"]?.int ?? 0,
        notes: table["notes"]?.texts ?? [])
    }
  }

  /// The output as the manual's folder keeps it.
  var json: JSONValue {
    var json: JSONValue = [:]
    if !lines.isEmpty { json["lines"] = JSONValue(texts: lines) }
    if let table {
      json["table"] = [
        "columns": .array(
          table.columns.map {
            ["title": .string($0.title), "unit": .string($0.unit), "numeric": .bool($0.isNumeric)]
          }), "rows": .array(table.rows.map { JSONValue(texts: $0) }), "more": .int(table.more),
        "notes": JSONValue(texts: table.notes),
      ]
    }
    if let figure {
      json["figure"] = [
        "file": .string(figure.file), "alternative": .string(figure.alternative),
      ]
    }
    if !remarks.isEmpty { json["remarks"] = JSONValue(texts: remarks) }
    return json
  }
}

extension JSONValue {
  /// An array of texts.
  init(texts: [String]) { self = .array(texts.map { .string($0) }) }

  /// The texts of an array.
  var texts: [String] { array?.compactMap(\.string) ?? [] }
}

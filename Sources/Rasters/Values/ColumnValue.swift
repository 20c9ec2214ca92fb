public import Vocabulary

/// One column of a table, of features or of places.
public struct ColumnValue: ValueWithRows, Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .column }

  /// The cells.
  public enum Cells: Sendable, Hashable, Codable {
    /// Numbers; NaN is missing.
    case numbers(Blob<Double>)
    /// Texts; nil is missing.
    case texts([String?])
  }

  /// The column's name.
  public let name: String
  /// The unit of its numbers; none where the notebook does not say, or for texts.
  public let unit: Unit?
  /// The cells.
  public let cells: Cells
  /// Where the rows lie; none where that is not known.
  public let sites: Sites?

  /// Creates a column of numbers.
  ///
  /// - Precondition: as many sites as numbers.
  public init(name: String, unit: Unit?, numbers: [Double], sites: Sites? = nil) {
    precondition(
      sites.map { $0.count == numbers.count } ?? true,
      "\(sites?.count ?? 0) sites of \(numbers.count) numbers")
    self.name = name
    self.unit = unit
    self.sites = sites
    cells = .numbers(Blob(numbers))
  }

  /// Creates a column of texts.
  public init(name: String, texts: [String?]) {
    self.name = name
    unit = nil
    sites = nil
    cells = .texts(texts)
  }

  /// Takes a table's column.
  public init(_ column: Table.Column, unit: Unit?) {
    switch column.cells {
    case .numbers(let numbers): self.init(name: column.name, unit: unit, numbers: numbers)
    case .texts(let texts): self.init(name: column.name, texts: texts)
    }
  }

  /// The column of numbers with its rows at some sites; texts stay as they are.
  public func located(at sites: Sites?) -> ColumnValue {
    guard let numbers else { return self }
    return ColumnValue(name: name, unit: unit, numbers: numbers, sites: sites)
  }

  /// The numbers; none where the cells are texts.
  public var numbers: [Double]? {
    if case .numbers(let blob) = cells { blob.numbers } else { nil }
  }

  /// How many rows it has.
  public var rowCount: Int {
    switch cells {
    case .numbers(let blob): blob.numbers.count
    case .texts(let texts): texts.count
    }
  }

  /// Each cell as text, empty where missing.
  public var shown: [String] {
    switch cells {
    case .numbers(let blob): blob.numbers.map { $0.isNaN ? "" : Quantity.plain($0) }
    case .texts(let texts): texts.map { $0 ?? "" }
    }
  }

  /// The rows, and the range of numbers.
  public var summary: String {
    let rows = "\(rowCount) rows"
    guard let numbers else { return rows }
    let present = numbers.filter { !$0.isNaN }
    guard let low = present.min(), let high = present.max() else { return "\(rows), all missing" }
    let symbol = unit.map { $0.symbol.isEmpty ? "" : " \($0.symbol)" } ?? ""
    let missing = present.count == numbers.count ? "" : ", \(numbers.count - present.count) missing"
    return "\(rows), \(formatSignificant(low, digits: 6)) to "
      + "\(formatSignificant(high, digits: 6))\(symbol)\(missing)"
  }

  /// One row for each of the first cells.
  public func display() -> DisplayTable {
    table(of: [self], count: rowCount, most: 20)
  }

  /// One row for each cell.
  public func rows() -> DisplayTable { table(of: [self], count: rowCount) }
}

/// The rows of some columns, at most so many of them.
func table(of columns: [ColumnValue], count: Int, most: Int = .max) -> DisplayTable {
  let shown = min(count, most)
  // Read once: a column keeps its numbers packed.
  let numbers = columns.map(\.numbers)
  return DisplayTable(
    columns: columns.map { column in
      column.numbers == nil
        ? .text(column.name) : .number(column.name, unit: column.unit?.symbol ?? "")
    },
    rows: (0..<shown).map { row in
      zip(columns, numbers).map { column, numbers in
        if let number = numbers?[row] {
          return number.isNaN ? .empty : .number(number, decimals: nil)
        }
        guard case .texts(let texts) = column.cells, let text = texts[row] else { return .empty }
        return .text(text)
      }
    },
    notes: shown < count ? ["The first \(shown) of \(count) rows."] : [])
}

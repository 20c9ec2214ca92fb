public import Numerics

/// The values of some layers at some places, without gaps, and their labels where they have any.
///
/// - Shapes: `features` is n x k, `labels` and `rows` are n long.
public struct SampleMatrix: Sendable, Equatable {
  /// The names of the columns.
  public let names: [String]
  /// The values, one row for each place; all finite.
  public let features: Matrix
  /// The labels, or none.
  public let labels: [Double]?
  /// Which of the places given each row is, counted from zero, ascending.
  public let rows: [Int]
  /// How many places were given, complete or not.
  public let given: Int

  /// How many places were left out because a value was missing.
  public var missing: Int { given - rows.count }
  /// The number of rows.
  public var count: Int { rows.count }

  /// Keeps the places that have every value; a value that is not a number is missing.
  ///
  /// - Parameters:
  ///   - names: the names of the columns.
  ///   - columns: their values, equally many each.
  ///   - labels: one for each place, or none; a label that is not a number is missing too.
  /// - Throws: ``LearningError/noCompleteRows(given:)``, or ``LearningError/notFinite(name:row:)``
  ///   for an infinite value.
  public init(
    names: [String], columns: [[Double]], labels: [Double]? = nil
  ) throws(LearningError) {
    precondition(
      names.count == columns.count, "\(names.count) names for \(columns.count) columns")
    let given = columns.first?.count ?? labels?.count ?? 0
    precondition(
      columns.allSatisfy { $0.count == given } && (labels?.count ?? given) == given,
      "columns of \(columns.map(\.count)) rows, labels of \(labels?.count ?? given)")
    var isComplete = [Bool](repeating: true, count: given)
    for (name, column) in zip(names, columns) {
      for (i, x) in column.enumerated() where !x.isFinite {
        if x.isInfinite { throw .notFinite(name: name, row: i) }
        isComplete[i] = false
      }
    }
    if let labels {
      for (i, label) in labels.enumerated() where label.isNaN { isComplete[i] = false }
    }
    let rows = isComplete.indices.filter { isComplete[$0] }
    if rows.isEmpty { throw .noCompleteRows(given: given) }
    var elements: [Double] = []
    elements.reserveCapacity(rows.count * columns.count)
    for column in columns {
      for i in rows { elements.append(column[i]) }
    }
    self.names = names
    self.features = Matrix(rows: rows.count, columns: columns.count, columnMajor: elements)
    self.labels = labels.map { labels in rows.map { labels[$0] } }
    self.rows = rows
    self.given = given
  }

  private init(
    names: [String], features: Matrix, labels: [Double]?, rows: [Int], given: Int
  ) {
    self.names = names
    self.features = features
    self.labels = labels
    self.rows = rows
    self.given = given
  }

  /// Some of the rows, by their position in this matrix, in the order given.
  public func selecting(_ positions: [Int]) -> SampleMatrix {
    var elements: [Double] = []
    elements.reserveCapacity(positions.count * names.count)
    for j in names.indices {
      let start = j * count
      for i in positions { elements.append(features.elements[start + i]) }
    }
    return SampleMatrix(
      names: names,
      features: Matrix(rows: positions.count, columns: names.count, columnMajor: elements),
      labels: labels.map { labels in positions.map { labels[$0] } },
      rows: positions.map { rows[$0] }, given: given)
  }

  /// The same places and labels with other values of the same shape.
  public func replacing(features other: Matrix) -> SampleMatrix {
    precondition(
      other.rows == count && other.columns == names.count,
      "\(other.rows) x \(other.columns) values for \(count) x \(names.count)")
    return SampleMatrix(names: names, features: other, labels: labels, rows: rows, given: given)
  }

  /// The labels, after checking that they are 0 and 1 and that both occur.
  ///
  /// - Returns: the labels.
  /// - Throws: ``LearningError/noLabels``, ``LearningError/labelNotBinary(value:row:)`` or
  ///   ``LearningError/oneClass(label:rows:)``.
  public func binaryLabels() throws(LearningError) -> [Double] {
    guard let labels else { throw .noLabels }
    for (i, label) in labels.enumerated() where label != 0 && label != 1 {
      throw .labelNotBinary(value: label, row: rows[i])
    }
    if let first = labels.first, labels.allSatisfy({ $0 == first }) {
      throw .oneClass(label: first, rows: labels.count)
    }
    return labels
  }
}

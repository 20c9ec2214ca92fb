/// A dense matrix of doubles, stored column after column.
///
///     element (i, j) = elements[i + j · rows]
public struct Matrix: Sendable, Equatable, Codable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements, column after column.
  public var elements: [Double]

  /// Creates a matrix filled with one value.
  public init(rows: Int, columns: Int, filledWith value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix of \(rows) x \(columns)")
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: value, count: rows * columns)
  }

  /// Creates a matrix from its elements, given column after column.
  public init(rows: Int, columns: Int, columnMajor elements: [Double]) {
    precondition(
      rows >= 0 && columns >= 0 && elements.count == rows * columns,
      "\(elements.count) elements for a matrix of \(rows) x \(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// The matrix with ones on its diagonal and zeros elsewhere.
  public static func identity(_ size: Int) -> Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for i in 0..<size { matrix[i, i] = 1 }
    return matrix
  }

  /// The element in row `i` and column `j`, both counted from zero.
  public subscript(i: Int, j: Int) -> Double {
    get {
      precondition(
        i >= 0 && i < rows && j >= 0 && j < columns, "(\(i), \(j)) of \(rows) x \(columns)")
      return elements[i + j * rows]
    }
    set {
      precondition(
        i >= 0 && i < rows && j >= 0 && j < columns, "(\(i), \(j)) of \(rows) x \(columns)")
      elements[i + j * rows] = newValue
    }
  }

  /// The elements of one column, from the first row to the last.
  public func column(_ j: Int) -> ArraySlice<Double> {
    precondition(j >= 0 && j < columns, "column \(j) of \(columns)")
    return elements[j * rows..<(j + 1) * rows]
  }
}

public import Vocabulary

/// Why values at points cannot be carried elsewhere: facts only; the engine adds the statement.
public enum InterpolationError: Error, Sendable, Equatable {
  /// The rows of the column lie nowhere.
  case noCoordinates(name: String)
  /// It is not said in which coordinate system points lie that must meet others.
  case noCoordinateSystem(name: String)
  /// The column holds texts.
  case noNumbers(column: String)
  /// No row has a value.
  case noValues(column: String)
}

extension InterpolationError: Fault {
  /// What was found and what was expected, in one sentence.
  public var message: String {
    switch self {
    case .noCoordinates(let name): "It is not known where the rows of “\(name)” lie."
    case .noCoordinateSystem(let name):
      "It is not said in which coordinate system the points of “\(name)” lie."
    case .noNumbers(let column): "The column “\(column)” holds texts; numbers were expected."
    case .noValues(let column): "No row of the column “\(column)” has a value."
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .noCoordinates: "Name the columns of coordinates where the table is read: at x, y."
    case .noCoordinateSystem: "Name it where the table is read: , crs \"EPSG:32654\"."
    case .noNumbers: "Interpolate a column of numbers."
    case .noValues: "Check the column in the file."
    }
  }

  /// A fault of the data.
  public var exitCode: Int32 { 4 }
}

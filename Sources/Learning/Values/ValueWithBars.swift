public import Vocabulary

/// A value of whose table one column of numbers is the one that bars show, unless another is named.
public protocol ValueWithBars: Value {
  /// The title of the column.
  var barColumn: String { get }
}

extension CollinearityValue: ValueWithBars {
  /// The inflation, which says what the tolerance says upside down.
  public var barColumn: String { "VIF" }
}

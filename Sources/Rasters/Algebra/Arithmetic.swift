/// Arithmetic on the cells of layers: the tree that an expression of the language becomes.
public indirect enum Arithmetic: Sendable, Hashable {
  /// A number.
  case constant(Double)
  /// The cell of the layer with this index.
  case layer(Int)
  /// A function of one value.
  case unary(Unary, Arithmetic)
  /// A function of two values.
  case binary(Binary, Arithmetic, Arithmetic)

  /// The functions of one value.
  public enum Unary: String, Sendable, CaseIterable {
    /// −x.
    case negate
    /// 1 where x is 0, else 0.
    case not
    /// The natural logarithm.
    case ln
    /// The decimal logarithm.
    case log10
    /// eˣ.
    case exp
    /// The square root.
    case sqrt
    /// The size without sign.
    case abs
    /// The sine of radians.
    case sin
    /// The cosine of radians.
    case cos
    /// The tangent of radians.
    case tan
    /// The angle with this tangent, radians.
    case atan
  }

  /// The functions of two values; comparisons and logic give 1 or 0, and hold any number but 0 for
  /// true.
  public enum Binary: String, Sendable, CaseIterable {
    /// x + y.
    case add
    /// x − y.
    case subtract
    /// x y.
    case multiply
    /// x / y.
    case divide
    /// x to the power y.
    case power
    /// The smaller.
    case min
    /// The larger.
    case max
    /// x < y.
    case less
    /// x ≤ y.
    case lessOrEqual
    /// x > y.
    case greater
    /// x ≥ y.
    case greaterOrEqual
    /// x = y.
    case equal
    /// x ≠ y.
    case notEqual
    /// Both.
    case and
    /// Either or both.
    case or
  }
}

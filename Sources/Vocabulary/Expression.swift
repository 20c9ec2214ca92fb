public import Diagnostics

/// Arithmetic and comparison on layers, columns and numbers.
public indirect enum Expression: Sendable {
  /// A number with its unit.
  case number(Quantity, Span)
  /// The name of an earlier value.
  case name(Reference)
  /// A sign change, or `not`.
  case unary(UnaryOperator, Expression, Span)
  /// Two values and what joins them.
  case binary(BinaryOperator, Expression, Expression, Span)
  /// A function of one or two values.
  case function(Function, [Expression], Span)

  /// What changes one value.
  public enum UnaryOperator: String, Sendable {
    case minus = "-"
    case not
  }

  /// What joins two values.
  public enum BinaryOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case and
    case or

    /// Whether the result is a yes or a no.
    public var isComparison: Bool {
      switch self {
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal: true
      default: false
      }
    }
  }

  /// A function of the language.
  public enum Function: String, Sendable, CaseIterable {
    case ln
    case log10
    case exp
    case sqrt
    case abs
    case min
    case max
    case sin
    case cos
    case tan
    case atan

    /// How many values it takes.
    public var arity: Int { self == .min || self == .max ? 2 : 1 }
  }

  /// The words it covers.
  public var span: Span {
    switch self {
    case .number(_, let span), .unary(_, _, let span), .binary(_, _, _, let span),
      .function(_, _, let span):
      span
    case .name(let reference): reference.span
    }
  }

  /// The earlier values it reads, in order of mention.
  public var references: [Reference] {
    switch self {
    case .number: []
    case .name(let reference): [reference]
    case .unary(_, let a, _): a.references
    case .binary(_, let a, let b, _): a.references + b.references
    case .function(_, let parts, _): parts.flatMap(\.references)
    }
  }
}

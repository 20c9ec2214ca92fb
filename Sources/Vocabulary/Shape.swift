/// The form of what a parameter takes: how its words are read and which values fit.
public indirect enum Shape: Sendable {
  /// The name of an earlier value of one of these kinds; none listed means any.
  case value([Kind])
  /// One or more such names, separated by commas.
  case values([Kind])
  /// Layers for a stack: names, each with `as dummies` if wanted.
  case layers
  /// Names with a class each: `slides as 1, absent as 0`.
  case labelled([Kind])
  /// A plain number, or the name of one.
  case number(Limits)
  /// A number with a unit of this dimension, or the name of one.
  case quantity(Dimension)
  /// Several numbers that share the unit written last.
  case quantities(Dimension)
  /// Numbers, percentages or quantities in the unit of what they cut: breaks.
  case breaks
  /// Any literal value: number, quantity, percentage.
  case literal
  /// Several literal values.
  case literals
  /// A unit of one of these dimensions; none listed means any.
  case unit([Dimension])
  /// One of these words.
  case choice([String])
  /// One or more of these words.
  case choices([String])
  /// A text in quotes.
  case text
  /// Names that the statement introduces, each with a unit if wanted: `named blue, green`.
  case newNames
  /// The name of a column, of which the file decides.
  case columnName
  /// Two numbers with an `x` between.
  case pair
  /// A range `a..b`.
  case range
  /// Shares that make up the whole: `70% / 30%`.
  case shares
  /// A comparison of layers with quantities.
  case condition
  /// An expression on layers and numbers, or a quantity phrase.
  case expression
  /// A metric's name, and on which places: `f1 on validation`.
  case metric
  /// Metrics' names.
  case metrics
  /// Class labels: words or quoted texts.
  case classNames
  /// A claim: a quantity phrase, a comparison, a value.
  case claim
  /// How far a result may lie from a stated value: `0.01`, `5%`, `2 points`.
  case tolerance
  /// Lines of a block in a form of their own.
  case lines(BlockForm)
  /// The first of these forms that fits.
  case either([Shape])

  /// The forms that a whole block can take.
  public enum BlockForm: Sendable {
    /// Layers of a network.
    case layers
    /// Claims, or a table of them.
    case claims
    /// How each layer is cut into bins.
    case bins
  }
}

/// Which numbers a parameter takes.
public struct Limits: Sendable, Hashable {
  /// The least accepted.
  public var lowest: Double
  /// The greatest accepted.
  public var highest: Double
  /// Whether only whole numbers are accepted.
  public var isWhole: Bool

  /// Creates limits.
  public init(_ range: ClosedRange<Double>, whole: Bool = false) {
    lowest = range.lowerBound
    highest = range.upperBound
    isWhole = whole
  }

  /// Any finite number.
  public static let any = Limits(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
  /// A whole number from 1 on.
  public static let count = Limits(1...1e9, whole: true)
  /// A share of the whole.
  public static let share = Limits(0...1)
  /// Zero or more.
  public static let positive = Limits(0...Double.greatestFiniteMagnitude)

  /// Whether a number is accepted.
  public func admits(_ value: Double) -> Bool {
    value >= lowest && value <= highest && (!isWhole || value == value.rounded())
  }

  /// The accepted numbers in words.
  public var text: String {
    let noun = isWhole ? "a whole number" : "a number"
    let isOpenBelow = lowest == -.greatestFiniteMagnitude
    switch (isOpenBelow, highest >= 1e9) {
    case (true, true): return noun
    case (false, true): return "\(noun) from \(Quantity.plain(lowest)) on"
    default: return "\(noun) from \(Quantity.plain(lowest)) to \(Quantity.plain(highest))"
    }
  }
}

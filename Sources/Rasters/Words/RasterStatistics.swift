import Diagnostics
import Numerics
public import Vocabulary

/// The smallest, largest or mean number of a layer or column.
public struct RasterStatistic: RunnableWord {
  /// Which statistic.
  public enum Statistic: String, Sendable, CaseIterable {
    /// The smallest.
    case minimum
    /// The largest.
    case maximum
    /// The arithmetic mean.
    case mean
  }

  /// The word's entry of the manual.
  public let entry: Entry
  let layer = Parameter<any Value>(
    "layer", .after("of"), .value([.raster, .prediction, .column]), "The layer or column.")
  private let statistic: Statistic

  /// Creates the word for one statistic.
  public init(_ statistic: Statistic) {
    self.statistic = statistic
    let (summary, formula) =
      switch statistic {
      case .minimum: ("Gives the smallest number of a layer or column.", "min x")
      case .maximum: ("Gives the largest number of a layer or column.", "max x")
      case .mean: ("Gives the arithmetic mean of a layer or column.", "x̄ = Σ x / n")
      }
    entry = Entry(
      statistic.rawValue, .quantity, summary,
      formula: formula + "; cells without data and infinite cells do not count",
      example: "check \(statistic.rawValue) of slope is above 0 degrees")
  }

  /// A number in the layer's unit.
  public func infer(_ call: Inference) -> ValueType {
    ValueType(.number, unit: call.type(layer)?.unit ?? .one)
  }

  /// Takes it from the layer's statistics, or from the column.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[layer]
    if let raster = value as? RasterValue {
      let cells = raster.first.statistics
      let number =
        switch statistic {
        case .minimum: cells.minimum
        case .maximum: cells.maximum
        case .mean: cells.mean
        }
      if statistic == .mean, raster.first.holdsDirections {
        call.environment.warn(
          .meanOfDirections,
          "“\(raster.first.name)” holds directions, whose arithmetic mean depends on where north is "
            + "put.", help: ["Write: circular mean of \(raster.first.name)."])
      }
      return NumberValue(Quantity(number, raster.first.unit ?? .one))
    }
    let (numbers, unit) = try finiteNumbers(of: value)
    let number =
      switch statistic {
      case .minimum: numbers.min()
      case .maximum: numbers.max()
      case .mean: mean(of: numbers)
      }
    return NumberValue(Quantity(number ?? .nan, unit))
  }
}

/// The value below which a share of a layer or column lies.
public struct QuantileOf: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "quantile", .quantity, "Gives the value below which a share of a layer or column lies.",
    formula:
      "h = (n − 1) p,  q = x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋+1₎ − x₍⌊h⌋₎), exact over all cells with data",
    sources: ["Hyndman & Fan (1996), definition 7, doi:10.1080/00031305.1996.10473566"],
    example: "check quantile of slope at 20% is above 26 degrees")
  let layer = Parameter<any Value>(
    "layer", .after("of"), .value([.raster, .prediction, .column]), "The layer or column.")
  let share = Parameter<Double>(
    "share", .after("at"), .number(.share), "Which share lies below: 20%, or 0.5 for the median.")

  /// Creates the word.
  public init() {}

  /// A number in the layer's unit.
  public func infer(_ call: Inference) -> ValueType {
    ValueType(.number, unit: call.type(layer)?.unit ?? .one)
  }

  /// Selects among all cells.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[layer]
    let p = try call[share]
    if let raster = value as? RasterValue {
      let layer = try raster.rasterLayers(in: call.environment)[0]
      let found = try quantiles(at: [p], of: layer, threads: call.environment.threads)
      return NumberValue(Quantity(found[0], raster.first.unit ?? .one))
    }
    let (numbers, unit) = try finiteNumbers(of: value)
    return NumberValue(Quantity(quantiles(of: numbers, at: [p])[0], unit))
  }
}

/// The finite numbers of a column.
func finiteNumbers(of value: any Value) throws -> ([Double], Unit) {
  guard let column = value as? ColumnValue, let all = column.numbers else {
    throw RasterError.outOfRange(
      what: "what is summarised", found: type(of: value).kind.phrase,
      expected: "a layer or a column of numbers")
  }
  let numbers = all.filter(\.isFinite)
  guard !numbers.isEmpty else { throw RasterError.allNoData(what: "“\(column.name)”") }
  return (numbers, column.unit ?? .one)
}

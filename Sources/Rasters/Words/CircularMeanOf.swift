import Diagnostics
import Numerics
public import Vocabulary

/// The mean direction of a layer or column.
public struct CircularMeanOf: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "circular mean", .quantity,
    "Gives the mean direction of a layer or column of angles, such as an aspect.",
    formula: """
      atan2(Σ sin x, Σ cos x), from 0 to a whole turn
      Cells without data and infinite cells do not count.
      """,
    sources: [
      "Mardia & Jupp (1999), Directional Statistics, section 2.2, doi:10.1002/9780470316979"
    ],
    example: "circular mean of aspect, 1 decimal")
  let layer = Parameter<any Value>(
    "layer", .after("of"), .value([.raster, .column]), "The layer or column, in an angle's unit.")

  /// Creates the word.
  public init() {}

  /// An angle in the layer's unit.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.angle, of: layer, for: "a mean direction")
    return ValueType(.number, unit: call.type(layer)?.unit ?? .radian)
  }

  /// Adds the directions up.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[layer]
    var mean = CircularMean()
    let unit: Unit
    if let raster = value as? RasterValue {
      unit = raster.first.unit ?? .radian
      mean = try circularMean(
        of: raster.rasterLayers(in: call.environment)[0], scale: unit.scale,
        threads: call.environment.threads)
    } else {
      let (numbers, own) = try finiteNumbers(of: value)
      unit = own.dimension == .angle ? own : .radian
      for number in numbers { mean.add(number * unit.scale) }
    }
    return NumberValue(Quantity(mean.direction / unit.scale, unit))
  }
}

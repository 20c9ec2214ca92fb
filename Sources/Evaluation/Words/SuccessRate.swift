import Learning
public import Rasters
public import Vocabulary

/// The area under the curve of landslides found against area searched.
public struct SuccessRate: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "success rate", .quantity,
    "Gives the area under the curve of landslides found against area taken, most susceptible first.",
    formula: """
      mean over the landslides of (cells below + ½ cells equal) / cells
      Of landslides that the model learned from it is a success rate, of others a prediction rate.
      """,
    sources: ["Chung & Fabbri (2003), doi:10.1023/B:NHAZ.0000007172.62651.2b"],
    example: "success rate of chance at slides, 3 decimals")
  let layer = Parameter<RasterValue>(
    "layer", .after("of"), .value([.prediction, .raster]),
    "The map: a prediction, or any layer that ranks the cells.")
  let points = Parameter<any Value>(
    "points", .after("at"), .value([.points, .places]),
    "The landslides; of places, those labelled 1.")

  /// Creates the word.
  public init() {}

  /// A number from 0 to 1.
  public func infer(_ call: Inference) -> ValueType { ValueType(.number, unit: .one) }

  /// Ranks the landslides among the cells, in one pass over them.
  public func run(_ call: Call) throws -> any Value {
    let curve = try SuccessRateCurve(of: call[layer], at: call[points], in: call.environment)
    return NumberValue(Quantity(curve.area))
  }
}

extension SuccessRateCurve {
  /// Traces the curve of a map at points or places, those labelled 1 where they have labels.
  ///
  /// - Throws: ``EvaluationError/nothingToMeasure`` or ``EvaluationError/noLandslides``, and what
  ///   reading throws.
  public init(
    of map: RasterValue, at landslides: any Value, in environment: any RunEnvironment
  ) throws {
    let layers = try map.rasterLayers(in: environment)
    let places = try landslidePoints(of: landslides, in: map.grid.crs, environment)
    try self.init(
      of: layers[0], landslides: try sampleCells(layers, at: places)[0],
      threads: environment.threads)
  }
}

/// The points of landslides in a coordinate system: all points, or the places labelled 1.
func landslidePoints(
  of value: any Value, in crs: CoordinateSystem, _ environment: any RunEnvironment
) throws -> [SIMD2<Double>] {
  if let places = value as? PlacesValue {
    let all = try places.points(in: crs, environment)
    guard let labels = places.labels?.numbers else { throw LearningError.noLabels }
    return zip(all, labels).filter { $0.1 == 1 }.map(\.0)
  }
  guard let features = value as? FeaturesValue else {
    throw CallFault.mismatch("points", expected: "points or places")
  }
  return try features.collection(in: crs, environment).features.flatMap(\.geometry.points)
}

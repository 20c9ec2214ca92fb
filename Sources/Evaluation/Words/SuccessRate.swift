import Learning
import Rasters
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
    "layer", .after("of"), .value([.prediction, .raster]), "The susceptibility.")
  let points = Parameter<any Value>(
    "points", .after("at"), .value([.points, .places]),
    "The landslides; of places, those labelled 1.")

  /// Creates the word.
  public init() {}

  /// A number from 0 to 1.
  public func infer(_ call: Inference) -> ValueType { ValueType(.number, unit: .one) }

  /// Ranks the landslides among the cells, in one pass over them.
  public func run(_ call: Call) throws -> any Value {
    let raster = try call[layer]
    let layers = try raster.rasterLayers(in: call.environment)
    let places = try landslidePoints(of: call[points], in: raster.grid.crs, call.environment)
    let found = try sampleCells(layers, at: places)[0].filter { !$0.isNaN }.sorted()
    if found.isEmpty { throw EvaluationError.noLandslides }
    // Twice the cells below each landslide, and once those equal to it: whole numbers, so that the
    // order of the blocks does not matter to the sum.
    var (passed, total) = (0, 0)
    try reduceBlocks(layers, threads: call.environment.threads) { block in
      var (passed, total) = (0, 0)
      let cells = UnsafeBufferPointer(start: block.origin(0), count: block.window.count)
      for cell in cells where !cell.isNaN {
        total += 1
        let value = Double(cell)
        passed +=
          2 * found.count - position(of: value, in: found, after: false)
          - position(of: value, in: found, after: true)
      }
      return (passed, total)
    } combine: { part in
      passed += part.0
      total += part.1
    }
    let area = Double(passed) / 2 / (Double(total) * Double(found.count))
    return NumberValue(Quantity(area))
  }
}

/// How many of some ascending numbers are less than a value, or with `after` at most it.
private func position(of value: Double, in sorted: [Double], after: Bool) -> Int {
  var (low, high) = (0, sorted.count)
  while low < high {
    let middle = (low + high) / 2
    if sorted[middle] < value || (after && sorted[middle] == value) {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return low
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

import Diagnostics
import Rasters
public import Vocabulary

/// How far features are from others.
public struct DistanceFrom: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "distance from", .value,
    "Measures how far each feature is from the nearest feature of another kind.",
    formula: """
      distance = min ‖p − q‖ over the points p of the feature and q of the others; 0 where they meet
      One number for each feature, in a column. The features measured from are brought to the \
      coordinate system of the others, which must be projected.
      """,
    example: "nearness = distance from scars to faults in m")
  let features = Parameter<FeaturesValue>(
    "features", .subject, .value([.points, .lines, .areas]), "The features to measure from.")
  let others = Parameter<FeaturesValue>(
    "others", .after("to"), .value([.points, .lines, .areas]), "The features to measure to.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.length]), "The unit of the result.", default: .metre)

  /// Creates the word.
  public init() {}

  /// A column of lengths, one for each feature.
  public func infer(_ call: Inference) -> ValueType {
    var type = ValueType(.column, unit: call.unit(unit))
    type.count = call.type(features)?.count ?? .unknown
    return type
  }

  /// Measures from each feature.
  public func run(_ call: Call) throws -> any Value {
    let others = try call[others].collection
    let unit = try call[unit]
    let features = try call[features].brought(to: others.crs, in: call.environment)
    let lengths = try distances(from: features, to: others)
    return ColumnValue(
      name: call.names.first ?? "distance", unit: unit, numbers: lengths.map { $0 / unit.scale })
  }
}

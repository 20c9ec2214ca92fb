import Diagnostics
public import Vocabulary

/// The area of areas or zones.
public struct AreaOf: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "area", .quantity, "Gives the area of areas, or of zones of one class.",
    formula: """
      Of features in a projected coordinate system planar, in degrees on the ellipsoid, with geodesic \
      edges; the outer ring less its holes, overlaps counted as often as they are drawn. Of zones the \
      cells' areas.
      """,
    sources: ["Karney (2013), doi:10.1007/s00190-012-0578-z"],
    example: "check area of regions in km2 is above 9")
  let value = Parameter<any Value>(
    "value", .after("of"), .value([.areas, .zones]), "The areas or zones.")
  let label = Parameter<[String]>(
    "class", .after("at"), .classNames, "The name or class whose area is wanted.", default: [])
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.area]), "The unit.", default: .squareKilometre)

  /// Creates the word.
  public init() {}

  /// An area.
  public func infer(_ call: Inference) -> ValueType {
    ValueType(.number, unit: call.unit(unit) ?? .squareKilometre)
  }

  /// Measures.
  public func run(_ call: Call) throws -> any Value {
    let measured = try call[value]
    let labels = try call[label]
    guard let measurable = measured as? any Measurable, labels.count <= 1 else {
      throw RasterError.outOfRange(
        what: "what is measured", found: type(of: measured).kind.phrase,
        expected: "areas, or zones of one class")
    }
    let unit = try call[unit]
    let area = try measurable.area(of: labels.first, in: call.environment)
    return NumberValue(Quantity(area / unit.scale, unit))
  }
}

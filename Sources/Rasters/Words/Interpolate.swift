import Diagnostics
public import Vocabulary

/// A layer, or a column, from values at points.
public struct Interpolate: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "interpolate", .value,
    "Carries values measured at points to the cells of a grid, or to places.",
    formula: """
      inverse distance: z = Σ zᵢ dᵢ⁻ᵖ / Σ dᵢ⁻ᵖ, p the power, over all points with a value, or the \
      nearest so many, or those within a distance; where none is, there is no data. At the place of \
      a point its value, of several their mean.
      nearest: the value of the nearest point; of several equally near, the first.
      Distances are measured in the plane of the grid's coordinate system.
      """,
    sources: [
      "Shepard (1968), doi:10.1145/800186.810616",
      "Matheron (1963), doi:10.2113/gsecongeo.58.8.1246",
    ],
    example: "rain = interpolate stations.annual_rain by inverse distance, power 2, onto dem")
  let field = Parameter<ColumnValue>(
    "values", .subject, .value([.column]),
    "A column of numbers of points, of places, or of a table read with coordinates.")
  let method = Parameter<String>(
    "method", .after("by"), .choice(["inverse distance", "kriging", "nearest"]),
    "How values between the points are found.")
  let power = Parameter<Double>(
    "power", .after("power"), .number(.positive), "The power of the distance.", default: 2)
  let neighbours = Parameter<Int?>(
    "neighbours", .after("nearest"), .number(.count),
    "How many of the nearest points count; all if left out.", default: nil)
  let radius = Parameter<Quantity?>(
    "radius", .after("within"), .quantity(.length),
    "How far away a point may be to count; any distance if left out.", default: nil)
  let target = Parameter<RasterValue?>(
    "grid", .after("onto"), .value([.raster, .classes, .bands, .prediction, .zones]),
    "The layer whose grid to use.", default: nil)
  let places = Parameter<(any Value)?>(
    "places", .after("at"), .value([.places, .points, .table]),
    "The places to carry the values to, instead of a grid.", default: nil)

  /// Creates the word.
  public init() {}

  /// A layer in the column's unit on the grid named, or a column.
  public func infer(_ call: Inference) -> ValueType {
    call.requireProjected(target, for: "interpolation")
    if let method = call.word(method), method != "inverse distance" { unfit(method, call) }
    if call.gives(target) == call.gives(places) {
      call.report(
        .sayOnce,
        call.gives(target)
          ? "Both a grid and places are named." : "It is not said where values are wanted.",
        at: call.gives(target) ? places : field,
        help: ["Write “onto” and a layer, or “at” and places."])
    }
    for parameter in [field, places] as [any AnyParameter]
    where call.type(parameter)?.isLocated == false {
      call.report(
        .noCoordinates,
        "It is not known where the rows of “\(call.references(parameter)[0].text)” lie.",
        at: parameter, help: ["Name the columns of coordinates where it is read: at x, y."])
    }
    if call.quantity(radius).map({ $0.value <= 0 }) ?? false {
      call.report(
        .outOfRange, "Expected a length above 0, found \(call.quantity(radius)?.text ?? "").",
        at: radius, help: ["Choose a longer one, or leave it out."])
    }
    let unit = call.type(field)?.unit
    guard call.gives(places) else {
      return ValueType(.raster, unit: unit, grid: call.type(target)?.grid)
    }
    var type = ValueType(.column, unit: unit)
    type.count = call.type(places)?.count ?? .unknown
    type.isLocated = true
    return type
  }

  /// Reports kriging, and the settings of inverse distance with another method.
  private func unfit(_ method: String, _ call: Inference) {
    if method == "kriging" {
      call.report(
        .notHere, "“by kriging” is not here yet.", at: self.method,
        help: ["Interpolate by inverse distance, or by nearest."])
    }
    for (parameter, head) in [(power, "power"), (neighbours, "nearest")]
      as [(any AnyParameter, String)]
    where call.gives(parameter) {
      call.report(
        .settingUnfit, "“\(head)” belongs to inverse distance, not to \(method).", at: parameter,
        help: ["Leave “\(head)” out, or write “by inverse distance”."])
    }
  }

  /// Carries the values.
  public func run(_ call: Call) throws -> any Value {
    let column = try call[field]
    let environment = call.environment
    let source = call.argument(field)?.references.first?.text ?? column.name
    guard let numbers = column.numbers else {
      throw InterpolationError.noNumbers(column: column.name)
    }
    guard let sites = column.sites else { throw InterpolationError.noCoordinates(name: source) }
    let missing = numbers.count(where: \.isNaN)
    if missing > 0, missing < numbers.count {
      environment.warn(
        .pointsWithoutValue,
        "\(missing) of the \(numbers.count) rows of “\(source)” have no value.",
        help: [])
    }
    let name = call.names.first ?? column.name
    if let grid = try call[target]?.grid {
      guard let metres = grid.crs.metresPerUnit else {
        throw RasterError.degrees(what: "interpolation")
      }
      let points = try sites.points(in: grid.crs, called: source, environment)
      let known = try pointField(numbers, points, metres: metres, call)
      let plan = RasterLayerPlan(name, unit: column.unit)
      return try RasterValue.make(on: grid, [plan], in: environment) { writer in
        try known.fill(writer, threads: environment.threads)
      }
    }
    guard let target = try call[places] as? any Located, let wanted = target.sites else {
      throw InterpolationError.noCoordinates(
        name: call.argument(places)?.references.first?.text ?? places.name)
    }
    if wanted.crs?.isGeographic ?? false { throw RasterError.degrees(what: "interpolation") }
    let points = try sites.points(in: wanted.crs, called: source, environment)
    let known = try pointField(numbers, points, metres: wanted.crs?.metresPerUnit ?? 1, call)
    return ColumnValue(
      name: name, unit: column.unit,
      numbers: known.values(at: wanted.points, threads: environment.threads), sites: wanted)
  }

  /// The points with values, and the rule that the call gives.
  private func pointField(
    _ numbers: [Double], _ points: [SIMD2<Double>], metres: Double, _ call: Call
  ) throws -> PointField {
    let isNearest = try call[method] == "nearest"
    let rule = InverseDistance(
      power: isNearest ? 0 : try call[power], neighbours: isNearest ? 1 : try call[neighbours],
      radius: try call[radius].map { $0.base / metres })
    guard let known = PointField(numbers, at: points, by: rule) else {
      throw InterpolationError.noValues(column: try call[field].name)
    }
    return known
  }
}

import Diagnostics
import Rasters
public import Vocabulary

/// The streams of a DEM.
public struct Streams: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "streams", .value, "Draws the streams of a DEM as lines, where enough land drains to them.",
    formula: """
      a cell is a stream where the area that drains through it, by d8, is more than the one given
      Each line runs downstream through the centres of cells, from a head or a confluence to the \
      next one, and comes after the lines that flow into it. Its fields: strahler, the order; area, \
      m2 that drain through its last cell; length, m.
      Sinks are filled first, and level areas drain by the fewest steps. At most 500 million cells, \
      at 9 bytes of memory each.
      """,
    sources: [
      "O'Callaghan & Mark (1984), doi:10.1016/S0734-189X(84)80011-0",
      "Strahler (1957), doi:10.1029/TR038i006p00913",
      "Barnes, Lehman & Mulla (2014), doi:10.1016/j.cageo.2013.04.024",
    ],
    example: "streams = streams of dem, above 1 km2")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let area = Parameter<Quantity>(
    "area", .after("above"), .quantity(.area), "The area above which streams begin.")

  private static let fields = ["strahler", "area", "length"]

  /// Creates the word.
  public init() {}

  /// Lines with three columns.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "finding streams")
    call.requireProjected(dem, for: "finding streams")
    if let area = call.quantity(area), area.value <= 0 {
      call.report(
        .outOfRange, "The area above which streams begin is more than 0.", at: self.area,
        help: ["Write for example: above 1 km2."])
    }
    var type = ValueType(.lines)
    type.members = Self.fields.map { ValueType.Member($0, ValueType(.column)) }
    return type
  }

  /// Finds the streams.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let grid = elevation.grid
    let environment = call.environment
    let threads = environment.threads
    guard let cellArea = grid.cellArea, let metres = grid.crs.metresPerUnit else {
      throw RasterError.degrees(what: "finding streams")
    }
    let wanted = try call[area]
    let field = try ElevationField(
      reading: elevation.rasterLayers(in: environment)[0], name: elevation.first.name,
      threads: threads)
    let change = try fillSinks(in: field, threads: threads)
    Water.remark(change, unit: elevation.first.unit, purpose: ", for routing only", call)
    let directions = try DrainageDirections(of: field, threads: threads)
    let counts = try UpslopeCells(of: directions, threads: threads)
    let links = streamLinks(of: directions, counts, above: wanted.base / cellArea)
    guard !links.isEmpty else {
      let most = (0..<grid.count).reduce(0) { max($0, counts[$1]) }
      let largest = Quantity(Double(most) * cellArea / wanted.unit.scale, wanted.unit)
      throw RasterError.outOfRange(
        what: "the area above which streams begin", found: wanted.text,
        expected: "less than the largest catchment, \(largest.text)")
    }
    let features = links.map { link in
      let length = zip(link.points, link.points.dropFirst()).reduce(0.0) { sum, ends in
        let step = (ends.1 - ends.0) * metres
        return sum + (step * step).sum().squareRoot()
      }
      return Feature(
        .line(link.points),
        values: [
          .integer(link.order), .number(Double(link.cells) * cellArea), .number(length),
        ])
    }
    return FeaturesValue(
      FeatureCollection(
        crs: grid.crs, kind: .lines, fields: Self.fields, features: features,
        source: "streams of \(elevation.first.name)"))
  }
}

import Diagnostics
import Rasters
public import Vocabulary

/// A DEM without sinks, by filling them.
public struct FillSinks: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fill sinks", .value, "Raises the cells of sinks until water can leave them.",
    formula: """
      w(x) = min over all ways from x off the raster of the highest elevation on the way
      Ways go over the eight neighbours and end at the raster's edge and beside no data.
      level: sinks become level, and nothing else changes.
      epsilon: each cell is at least the next Float32 number above the cell that it drains to.
      Use it to route water; measure slope and curvature on the DEM as it is. At most 500 million \
      cells, at 8 bytes of memory each (epsilon: 5) and some 40 for each sink.
      """,
    sources: [
      "Barnes, Lehman & Mulla (2014), algorithms 2 and 3, doi:10.1016/j.cageo.2013.04.024",
      "Cordonnier, Bovy & Braun (2019), doi:10.5194/esurf-7-549-2019",
    ],
    example: "filled = fill sinks of dem")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let method = Parameter<String>(
    "method", .after("by"), .choice(["level", "epsilon"]),
    "Whether filled sinks are level or slope to their outlet.", default: "level")

  /// Creates the word.
  public init() {}

  /// A layer in the elevation's unit, on its grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "filling sinks")
    return ValueType(.raster, unit: call.type(dem)?.unit, grid: call.type(dem)?.grid)
  }

  /// Fills the sinks.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let isSloping = try call[method] == "epsilon"
    return try call.changeSinks(of: elevation, name: "filled") { field, threads in
      try isSloping ? field.fillSloping() : fillSinks(in: field, threads: threads)
    }
  }
}

extension Call {
  /// Makes a layer of a DEM whose sinks are changed, and says what was changed.
  func changeSinks(
    of dem: RasterValue, name: String, _ change: (ElevationField, Int) throws -> SinkChange
  ) throws -> any Value {
    let threads = environment.threads
    let field = try ElevationField(
      reading: dem.rasterLayers(in: environment)[0], scratch: scratchFolder(),
      name: dem.first.name, threads: threads)
    Water.remark(try change(field, threads), unit: dem.first.unit, purpose: "", self)
    let plan = RasterLayerPlan(names.first ?? name, unit: dem.first.unit)
    return try RasterValue.make(on: dem.grid, [plan], in: environment) { writer in
      try field.write(to: writer, threads: threads)
    }
  }
}

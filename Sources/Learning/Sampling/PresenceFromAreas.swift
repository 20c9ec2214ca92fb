import Diagnostics
import Rasters
public import Vocabulary

/// Points that stand for landslides mapped as areas.
public struct PresenceFromAreas: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "presence", .value, "Makes points of landslides that were mapped as areas.",
    formula: """
      at centroid: one point for each area, its centroid; where that lies outside the area, the \
      middle of the nearest level chord through its height. at highest of: the centre of the \
      highest cell whose centre lies in the area, where the landslide began; of equal ones the \
      first in row order. in all cells of: the centre of every cell with data whose centre lies in \
      an area, each cell once. An area that holds no centre of a cell is represented by the cell of \
      its centroid. Points keep the fields of their area.
      """,
    sources: ["Steger et al. (2016), doi:10.5194/nhess-16-2729-2016"],
    example: "slides = presence from scars, at highest of dem")
  let areas = Parameter<FeaturesValue>(
    "areas", .after("from"), .value([.areas]), "The landslides, mapped as areas.")
  let centroid = Parameter<Bool>(
    "centroid", .flag("at centroid"), .text, "One point for each, at its centroid.",
    default: false)
  let highest = Parameter<RasterValue?>(
    "highest", .after("at highest of"), .value([.raster]),
    "One point for each, where this layer is highest in it.", default: nil)
  let all = Parameter<RasterValue?>(
    "all", .after("in all cells of"), .value([.raster, .classes]),
    "One point for each cell of this layer.", default: nil)

  /// Creates the word.
  public init() {}

  /// Points, one for each area where that is known.
  public func infer(_ call: Inference) -> ValueType {
    let given = [centroid as any AnyParameter, highest, all].filter { call.gives($0) }
    if given.count != 1 {
      call.report(
        .sayOnce, "Which point stands for an area must be said once.",
        at: given.last ?? areas,
        help: ["Write: at centroid, or at highest of dem, or in all cells of dem."])
    }
    var type = ValueType(.points)
    if !call.gives(all), let known = call.type(areas) {
      type.count = known.count
      type.members = known.members
    }
    return type
  }

  /// Finds the points.
  public func run(_ call: Call) throws -> any Value {
    let features = try call[areas]
    let environment = call.environment
    let found: FeatureCollection
    if let layer = try call[highest] {
      found = try onCells(of: layer, features, highest, call) { areas, layer in
        try highestCells(of: areas, in: layer, threads: environment.threads).enumerated()
          .compactMap { area, cell in cell.map { (area, $0) } }
      }
    } else if let layer = try call[all] {
      found = try onCells(of: layer, features, all, call) { areas, layer in
        try cells(of: areas, in: layer, threads: environment.threads)
      }
    } else {
      found = atCentroids(features.collection, call)
    }
    return FeaturesValue(found, nameField: features.nameField)
  }

  private func atCentroids(_ areas: FeatureCollection, _ call: Call) -> FeatureCollection {
    var moved = 0
    let points = areas.features.compactMap { feature in
      feature.geometry.innerPoint.map { inner in
        if !inner.isCentroid { moved += 1 }
        return Feature(.point(inner.point), values: feature.values)
      }
    }
    if moved > 0 {
      call.environment.warn(
        .pointsMoved,
        (moved == 1 ? "The centroid of 1 area lies" : "The centroids of \(moved) areas lie")
          + " outside; the middle of the nearest chord stands for \(moved == 1 ? "it" : "them").",
        help: [])
    }
    return FeatureCollection(
      crs: areas.crs, kind: .points, fields: areas.fields, features: points, source: areas.source)
  }

  /// Points at the centres of cells that `pick` finds, and of the centroid's cell for the others.
  private func onCells(
    of raster: RasterValue, _ features: FeaturesValue, _ parameter: any AnyParameter, _ call: Call,
    _ pick: (FeatureCollection, RasterLayer) throws -> [(area: Int, cell: Int)]
  ) throws -> FeatureCollection {
    let environment = call.environment
    let (grid, name) = (raster.grid, call.argument(parameter)?.references.first?.text ?? "")
    let areas = try features.collection(in: grid.crs, environment)
    if features.collection.crs != grid.crs {
      environment.warn(
        .broughtToSystem,
        "“\(call.argument(self.areas)?.references.first?.text ?? areas.source)” was brought from "
          + "\(features.collection.crs.label) to \(grid.crs.label).", help: [])
    }
    let layer = try raster.rasterLayers(in: environment)[0]
    var picked = try pick(areas, layer)
    var isFound = [Bool](repeating: false, count: areas.features.count)
    for (area, _) in picked { isFound[area] = true }
    let missed = isFound.indices.filter { !isFound[$0] }
    let inner = missed.map { areas.features[$0].geometry.innerPoint?.point }
    let values = try sampleCells([layer], at: inner.map { $0 ?? SIMD2(.nan, .nan) })[0]
    var taken = Set(picked.map(\.cell))
    var (small, left) = (0, 0)
    for (index, area) in missed.enumerated() {
      guard let point = inner[index], !values[index].isNaN,
        let (column, row) = grid.cell(x: point.x, y: point.y)
      else {
        left += 1
        continue
      }
      small += 1
      let cell = row * grid.columns + column
      // Of all cells each is a place once, whatever lies in it.
      if call.gives(all), !taken.insert(cell).inserted { continue }
      picked.append((area, cell))
    }
    if picked.isEmpty { throw SamplingError.noPresence(areas: areas.features.count, what: name) }
    tell(small: small, left: left, name, call)
    if !call.gives(all) { picked.sort { $0.area < $1.area } }
    return FeatureCollection(
      crs: grid.crs, kind: .points, fields: areas.fields,
      features: picked.map { area, cell in
        let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
        return Feature(
          .point(grid.center(column: column, row: row)), values: areas.features[area].values)
      }, source: areas.source)
  }

  private func tell(small: Int, left: Int, _ name: String, _ call: Call) {
    if small > 0 {
      call.environment.warn(
        .pointsMoved,
        (small == 1 ? "1 area holds" : "\(small) areas hold")
          + " no centre of a cell with data; the cell of the centroid stands for "
          + (small == 1 ? "it." : "each."), help: [])
    }
    if left > 0 {
      call.environment.warn(
        .areasLeftOut,
        (left == 1 ? "1 area lies" : "\(left) areas lie")
          + " outside “\(name)” or on no data and gave no point.",
        help: ["Check that areas and layer show the same ground."])
    }
  }
}

import Diagnostics
import Numerics
import Rasters
public import Vocabulary

/// How the points are drawn.
extension DrawPoints {
  /// Draws the points.
  public func run(_ call: Call) throws -> any Value {
    let wanted = try wanted(call)
    let ground = try ground(call)
    let stream = RandomStream(
      seed: call.environment.seed, name: call.randomName, purpose: "draw points")
    let points: [SIMD2<Double>]
    let system: CoordinateSystem
    if let grid = ground.layers.first?.reader.grid {
      system = grid.crs
      points = try drawOnCells(wanted, ground, grid, stream, call)
    } else {
      let areas = try call[within]?.collection ?? rectangle(call)
      system = areas.crs
      points = try drawInAreas(wanted, areas, stream, call)
    }
    if !call.gives(within) {
      let place = ground.layers.isEmpty ? " in the rectangle round the features" : ""
      call.environment.warn(
        .noSurveyedArea,
        "Nothing says which ground was surveyed; the points were drawn\(place) and may lie where "
          + "nobody looked for landslides.",
        help: ["Name the surveyed areas: within surveyed."])
    }
    let features = points.map { Feature(.point($0)) }
    return FeaturesValue(
      FeatureCollection(
        crs: system, kind: .points, fields: [], features: features,
        source: call.names.first ?? entry.phrase))
  }

  /// How many points.
  private func wanted(_ call: Call) throws -> Int {
    if let number = try call[number] { return number }
    let name = call.argument(model)?.references.first?.text ?? ""
    let count =
      switch try call[model] {
      case let features as FeaturesValue where features.collection.kind == .points:
        features.collection.features.reduce(0) { $0 + $1.geometry.points.count }
      case let countable as any Countable: countable.count
      default: 0
      }
    let wanted = Self.times(try call[ratio] ?? 1, count)
    if wanted == 0 { throw SamplingError.nothingToMatch(name: name) }
    return wanted
  }

  /// The layers whose cells are drawn, those of the condition first.
  private struct Ground {
    var layers: [RasterLayer] = []
    var condition: CompiledArithmetic?
    var strata: (layer: Int, codes: [Int])?
  }

  private func ground(_ call: Call) throws -> Ground {
    let environment = call.environment
    var ground = Ground()
    if let expression = try call[condition] {
      let (arithmetic, rasters) = try LayerArithmetic().condition(expression, call)
      ground.condition = CompiledArithmetic(arithmetic)
      ground.layers = try rasters.map { try $0.rasterLayers(in: environment)[0] }
    }
    if let value = try call[strata] {
      let name = call.argument(strata)?.references.first?.text ?? ""
      guard let raster = (value as? RasterValue) ?? (value as? any RasterLike)?.raster,
        let codes = raster.first.codes, !codes.isEmpty
      else { throw SamplingError.noStrata(layer: name) }
      ground.strata = (ground.layers.count, codes)
      ground.layers.append(try raster.rasterLayers(in: environment)[0])
    }
    switch try call[cells] {
    case let stack as StackValue:
      for layer in stack.layers {
        guard case .raster(let raster) = layer.source else {
          throw LearningError.noGrid(layers: stack.layers.map(\.name))
        }
        ground.layers += try raster.rasterLayers(in: environment)
      }
    case let raster as RasterValue: ground.layers += try raster.rasterLayers(in: environment)
    case let like as any RasterLike: ground.layers += try like.raster.rasterLayers(in: environment)
    default: break
    }
    return ground
  }

  private func drawOnCells(
    _ wanted: Int, _ ground: Ground, _ grid: Grid, _ stream: RandomStream, _ call: Call
  ) throws -> [SIMD2<Double>] {
    let spacing = try spacing(in: grid.crs, call)
    var candidates = CandidateCells(ground.layers, where: ground.condition, strata: ground.strata)
    if let areas = try call[within] {
      candidates.within = AreaCover(try bring(areas, within, to: grid.crs, call), on: grid)
    }
    candidates.outside = try call[outside].enumerated().map { index, areas in
      AreaCover(try bring(areas, outside, index, to: grid.crs, call), on: grid)
    }
    candidates.away = try away(in: grid.crs, call)
    let feature = call.argument(others)?.references.first?.text ?? ""
    let distance = try call[gap]?.text ?? ""
    return try drawPoints(
      wanted, among: candidates, apart: spacing, stream: stream, threads: call.environment.threads
    ) { reason in
      switch reason {
      case .noData: "lack data"
      case .condition: "do not fulfil the condition"
      case .notWithin: "lie outside “\(call.argument(within)?.references.first?.text ?? "")”"
      case .inside: "lie in areas that are left out"
      case .near: "lie nearer to “\(feature)” than \(distance)"
      }
    }
  }

  /// The rectangle round the features that the points are as many as, or keep away from.
  private func rectangle(_ call: Call) throws -> FeatureCollection {
    let system: CoordinateSystem?
    let points: [SIMD2<Double>]
    switch try call[model] ?? call[others] {
    case let features as FeaturesValue:
      system = features.collection.crs
      points = features.collection.features.flatMap(\.geometry.vertices)
    case let places as PlacesValue:
      system = places.crs
      points = places.points ?? []
    default: throw SamplingError.noGround
    }
    guard let system, let box = BoundingBox(points) else { throw SamplingError.noGround }
    let corners = [
      SIMD2(box.west, box.south), SIMD2(box.east, box.south), SIMD2(box.east, box.north),
      SIMD2(box.west, box.north),
    ]
    return FeatureCollection(
      crs: system, kind: .areas, fields: [], features: [Feature(.polygon([corners]))],
      source: "the rectangle")
  }

  private func drawInAreas(
    _ wanted: Int, _ areas: FeatureCollection, _ stream: RandomStream, _ call: Call
  ) throws -> [SIMD2<Double>] {
    // Equal steps of longitude and latitude are no equal areas.
    if areas.crs.metresPerUnit == nil {
      throw SamplingError.degrees(what: "Drawing points in areas", system: areas.crs.label)
    }
    return try drawPoints(
      wanted, within: areas,
      outside: call[outside].enumerated().map { index, hole in
        try bring(hole, outside, index, to: areas.crs, call)
      },
      away: away(in: areas.crs, call), apart: spacing(in: areas.crs, call)?.distance,
      stream: stream)
  }

  private func spacing(
    in crs: CoordinateSystem, _ call: Call
  ) throws -> (distance: Double, text: String)? {
    try call[apart].map { (try length($0, "“thinned by”", in: crs), $0.text) }
  }

  private func away(in crs: CoordinateSystem, _ call: Call) throws -> NearCover? {
    guard let features = try call[others], let gap = try call[gap] else { return nil }
    return NearCover(
      try bring(features, others, to: crs, call),
      nearerThan: try length(gap, "“away from”", in: crs))
  }

  /// A length in coordinate units.
  private func length(
    _ quantity: Quantity, _ what: String, in crs: CoordinateSystem
  ) throws -> Double {
    guard let metres = crs.metresPerUnit else {
      throw SamplingError.degrees(what: what, system: crs.label)
    }
    guard quantity.base > 0 else {
      throw RasterError.outOfRange(what: what, found: quantity.text, expected: "above 0 m")
    }
    return quantity.base / metres
  }

  /// Features in the points' system; says where they were brought there.
  private func bring(
    _ features: FeaturesValue, _ parameter: any AnyParameter, _ index: Int = 0,
    to crs: CoordinateSystem, _ call: Call
  ) throws -> FeatureCollection {
    if features.collection.crs != crs {
      let mentions = call.argument(parameter)?.references ?? []
      call.environment.warn(
        .broughtToSystem,
        "“\(index < mentions.count ? mentions[index].text : features.collection.source)” was "
          + "brought from \(features.collection.crs.label) to \(crs.label).", help: [])
    }
    return try features.collection(in: crs, call.environment)
  }
}

import Diagnostics
import Numerics
import Rasters
public import Vocabulary

/// Points drawn at random.
public struct DrawPoints: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw points", .value,
    "Draws points at random where a condition holds, in surveyed areas and away from features.",
    formula: """
      Where a layer is named (where, on cells of, stratified by), points are centres of its cells: \
      each cell that has data and fulfils all that is asked has the same chance, none is drawn \
      twice. Else they are drawn uniformly in the areas after “within”. A point keeps away where \
      its distance to the nearest feature is not less than the one after “by”; inside an area the \
      distance is 0. Strata get points in proportion to their cells, by largest remainder. Thinned \
      points are placed one after the other, each uniformly where it keeps the distance from those \
      before. Ground that nobody looked at is not free of landslides: say “within” and “outside”.
      """,
    sources: [
      "Bornaetxea et al. (2018), doi:10.5194/nhess-18-2455-2018",
      "Diggle (2013), section 6.5.2, doi:10.1201/b15326",
    ],
    example: "absent = draw points as many as slides, within surveyed, outside clouds, "
      + "away from slides by 100 m, on cells of dem")
  let number = Parameter<Int?>(
    "count", .subject, .number(.count), "How many.", default: nil)
  let ratio = Parameter<Double?>(
    "ratio", .before("times"), .number(.positive),
    "How many times as many; rounded to a whole number of points.", default: nil)
  let model = Parameter<(any Value)?>(
    "like", .after("as many as"), .value([.points, .places, .areas]),
    "As many as there are of these.", default: nil)
  let condition = Parameter<Expression?>(
    "condition", .after("where"), .condition, "What must hold at each point.", default: nil)
  let within = Parameter<FeaturesValue?>(
    "within", .after("within"), .value([.areas]), "Areas in which every point lies.", default: nil)
  let outside = Parameter<[FeaturesValue]>(
    "outside", .after("outside"), .values([.areas]), "Areas in which no point lies.", default: [])
  let others = Parameter<FeaturesValue?>(
    "others", .after("away from"), .value([.points, .lines, .areas]),
    "Features from which every point keeps away.", default: nil)
  let gap = Parameter<Quantity?>(
    "gap", .after("by"), .quantity(.length), "How far it keeps away.", default: nil)
  let strata = Parameter<(any Value)?>(
    "strata", .after("stratified by"), .value([.classes, .zones]),
    "Classes that get points in proportion to their cells.", default: nil)
  let apart = Parameter<Quantity?>(
    "apart", .after("thinned by"), .quantity(.length), "The least distance between two points.",
    default: nil)
  let cells = Parameter<(any Value)?>(
    "cells", .after("on cells of"),
    .value([.raster, .classes, .bands, .stack, .prediction, .zones]),
    "Layers at the centres of whose cells the points lie.", default: nil)

  /// Creates the word.
  public init() {}

  /// Points, as many as asked for.
  public func infer(_ call: Inference) -> ValueType {
    requireOneNumber(call)
    if call.gives(others) != call.gives(gap) {
      call.report(
        .sayOnce, "“away from” needs both the features and a distance after “by”.",
        at: call.gives(others) ? others : gap,
        help: ["Write for example: away from slides by 100 m."])
    }
    for length in [gap, apart] {
      guard let quantity = call.quantity(length), quantity.value <= 0 else { continue }
      call.report(
        .outOfRange, "Expected a distance above 0 m, found \(quantity.text).", at: length,
        help: ["Leave the part out to keep no distance."])
    }
    if case .expression(let expression) = call.argument(condition)?.content {
      inferCondition(expression, call)
    }
    call.requireOneGrid([condition as any AnyParameter, cells, strata].flatMap { call.references($0) })
    for layer in [cells as any AnyParameter, strata] where call.gives(gap) || call.gives(apart) {
      call.requireProjected(layer, for: "a distance between points")
    }
    let hasGrid = call.gives(condition) || call.gives(cells) || call.gives(strata)
    if !hasGrid, !call.gives(within) {
      call.report(
        .sayOnce, "Nothing says on which ground the points are drawn.", at: number,
        help: ["Add the layer whose cells they are: on cells of dem.", "Or areas: within surveyed."]
      )
    }
    var result = ValueType(.points)
    if let wanted = call.number(number) {
      result.count = .known(Int(wanted))
    } else if let like = call.references(model).first {
      let known = like.type.count.value ?? call.host.statedCount(of: like.name)
      let times = call.gives(ratio) ? call.number(ratio) : 1
      if let known, let times { result.count = .known(Self.times(times, known)) }
    }
    return result
  }

  private func requireOneNumber(_ call: Inference) {
    if call.gives(number) == call.gives(model) {
      call.report(
        .sayOnce, "The number of points must be said once: a number, or “as many as” others.",
        at: number, help: ["Write for example: draw points as many as slides."])
    }
    if call.gives(ratio), !call.gives(model) {
      call.report(
        .sayOnce, "“times” needs something to compare with.", at: ratio,
        help: ["Write for example: 3 times as many as slides."])
    }
  }

  /// The units of a condition, and that it is one: a comparison, or a layer of 1 and 0.
  private func inferCondition(_ expression: Expression, _ call: Inference) {
    let type = LayerArithmetic().infer(expression) { code, title, span, help in
      call.report(code, title, span: span, help: help)
    }
    let isCondition =
      switch expression {
      case .binary(let operation, _, _, _):
        operation.isComparison || operation == .and || operation == .or
      case .unary(let operation, _, _): operation == .not
      case .name: true
      default: false
      }
    guard type.kind != .unknown, !isCondition || type.kind != .raster else { return }
    call.report(
      .wrongKind, "“where” takes a comparison of layers.", at: condition,
      help: ["Write for example: where slope < 5 degrees."])
  }

  private static func times(_ ratio: Double, _ count: Int) -> Int {
    Int(min(1e9, (ratio * Double(count)).rounded()))
  }

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
      guard let areas = try call[within]?.collection else { throw SamplingError.noGround }
      system = areas.crs
      points = try drawInAreas(wanted, areas, stream, call)
    }
    if !call.gives(within) {
      call.environment.warn(
        .noSurveyedArea,
        "Nothing says which ground was surveyed; these \(points.count) points may lie where "
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

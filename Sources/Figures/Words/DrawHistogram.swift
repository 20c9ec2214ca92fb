import Diagnostics
import Learning
import Numerics
import Rasters
public import Vocabulary

/// How layers are distributed at places of both labels and over the whole area.
public struct DrawHistogram: RunnableWord {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let version = 2
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw histogram", .output,
    "Draws how layers are distributed at landslides, at other places and over all cells.",
    formula: """
      The height is the share of each group in bins of one width: the round width next below \
      2 (Q₃ − Q₁) / ∛n of the places' values, 8 to 50 bins over the values at places and the cells \
      from the 0.5 % to the 99.5 % quantile. Places without a value, or outside, do not count. If \
      the other places do not look like the area, they come from easy ground (W241).
      """,
    sources: [
      "Freedman & Diaconis (1981), doi:10.1007/BF01025868",
      "Steger & Glade (2017), Advancing Culture of Living with Landslides 2, 803–808",
    ],
    example: "draw histogram of slope at places as fig-slope \"Slope at landslides and elsewhere.\""
  )
  let layers = Parameter<any Value>(
    "layers", .after("of"), .values([.raster, .column, .prediction]),
    "Rasters, or columns of places.")
  let places = Parameter<PlacesValue?>(
    "places", .after("at"), .value([.places]),
    "Places, told apart by their label; left out, all cells or rows.", default: nil)
  let width = FigureSize.width
  let resolution = FigureSize.resolution

  /// Creates the word.
  public init() {}

  /// A figure.
  public func infer(_ call: Inference) -> ValueType {
    call.requireWidth(width)
    return ValueType(.figure)
  }

  /// Reads the layers and draws them.
  public func run(_ call: Call) throws -> any Value {
    try FigureValue.make(
      try figure(call), as: .svg, FigureSize(call, width, resolution), in: call.environment)
  }

  /// What is drawn.
  func figure(_ call: Call) throws -> HistogramFigure {
    let places = try call[places]
    return HistogramFigure(
      panels: try call.members(layers).map { mention, member in
        let name = MapScene.words(mention.path.last ?? mention.name)
        let title = member.label.isEmpty ? name : "\(name), \(member.label)"
        switch member.value {
        case let column as ColumnValue:
          return try panel(of: column, title, at: places, mention.text)
        case let raster as RasterValue where raster.layers.count == 1:
          return try panel(of: raster, title, at: places, mention.text, call.environment)
        default: throw CallFault.mismatch(mention.text, expected: "a layer or a column")
        }
      })
  }

  private func panel(
    of column: ColumnValue, _ title: String, at places: PlacesValue?, _ name: String
  ) throws -> HistogramFigure.Panel {
    let values: [Double]
    if let places {
      guard let own = places.columns.first(where: { $0.name == column.name }) else {
        throw LearningError.noColumn(name: column.name, known: places.columns.map(\.name))
      }
      guard let numbers = own.numbers else { throw LearningError.columnOfTexts(name: own.name) }
      values = numbers
    } else {
      guard let numbers = column.numbers else {
        throw LearningError.columnOfTexts(name: column.name)
      }
      values = numbers
    }
    let groups = Self.groups(values, places)
    guard let range = Self.range(groups.flatMap(\.values)) else {
      throw FigureError.nothingToDraw(name: name)
    }
    let bins = HistogramBins(for: groups.flatMap(\.values), covering: range)
    return HistogramFigure.Panel(
      title: title, unit: MapScene.shown(column.unit), edges: bins.edges,
      groups: groups.map { Self.group($0, bins) })
  }

  private func panel(
    of raster: RasterValue, _ title: String, at places: PlacesValue?, _ name: String,
    _ environment: any RunEnvironment
  ) throws -> HistogramFigure.Panel {
    let layer = try raster.rasterLayers(in: environment)[0]
    var groups: [(name: String, values: [Double])] = []
    if let places {
      let points = try places.points(in: raster.grid.crs, environment)
      groups = Self.groups(try sampleCells([layer], at: points)[0], places)
      if groups.allSatisfy(\.values.isEmpty) { throw FigureError.nothingToDraw(name: name) }
    }
    let tails = try quantiles(
      at: [0.005, 0.25, 0.5, 0.75, 0.995], of: layer, threads: environment.threads
    ).map { Double($0) }
    let at = groups.flatMap(\.values)
    guard let range = Self.range(at + [tails[0], tails[4]]) else {
      throw FigureError.nothingToDraw(name: name)
    }
    let bins = HistogramBins(for: at.isEmpty ? tails : at, covering: range)
    var counts = [Int](repeating: 0, count: bins.edges.count - 1)
    try reduceBlocks([layer], threads: environment.threads) { block in
      var own = [Int](repeating: 0, count: bins.edges.count - 1)
      let cells = block.origin(0)
      for index in 0..<block.window.count {
        if let bin = bins.bin(of: Double(cells[index])) { own[bin] += 1 }
      }
      return own
    } combine: { own in
      for bin in own.indices { counts[bin] += own[bin] }
    }
    let cells = raster.first.statistics.count
    let ground = HistogramFigure.Group(
      name: "all cells", count: cells, shares: counts.map { Double($0) / Double(max(1, cells)) },
      median: tails[2], isGround: true)
    return HistogramFigure.Panel(
      title: title, unit: MapScene.shown(raster.first.unit), edges: bins.edges,
      groups: groups.map { Self.group($0, bins) } + [ground])
  }

  /// The values that are there, by label where there are labels.
  private static func groups(
    _ values: [Double], _ places: PlacesValue?
  ) -> [(name: String, values: [Double])] {
    let present = values.indices.filter { values[$0].isFinite }
    guard let labels = places?.labels?.numbers else {
      return [(places == nil ? "all rows" : "places", present.map { values[$0] })]
    }
    return [("landslides", 1.0), ("other places", 0.0)].map { name, label in
      (name, present.filter { labels[$0] == label }.map { values[$0] })
    }
  }

  private static func group(
    _ group: (name: String, values: [Double]), _ bins: HistogramBins
  ) -> HistogramFigure.Group {
    let total = Double(max(1, group.values.count))
    return HistogramFigure.Group(
      name: group.name, count: group.values.count,
      shares: bins.counts(of: group.values).map { Double($0) / total },
      median: group.values.isEmpty ? nil : quantiles(of: group.values, at: [0.5])[0])
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double>? {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return low...high
  }
}

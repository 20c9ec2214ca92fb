public import Rasters
public import Vocabulary

extension StackValue: Clippable {
  /// The system of the grid that its rasters lie on; of columns alone one that nothing can be brought
  /// to.
  public var clipSystem: CoordinateSystem {
    rasters.first?.grid.crs
      ?? CoordinateSystem(
        wkt: "", name: "no coordinate system", authority: nil, isGeographic: false,
        metresPerUnit: nil)
  }

  private var rasters: [RasterValue] {
    layers.compactMap { layer in
      if case .raster(let raster) = layer.source { return raster }
      return nil
    }
  }

  /// The layers with no data outside areas.
  public func clipped(
    to areas: FeatureCollection, in environment: any RunEnvironment
  ) throws -> any Value {
    guard let grid else { throw LearningError.noGrid(layers: layers.map(\.name)) }
    let together = RasterValue(grid: grid, layers: rasters.map(\.first))
    guard let cut = try together.clipped(to: areas, in: environment) as? RasterValue else {
      throw LearningError.noGrid(layers: layers.map(\.name))
    }
    return replacing(sources: cut.layers.map { .raster(RasterValue(grid: grid, layers: [$0])) })
  }

  private func replacing(sources: [Layer.Source]) -> StackValue {
    StackValue(
      layers: zip(layers, sources).map { layer, source in
        var copy = Layer(
          name: layer.name, unit: layer.unit, isNominal: layer.isNominal, classes: layer.classes,
          source: source)
        copy.factor = layer.factor
        return copy
      }, columns: columns)
  }

  /// This stack's columns, read from the layers of another stack with the same names.
  ///
  /// Units are converted, and what was learned for the columns here is applied there too, unless the
  /// other stack brings changes of its own, such as a scaling; then it is taken as it is.
  ///
  /// - Throws: ``LearningError/otherColumns(expected:found:)`` where a layer is not there,
  ///   ``LearningError/otherUnit(layer:expected:found:)`` where it measures something else.
  public func over(_ other: StackValue) throws(LearningError) -> StackValue {
    if other.columns.contains(where: { !$0.steps.isEmpty }) {
      let names = Set(other.columns.map(\.name))
      guard columns.allSatisfy({ names.contains($0.name) }) else {
        throw .otherColumns(expected: columns.map(\.name), found: other.columns.map(\.name))
      }
      return other
    }
    var moved: [Layer] = []
    for layer in layers {
      guard let found = other.layers.first(where: { $0.name == layer.name }) else {
        throw .otherColumns(expected: layers.map(\.name), found: other.layers.map(\.name))
      }
      var copy = Layer(
        name: layer.name, unit: layer.unit, isNominal: layer.isNominal, classes: layer.classes,
        source: found.source)
      if let mine = layer.unit, let theirs = found.unit {
        guard mine.dimension == theirs.dimension else {
          throw .otherUnit(layer: layer.name, expected: mine.symbol, found: theirs.symbol)
        }
        if mine.scale != theirs.scale { copy.factor = theirs.scale / mine.scale }
      }
      moved.append(copy)
    }
    return StackValue(layers: moved, columns: columns)
  }

  /// A model's probability at each cell of the stack's grid, as a raster of one layer.
  ///
  /// - Throws: ``LearningError/noGrid(layers:)``, and what readers and writers throw.
  func prediction(
    of model: any Predictor, named name: String, in environment: any RunEnvironment
  ) throws -> RasterValue {
    guard let grid else { throw LearningError.noGrid(layers: layers.map(\.name)) }
    let wanted = try model.columns(of: self)
    let bands = try rasters.flatMap { try $0.rasterLayers(in: environment) }
    return try RasterValue.make(
      on: grid, [RasterLayerPlan(name, unit: .one)], in: environment
    ) { writer in
      try mapBlocks(bands, to: writer, threads: environment.threads) { block, outputs in
        let probabilities = model.probabilities(for: features(of: block, columns: wanted))
        for (i, p) in probabilities.enumerated() { outputs[0][i] = Float(p) }
      }
    }
  }
}

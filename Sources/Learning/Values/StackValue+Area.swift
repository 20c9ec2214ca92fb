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

  var rasters: [RasterValue] {
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
  /// Units are converted, and what was stated or learned for the columns here is applied there too.
  /// Where the other stack brings changes of its own, such as a scale or classes, these stand for the
  /// first ones here of the same kinds, and only what follows them is applied.
  ///
  /// - Throws: ``LearningError/otherColumns(expected:found:)`` where a layer is not there,
  ///   ``LearningError/otherUnit(layer:expected:found:)`` where it measures something else,
  ///   ``LearningError/otherPreparation(layer:)`` where it was changed in another way.
  public func over(_ other: StackValue) throws(LearningError) -> StackValue {
    var (moved, changed) = ([Layer](), columns)
    for (index, layer) in layers.enumerated() {
      guard let position = other.layers.firstIndex(where: { $0.name == layer.name }) else {
        throw .otherColumns(expected: layers.map(\.name), found: other.layers.map(\.name))
      }
      let found = other.layers[position]
      let theirs = other.columns.filter { $0.layer == position }
      if theirs.contains(where: { !$0.steps.isEmpty }) {
        for i in columns.indices where columns[i].layer == index {
          let own = theirs.first { $0.name == columns[i].name }
          guard let own, let steps = columns[i].steps(after: own.steps) else {
            throw .otherPreparation(layer: layer.name)
          }
          changed[i].steps = steps
        }
        moved.append(found)
        continue
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
    return StackValue(layers: moved, columns: changed)
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

extension StackValue.Column {
  /// The steps of another column, followed by those of this one that come after its first ones of
  /// the same kinds; none where the other's kinds are not the first ones here.
  fileprivate func steps(after others: [ColumnStep]) -> [ColumnStep]? {
    guard others.count <= steps.count, zip(others, steps).allSatisfy({ $0.isLike($1) }) else {
      return nil
    }
    let rest = steps.dropFirst(others.count)
    // Numbers for classes hold for these classes alone.
    if case .binned? = others.last, !rest.isEmpty, others.last != steps[others.count - 1] {
      return nil
    }
    return others + rest
  }
}

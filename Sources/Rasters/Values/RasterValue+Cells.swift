import Numerics
public import Vocabulary

extension RasterValue {
  /// Opens the cells: one band for each layer, in order.
  ///
  /// - Throws: ``RasterError`` where an input has changed or a payload is not whole.
  public func reader(in environment: any RunEnvironment) throws -> any RasterReader {
    LayersReader(try rasterLayers(in: environment))
  }

  /// Opens each layer's cells; layers of one file share a reader.
  public func rasterLayers(in environment: any RunEnvironment) throws -> [RasterLayer] {
    var inputs: [String: any RasterReader] = [:]
    var payloads: [PayloadReference: any RasterReader] = [:]
    return try layers.map { layer in
      switch layer.source {
      case .input(let file, let band):
        let reader =
          try inputs[file] ?? environment.formats().open(environment.open(input: file))
        inputs[file] = reader
        guard band < reader.bands, reader.grid.matches(grid, tolerance: 0) else {
          throw RasterError.changed(file: file)
        }
        return RasterLayer(reader, band: band)
      case .payload(let payload, let band):
        let reader =
          try payloads[payload] ?? RasterStore(path: environment.path(of: payload), grid: grid)
        payloads[payload] = reader
        return RasterLayer(reader, band: band)
      }
    }
  }

  /// Makes a value of cells that a word computes, in a payload file of the statement.
  ///
  /// - Parameters:
  ///   - grid: where the cells lie.
  ///   - plans: the layers to be made, in order.
  ///   - environment: the run.
  ///   - payload: the payload's name, one for each raster that the statement makes.
  ///   - fill: writes all cells, one band for each layer.
  /// - Returns: the value, with each layer's statistics.
  /// - Throws: ``RasterError/allNoData(what:)`` where a layer has no cell with data, and what
  ///   `fill` throws.
  public static func make(
    on grid: Grid, _ plans: [RasterLayerPlan], in environment: any RunEnvironment,
    payload: String = "cells", _ fill: (any RasterWriter) throws -> Void
  ) throws -> RasterValue {
    let path = try environment.payload(payload)
    let writer = try RasterStoreWriter(path: path, grid: grid, bands: plans.count)
    // All cells are written once, and then looked through.
    let passes = plans.reduce(plans.count) { $0 + $1.passes }
    let count = CellCount(of: grid.count * passes) { environment.progress($0) }
    try fill(ToldWriter(writer: writer, count: count))
    let reader = ToldReader(reader: try RasterStore(path: path, grid: grid), count: count)
    let reference = environment.reference(payload)
    let layers = try plans.enumerated().map { band, plan in
      try facts(
        plan, of: RasterLayer(reader, band: band), .payload(reference, band: band),
        threads: environment.threads)
    }
    return RasterValue(grid: grid, layers: layers)
  }

  /// Writes the layers to a payload that other programs can read.
  ///
  /// - Parameters:
  ///   - bands: what each layer says of itself.
  ///   - payload: the payload's name.
  ///   - environment: the run.
  /// - Throws: ``RasterError`` where they cannot be read or written.
  public func writeFile(
    _ bands: [RasterFileBand], as payload: String, in environment: any RunEnvironment
  ) throws {
    let count = CellCount(of: grid.count * layers.count) { environment.progress($0) }
    try environment.formats().writeCloudOptimized(
      ToldReader(reader: try reader(in: environment), count: count), bands: bands,
      to: try environment.payload(payload))
  }

  /// What the cells of a layer tell, with what a word says of it.
  ///
  /// - Throws: ``RasterError/allNoData(what:)``; ``RasterError/notClasses(layer:found:)`` where a
  ///   class code is no whole number from −32768 to 65535.
  static func facts(
    _ plan: RasterLayerPlan, of layer: RasterLayer, _ source: RasterLayerFacts.Source, threads: Int
  ) throws -> RasterLayerFacts {
    let statistics = try summarise(layer, threads: threads)
    guard statistics.count > 0 else { throw RasterError.allNoData(what: "“\(plan.name)”") }
    let codes =
      plan.isNominal
      ? try classCodes(of: layer, name: plan.name, threads: threads) : nil
    return RasterLayerFacts(
      name: plan.name, unit: plan.unit, isNominal: plan.isNominal, codes: codes,
      labels: plan.labels, isShade: plan.isShade, statistics: statistics, source: source)
  }
}

/// Several layers on one grid as one raster, a band for each.
public struct LayersReader: RasterReader {
  private let layers: [RasterLayer]

  /// Takes layers together.
  ///
  /// - Precondition: at least one layer, and all on one grid.
  public init(_ layers: [RasterLayer]) {
    precondition(!layers.isEmpty, "no layer to read")
    for layer in layers {
      precondition(
        layer.reader.grid.matches(layers[0].reader.grid),
        "layers on \(layer.reader.grid) and \(layers[0].reader.grid)")
    }
    self.layers = layers
  }

  /// Where the cells lie.
  public var grid: Grid { layers[0].reader.grid }
  /// The number of layers.
  public var bands: Int { layers.count }

  /// Reads the cells of a window of one layer; see ``RasterReader``.
  public func read(
    _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
  ) throws {
    try layers[band].reader.read(window, band: layers[band].band, into: buffer)
  }
}

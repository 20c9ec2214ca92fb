public import Rasters
public import Vocabulary

extension StackValue {
  /// The columns as cells, with what was stated or learned for them; none where a layer is a column
  /// of places.
  ///
  /// A layer that is read as it is gives its own cells.
  public func cellLayers(in environment: any RunEnvironment) throws -> [RasterLayer]? {
    guard grid != nil else { return nil }
    let bands = try rasters.flatMap { try $0.rasterLayers(in: environment) }
    return columns.map { column in
      let band = bands[column.layer]
      let isPlain =
        column.className == nil && column.steps.isEmpty && layers[column.layer].factor == 1
      return isPlain ? band : RasterLayer(ColumnReader(stack: self, column: column, band: band))
    }
  }
}

extension StackValue {
  /// The cells of one layer: of a single column with what was stated or learned for it, of a layer
  /// as dummies its codes; none where it is a column of places.
  public func layerCells(_ index: Int, in environment: any RunEnvironment) throws -> RasterLayer? {
    guard case .raster(let raster) = layers[index].source else { return nil }
    let own = selecting([index])
    if own.columns.first?.className != nil { return try raster.rasterLayers(in: environment)[0] }
    return try own.cellLayers(in: environment)?.first
  }

  /// The values of one layer at some places, as of ``layerCells(_:in:)``; not a number where a place
  /// has none.
  public func values(
    ofLayer index: Int, at places: PlacesValue, in environment: any RunEnvironment
  ) throws -> [Double] {
    let own = selecting([index])
    var values = try own.reading(at: places, in: environment).values[0]
    if let column = own.columns.first, column.className == nil {
      values.withUnsafeMutableBufferPointer { own.change($0, into: column) }
    }
    return values
  }
}

/// A column of a stack as a raster of one band.
private struct ColumnReader: RasterReader {
  let stack: StackValue
  let column: StackValue.Column
  let band: RasterLayer

  var grid: Grid { band.reader.grid }
  var bands: Int { 1 }

  func read(_ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>) throws {
    try self.band.reader.read(window, band: self.band.band, into: buffer)
    let factor = stack.layers[column.layer].factor
    withUnsafeTemporaryAllocation(of: Double.self, capacity: window.count) { room in
      let values = UnsafeMutableBufferPointer(rebasing: room[..<window.count])
      for i in values.indices { values.initializeElement(at: i, to: Double(buffer[i]) * factor) }
      stack.change(values, into: column)
      for i in values.indices { buffer[i] = Float(values[i]) }
    }
  }
}

import Diagnostics
import Numerics
import Rasters
public import Vocabulary

extension StackValue {
  /// The values of the layers at some places, before places that lack one are left out.
  struct Reading {
    let stack: StackValue
    let columns: [Column]
    let places: PlacesValue
    /// The values of each layer, in its unit; classes of texts by their number.
    let values: [[Double]]
    /// Where the places lie on the grid; none of columns alone.
    let points: [SIMD2<Double>]?
    let grid: Grid?

    private var expanded: [(layer: Int, values: [Double])] {
      columns.map { ($0.layer, stack.expand($0, values[$0.layer])) }
    }

    /// The complete places, with their labels where they have any.
    func samples() throws -> SampleMatrix {
      try SampleMatrix(
        names: columns.map(\.name), columns: expanded.map(\.values),
        labels: places.labels?.numbers)
    }

    /// What fell outside, on no data or twice on a cell.
    var onLayers: PlacesOnLayers {
      PlacesOnLayers(
        layers: stack.layers.map(\.name), columns: expanded, points: points, grid: grid,
        labels: places.labels?.numbers)
    }

    /// The layers of amounts that alone tell the labels apart; none of a stack of one layer, where
    /// that is no more than the model itself says.
    var easyLayers: [EasyLayer] {
      guard let labels = places.labels?.numbers, stack.layers.count > 1 else { return [] }
      return zip(stack.layers, values).compactMap { layer, values in
        layer.isNominal
          ? nil : EasyLayer(layer.name, unit: layer.unit, values: values, labels: labels)
      }
    }
  }

  /// The columns at some places, without places that lack a value.
  ///
  /// - Parameters:
  ///   - places: where to read.
  ///   - environment: the run, which is told how many places were left out.
  ///   - columns: which columns, of those of this stack; all where none is given.
  ///   - telling: whether the run is told; not where an earlier statement has told it.
  /// - Returns: one row for each complete place, with its label where places have labels.
  /// - Throws: ``LearningError`` and what the readers throw.
  public func sample(
    at places: PlacesValue, in environment: any RunEnvironment, columns: [Column]? = nil,
    telling: Bool = true
  ) throws -> SampleMatrix {
    let reading = try reading(at: places, in: environment, columns: columns)
    let samples = try reading.samples()
    if telling, samples.missing > 0 { reading.onLayers.warnOfLeftOut(in: environment) }
    return samples
  }

  /// Reads the layers at some places.
  func reading(
    at places: PlacesValue, in environment: any RunEnvironment, columns: [Column]? = nil
  ) throws -> Reading {
    var values = [[Double]](repeating: [], count: layers.count)
    var rasters: [(index: Int, layer: RasterLayer)] = []
    for (index, layer) in layers.enumerated() {
      switch layer.source {
      case .column: values[index] = try numbers(of: layer, in: places)
      case .raster(let raster):
        rasters += try raster.rasterLayers(in: environment).map { (index, $0) }
      }
    }
    let grid = rasters.first?.layer.reader.grid
    var points: [SIMD2<Double>]?
    if let grid {
      let located = try places.points(in: grid.crs, environment)
      let read = try sampleCells(rasters.map(\.layer), at: located)
      for (raster, column) in zip(rasters, read) {
        let factor = layers[raster.index].factor
        values[raster.index] = factor == 1 ? column : column.map { $0 * factor }
      }
      points = located
    }
    return Reading(
      stack: self, columns: columns ?? self.columns, places: places, values: values,
      points: points, grid: grid)
  }

  private func numbers(of layer: Layer, in places: PlacesValue) throws -> [Double] {
    guard let column = places.columns.first(where: { $0.name == layer.name }) else {
      throw LearningError.noColumn(name: layer.name, known: places.columns.map(\.name))
    }
    if let numbers = column.numbers {
      return layer.factor == 1 ? numbers : numbers.map { $0 * layer.factor }
    }
    guard let classes = layer.classes else {
      throw LearningError.columnOfTexts(name: layer.name)
    }
    let number = Dictionary(zip(classes, classes.indices), uniquingKeysWith: { first, _ in first })
    return column.shown.map { text in number[text].map(Double.init) ?? .nan }
  }

  /// The values of one column from those of its layer.
  fileprivate func expand(_ column: Column, _ values: [Double]) -> [Double] {
    if column.className == nil, column.steps.isEmpty { return values }
    var values = values
    values.withUnsafeMutableBufferPointer { change($0, into: column) }
    return values
  }

  /// Makes the values of a column of those of its layer, in place.
  func change(_ values: UnsafeMutableBufferPointer<Double>, into column: Column) {
    if column.className != nil {
      let test = ClassTest(column, of: layers[column.layer])
      for i in values.indices { values[i] = test.answer(values[i]) }
    }
    for step in column.steps { step.apply(to: values) }
  }

  /// The columns of some cells, one row for each cell.
  ///
  /// - Parameters:
  ///   - block: the cells, one band for each layer in order.
  ///   - columns: which columns.
  /// - Returns: n x k; not a number where the layer has no data.
  func features(of block: BlockCells, columns: [Column]) -> Matrix {
    let count = block.window.count
    let elements = [Double](unsafeUninitializedCapacity: count * columns.count) { room, size in
      for (j, column) in columns.enumerated() {
        let cells = block.origin(column.layer)
        let factor = layers[column.layer].factor
        let target = UnsafeMutableBufferPointer(rebasing: room[j * count..<(j + 1) * count])
        for i in 0..<count { target.initializeElement(at: i, to: Double(cells[i]) * factor) }
        change(target, into: column)
      }
      size = count * columns.count
    }
    return Matrix(rows: count, columns: columns.count, columnMajor: elements)
  }

  /// The classes of a layer as dummies with the values that stand for them: their codes, or for
  /// texts that are no numbers their positions.
  static func codes(of classes: [String]) -> [Double] {
    let codes = classes.map(Double.init)
    let isNumeric = codes.allSatisfy { $0 != nil }
    return isNumeric ? codes.compactMap { $0 } : classes.indices.map(Double.init)
  }
}

/// Whether a value is of the class that a column stands for.
private struct ClassTest {
  private let code: Double
  private let known: Set<Double>

  init(_ column: StackValue.Column, of layer: StackValue.Layer) {
    let classes = layer.classes ?? []
    let values = StackValue.codes(of: classes)
    known = Set(values)
    code = zip(classes, values).first { $0.0 == column.className }?.1 ?? .nan
  }

  /// 1 for the class, 0 for another one of the layer; not a number for a class the layer did not have.
  func answer(_ x: Double) -> Double {
    if x == code { return 1 }
    return known.contains(x) ? 0 : .nan
  }
}

public import Learning
public import Rasters
public import Vocabulary

/// A map cut into classes, with their limits and how many cells each has.
public struct ZonesValue: RasterLike, Measurable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .zones }

  /// The classes as codes from 1, the first class, on; their names are the layer's labels.
  public let raster: RasterValue
  /// The names of the classes, from the lowest values to the highest.
  public let labels: [String]
  /// The limits of the classes, one more than there are classes; the outer ones may be infinite.
  public let limits: Blob<Double>
  /// The unit of the limits; none where the notebook does not say.
  public let unit: Unit?
  /// How many cells each class has.
  public let cells: [Int]
  /// How the limits were found, such as “natural breaks, goodness of variance fit 0.9312”.
  public let rule: String

  /// Cuts a layer into classes, block by block.
  ///
  /// - Parameters:
  ///   - layer: the cells.
  ///   - breaks: the limits, as many classes as there are labels.
  ///   - unit: the unit of the limits.
  ///   - labels: the names of the classes.
  ///   - rule: how the limits were found.
  ///   - name: the name of the new layer.
  ///   - environment: the run, whose payload “cells” is written.
  /// - Throws: what readers and writers throw.
  init(
    _ layer: RasterLayer, _ breaks: ClassBreaks, in unit: Unit?, labels: [String], rule: String,
    named name: String, in environment: any RunEnvironment
  ) throws {
    let plan = RasterLayerPlan(name, unit: nil, isNominal: true, labels: labels)
    let made = try RasterValue.make(on: layer.reader.grid, [plan], in: environment) { writer in
      try mapBlocks([layer], to: writer, threads: environment.threads) { block, outputs in
        let values = block.origin(0)
        for i in outputs[0].indices {
          let index = breaks.classIndex(of: Double(values[i]))
          outputs[0][i] = index.map { Float($0 + 1) } ?? .nan
        }
      }
    }
    try self.init(
      made, labels: labels, limits: breaks.limits, unit: unit, rule: rule, in: environment)
  }

  private init(
    _ made: RasterValue, labels: [String], limits: [Double], unit: Unit?, rule: String,
    in environment: any RunEnvironment
  ) throws {
    // All classes are classes of the map, also those that no cell is of.
    var facts = made.first
    facts.codes = Array(1...labels.count)
    facts.labels = labels
    raster = RasterValue(grid: made.grid, layers: [facts])
    self.labels = labels
    self.limits = Blob(limits)
    self.unit = unit
    self.rule = rule
    cells = try ZonesValue.counts(of: raster, classes: labels.count, in: environment)
  }

  private static func counts(
    of raster: RasterValue, classes: Int, in environment: any RunEnvironment
  ) throws -> [Int] {
    var totals = [Int](repeating: 0, count: classes)
    try reduceBlocks(try raster.rasterLayers(in: environment), threads: environment.threads) {
      block in
      var counts = [Int](repeating: 0, count: classes)
      let cells = UnsafeBufferPointer(start: block.origin(0), count: block.window.count)
      for cell in cells where !cell.isNaN { counts[Int(cell) - 1] += 1 }
      return counts
    } combine: { counts in
      for i in counts.indices { totals[i] += counts[i] }
    }
    return totals
  }

  /// The number of a class, from 0.
  ///
  /// - Throws: ``EvaluationError/noSuchClass(name:known:)``.
  public func index(of label: String) throws(EvaluationError) -> Int {
    guard let index = labels.firstIndex(of: label) else {
      throw .noSuchClass(name: label, known: labels)
    }
    return index
  }

  /// The area of a cell, m².
  ///
  /// - Throws: ``EvaluationError/degrees`` where coordinates are degrees.
  public func cellArea() throws(EvaluationError) -> Double {
    guard let area = raster.grid.cellArea else { throw .degrees }
    return area
  }

  /// The area of a class, or of all, m².
  public func area(of label: String?, in environment: any RunEnvironment) throws -> Double {
    let count = try label.map { cells[try index(of: $0)] } ?? cells.reduce(0, +)
    return Double(count) * (try cellArea())
  }

  /// Cells and shares of each class, with the number of landslides in it where they are counted.
  public func table(landslides: [Int]? = nil) throws(EvaluationError) -> ClassTable {
    let area = try cellArea()
    return try ClassTable(
      cells: cells, areas: cells.map { Double($0) * area }, landslides: landslides)
  }

  /// How many cells of each class, and where they were cut.
  public var summary: String {
    let inner = DisplayTable.Cell.numbers(limits.numbers.dropFirst().dropLast().map { $0 })
    return "\(raster.grid.describe()), "
      + zip(labels, cells).map { "\($0) \($1)" }.joined(separator: ", ")
      + "; cut at \(inner.map(\.text).joined(separator: ", ")) by \(rule)"
  }

  /// One row for each class: limits, cells and share.
  public func display() -> DisplayTable {
    let total = cells.reduce(0, +)
    let limits = DisplayTable.Cell.numbers(limits.numbers)
    return DisplayTable(
      columns: [
        .text("Class"), .number("From"), .number("To"), .number("Cells"),
        .number("Share", unit: "%"),
      ],
      rows: labels.indices.map { i in
        [
          .text(labels[i]), limits[i], limits[i + 1], .number(Double(cells[i]), decimals: 0),
          total == 0
            ? .empty : .number(100 * Double(cells[i]) / Double(total), decimals: 2),
        ]
      },
      notes: [
        "Cut by \(rule). A class includes its lower limit; the last one includes its upper limit too."
      ])
  }
}

extension ZonesValue: Clippable {
  /// The grid's system.
  public var clipSystem: CoordinateSystem { raster.clipSystem }

  /// The zones with no data outside areas.
  public func clipped(
    to areas: FeatureCollection, in environment: any RunEnvironment
  ) throws -> any Value {
    guard let cut = try raster.clipped(to: areas, in: environment) as? RasterValue else {
      return self
    }
    return try ZonesValue(
      cut, labels: labels, limits: limits.numbers, unit: unit, rule: rule, in: environment)
  }
}

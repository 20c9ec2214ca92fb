import Numerics

/// How much of an area each class takes, and how many landslides lie in it.
public struct ClassTable: Sendable, Equatable {
  /// One class.
  public struct Row: Sendable, Equatable {
    /// How many cells are of this class.
    public let cells: Int
    /// Their area, in square metres.
    public let area: Double
    /// Their share of the area of all classes, 0...1.
    public let areaShare: Double
    /// How many landslides lie in them, where landslides were counted.
    public let landslides: Int?
    /// Their share of the landslides in all classes, 0...1; none where there are none.
    public let landslideShare: Double?

    /// The frequency ratio, the share of landslides over the share of the area; none for an empty
    /// class.
    ///
    /// - Source: Lee & Talib (2005), doi:10.1007/s00254-005-1228-z.
    public var frequencyRatio: Double? {
      guard let landslideShare, areaShare > 0 else { return nil }
      return landslideShare / areaShare
    }

    /// Landslides per square kilometre; none for an empty class.
    public var density: Double? {
      guard let landslides, area > 0 else { return nil }
      return Double(landslides) / (area / 1e6)
    }
  }

  /// The classes, in their order.
  public let rows: [Row]

  /// All classes together.
  public var whole: Row {
    let landslides = rows.compactMap(\.landslides).reduce(0, +)
    return Row(
      cells: rows.reduce(0) { $0 + $1.cells }, area: orderedSum(of: rows.map(\.area)), areaShare: 1,
      landslides: landslides, landslideShare: landslides == 0 ? nil : 1)
  }

  /// Derives shares from counts.
  ///
  /// - Parameters:
  ///   - cells: how many cells each class has.
  ///   - areas: the area of each class, in square metres.
  ///   - landslides: how many landslides lie in each class, or none where they are not counted.
  /// - Throws: ``EvaluationError/nothingToMeasure`` where no class has a cell.
  public init(cells: [Int], areas: [Double], landslides: [Int]? = nil) throws(EvaluationError) {
    precondition(
      cells.count == areas.count && (landslides?.count ?? cells.count) == cells.count,
      "\(cells.count) classes with \(areas.count) areas, \(landslides?.count ?? 0) counts")
    let total = orderedSum(of: areas)
    guard total > 0 else { throw .nothingToMeasure }
    let slides = landslides.map { $0.reduce(0, +) } ?? 0
    rows = cells.indices.map { i in
      Row(
        cells: cells[i], area: areas[i], areaShare: areas[i] / total, landslides: landslides?[i],
        landslideShare: slides == 0 ? nil : landslides.map { Double($0[i]) / Double(slides) })
    }
  }

  /// Counts the cells and landslides of each class of a map with cells of one size.
  ///
  /// - Parameters:
  ///   - classes: the class of each cell, counted from zero, or none.
  ///   - count: how many classes there are.
  ///   - cellArea: the area of a cell, in square metres.
  ///   - landslides: the class of the cell at each landslide, or none off the map.
  /// - Throws: ``EvaluationError/nothingToMeasure`` where no cell has a class.
  public init(
    classes: [Int?], count: Int, cellArea: Double, landslides: [Int?]? = nil
  ) throws(EvaluationError) {
    let cells = ClassTable.tally(classes, count)
    try self.init(
      cells: cells, areas: cells.map { Double($0) * cellArea },
      landslides: landslides.map { ClassTable.tally($0, count) })
  }

  private static func tally(_ classes: [Int?], _ count: Int) -> [Int] {
    var cells = [Int](repeating: 0, count: count)
    for index in classes {
      if let index { cells[index] += 1 }
    }
    return cells
  }
}

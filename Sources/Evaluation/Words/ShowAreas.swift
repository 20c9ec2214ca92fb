import Rasters
import Synchronization
public import Vocabulary

/// The area of each class.
public struct ShowAreas: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show areas", .output, "Shows the area of each class, of the whole map or of each region.",
    formula: """
      cells times the area of a cell, in the projected system of the grid; refused in degrees
      A cell belongs to the region that its centre lies in, of several to the last.
      """,
    example: "show areas of zones in km2, by regions as tbl-areas \"Area of each class.\"")
  let zones = Parameter<ZonesValue>(
    "zones", .after("of"), .values([.zones]), "The zones, of one map or several.", takesFamily: true
  )
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.area]), "The unit.", default: .squareKilometre)
  let regions = Parameter<FeaturesValue?>(
    "regions", .after("by"), .value([.areas]), "Regions to measure one by one.", default: nil)

  /// Creates the word.
  public init() {}

  /// A table with a row for each class.
  public func infer(_ call: Inference) -> ValueType {
    call.requireProjected(zones, for: "an area")
    call.warnOfOwnBreaks(zones)
    return ValueType(.display)
  }

  /// Counts the cells.
  public func run(_ call: Call) throws -> any Value {
    let unit = try call[unit]
    let regions = try call[regions]
    let members = try call.members(zones)
    var rows: [[DisplayTable.Cell]] = []
    for (mention, member) in members {
      guard let zones = member.value as? ZonesValue else {
        throw CallFault.mismatch(self.zones.name, expected: "zones")
      }
      let name = member.label.isEmpty ? mention.text : member.label
      let parts =
        try regions.map { try counts(of: zones, in: $0, call.environment) } ?? [(nil, zones.cells)]
      for (region, cells) in parts {
        let area = try zones.cellArea()
        let head: [DisplayTable.Cell] =
          (members.count > 1 ? [.text(name)] : []) + (region.map { [.text($0)] } ?? [])
        let total = cells.reduce(0, +)
        for (label, count) in zip(zones.labels + ["all classes"], cells + [total]) {
          rows.append(
            head + [
              .text(label), .number(Double(count), decimals: 0),
              .number(Double(count) * area / unit.scale, decimals: 4),
              total == 0 ? .empty : .number(100 * Double(count) / Double(total), decimals: 4),
            ])
        }
      }
    }
    return DisplayTable(
      columns: (members.count > 1 ? [.text("Map")] : []) + (regions == nil ? [] : [.text("Region")])
        + [
          .text("Class"), .number("Cells"), .number("Area", unit: unit.symbol),
          .number("Share", unit: "%"),
        ], rows: rows)
  }

  /// The cells of each class in each region.
  private func counts(
    of zones: ZonesValue, in regions: FeaturesValue, _ environment: any RunEnvironment
  ) throws -> [(String?, [Int])] {
    let collection = try regions.collection(in: zones.raster.grid.crs, environment)
    let cover = AreaCover(collection, on: zones.raster.grid)
    let (classes, count) = (zones.labels.count, collection.features.count)
    var totals = [Int](repeating: 0, count: classes * count)
    try reduceBlocks(
      try zones.raster.rasterLayers(in: environment), threads: environment.threads
    ) { block in
      var found = [Int](repeating: 0, count: classes * count)
      let cells = block.origin(0)
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: block.window.count) { marks in
        cover.mark(block.window, into: marks)
        for i in 0..<block.window.count where marks[i] >= 0 && !cells[i].isNaN {
          found[Int(marks[i]) * classes + Int(cells[i]) - 1] += 1
        }
      }
      return found
    } combine: { found in
      for i in found.indices { totals[i] += found[i] }
    }
    return regions.names.enumerated().map { index, name in
      (name, Array(totals[index * classes..<(index + 1) * classes]))
    }
  }
}

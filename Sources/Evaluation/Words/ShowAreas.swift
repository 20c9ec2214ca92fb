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
      A cell belongs to the region that its centre lies in, of several to the last. “all regions” \
      are the cells of any, so that each is counted once.
      """,
    example: "show areas of zones in km2, by regions as tbl-areas \"Area of each class.\"")
  let zones = Parameter<ZonesValue>(
    "zones", .after("of"), .values([.zones]), "The zones, of one map or several.", takesFamily: true
  )
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.area]), "The unit of areas: km2, ha, m2.",
    default: .squareKilometre)
  let regions = Parameter<FeaturesValue?>(
    "regions", .after("by"), .value([.areas]), "Regions to measure one by one.", default: nil)

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var version: Int { 2 }

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
    var table = DisplayTable(
      columns: (members.count > 1 ? [.text("Map")] : []) + (regions == nil ? [] : [.text("Region")])
        + [
          .text("Class"), .number("Cells"), .number("Area", unit: unit.symbol),
          .number("Share", unit: "%"),
        ], rows: [])
    table.grouping = table.columns.count - 4
    for (mention, member) in members {
      guard let zones = member.value as? ZonesValue else {
        throw CallFault.mismatch(self.zones.name, expected: "zones")
      }
      let name = member.label.isEmpty ? mention.text : member.label
      var parts: [(String?, [Int])] = [(nil, zones.cells)]
      if let regions {
        parts = try counts(of: zones, in: regions, call.environment)
        if parts.count > 1 {
          let all = zones.labels.indices.map { index in parts.reduce(0) { $0 + $1.1[index] } }
          parts.append(("all regions", all))
        }
      }
      let area = try zones.cellArea() / unit.scale
      let largest = parts.map { $0.1.reduce(0, +) }.max() ?? 0
      let decimals = DisplayTable.Cell.decimals(giving: 4, to: Double(largest) * area, most: 6)
      for (region, cells) in parts {
        let head: [DisplayTable.Cell] =
          (members.count > 1 ? [.text(name)] : []) + (region.map { [.text($0)] } ?? [])
        let total = cells.reduce(0, +)
        for (label, count) in zip(zones.labels + ["all classes"], cells + [total]) {
          table.rows.append(
            head + [
              .text(label), .number(Double(count), decimals: 0),
              .number(Double(count) * area, decimals: decimals),
              total == 0 ? .empty : .number(100 * Double(count) / Double(total), decimals: 2),
            ])
        }
        table.totals.append(table.rows.count - 1)
      }
    }
    return table.withEvenDecimals
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

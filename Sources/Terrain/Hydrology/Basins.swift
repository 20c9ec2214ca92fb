import Numerics
import Rasters

/// Which lowest point each cell of a field goes down to, by ever lower neighbours.
///
/// Elevations are ordered by value and, where equal, by the cell's number, so that a level area has
/// few lowest points. A cell at the raster's edge or beside no data goes off the raster: it is of
/// basin 0, as is all that goes down to it.
struct Basins {
  /// The label of a cell without data.
  static let noData = UInt32.max
  /// Set in labels; a number without it is the cell that a cell goes down to.
  static let settled: UInt32 = 1 << 31

  /// The basin of each cell, or ``noData``.
  let labels: ScratchCells<UInt32>
  /// The number of basins, with 0.
  let count: Int

  /// Finds the basins of a field.
  init(of field: ElevationField, threads: Int) throws {
    let labels = try ScratchCells<UInt32>(field.grid.count, folder: field.scratch)
    let columns = field.grid.columns
    let strips = Strips(of: field.grid.rows, threads: threads)
    let lowest = strips.map { _, rows in
      rows.reduce(0) { $0 + takeSteps(in: field, row: $1, to: labels.start) }
    }
    let firsts = lowest.indices.map { 1 + lowest[..<$0].reduce(0, +) }
    strips.run { strip, rows in
      Self.follow(
        labels.start, cells: rows.lowerBound * columns..<rows.upperBound * columns,
        firstNumber: UInt32(firsts[strip]))
    }
    if strips.rows.count > 1 {
      // What leaves a strip does so to the next one's outer rows: those are settled first.
      for rows in strips.rows {
        for row in [rows.lowerBound, rows.upperBound - 1] {
          for cell in row * columns..<(row + 1) * columns { Self.settle(labels.start, cell) }
        }
      }
      // The outer rows are not touched now, as other strips read them.
      strips.run { _, rows in
        for cell in (rows.lowerBound + 1) * columns..<(rows.upperBound - 1) * columns {
          let label = labels.start[cell]
          if label < Self.settled { labels.start[cell] = labels.start[Int(label)] }
        }
      }
    }
    strips.run { _, rows in
      for cell in rows.lowerBound * columns..<rows.upperBound * columns {
        let label = labels.start[cell]
        labels.start[cell] = label == Self.noData ? label : label & ~Self.settled
      }
    }
    self.labels = labels
    count = 1 + lowest.reduce(0, +)
  }

  /// Follows each cell to its lowest point, or to the first cell outside `cells`, and numbers the
  /// lowest points, which lead to themselves.
  private static func follow(
    _ labels: UnsafeMutablePointer<UInt32>, cells: Range<Int>, firstNumber: UInt32
  ) {
    var number = firstNumber
    for cell in cells where labels[cell] == UInt32(truncatingIfNeeded: cell) {
      labels[cell] = settled | number
      number &+= 1
    }
    let low = UInt32(cells.lowerBound)
    let high = UInt32(cells.upperBound)
    for cell in cells {
      var end = labels[cell]
      if end >= high || end < low { continue }
      while end < high && end >= low { end = labels[Int(end)] }
      var passed = cell
      while true {
        let next = labels[passed]
        if next == end { break }
        labels[passed] = end
        passed = Int(next)
      }
    }
  }

  /// Gives a cell the label at the end of its way.
  private static func settle(_ labels: UnsafeMutablePointer<UInt32>, _ cell: Int) {
    var end = labels[cell]
    while end < settled { end = labels[Int(end)] }
    labels[cell] = end
  }
}

/// Links each cell of a row to its lowest neighbour, or to itself where it is the lowest.
///
/// - Returns: how many cells lead to themselves.
private func takeSteps(
  in field: ElevationField, row: Int, to links: UnsafeMutablePointer<UInt32>
) -> Int {
  let columns = field.grid.columns
  let elevations = field.start
  let first = row * columns
  let outside = Basins.settled
  if row == 0 || row == field.grid.rows - 1 || columns < 3 {
    for cell in first..<first + columns {
      links[cell] = elevations[cell].isNaN ? Basins.noData : outside
    }
    return 0
  }
  for cell in [first, first + columns - 1] {
    links[cell] = elevations[cell].isNaN ? Basins.noData : outside
  }
  var lowest = 0
  var cell = first + 1
  let end = first + columns - 1
  while cell < end {
    // The last few are done again with those before them: the same again.
    let at = end - cell >= 8 ? cell : max(first + 1, end - 8)
    if end - at >= 8 {
      lowest += takeEightSteps(elevations, at, columns, links, from: cell)
      cell = at + 8
    } else {
      lowest += takeStep(elevations, cell, columns, links)
      cell += 1
    }
  }
  return lowest
}

/// ``takeStep(_:_:_:_:)`` for eight cells of a row, counting those from `from` on.
private func takeEightSteps(
  _ elevations: UnsafeMutablePointer<Float>, _ cell: Int, _ columns: Int,
  _ links: UnsafeMutablePointer<UInt32>, from: Int
) -> Int {
  @inline(__always) func load(_ offset: Int) -> SIMD8<Float> {
    UnsafeRawPointer(elevations + (cell + offset)).loadUnaligned(as: SIMD8<Float>.self)
  }
  let center = load(0)
  var best = load(-columns - 1)
  var offset = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: -columns - 1))
  var sum = best
  @inline(__always) func compare(_ other: SIMD8<Float>, _ number: Int) {
    let isLower = other .< best
    best.replace(with: other, where: isLower)
    offset.replace(with: Int32(truncatingIfNeeded: number), where: isLower)
  }
  // In the order of the cells' numbers: of equal elevations the first wins.
  for number in [-columns, 1 - columns, -1] {
    let other = load(number)
    sum += other
    compare(other, number)
  }
  compare(center, 0)
  for number in [1, columns - 1, columns, columns + 1] {
    let other = load(number)
    sum += other
    compare(other, number)
  }
  let indices = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &+ Int32(truncatingIfNeeded: cell)
  var result = SIMD8<UInt32>(truncatingIfNeeded: indices &+ offset)
  let isOutlet = sum .!= sum
  result.replace(with: Basins.settled, where: isOutlet)
  result.replace(with: Basins.noData, where: center .!= center)
  UnsafeMutableRawPointer(links + cell).storeBytes(of: result, as: SIMD8<UInt32>.self)
  var lowest = 0
  for lane in max(0, from - cell)..<8 where result[lane] == UInt32(truncatingIfNeeded: cell + lane)
  {
    lowest += 1
  }
  return lowest
}

/// Links one cell, not in an outer row or column, to its lowest neighbour.
private func takeStep(
  _ elevations: UnsafeMutablePointer<Float>, _ cell: Int, _ columns: Int,
  _ links: UnsafeMutablePointer<UInt32>
) -> Int {
  if elevations[cell].isNaN {
    links[cell] = Basins.noData
    return 0
  }
  var best = cell - columns - 1
  for offset in [-columns - 1, -columns, 1 - columns, -1, 0, 1, columns - 1, columns, columns + 1] {
    let other = elevations[cell + offset]
    if other.isNaN {
      links[cell] = Basins.settled
      return 0
    }
    if other < elevations[best] { best = cell + offset }
  }
  links[cell] = UInt32(truncatingIfNeeded: best)
  return best == cell ? 1 : 0
}

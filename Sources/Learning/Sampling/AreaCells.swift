public import Rasters

/// The highest cell of each area: where a landslide began.
///
/// Of the cells whose centre lies in the area and that have data, the one with the largest value; of
/// equal ones the first in row order. An area without such a cell has none here.
///
/// - Parameters:
///   - areas: areas in the layer's coordinate system; where they overlap, each has its cells.
///   - layer: what is compared, usually elevation.
///   - threads: how many blocks to work at a time.
/// - Returns: for each area the cell's number in row order, or none.
/// - Throws: what the reader throws.
public func highestCells(
  of areas: FeatureCollection, in layer: RasterLayer, threads: Int
) throws -> [Int?] {
  let grid = layer.reader.grid
  let cover = AreaCover(areas, on: grid)
  var highest = [(value: Float, cell: Int)?](repeating: nil, count: areas.features.count)
  try reduceBlocks([layer], threads: threads) { block in
    var found: [Int: (value: Float, cell: Int)] = [:]
    let cells = block.origin(0)
    let window = block.window
    cover.forEachRun(of: window) { area, row, columns in
      for column in columns {
        let value = cells[(row - window.row) * block.stride + column - window.column]
        let cell = row * grid.columns + column
        guard !value.isNaN else { continue }
        if let best = found[area], (best.value, cell) >= (value, best.cell) { continue }
        found[area] = (value, cell)
      }
    }
    return found
  } combine: { found in
    for area in found.keys.sorted() {
      guard let best = found[area] else { continue }
      if let known = highest[area], (known.value, best.cell) >= (best.value, known.cell) {
        continue
      }
      highest[area] = best
    }
  }
  return highest.map { $0?.cell }
}

/// The cells that areas hold: those with data whose centre lies in an area, each once.
///
/// - Parameters:
///   - areas: areas in the layer's coordinate system; a cell of several belongs to the last.
///   - layer: what must have data.
///   - threads: how many blocks to work at a time.
/// - Returns: the cells' numbers in row order of the blocks, each with its area.
/// - Throws: what the reader throws.
public func cells(
  of areas: FeatureCollection, in layer: RasterLayer, threads: Int
) throws -> [(area: Int, cell: Int)] {
  let grid = layer.reader.grid
  let cover = AreaCover(areas, on: grid)
  var all: [(area: Int, cell: Int)] = []
  try reduceBlocks([layer], threads: threads) { block in
    let window = block.window
    var found: [(area: Int, cell: Int)] = []
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: window.count) { marks in
      cover.mark(window, into: marks)
      let values = block.origin(0)
      for i in 0..<window.count where marks[i] >= 0 && !values[i].isNaN {
        let (row, column) = i.quotientAndRemainder(dividingBy: window.columns)
        found.append(
          (Int(marks[i]), (window.row + row) * grid.columns + window.column + column))
      }
    }
    return found
  } combine: { found in
    all += found
  }
  return all
}

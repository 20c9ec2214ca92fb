import Rasters
import Testing

@Suite struct ResampleTests {
  /// z = 3x − 2y is linear, so bilinear must give it exactly.
  private func ramp(_ grid: Grid) -> ArrayReader {
    ArrayReader(
      grid,
      (0..<grid.count).map { index in
        let center = grid.center(column: index % grid.columns, row: index / grid.columns)
        return Float(3 * (center.x - 1000) - 2 * (center.y - 2000))
      })
  }

  private func fine() -> Grid {
    Grid(
      columns: 40, rows: 30, west: 1020, north: 2120, cellWidth: 2.5, cellHeight: 2.5, crs: plane)
  }

  @Test func bilinearKeepsARamp() throws {
    let target = fine()
    let found = try written(target) {
      try resample(ramp(grid(20, 16)), to: $0, by: .bilinear, transformation: nil, threads: 2)
    }
    #expect(found == ramp(target).values)
  }

  @Test func nearestTakesTheCellThatHoldsTheCentre() throws {
    let source = ramp(grid(20, 16))
    let target = fine()
    let found = try written(target) {
      try resample(source, to: $0, by: .nearest, transformation: nil, threads: 2)
    }
    for row in 0..<target.rows {
      for column in 0..<target.columns {
        let center = target.center(column: column, row: row)
        let cell = try #require(source.grid.cell(x: center.x, y: center.y))
        #expect(found[row * 40 + column] == source.values[cell.row * 20 + cell.column])
      }
    }
  }

  @Test func noDataWhereAWeighingCellHasNone() throws {
    let source = ArrayReader(grid(3, 1), [1, .nan, 3])
    let target = Grid(
      columns: 6, rows: 1, west: 1000, north: 2010, cellWidth: 5, cellHeight: 10, crs: plane)
    let found = try written(target) {
      try resample(source, to: $0, by: .bilinear, transformation: nil, threads: 1)
    }
    #expect(same(found, [1, .nan, .nan, .nan, .nan, 3]))
  }

  @Test func outsideHasNoData() throws {
    let source = ramp(grid(3, 3))
    let target = grid(5, 3, west: 980)
    let found = try written(target) {
      try resample(source, to: $0, by: .nearest, transformation: nil, threads: 1)
    }
    #expect(found[0].isNaN && found[1].isNaN && found[2] == source.values[0])
  }

  @Test func coarseCellsOverAManyTimesLargerSource() throws {
    let source = ramp(grid(3000, 2500))
    let target = Grid(
      columns: 6, rows: 5, west: 1000, north: 2000 + 25_000, cellWidth: 5000, cellHeight: 5000,
      crs: plane)
    let found = try written(target) {
      try resample(source, to: $0, by: .nearest, transformation: nil, threads: 2)
    }
    for index in 0..<30 {
      let center = target.center(column: index % 6, row: index / 6)
      let cell = try #require(source.grid.cell(x: center.x, y: center.y))
      #expect(found[index] == source.values[cell.row * 3000 + cell.column])
    }
  }
}

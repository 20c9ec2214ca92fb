import Rasters
import Terrain
import Testing

@Suite struct FillSinksTests {
  /// SAGA 8.5.0 and whitebox-workflows 2.0.6 fill to the same surface.
  ///
  ///     saga_cmd io_gdal 0 -FILES dem.tif -GRIDS dem.sgrd
  ///     saga_cmd ta_preprocessor 5 -ELEV dem.sgrd -FILLED filled.sgrd -MINSLOPE 0
  ///     wbe.hydrology.fill_depressions_wang_and_liu(dem=wbe.read_raster("dem.tif"), fix_flats=False)
  ///
  /// Of that surface `zlib.crc32(filled.astype("<f4"))` is stated here, no data
  /// being −9999 (and tool 4 of SAGA, Planchon and Darboux's fill, gives the same).
  @Test(arguments: [
    ("ecuador-lsl/dem.tif", UInt32(0xCA59_58CD), 640), ("chile-olivares/dem.tif", 0x57D2_BF64, 549),
  ])
  func equalsSAGAAndWhitebox(_ name: String, _ expected: UInt32, _ raised: Int) throws {
    let field = try TestField.read(name)
    let before = field.array
    let change = try fillSinks(in: field, threads: 2)
    #expect(checksum(field.array) == expected)
    #expect(change.raised == raised)
    #expect(change.cells == before.count { !$0.isNaN })
    let rises = zip(field.array, before).map { Double($0) - Double($1) }.filter { $0 > 0 }
    #expect(rises.count == raised)
    #expect(change.highest == rises.max())
    #expect(abs(change.sum - rises.reduce(0, +)) < 1e-6)
  }

  /// The level from which water can leave, found by relaxing until nothing changes.
  private func reference(_ field: ElevationField) -> [Float] {
    let (columns, rows) = (field.grid.columns, field.grid.rows)
    let cells = field.array
    var levels = cells.map { $0.isNaN ? $0 : Float.infinity }
    var isChanged = true
    while isChanged {
      isChanged = false
      for row in 0..<rows {
        for column in 0..<columns {
          let cell = row * columns + column
          if cells[cell].isNaN { continue }
          var lowest = Float.infinity
          for k in 0..<9 where k != 4 {
            let (x, y) = (column + k % 3 - 1, row + k / 3 - 1)
            let isInside = x >= 0 && x < columns && y >= 0 && y < rows
            let other = isInside ? levels[y * columns + x] : .nan
            lowest = min(lowest, other.isNaN ? -.infinity : other)
          }
          let level = max(cells[cell], lowest)
          if level < levels[cell] {
            levels[cell] = level
            isChanged = true
          }
        }
      }
    }
    return levels
  }

  @Test(arguments: [(1, 1), (2, 9), (9, 2), (40, 33), (17, 90), (131, 64)])
  func isTheLeastLevelFromWhichWaterLeaves(_ columns: Int, _ rows: Int) throws {
    for (seed, levels) in [(1, 4), (2, 40), (3, 100_000)] {
      let field = try TestField.random(columns, rows, seed: UInt64(seed), levels: levels)
      let expected = reference(field)
      for threads in [1, 2, 5] {
        let filled = try field.copy()
        try fillSinks(in: filled, threads: threads)
        #expect(filled.array.map(\.bitPattern) == expected.map(\.bitPattern))
      }
    }
  }

  @Test func aBowlFillsToItsRim() throws {
    let field = try TestField.of([
      [9, 9, 9, 9, 9], [9, 5, 4, 5, 9], [9, 4, 1, 4, 7], [9, 5, 4, 5, 9], [9, 9, 9, 9, 9],
    ])
    let change = try fillSinks(in: field)
    #expect(change.cells == 25 && change.raised == 9)
    #expect(change.highest == 6 && change.sum == 26)
    #expect(field[2, 2] == 7 && field[1, 1] == 7 && field[4, 2] == 7 && field[4, 1] == 9)
  }

  @Test func waterLeavesBesideNoData() throws {
    let field = try TestField.of([
      [9, 9, 9, 9, 9, 9, 9], [9, 3, 3, 3, 3, 3, 9], [9, 3, 1, 3, .nan, 3, 9],
      [9, 3, 3, 3, 3, 3, 9], [9, 9, 9, 9, 9, 9, 9],
    ])
    try fillSinks(in: field)
    #expect(field[2, 2] == 3 && field[1, 2] == 3 && field[4, 2].isNaN)
  }

  @Test func tooManyCellsAreRefused() throws {
    let grid = try TestField.grid(100_000, 5001)
    #expect(
      throws: RasterError.tooLarge(
        file: "dem", what: "cells", found: 500_100_000, limit: 500_000_000)
    ) { try ElevationField(on: grid, name: "dem") }
  }
}

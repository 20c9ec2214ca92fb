import Rasters
import Testing

@Suite struct GridTests {
  @Test func cellsAndCentres() throws {
    let grid = grid(4, 3)
    #expect(grid.north == 2030 && grid.east == 1040 && grid.south == 2000)
    #expect(grid.cellArea == 100)
    for row in 0..<3 {
      for column in 0..<4 {
        let center = grid.center(column: column, row: row)
        let cell = try #require(grid.cell(x: center.x, y: center.y))
        #expect(cell == (column, row))
      }
    }
    #expect(grid.cell(x: 1000, y: 2030).map { [$0.column, $0.row] } == [0, 0])
    #expect(grid.cell(x: 1010, y: 2020).map { [$0.column, $0.row] } == [1, 1])
    #expect(grid.cell(x: 1040, y: 2015) == nil && grid.cell(x: 1020, y: 2000) == nil)
    #expect(grid.cell(x: 999.9, y: 2015) == nil && grid.cell(x: .nan, y: 2015) == nil)
  }

  @Test func description() {
    #expect(grid(383, 415).describe() == "383 x 415 cells of 10 m, EPSG:32717")
  }

  @Test func matchesWithinAThousandthOfACell() {
    let grid = grid(4, 3)
    #expect(grid.matches(RastersTests.grid(4, 3, west: 1000.005)))
    let half = RastersTests.grid(4, 3, west: 1005)
    #expect(!grid.matches(half))
    #expect(grid.difference(from: half)?.contains("1005 E") == true)
    #expect(grid.difference(from: RastersTests.grid(5, 3))?.contains("5 x 3") == true)
    #expect(grid.difference(from: grid) == nil)
  }

  @Test func windows() {
    let window = Window(column: 2, row: 1, columns: 3, rows: 2)
    #expect(window.grown(by: 1) == Window(column: 1, row: 0, columns: 5, rows: 4))
    #expect(
      window.intersection(Window(column: 4, row: 0, columns: 9, rows: 2))
        == Window(column: 4, row: 1, columns: 1, rows: 1))
    #expect(window.intersection(Window(column: 9, row: 9, columns: 1, rows: 1)).count == 0)
  }
}

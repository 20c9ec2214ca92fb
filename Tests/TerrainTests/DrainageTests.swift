import Rasters
import Terrain
import Testing

@Suite struct DrainageTests {
  private func filled(_ field: ElevationField) throws -> ElevationField {
    try fillSinks(in: field)
    return field
  }

  private func counts(_ directions: DrainageDirections, threads: Int) throws -> [Int] {
    let cells = try UpslopeCells(of: directions, threads: threads)
    return (0..<directions.grid.count).map { cells[$0] }
  }

  /// All of the raster's water leaves it, and each cell's count is its own and those of the cells
  /// that drain to it.
  private func requireWhole(_ field: ElevationField, threads: Int) throws {
    let directions = try DrainageDirections(of: field, threads: threads)
    let counts = try self.counts(directions, threads: threads)
    let elevations = field.array
    var sums = elevations.map { $0.isNaN ? 0 : 1 }
    var leaving = 0
    for cell in elevations.indices {
      switch directions.target(of: cell) {
      case .cell(let next):
        #expect(elevations[next] <= elevations[cell])
        sums[next] += counts[cell]
      case .outside: leaving += counts[cell]
      case .nowhere: Issue.record("cell \(cell) drains nowhere")
      case .noData: #expect(elevations[cell].isNaN)
      }
    }
    #expect(counts == sums)
    #expect(leaving == elevations.count { !$0.isNaN })
    var place = [Int](repeating: -1, count: elevations.count)
    let order = directions.downstreamOrder(threads: threads)
    for (index, cell) in order.enumerated() { place[Int(cell)] = index }
    #expect(order.count == leaving)
    for cell in order {
      if case .cell(let next) = directions.target(of: Int(cell)) {
        #expect(place[next] > place[Int(cell)])
      }
    }
  }

  @Test(arguments: ["ecuador-lsl/dem.tif", "chile-olivares/dem.tif"])
  func everyCellOfRealTerrainDrains(_ name: String) throws {
    try requireWhole(filled(TestField.read(name)), threads: 2)
  }

  @Test func everyCellOfAnyTerrainDrains() throws {
    for (seed, levels) in [(1, 2), (2, 5), (3, 60), (4, 1)] {
      for (columns, rows) in [(1, 1), (3, 3), (57, 70), (130, 41)] {
        let field = try TestField.random(columns, rows, seed: UInt64(seed), levels: levels)
        try requireWhole(filled(field), threads: seed)
      }
    }
  }

  @Test func threadsChangeNothing() throws {
    let field = try filled(TestField.random(150, 120, seed: 9, levels: 30))
    let one = try DrainageDirections(of: field, threads: 1)
    let counts = try self.counts(one, threads: 1)
    for threads in [2, 3, 7] {
      let several = try DrainageDirections(of: field, threads: threads)
      #expect((0..<field.grid.count).allSatisfy { one.target(of: $0) == several.target(of: $0) })
      #expect(try self.counts(several, threads: threads) == counts)
      #expect(several.downstreamOrder(threads: threads) == one.downstreamOrder(threads: 1))
    }
  }

  /// Of the descents 3 to the east and 4 / √2 to the south-east the first is steeper; of equal
  /// descents the first clockwise from north-east is taken.
  @Test func steepestDescent() throws {
    let field = try TestField.of([[9, 9, 9], [9, 8, 5], [9, 9, 4]])
    let directions = try DrainageDirections(of: field)
    #expect(directions.target(of: 4) == .cell(5))
    #expect(directions.distance(of: 4) == 10)
    #expect(directions.target(of: 5) == .cell(8))
    #expect(directions.target(of: 8) == .outside)
    let even = try TestField.of([[9, 5, 9], [5, 8, 5], [9, 5, 9]])
    #expect(try DrainageDirections(of: even).target(of: 4) == .cell(5))
    let sink = try TestField.of([[9, 9, 9], [9, 1, 9], [9, 9, 9]])
    #expect(try DrainageDirections(of: sink).target(of: 4) == .nowhere)
  }

  /// Water crosses a level area by the fewest steps.
  @Test func levelAreas() throws {
    var rows = [[Float]](repeating: [Float](repeating: 5, count: 9), count: 9)
    rows[0] = [9, 9, 9, 9, 9, 9, 9, 9, 9]
    rows[8] = rows[0]
    for row in 1..<8 { (rows[row][0], rows[row][8]) = (9, 9) }
    rows[4][8] = 4
    let directions = try DrainageDirections(of: try TestField.of(rows))
    for row in 1..<8 {
      for column in 1..<8 {
        var steps = 0
        var cell = row * 9 + column
        while case .cell(let next) = directions.target(of: cell) {
          cell = next
          steps += 1
        }
        #expect(cell == 4 * 9 + 8)
        #expect(steps == max(8 - column, abs(4 - row)))
      }
    }
  }
}

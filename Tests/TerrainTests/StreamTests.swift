import Rasters
import Terrain
import Testing

@Suite struct StreamTests {
  private func links(
    _ field: ElevationField, above threshold: Double
  ) throws -> ([StreamLink], UpslopeCells, DrainageDirections) {
    let directions = try DrainageDirections(of: field)
    let counts = try UpslopeCells(of: directions)
    return (streamLinks(of: directions, counts, above: threshold), counts, directions)
  }

  /// Two streams of order 1 make one of order 2, which comes after them.
  @Test func aConfluence() throws {
    let (links, counts, _) = try links(
      TestField.of([
        [9, 5, 9, 5, 9], [9, 4, 9, 4, 9], [9, 9, 3, 9, 9], [9, 9, 2, 9, 9], [9, 9, 1, 9, 9],
      ]), above: 4)
    #expect(links.map(\.order) == [1, 1, 2])
    #expect(links[0].points == [SIMD2(15, -15), SIMD2(25, -25)])
    #expect(links[1].points == [SIMD2(35, -15), SIMD2(25, -25)])
    #expect(links[2].points == [SIMD2(25, -25), SIMD2(25, -35), SIMD2(25, -45)])
    #expect(links[2].cells == counts[22])
    #expect(links[0].cells == counts[6])
  }

  /// Every cell above the threshold lies on a line, each line runs downstream with growing counts,
  /// and no line comes before one that flows into it.
  @Test(arguments: ["ecuador-lsl/dem.tif", "chile-olivares/dem.tif"])
  func linesOfRealTerrain(_ name: String) throws {
    let field = try TestField.read(name)
    try fillSinks(in: field)
    let grid = field.grid
    let (links, counts, directions) = try links(field, above: 200)
    #expect(links.count > 50 && (links.map(\.order).max() ?? 0) >= 3)
    var isCovered = Set<Int>()
    var hasBegun = Set<Int>()
    for link in links {
      let cells = try link.points.map { point in
        let cell = try #require(grid.cell(x: point.x, y: point.y))
        return cell.row * grid.columns + cell.column
      }
      for (cell, next) in zip(cells, cells.dropFirst()) {
        #expect(directions.target(of: cell) == .cell(next))
      }
      isCovered.formUnion(cells)
      if let last = cells.last { #expect(!hasBegun.contains(last)) }
      if let first = cells.first { hasBegun.insert(first) }
    }
    for cell in 0..<grid.count {
      let isAlone =
        directions.target(of: cell) == .outside && !isCovered.contains(cell)
      #expect(isCovered.contains(cell) == (counts[cell] > 200 && !isAlone))
    }
  }
}

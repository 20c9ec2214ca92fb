import Rasters
import Terrain
import Testing

@Suite struct BreachTests {
  @Test func aDamIsCut() throws {
    let field = try TestField.of([
      [9, 9, 9, 9, 9, 9], [9, 3, 2, 3, 8, 7], [9, 3, 1, 6, 5, 0], [9, 3, 2, 3, 8, 7],
      [9, 9, 9, 9, 9, 9],
    ])
    let change = try breachSinks(in: field)
    // The way out goes over the pass of 5, and to it beside the dam of 6.
    #expect(field[3, 1] == 1 && field[4, 2] == 1 && field[3, 2] == 6 && field[5, 2] == 0)
    #expect(change.raised == 0 && change.lowered == 2 && change.deepest == 4)
    #expect(change.cells == 30)
  }

  @Test func aLongChannelIsNotCut() throws {
    let rows: [[Float]] = [
      [9, 9, 9, 9, 9, 9], [9, 3, 2, 3, 8, 7], [9, 3, 1, 6, 5, 0], [9, 3, 2, 3, 8, 7],
      [9, 9, 9, 9, 9, 9],
    ]
    let short = try TestField.of(rows)
    let change = try breachSinks(in: short, longest: 38)
    let filled = try TestField.of(rows)
    try fillSinks(in: filled)
    #expect(short.array == filled.array && change.lowered == 0 && change.raised == 8)
    // Two diagonal steps and a straight one.
    let whole = try TestField.of(rows)
    #expect(try breachSinks(in: whole, longest: 38.3).lowered == 2)
  }

  /// After breaching, filling finds nothing; no cell was raised; and fewer cells change than by
  /// filling on real terrain.
  @Test(arguments: ["ecuador-lsl/dem.tif", "chile-olivares/dem.tif"])
  func noSinkIsLeft(_ name: String) throws {
    let field = try TestField.read(name)
    let filling = try fillSinks(in: field.copy())
    let change = try breachSinks(in: field)
    #expect(change.raised == 0 && change.lowered > 0 && change.lowered < filling.raised)
    #expect(try fillSinks(in: field).raised == 0)
  }

  @Test func noSinkIsLeftInAnyTerrain() throws {
    for (seed, levels) in [(1, 3), (2, 30), (3, 10_000)] {
      let field = try TestField.random(60, 45, seed: UInt64(seed), levels: levels)
      let limited = try field.copy()
      #expect(try breachSinks(in: field).raised == 0)
      #expect(try fillSinks(in: field).raised == 0)
      try breachSinks(in: limited, longest: 25)
      #expect(try fillSinks(in: limited).raised == 0)
    }
  }

  /// The epsilon fill lies on or above the level one, hardly above; each cell has an outlet or a
  /// lower neighbour.
  @Test(arguments: ["ecuador-lsl/dem.tif", "chile-olivares/dem.tif"])
  func epsilonLeavesNoLevelArea(_ name: String) throws {
    let field = try TestField.read(name)
    let level = try field.copy()
    try fillSinks(in: level)
    try field.fillSloping()
    let directions = try DrainageDirections(of: field)
    for cell in 0..<field.grid.count where !field[cell].isNaN {
      #expect(field[cell] >= level[cell] && field[cell] - level[cell] < 0.02)
      if case .cell(let next) = directions.target(of: cell) { #expect(field[next] < field[cell]) }
    }
  }
}

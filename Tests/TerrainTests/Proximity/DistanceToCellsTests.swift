import Formats
import Rasters
import Terrain
import Testing

@Suite struct DistanceToCellsTests {
  private func distances(
    _ reader: any RasterReader, at values: [Double], threads: Int = 2
  ) throws -> [Float] {
    try Proximity.cells(reader.grid) {
      try distance(
        toCellsOf: RasterLayer(reader), named: "mask", at: values, writer: $0, threads: threads)
    }
  }

  /// scipy.ndimage.distance_transform_edt(mask != 1, sampling=12.5), scipy 1.17: mean, largest, and
  /// three cells.
  @Test func equalsSciPy() throws {
    let mask = try Proximity.formats.open(
      Proximity.open("chile-olivares/debris_flow_mask.tif"))
    let found = try distances(mask, at: [1])
    let mean = found.reduce(0.0) { $0 + Double($1) } / Double(found.count)
    #expect(abs(mean - 303.0866973694515) < 1e-5)
    #expect(found.max() == Float(1822.3010865386652))
    #expect(
      [found[0], found[100 * 547 + 300], found[237 * 547]]
        == [1154.4749889018817, 125.0, 1276.0412414965278].map(Float.init))
    #expect(try distances(mask, at: [1], threads: 1) == found)
  }

  /// The same of the landslides of Hokkaido, over the 6,589,685 cells with data: the others have no
  /// distance.
  @Test func equalsSciPyWhereDataAre() throws {
    let mask = try Proximity.formats.open(Proximity.open("hokkaido-2018/landslide_mask_10m.tif"))
    let found = try distances(mask, at: [1]).filter { !$0.isNaN }
    #expect(found.count == 6_589_685 && found.count { $0 == 0 } == 437_183)
    let mean = found.reduce(0.0) { $0 + Double($1) } / Double(found.count)
    #expect(abs(mean - 1083.0078187393337) < 1e-4)
    #expect(found.max() == Float(8993.442055186657))
  }

  /// Each cell against every cell that holds a value; the tallest grids have several strips.
  @Test(arguments: 0..<16) func equalsComparingAll(seed: Int) throws {
    var noise = Proximity.Noise(UInt64(seed) + 77)
    let sizes = [(65, 64), (3, 9000), (200, 5), (128, 70), (1, 50), (64, 1)]
    let (columns, rows) = sizes[seed % sizes.count]
    let grid = Proximity.grid(
      columns, rows, width: seed % 4 == 1 ? 7 : 10, height: seed % 4 == 2 ? 25 : 10)
    let share = [0.001, 0.02, 0.5][seed % 3]
    var values = (0..<grid.count).map { _ -> Float in
      let number = noise.next(0..<1)
      return number < share ? (number < share / 2 ? 3 : 5) : (number > 0.97 ? .nan : 0)
    }
    values[grid.count / 2] = 3
    let targets = values.indices.filter { values[$0] == 3 || values[$0] == 5 }
    let found = try distances(MemoryRaster(grid: grid, values: values), at: [3, 5])
    var wrong = 0
    for cell in values.indices where cell % max(1, grid.count / 2000) == 0 {
      if values[cell].isNaN {
        wrong += found[cell].isNaN ? 0 : 1
        continue
      }
      let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
      let nearest =
        targets.map { target in
          let (targetRow, targetColumn) = target.quotientAndRemainder(dividingBy: columns)
          let x = Double(targetColumn - column) * grid.cellWidth
          let y = Double(targetRow - row) * grid.cellHeight
          return (x * x + y * y).squareRoot()
        }.min() ?? .infinity
      wrong += abs(Double(found[cell]) - nearest) <= 1e-7 * nearest ? 0 : 1
    }
    #expect(wrong == 0)
  }

  @Test func faults() throws {
    let raster = MemoryRaster(grid: Proximity.grid(2, 2), values: [0, 1, .nan, 2])
    #expect(throws: ProximityError.noSuchCell(layer: "mask", values: [7])) {
      try distances(raster, at: [7])
    }
    #expect(try distances(raster, at: [2])[2].isNaN)
    #expect(try distances(raster, at: [2]).first == Float(200).squareRoot())
  }
}

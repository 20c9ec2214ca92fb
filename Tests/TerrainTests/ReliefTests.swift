import Formats
import Rasters
import Terrain
import Testing

@Suite struct ReliefTests {
  private func range(
    _ reader: any RasterReader, _ distance: Double, threads: Int = 2
  ) throws -> [Float] {
    try computed(from: reader) { try relief(of: $0, to: $1, within: distance, threads: threads) }
  }

  /// scipy.ndimage (1.17.1) maximum_filter(z, footprint=f, mode='constant', cval=inf) less
  /// minimum_filter(…, cval=-inf) in float32, cells without data infinite too, f = x² + y² <= r²: cells
  /// that are finite, their sum, that times 1 + index mod 97, and the largest.
  @Test(arguments: [
    ("ecuador-lsl/dem.tif", 95.0, 144_373, 17848635.477661133, 875144126.4960938, 227.364990234375),
    (
      "ecuador-lsl/dem.tif", 300.0, 114_400, 34374366.70361328, 1684371941.9450684,
      421.81396484375
    ),
    ("chile-olivares/dem.tif", 95.0, 119_392, 13603909.0, 666516761.0, 394.0),
    ("chile-olivares/dem.tif", 300.0, 94_810, 33486914.0, 1640998457.0, 739.0),
  ])
  func equalsScipy(
    _ name: String, _ distance: Double, _ count: Int, _ sum: Double, _ weighted: Double,
    _ largest: Float
  ) throws {
    let reader = try GDALFormats().open(shared(name))
    let found = try range(reader, distance)
    var (cells, plain, marked) = (0, 0.0, 0.0)
    for (index, cell) in found.enumerated() where !cell.isNaN {
      cells += 1
      plain += Double(cell)
      marked += Double(cell) * Double(1 + index % 97)
    }
    #expect(cells == count)
    #expect(abs(plain / sum - 1) < 1e-12 && abs(marked / weighted - 1) < 1e-12)
    #expect(found.filter { !$0.isNaN }.max() == largest)
    #expect(differences(found, try range(reader, distance, threads: 1)) == 0)
  }

  /// Against going through the disc cell by cell, on cells that are not square, over several tiles.
  @Test(arguments: [1.0, 2.5, 7.5, 31])
  func equalsThePlainWay(_ distance: Double) throws {
    let reader = MadeUp(530, 70, width: 1, height: 1.5) { column, row in
      column == 300 && row == 20 ? .nan : Float((column * 7919 + row * 104_729) % 1009)
    }
    let found = try range(reader, distance)
    var wrong = 0
    for row in 0..<70 {
      for column in stride(from: 0, to: 530, by: distance > 10 ? 13 : 1) {
        var (low, high, isWhole) = (Float.infinity, -Float.infinity, true)
        for y in -31...31 {
          for x in -31...31 {
            let (dx, dy) = (Double(x), Double(y) * 1.5)
            guard dx * dx + dy * dy <= distance * distance else { continue }
            guard (0..<530).contains(column + x), (0..<70).contains(row + y) else {
              isWhole = false
              continue
            }
            let cell = reader.all[(row + y) * 530 + column + x]
            if cell.isNaN { isWhole = false }
            (low, high) = (min(low, cell), max(high, cell))
          }
        }
        let cell = found[row * 530 + column]
        if isWhole ? cell != high - low : !cell.isNaN { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }

  @Test func distancesThatMakeNoSense() throws {
    let reader = MadeUp(5, 5, width: 10, height: 10) { Float($0 + $1) }
    #expect(throws: RasterError.self) { try range(reader, 9) }
    #expect(throws: RasterError.self) { try range(reader, .infinity) }
    #expect(try range(reader, 1e12).allSatisfy { $0.isNaN })
    #expect(try range(reader, 20).map { $0.isNaN ? -1 : $0 }[12] == 4)
    let degrees = MadeUp(5, 5, isGeographic: true) { Float($0 + $1) }
    #expect(throws: RasterError.degrees(what: "relief")) { try range(degrees, 9) }
  }
}

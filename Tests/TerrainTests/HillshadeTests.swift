import Formats
import Rasters
import Terrain
import Testing

@Suite struct HillshadeTests {
  private func shade(
    _ reader: any RasterReader, _ light: TerrainLight = TerrainLight(),
    _ method: GradientMethod = .horn
  ) throws -> [Float] {
    try computed(from: reader) { try hillshade(of: $0, to: $1, under: light, method: method) }
  }

  /// gdaldem hillshade [-az … -alt …] [-alg ZevenbergenThorne] [-multidirectional] (GDAL 3.6.2): the
  /// same whole numbers but in one cell of 1,000, where they differ by 1: gdaldem divides by an
  /// approximate root.
  @Test(arguments: elevations)
  func equalsGdaldem(_ name: String) throws {
    let file = try shared(name)
    let reader = try GDALFormats().open(file)
    let side = TerrainLight(azimuth: 200 * .pi / 180, altitude: 30 * .pi / 180)
    let pairs = [
      (try shade(reader), try gdaldem("hillshade", file)),
      (
        try shade(reader, side, .zevenbergenThorne),
        try gdaldem("hillshade", file, "-az", "200", "-alt", "30", "-alg", "ZevenbergenThorne")
      ),
      (
        try shade(reader, TerrainLight(isMultidirectional: true)),
        try gdaldem("hillshade", file, "-multidirectional")
      ),
    ]
    for (ours, theirs) in pairs {
      let found = differences(ours, theirs)
      #expect(found * 1000 <= ours.count, "\(found) cells differ")
      let farthest = zip(ours, theirs).map { abs($0 - $1) }.filter { !$0.isNaN }.max()
      #expect(farthest ?? 9 <= 1)
    }
  }

  /// Level ground under a light at 30 degrees: 1 + 254 sin 30° = 128, under one light or four; a slope
  /// that turns away from the light is as dark as can be.
  @Test func levelAndShadow() throws {
    let level = MadeUp(3, 3) { _, _ in 5 }
    for isMultidirectional in [false, true] {
      let light = TerrainLight(
        altitude: .pi / 6, isMultidirectional: isMultidirectional)
      #expect(try shade(level, light)[4] == 128)
    }
    let away = MadeUp(3, 3) { column, _ in Float(-10 * column) }
    #expect(try shade(away, TerrainLight(azimuth: 1.5 * .pi, altitude: 0.1))[4] == 1)
    // Facing the light squarely: a fall of 45 degrees to the east, light from the east at 45 degrees.
    let towards = MadeUp(3, 3) { column, _ in Float(-column) }
    #expect(try shade(towards, TerrainLight(azimuth: 0.5 * .pi))[4] == 255)
  }
}

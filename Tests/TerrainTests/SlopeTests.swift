import Formats
import Rasters
import Terrain
import Testing

@Suite struct SlopeTests {
  let formats = GDALFormats()

  private func slope(
    _ reader: any RasterReader, _ method: GradientMethod, _ unit: SlopeUnit = .degrees,
    threads: Int = 2
  ) throws -> [Float] {
    try computed(from: reader) {
      try Terrain.slope(of: $0, to: $1, method: method, in: unit, threads: threads)
    }
  }

  /// README of ecuador-lsl: the Zevenbergen-Thorne slope of dem.tif is band 1 of ta.tif exactly, on
  /// 156,734 interior cells.
  @Test func equalsTheStoredBand() throws {
    let found = try slope(formats.open(shared("ecuador-lsl/dem.tif")), .zevenbergenThorne)
    let band = try formats.open(shared("ecuador-lsl/ta.tif"))
    let expected = try band.cells(band.grid.window)
    let inside = found.indices.filter { !found[$0].isNaN }
    #expect(inside.count == 156_734)
    #expect(inside.allSatisfy { found[$0] == expected[$0] })
  }

  /// gdaldem slope [-alg ZevenbergenThorne] [-p] dem.tif out.tif (GDAL 3.6.2): the same bytes.
  @Test(arguments: elevations)
  func equalsGdaldem(_ name: String) throws {
    let file = try shared(name)
    let reader = try formats.open(file)
    let direct = try gdaldem("slope", file, "-alg", "ZevenbergenThorne")
    #expect(differences(try slope(reader, .zevenbergenThorne), direct) == 0)
    #expect(differences(try slope(reader, .horn), try gdaldem("slope", file)) == 0)
    let percent = try gdaldem("slope", file, "-p")
    #expect(differences(try slope(reader, .horn, .percent), percent) == 0)
  }

  /// README of ecuador-lsl: Horn's method gives mean 35.8569, sd 10.6015, max 74.1468.
  @Test func horn() throws {
    let cells = try slope(formats.open(shared("ecuador-lsl/dem.tif")), .horn)
      .filter { !$0.isNaN }.map(Double.init)
    let mean = cells.reduce(0, +) / Double(cells.count)
    let deviation =
      (cells.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(cells.count)).squareRoot()
    #expect(abs(mean - 35.8569) < 5e-5 && abs(deviation - 10.6015) < 5e-5)
    #expect(abs((cells.max() ?? 0) - 74.1468) < 5e-5)
  }

  @Test func radiansAndThreads() throws {
    let reader = try formats.open(shared("ecuador-lsl/dem.tif"))
    let degrees = try slope(reader, .horn)
    #expect(differences(degrees, try slope(reader, .horn, threads: 1)) == 0)
    let radians = try slope(reader, .horn, .radians)
    let farthest = zip(degrees, radians).filter { !$0.0.isNaN }
      .map { abs(Double($0.0) * .pi / 180 - Double($0.1)) }.max()
    #expect((farthest ?? 1) < 1e-6)
  }

  @Test func degreesAreRefused() throws {
    let reader = MadeUp(3, 3, isGeographic: true) { _, _ in 0 }
    #expect(throws: RasterError.degrees(what: "slope")) { try slope(reader, .horn) }
  }
}

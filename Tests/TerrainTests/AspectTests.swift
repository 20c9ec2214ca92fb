import Formats
import Glibc
import Rasters
import Terrain
import Testing

@Suite struct AspectTests {
  private func facing(
    _ reader: any RasterReader, _ method: GradientMethod = .horn, _ unit: AspectUnit = .degrees,
    threads: Int = 2
  ) throws -> [Float] {
    try computed(from: reader) {
      try aspect(of: $0, to: $1, method: method, in: unit, threads: threads)
    }
  }

  private func sectors(_ reader: any RasterReader, _ count: AspectSectors) throws -> [Float] {
    try computed(from: reader) { try aspectSectors(of: $0, to: $1, into: count) }
  }

  /// gdaldem aspect [-alg ZevenbergenThorne] dem.tif out.tif (GDAL 3.6.2): the same bytes, where it is
  /// flat no data in both.
  @Test(arguments: elevations)
  func equalsGdaldem(_ name: String) throws {
    let file = try shared(name)
    let reader = try GDALFormats().open(file)
    #expect(differences(try facing(reader), try gdaldem("aspect", file)) == 0)
    let direct = try gdaldem("aspect", file, "-alg", "ZevenbergenThorne")
    #expect(differences(try facing(reader, .zevenbergenThorne), direct) == 0)
    #expect(differences(try facing(reader, threads: 1), try facing(reader)) == 0)
  }

  /// README of ecuador-lsl: of Horn's aspect the arithmetic mean is 193.4 degrees, the circular mean
  /// 331.1 with a resultant of 0.280.
  @Test func meansOfTheReadme() throws {
    let cells = try facing(GDALFormats().open(shared("ecuador-lsl/dem.tif"))).filter { !$0.isNaN }
    let angles = cells.map { Double($0) * .pi / 180 }
    let n = Double(angles.count)
    let mean = cells.reduce(0) { $0 + Double($1) } / n
    #expect(abs(mean - 193.4) < 0.05)
    let (x, y) = (angles.reduce(0) { $0 + cos($1) } / n, angles.reduce(0) { $0 + sin($1) } / n)
    #expect(abs((x * x + y * y).squareRoot() - 0.280) < 5e-4)
    #expect(abs(atan2(y, x) * 180 / .pi + 360 - 331.1) < 0.05)
  }

  /// A plane that falls towards each of 720 directions faces there, and is in the sector around it.
  @Test(arguments: AspectSectors.allCases)
  func planesFaceWhereTheyFall(_ count: AspectSectors) throws {
    let width = 360 / Double(count.rawValue)
    for half in 0..<720 where (Double(half) / 2 + width / 2).remainder(dividingBy: width) != 0 {
      let degrees = Double(half) / 2
      let (east, north) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
      let plane = MadeUp(3, 3) { Float(-10 * (Double($0) * east - Double($1) * north)) }
      let found = Double(try facing(plane)[4])
      #expect(abs((found - degrees).remainder(dividingBy: 360)) < 1e-4 && found < 360)
      let expected = Int((degrees / width).rounded()) % count.rawValue + 1
      #expect(try sectors(plane, count)[4] == Float(expected), "\(degrees)")
    }
  }

  @Test func flatAndAbsentAreToldApart() throws {
    let flat = MadeUp(4, 3) { _, _ in 7 }
    #expect(try facing(flat)[5].isNaN)
    #expect(try sectors(flat, .eight)[5] == 0)
    let gap = MadeUp(4, 3) { column, row in column == 0 && row == 0 ? .nan : 7 }
    #expect(try sectors(gap, .eight)[5].isNaN)
    #expect(try sectors(gap, .eight)[6] == 0)
    #expect(try sectors(flat, .eight)[0].isNaN)
    #expect(AspectSectors.four.labels == ["flat", "N", "E", "S", "W"])
    #expect(AspectSectors.eight.labels[2] == "NE" && AspectSectors.sixteen.labels[16] == "NNW")
  }

  /// Cells twice as wide as high: a fall of 1 a cell to the east and to the north is 1/2 and 1 a metre.
  ///
  /// gdaldem takes cells for square and says 45 degrees.
  @Test func sidesOfCellsCount() throws {
    let slanted = MadeUp(3, 3, width: 2, height: 1) { Float(-$0 + $1) }
    #expect(abs(Double(try facing(slanted)[4]) - atan2(0.5, 1) * 180 / .pi) < 1e-5)
    #expect(
      abs(Double(try facing(slanted, .zevenbergenThorne, .radians)[4]) - atan2(0.5, 1)) < 1e-6)
  }
}

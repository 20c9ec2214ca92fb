import Formats
import FoundationEssentials
import Rasters
import Testing
import Vocabulary

@Suite struct InterpolationTests {
  let crs = CoordinateSystem(
    wkt: "PROJCRS[\"test\"]", name: "test", authority: "EPSG:32717", isGeographic: false,
    metresPerUnit: 1)

  private func filled(_ field: PointField, _ grid: Grid, threads: Int = 2) throws -> [Float] {
    let folder = ScratchFolder()
    let writer = try RasterStoreWriter(path: folder.file("cells"), grid: grid, bands: 1)
    try field.fill(writer, threads: threads)
    return try RasterStore(path: folder.file("cells"), grid: grid).cells(grid.window)
  }

  /// The mean as its formula says it, point by point, sorted by distance and then by order.
  private func plainly(
    _ values: [Double], _ points: [SIMD2<Double>], _ rule: InverseDistance, at place: SIMD2<Double>
  ) -> Double {
    let squares = points.map { (($0 - place) * ($0 - place)).sum() }
    let order = points.indices.filter {
      !values[$0].isNaN && squares[$0].squareRoot() <= rule.radius ?? .infinity
    }.sorted { (squares[$0], $0) < (squares[$1], $1) }
    let chosen = order.prefix(rule.neighbours ?? order.count)
    let hits = chosen.filter { squares[$0] == 0 }
    if !hits.isEmpty { return hits.reduce(0) { $0 + values[$1] } / Double(hits.count) }
    var (sum, total) = (0.0, 0.0)
    for position in chosen {
      let weight = 1 / power(squares[position].squareRoot(), rule.power)
      sum += weight * values[position]
      total += weight
    }
    return sum / total
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    (0..<Int(exponent)).reduce(1) { product, _ in product * base }
  }

  @Test(arguments: [
    InverseDistance(), InverseDistance(power: 1, neighbours: 12),
    InverseDistance(power: 3, neighbours: 1), InverseDistance(power: 5, radius: 120),
    InverseDistance(power: 4, neighbours: 4, radius: 90), InverseDistance(power: 0, neighbours: 7),
    InverseDistance.nearest, InverseDistance(power: 2, neighbours: 500),
  ])
  func equalsTheFormula(rule: InverseDistance) throws {
    let grid = Grid(
      columns: 61, rows: 40, west: 1000, north: 2000, cellWidth: 10, cellHeight: 8, crs: crs)
    var state: UInt64 = 7
    func noise() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / Double(1 << 53)
    }
    var points = (0..<150).map { _ in SIMD2(900 + 800 * noise(), 1600 + 500 * noise()) }
    // A regular lattice makes ties, one point is at a centre, and two are at one place.
    for i in 0..<6 { points.append([1100 + 20 * Double(i), 1800]) }
    points.append(grid.center(column: 30, row: 20))
    points.append(grid.center(column: 30, row: 20))
    var values = points.map { _ in 10 * noise() - 5 }
    values[3] = .nan
    let field = try #require(PointField(values, at: points, by: rule))
    let found = try filled(field, grid)
    #expect(same(found, try filled(field, grid, threads: 1)))
    var places: [SIMD2<Double>] = []
    for row in 0..<40 {
      for column in 0..<61 { places.append(grid.center(column: column, row: row)) }
    }
    let expected = places.map { plainly(values, points, rule, at: $0) }
    let wrong = zip(found, expected).filter {
      $0.isNaN != $1.isNaN || abs(Double($0) - $1) > 1e-6
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    #expect(same(field.values(at: places).map(Float.init), found))
  }

  /// Distances whose powers are too large or too small for a number.
  @Test func farAndNear() throws {
    let field = try #require(
      PointField([1, 2], at: [[0, 0], [3e9, 0]], by: InverseDistance(power: 60)))
    #expect(field.values(at: [[1e-9, 0], [2.999e9, 0], [1.5e9, 0]]) == [1, 2, 1.5])
    #expect(PointField([.nan], at: [[0, 0]], by: InverseDistance()) == nil)
  }

  /// gdal_grid -a invdistnn:power=2:radius=25000:max_points=12 (GDAL 3.6.2) takes the nearest points
  /// by the same rule; a table in longitude and latitude comes to the grid by its names.
  @Test func equalsGdalGrid() throws {
    let scratch = ScratchFolder()
    var lines = ["x,y,rain"]
    for i in 0..<60 {
      lines.append("\(5000 + (i * 7919) % 39_000),\(2000 + (i * 6971) % 37_000),\((i * 31) % 97)")
    }
    scratch.write("rain.csv", Array((lines.joined(separator: "\n") + "\n").utf8))
    scratch.write(
      "rain.vrt",
      Array(
        """
        <OGRVRTDataSource><OGRVRTLayer name="rain">
        <SrcDataSource>\(scratch.file("rain.csv"))</SrcDataSource>
        <GeometryType>wkbPoint</GeometryType><LayerSRS>EPSG:32654</LayerSRS>
        <GeometryField encoding="PointFromColumns" x="x" y="y"/>
        <Field name="rain" type="Real"/></OGRVRTLayer></OGRVRTDataSource>
        """.utf8))
    try tool(
      "gdal_grid", "-q", "-a", "invdistnn:power=2.0:radius=25000:max_points=12:nodata=-1",
      "-zfield",
      "rain", "-txe", "0", "50000", "-tye", "40000", "0", "-outsize", "100", "80", "-ot", "Float32",
      "-of", "GTiff", scratch.file("rain.vrt"), scratch.file("grid.tif"))
    let environment = TestEnvironment(data: scratch.path)
    let grid = try environment.run(ReadRaster(), ["file": .text("grid.tif")])
    let span = mention("a").span
    let table = try environment.run(
      ReadTable(),
      [
        "file": .text("rain.csv"), "crs": .text("EPSG:32654"),
        "coordinates": .newNames([
          NewName("x", unit: nil, span: span), NewName("y", unit: nil, span: span),
        ]),
      ])
    let found = try environment.run(
      Interpolate(), name: "rain", values: ["stations": table, "grid": grid],
      [
        "values": .reference(mention("stations.rain")), "method": .word("inverse distance"),
        "neighbours": .quantity(Quantity(12)),
        "radius": .quantity(Quantity(25, try #require(Unit(spelled: "km")))),
        "grid": .reference(mention("grid")),
      ])
    func cells(_ value: any Value) throws -> [Float] {
      let raster = try #require(value as? RasterValue)
      return try raster.reader(in: environment).cells(raster.grid.window)
    }
    let (ours, theirs) = (try cells(found), try cells(grid))
    #expect(ours.count == 8000)
    let wrong = zip(ours, theirs).filter { abs($0 - $1) > 2e-5 * max(1, abs($1)) }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    // Nothing within a kilometre of most cells.
    let near = try environment.run(
      Interpolate(), name: "near", values: ["stations": table, "grid": grid],
      [
        "values": .reference(mention("stations.rain")), "method": .word("nearest"),
        "radius": .quantity(Quantity(1, try #require(Unit(spelled: "km")))),
        "grid": .reference(mention("grid")),
      ])
    let count = try #require(near as? RasterValue).count
    #expect(count > 0 && count < 1000)
  }

  @Test func tablesInDegreesAreFoundByTheirNames() throws {
    let scratch = ScratchFolder()
    scratch.write(
      "jma.csv", Array("lon,lat,rain\n141.5,42.5,100\n142,43,NA\n142.5,42.7,300\n".utf8))
    let environment = TestEnvironment(data: scratch.path)
    let table = try #require(
      try environment.run(ReadTable(), ["file": .text("jma.csv")]) as? TableValue)
    #expect(table.sites?.crs?.authority == "EPSG:4326" && table.sites?.count == 3)
    let utm = try GDALFormats().coordinateSystem("EPSG:32654")
    let places = FeaturesValue(
      FeatureCollection(
        crs: utm, kind: .points, fields: [],
        features: [Feature(.point([540_000, 4_700_000])), Feature(.point([630_000, 4_730_000]))],
        source: "places"))
    let found = try environment.run(
      Interpolate(), name: "rain", values: ["stations": table, "places": places],
      [
        "values": .reference(mention("stations.rain")), "method": .word("nearest"),
        "places": .reference(mention("places")),
      ])
    #expect((found as? ColumnValue)?.numbers == [100, 300])
    #expect((found as? ColumnValue)?.sites == places.sites)
    #expect(environment.remarks.all.map { $0.prefix(4) } == ["N225", "N220"])
    let coded = try JSONEncoder().encode(table)
    #expect(try JSONDecoder().decode(TableValue.self, from: coded).sites == table.sites)
  }
}

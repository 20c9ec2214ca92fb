import Formats
import Foundation
import Rasters
import Testing

@Suite struct VectorFileTests {
  let formats = GDALFormats()

  /// ogrinfo -al lsl.gpkg: 350 points, fields id, lslpts, fold_random, fold_spatial; 175 with
  /// lslpts 1.
  @Test func points() throws {
    let file = try shared("ecuador-lsl/lsl.gpkg")
    let points = try formats.features(of: file, layer: nil, to: nil)
    #expect(points.kind == .points && points.features.count == 350)
    #expect(points.crs.authority == "EPSG:32717")
    let header = try formats.vectorHeader(of: file, layer: nil)
    #expect(header.fields == points.fields && header.kind == .points && header.count == 350)
    let labels = try #require(points.values(of: "lslpts"))
    #expect(labels.filter { $0.number == 1 }.count == 175)
    #expect(FeatureCollection(encoded: points.encoded()) == points)
  }

  /// README of ecuador-lsl: 9.58 km2; 95,796 cells whose centre lies inside and where all bands are
  /// valid; the class table's cells.
  @Test func studyMask() throws {
    let mask = try formats.features(of: shared("ecuador-lsl/study_mask.gpkg"), layer: nil, to: nil)
    #expect(mask.kind == .areas && abs(mask.area / 1e6 - 9.58) < 0.005)
    let reader = try formats.open(shared("ecuador-lsl/ta.tif"))
    #expect(mask.crs == reader.grid.crs)
    let clipped = ClippedReader(reader, to: mask)
    let bands = try (0..<5).map { try clipped.cells(clipped.grid.window, band: $0) }
    let valid = bands[0].indices.filter { i in !bands.contains { $0[i].isNaN } }
    #expect(valid.count == 95_796)
    let limits: [Float] = [0, 10, 20, 30, 40, 50, 90]
    let counts = zip(limits, limits.dropFirst()).map { low, high in
      valid.filter { bands[0][$0] >= low && bands[0][$0] < high }.count
    }
    #expect(counts == [1236, 6720, 18_582, 33_112, 28_237, 7909])
    // The 20 % slope quantile, 26.8931 degrees, over the cells where all bands are valid.
    let slopes = valid.map { Double(bands[0][$0]) }.sorted()
    let h = Double(slopes.count - 1) * 0.2
    let q = slopes[Int(h)] + (h - h.rounded(.down)) * (slopes[Int(h) + 1] - slopes[Int(h)])
    #expect(abs(q - 26.8931) < 5e-5)
  }

  /// ogr2ogr -f GeoJSON -t_srs EPSG:4326 of the first points, and back.
  @Test func features() throws {
    let wgs84 = try formats.coordinateSystem("EPSG:4326")
    #expect(wgs84.isGeographic && wgs84.metresPerUnit == nil && wgs84.label == "EPSG:4326")
    let file = try shared("hokkaido-2018/landslides_wgs84.geojson")
    let degrees = try formats.features(of: file, layer: nil, to: nil)
    #expect(degrees.crs == wgs84 && degrees.features.count == 6116 && degrees.kind == .areas)
    let first = try #require(degrees.features.first?.geometry.vertices.first)
    #expect(first.x > 140 && first.x < 146 && first.y > 41 && first.y < 46)
    let utm = try formats.coordinateSystem("EPSG:32654")
    let projected = try formats.features(of: file, layer: nil, to: utm)
    let stored = try formats.features(
      of: shared("hokkaido-2018/hokkaido_2018.gpkg"), layer: "landslides", to: nil)
    #expect(stored.crs == utm && projected.features.count == stored.features.count)
    #expect(abs(projected.area - stored.area) < 1e-5 * stored.area)
  }

  @Test func layersMustBeNamed() throws {
    let file = try shared("chile-olivares/chile_olivares.gpkg")
    let layers = ["debris_flows", "source_points", "rivers", "debris_flows_region"]
    #expect(try formats.layers(of: file) == layers)
    #expect(throws: RasterError.severalLayers(file: file.name, layers: layers)) {
      try formats.features(of: file, layer: nil, to: nil)
    }
    #expect(throws: RasterError.noLayer(file: file.name, layer: "roads", layers: layers)) {
      try formats.features(of: file, layer: "roads", to: nil)
    }
    let rivers = try formats.features(of: file, layer: "rivers", to: nil)
    #expect(rivers.kind == .lines && rivers.features.count == 17)
    #expect(rivers.source.hasSuffix(", rivers"))
  }

  @Test func readOnlyFolder() throws {
    let scratch = ScratchFolder()
    scratch.write("lsl.gpkg", try shared("ecuador-lsl/lsl.gpkg").bytes(limit: 1 << 24))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: scratch.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: scratch.path)
    }
    #expect(
      try formats.features(of: scratch.open("lsl.gpkg"), layer: nil, to: nil).features.count == 350)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["lsl.gpkg"])
  }

  static let bad: [(String, String)] = [
    ("no shape", #"{"type":"Feature","properties":{},"geometry":null}"#),
    (
      "mixed",
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},"#
        + #"{"type":"Feature","properties":{},"geometry":{"type":"LineString","#
        + #""coordinates":[[1,2],[3,4]]}}"#
    ),
    (
      "collection",
      #"{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","#
        + #""geometries":[{"type":"Point","coordinates":[1,2]}]}}"#
    ),
    ("none", ""),
  ]

  @Test(arguments: bad)
  func badFeatures(_ name: String, _ features: String) throws {
    let scratch = ScratchFolder()
    let text = #"{"type":"FeatureCollection","features":["# + features + "]}"
    scratch.write("f.geojson", Array(text.utf8))
    #expect(throws: RasterError.self, "\(name)") {
      try formats.features(of: scratch.open("f.geojson"), layer: nil, to: nil)
    }
  }

  @Test func transformations() throws {
    let from = try formats.coordinateSystem("EPSG:4326")
    let to = try formats.coordinateSystem("EPSG:32717")
    let transformation = try formats.transformation(from: from, to: to)
    // echo "-79.07 -3.98" | gdaltransform -s_srs EPSG:4326 -t_srs EPSG:32717
    var points = [SIMD2(-79.07, -3.98), SIMD2(.nan, 0), SIMD2(-81.0, 0.0)]
    points.withUnsafeMutableBufferPointer { transformation.transform($0) }
    #expect(abs(points[0].x - 714_286.611) < 0.01 && abs(points[0].y - 9_559_832.744) < 0.01)
    #expect(points[1].x.isNaN && abs(points[2].x - 500_000) < 1e-6)
    for name in ["EPSG:99999999", "nonsense", "", "/etc/passwd", "http://localhost/a"] {
      #expect(throws: RasterError.unknownCoordinateSystem(name: name)) {
        try formats.coordinateSystem(name)
      }
    }
  }
}

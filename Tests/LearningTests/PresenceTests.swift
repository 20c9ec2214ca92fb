import Learning
import Rasters
import StudyHarness
import Testing

@Suite struct PresenceTests {
  private static let chile = """
    dem   = read raster "dem.tif" in m
    scars = read areas "chile_olivares.gpkg" layer "debris_flows"

    """

  /// Row and column of the highest cell of each polygon.
  ///
  /// numpy's argmax of dem.tif where rasterio.features.rasterize([polygon]) is 1 (rasterio 1.4.4).
  /// The sources that the data set itself names lie beside them.
  @Test func highestCellsOfDebrisFlows() throws {
    let study = try StudyHarness(
      Self.chile + "slides = presence from scars, at highest of dem\n", data: "chile-olivares")
    #expect(study.codes == [] && study.warnings == [])
    let slides = try study.value("slides", as: FeaturesValue.self).collection
    let dem = try study.value("dem", as: RasterValue.self)
    let cells = slides.features.map { feature -> [Int] in
      let point = feature.geometry.points[0]
      return dem.grid.cell(x: point.x, y: point.y).map { [$0.row, $0.column] } ?? []
    }
    #expect(
      cells == [
        [49, 483], [2, 367], [95, 28], [82, 519], [148, 50], [210, 126], [160, 68], [141, 434],
      ])
    #expect(slides.values(of: "complete")?.map(\.text) == ["1", "1", "1", "1", "1", "0", "1", "1"])
    let first = try #require(slides.features.first?.geometry.points.first)
    #expect(abs(first.x - 397185.861011815) < 1e-6 && abs(first.y - 6306837.926483368) < 1e-6)
  }

  /// “Mask: 11.09 % of cells”: 14,432 by rasterize, each a place once.
  @Test func allCellsOfDebrisFlows() throws {
    let study = try StudyHarness(
      Self.chile + """
        slides = presence from scars, in all cells of dem
        n = count of slides
        """, data: "chile-olivares")
    #expect(study.codes == [] && study.warnings == [])
    #expect(try study.number("n") == 14432)
    let slides = try study.value("slides", as: FeaturesValue.self).collection
    #expect(Set(slides.features.map { $0.geometry.points[0] }).count == 14432)
  }

  /// Cells nearer than a gap, of 130,186, by shapely.STRtree.query_nearest (shapely 2.1) from the
  /// centre of each cell; no centre is nearer to the gap itself than 0.5 mm.
  @Test(arguments: [
    ("debris_flows", "areas", "100 m", 41040), ("rivers", "lines", "100 m", 4516),
    ("rivers", "lines", "1.5 km", 82207), ("source_points", "points", "500 m", 31161),
  ]) func cellsNearFeatures(layer: String, kind: String, gap: String, count: Int) throws {
    #expect {
      try StudyHarness(
        Self.chile + """
          others = read \(kind) "chile_olivares.gpkg" layer "\(layer)"
          absent = draw points 200000, away from others by \(gap), on cells of dem
          """, data: "chile-olivares")
    } throws: { error in
      (error as? SamplingError)?.message
        == "200000 points are wanted, but \(130186 - count) cells are left: \(count) cells lie "
        + "nearer to “others” than \(gap)."
    }
  }

  @Test func smallAndDistantAreas() throws {
    let ground = grid(10, 10)
    let areas = features([
      .polygon([rectangle(1021, 2041, 1024, 2044)]),  // within a cell, beside its centre
      .polygon([rectangle(1040, 2040, 1060, 2060)]),  // four cells of equal height
      .polygon([rectangle(1050, 2050, 1070, 2070)]),  // overlaps the one before
      .polygon([rectangle(5000, 5000, 5010, 5010)]),  // elsewhere
    ])
    let flat = layer(ground) { column, row in column == 9 ? .nan : 7 }
    #expect(try highestCells(of: areas, in: flat, threads: 2) == [nil, 44, 35, nil])
    let all = try cells(of: areas, in: flat, threads: 2)
    #expect(all.map(\.cell) == [35, 36, 44, 45, 46, 54, 55])
    #expect(all.first { $0.cell == 45 }?.area == 2)
  }

  /// By hand, and shapely's centroid for the ring with a hole: (4.5714…, 5).
  @Test func innerPoints() throws {
    let square = Geometry.polygon([rectangle(0, 0, 10, 10)])
    #expect(square.innerPoint?.point == SIMD2(5, 5) && square.innerPoint?.isCentroid == true)
    let holed = Geometry.polygon([rectangle(0, 0, 10, 10), rectangle(5, 2, 9, 8).reversed()])
    let centroid = try #require(holed.centroid)
    #expect(abs(centroid.x - (500 - 24 * 7) / 76) < 1e-12 && abs(centroid.y - 5) < 1e-12)
    // A horseshoe open to the south: the centroid lies between its legs.
    let shoe = Geometry.polygon([
      [
        SIMD2(0, 0), SIMD2(2, 0), SIMD2(2, 9), SIMD2(9, 9), SIMD2(9, 0), SIMD2(10, 0),
        SIMD2(10, 10), SIMD2(0, 10),
      ].map { $0 as SIMD2<Double> }
    ])
    let inner = try #require(shoe.innerPoint)
    #expect(!inner.isCentroid && shoe.contains(inner.point) && inner.point.x == 1)
    // Two parts with nothing between them: the larger one's centroid.
    let parts = Geometry.multiPolygon([[rectangle(0, 0, 2, 2)], [rectangle(10, 10, 13, 13)]])
    #expect(parts.innerPoint?.point == SIMD2(11.5, 11.5))
    // Rings in either direction, and no area at all.
    #expect(Geometry.polygon([rectangle(0, 0, 4, 4).reversed()]).centroid == SIMD2(2, 2))
    #expect(Geometry.polygon([[SIMD2(0, 0), SIMD2(4, 0)]]).centroid == SIMD2(2, 0))
    #expect(Geometry.polygon([]).innerPoint == nil)
  }
}

import Rasters
import Terrain
import Testing

@Suite struct DistancesBetweenTests {
  private func summary(_ numbers: [Double]) -> [Double] {
    [
      numbers.reduce(0, +) / Double(numbers.count), numbers.min() ?? .nan, numbers.max() ?? .nan,
    ]
  }

  private func slides() throws -> FeatureCollection {
    try Proximity.features("hokkaido-2018/hokkaido_2018.gpkg", "landslides")
  }

  private func faults() throws -> FeatureCollection {
    try Proximity.features("gem-faults-hokkaido/faults_hokkaido_utm54n.gpkg", nil)
  }

  /// shapely.distance(landslides, union_all(faults)), shapely 2.1: mean, least, largest.
  @Test func landslidesToFaultsEqualShapely() throws {
    let found = summary(try distances(from: slides(), to: faults()))
    let expected = [10947.886880661952, 287.83969015249494, 20363.2259138709]
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-6 }, "\(found)")
  }

  /// README of hokkaido-2018: from a point inside each landslide, mean 10,999.5 m, min 317.2, max
  /// 20,400.0; shapely.point_on_surface gives 10999.516749877517, 317.1810148551589,
  /// 20400.0258566679.
  @Test func pointsInsideLandslides() throws {
    let slides = try slides()
    let points = try slides.features.map {
      Feature(.point(try #require($0.geometry.interiorPoint)))
    }
    #expect(zip(slides.features, points).allSatisfy { $0.geometry.contains($1.geometry.points[0]) })
    let inside = FeatureCollection(
      crs: slides.crs, kind: .points, fields: [], features: points, source: "inside")
    let found = summary(try distances(from: inside, to: faults()))
    let expected = [10999.516749877517, 317.1810148551589, 20400.0258566679]
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-6 }, "\(found)")
  }

  @Test func whatMeetsIsNotApart() throws {
    func square(_ x: Double, _ y: Double, _ side: Double) -> [Ring] {
      [[[x, y], [x + side, y], [x + side, y + side], [x, y + side]]]
    }
    let areas = Proximity.collection(
      .areas, [.polygon(square(0, 0, 10)), .polygon(square(20, 0, 10) + square(22, 2, 6))])
    func from(_ kind: Geometry.Kind, _ shape: Geometry) throws -> Double {
      try distances(from: Proximity.collection(kind, [shape]), to: areas)[0]
    }
    // Crossing, inside, round about, touching, in a hole, apart.
    #expect(try from(.lines, .line([[-5, 5], [40, 5]])) == 0)
    #expect(try from(.points, .point([5, 5])) == 0)
    #expect(try from(.points, .multiPoint([[500, 5], [5, 5]])) == 0)
    #expect(try from(.areas, .polygon(square(-5, -5, 20))) == 0)
    #expect(try from(.areas, .polygon(square(10, 10, 3))) == 0)
    #expect(try from(.areas, .polygon(square(4, 4, 1))) == 0)
    #expect(try from(.points, .point([25, 5])) == 3)
    #expect(try from(.lines, .line([[13, 1], [13, 2]])) == 3)
    #expect(try from(.areas, .polygon(square(13, 13, 2))) == Double(18).squareRoot())
    #expect(throws: ProximityError.nothingToMeasureFrom(source: "made up")) {
      try distances(from: Proximity.collection(.points, []), to: areas)
    }
    #expect(throws: ProximityError.noFeatures(source: "made up")) {
      try distances(from: areas, to: Proximity.collection(.points, []))
    }
  }
}

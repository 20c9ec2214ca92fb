import Formats
import Glibc
import Rasters
import Terrain
import Testing

@Suite struct CurvatureTests {
  private func bend(
    _ reader: any RasterReader, _ kind: CurvatureKind,
    _ method: SurfaceMethod = .zevenbergenThorne, threads: Int = 2
  ) throws -> [Float] {
    try computed(from: reader) {
      try curvature(of: $0, to: $1, kind: kind, method: method, threads: threads)
    }
  }

  /// Bands cplan and cprof of ecuador-lsl/ta.tif, which SAGA 2 made by RSAGA: plan and profile after
  /// Zevenbergen & Thorne, same sign, to the rounding of `Float`.
  @Test func equalsTheStoredBands() throws {
    let reader = try GDALFormats().open(shared("ecuador-lsl/dem.tif"))
    let stored = try GDALFormats().open(shared("ecuador-lsl/ta.tif"))
    for (band, kind) in [(1, CurvatureKind.plan), (2, .profile)] {
      let found = try bend(reader, kind)
      let expected = try stored.cells(stored.grid.window, band: band)
      let inside = found.indices.filter { !found[$0].isNaN }
      #expect(inside.count == 156_734)
      let farthest = inside.map { abs(found[$0] - expected[$0]) / (1 + abs(expected[$0])) }.max()
      #expect(farthest ?? 1 < 1e-7, "\(kind)")
    }
  }

  /// Sums of C_GENE over cells with nine neighbours that are not level, plain and times 1 + index mod 97.
  ///
  /// saga_cmd ta_morphometry 0 -ELEVATION dem.sgrd -C_GENE g.sgrd -METHOD 6 (Zevenbergen & Thorne) and
  /// -METHOD 3 (Evans), SAGA 8.5.0, which gives 0 to level cells.
  @Test(arguments: [
    (
      "ecuador-lsl/dem.tif", SurfaceMethod.zevenbergenThorne, -5.249733859571279, 2630.0086264849615
    ),
    ("ecuador-lsl/dem.tif", .evansYoung, -5.078921134358893, 2486.6019198149243),
    ("chile-olivares/dem.tif", .zevenbergenThorne, -6.23999954899773, -215.24478683806956),
    ("chile-olivares/dem.tif", .evansYoung, -6.397866516141221, -211.25118854735047),
  ])
  func totalEqualsSAGA(
    _ name: String, _ method: SurfaceMethod, _ sum: Double, _ weighted: Double
  ) throws {
    let found = try bend(GDALFormats().open(shared(name)), .total, method)
    let reader = try GDALFormats().open(shared(name))
    let (plan, profile) = (try bend(reader, .plan, method), try bend(reader, .profile, method))
    var (plain, marked) = (0.0, 0.0)
    for (index, cell) in found.enumerated()
    where !cell.isNaN && (plan[index] != 0 || profile[index] != 0) {
      plain += Double(cell)
      marked += Double(cell) * Double(1 + index % 97)
    }
    #expect(abs(plain - sum) < 1e-4 && abs(marked - weighted) < 5e-3)
  }

  /// A ball of radius 100 m, seen off its top: the contours are circles about the axis, the lines of
  /// slope great circles.
  @Test(arguments: SurfaceMethod.allCases)
  func ofABall(_ method: SurfaceMethod) throws {
    // Cells of 0.1 m by 0.2 m around a point 30 m east and 40 m north of the top.
    func height(_ x: Double, _ y: Double) -> Double { (10_000 - x * x - y * y).squareRoot() - 50 }
    let ball = MadeUp(3, 3, width: 0.5, height: 0.25) { column, row in
      Float(height(30 + Double(column - 1) * 0.5, 40 - Double(row - 1) * 0.25))
    }
    let flattening = 1 / (10_000.0 - 2500).squareRoot()
    #expect(abs(Double(try bend(ball, .plan, method)[4]) * 50 - 1) < 1e-2)
    #expect(abs(Double(try bend(ball, .profile, method)[4]) * 100 - 1) < 1e-2)
    // −∇²z of √(R² − ρ²) is (2 + ρ²/(R² − ρ²))/√(R² − ρ²).
    let total = (2 + 2500 / 7500) * flattening
    #expect(abs(Double(try bend(ball, .total, method)[4]) / total - 1) < 1e-2)
  }

  @Test func levelCellsAndGaps() throws {
    let dome = MadeUp(3, 3) { Float(-($0 - 1) * ($0 - 1) - ($1 - 1) * ($1 - 1)) }
    #expect(try bend(dome, .total)[4] == 4)
    #expect(try bend(dome, .plan)[4] == 0)
    #expect(try bend(dome, .profile)[4] == 0)
    for gap in 0..<9 {
      let reader = MadeUp(3, 3) { $1 * 3 + $0 == gap ? .nan : Float($0 * $0 + $1) }
      for kind in CurvatureKind.allCases {
        for method in SurfaceMethod.allCases {
          #expect(try bend(reader, kind, method).allSatisfy { $0.isNaN }, "\(gap)")
        }
      }
    }
  }
}

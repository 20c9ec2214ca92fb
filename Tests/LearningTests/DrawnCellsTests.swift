import Learning
import Numerics
import Rasters
import Testing

@Suite struct DrawnCellsTests {
  private static func stream(_ seed: UInt64 = 1) -> RandomStream {
    RandomStream(seed: seed, name: "absent", purpose: "draw points")
  }

  private static func draw(
    _ wanted: Int, _ candidates: CandidateCells, apart: Double? = nil, seed: UInt64 = 1,
    threads: Int = 2
  ) throws -> [SIMD2<Double>] {
    try drawPoints(
      wanted, among: candidates, apart: apart.map { ($0, "\($0) m") }, stream: stream(seed),
      threads: threads)
  }

  /// 8 of 40 cells, 3000 times: each comes 600 times, the sum of squared deviations over the
  /// expected number below the 99.9 % quantile of chi-squared (39 degrees of freedom: 73.4), less
  /// the share 8 / 40 of draws without repetition.
  @Test func eachCandidateHasTheSameChance() throws {
    let ground = grid(10, 10)
    let candidates = CandidateCells([layer(ground) { column, row in row < 4 ? 1 : .nan }])
    var counts = [Int](repeating: 0, count: 100)
    for seed in 0..<3000 {
      let points = try Self.draw(8, candidates, seed: UInt64(seed), threads: 1)
      #expect(Set(points).count == 8)
      for point in points {
        let cell = try #require(ground.cell(x: point.x, y: point.y))
        #expect(ground.center(column: cell.column, row: cell.row) == point)
        counts[cell.row * 10 + cell.column] += 1
      }
    }
    #expect(counts[40...].allSatisfy { $0 == 0 })
    let squares = counts[..<40].reduce(0.0) { $0 + (Double($1) - 600) * (Double($1) - 600) / 600 }
    #expect(squares < 73.4 * 32 / 39 && squares > 10)
  }

  @Test func threadsAndNumberChangeNothing() throws {
    // Several blocks of 2^19 cells.
    let ground = grid(1000, 1300)
    let candidates = CandidateCells([layer(ground) { ($0 * 31 + $1 * 17) % 7 == 0 ? 1 : .nan }])
    let points = try Self.draw(500, candidates, threads: 1)
    #expect(try Self.draw(500, candidates, threads: 3) == points)
    // Fewer points are the first of more, apart or not.
    #expect(try Self.draw(120, candidates) == Array(points.prefix(120)))
    #expect(Set(points).count == 500)
    let far = try Self.draw(300, candidates, apart: 60, threads: 1)
    #expect(try Self.draw(300, candidates, apart: 60, threads: 4) == far)
    #expect(try Self.draw(40, candidates, apart: 60) == Array(far.prefix(40)))
    #expect(leastDistance(far) >= 60)
  }

  /// Every cell of 100 keeps its own counter: 9 without data, 11 more fail the condition, and so on.
  @Test func aFaultSaysWhatRemovedHowMany() throws {
    let ground = grid(10, 10)
    // South of row 8 the areas end; the two rows above are 80 m of height.
    let candidates = CandidateCells(
      [layer(ground) { column, row in row == 0 && column < 9 ? .nan : Float(row) }],
      where: CompiledArithmetic(.binary(.greater, .layer(0), .constant(1))),
      within: AreaCover(features([.polygon([rectangle(1000, 2020, 1100, 2100)])]), on: ground),
      outside: [AreaCover(features([.polygon([rectangle(1000, 2000, 1020, 2100)])]), on: ground)],
      away: NearCover(features([.point(SIMD2(1095, 2075))]), nearerThan: 10))
    #expect(
      throws: SamplingError.tooFewCells(
        wanted: 50, found: 47,
        removed: [
          .init("noData", 9), .init("condition", 11), .init("notWithin", 20), .init("inside", 12),
          .init("near", 1),
        ])
    ) { try Self.draw(50, candidates) }
    #expect(try Self.draw(47, candidates).count == 47)
  }

  @Test func strataShareByLargestRemainder() throws {
    // 3.5, 4.5 and 2 of 10: the two remainders are equal, the earlier stratum gets one more.
    #expect(largestRemainders(of: 10, by: [35, 45, 20]) == [4, 4, 2])
    #expect(largestRemainders(of: 7, by: [1, 1, 1]) == [3, 2, 2])
    #expect(largestRemainders(of: 1, by: [0, 0, 5]) == [0, 0, 1])
    #expect(largestRemainders(of: 0, by: [3, 4]) == [0, 0])
    #expect(largestRemainders(of: 3, by: []) == [])
    let large = largestRemainders(of: 1 << 40, by: [1 << 40, 1 << 41, 3])
    #expect(large.reduce(0, +) == 1 << 40)
    // Classes 3, 5 and 9 on 20, 30 and 50 of 100 cells; code 7 does not occur.
    let ground = grid(10, 10)
    let classes = layer(ground) { _, row in row < 2 ? 3 : row < 5 ? 5 : 9 }
    let candidates = CandidateCells([classes], strata: (0, [3, 5, 7, 9]))
    let points = try Self.draw(15, candidates)
    let rows = try points.map { try #require(ground.cell(x: $0.x, y: $0.y)).row }
    #expect(rows.count { $0 < 2 } == 3)
    #expect(rows.count { (2..<5).contains($0) } == 5)
    #expect(rows.count { $0 >= 5 } == 7)
    #expect(try Set(Self.draw(100, candidates)).count == 100)
    #expect(leastDistance(try Self.draw(9, candidates, apart: 20)) >= 20)
  }

  @Test func pointsApartFillTheGroundOrSaySo() throws {
    let ground = grid(20, 20)
    let candidates = CandidateCells([layer(ground)])
    // 20 m apart a chessboard's worth at most; every free cell is within 20 m of a point then.
    #expect(throws: SamplingError.self) { try Self.draw(101, candidates, apart: 20) }
    do {
      _ = try Self.draw(400, candidates, apart: 20)
    } catch SamplingError.tooClose(let wanted, let placed, let apart) {
      #expect(wanted == 400 && apart == "20.0 m")
      let points = try Self.draw(placed, candidates, apart: 20)
      #expect(leastDistance(points) >= 20)
      for cell in 0..<400 {
        let center = ground.center(column: cell % 20, row: cell / 20)
        #expect(
          leastDistance([center] + points.filter { $0 != center }) < 20 || points.contains(center))
      }
    }
    // A cell's width apart changes nothing but the cells themselves.
    #expect(try Set(Self.draw(400, candidates, apart: 10)).count == 400)
  }

  @Test func groundWithHolesIsDrawnEvenly() throws {
    // Two squares, one with a hole, a part left out and a point to keep away from.
    let within = features([
      .polygon([rectangle(0, 0, 100, 100), rectangle(20, 20, 60, 60)]),
      .multiPolygon([[rectangle(200, 0, 260, 60)], [rectangle(200, 80, 220, 100)]]),
    ])
    let outside = features([.polygon([rectangle(0, 80, 100, 100)])])
    let away = NearCover(features([.point(SIMD2(90, 10))]), nearerThan: 20)
    let points = try drawPoints(
      8000, within: within, outside: [outside], away: away, stream: Self.stream())
    let fewer = try drawPoints(
      100, within: within, outside: [outside], away: away, stream: Self.stream())
    #expect(Array(points.prefix(100)) == fewer)
    var right = 0
    for point in points {
      let isRight = point.x > 150
      if isRight { right += 1 }
      #expect(within.features.contains { $0.geometry.contains(point) })
      #expect(!outside.features[0].geometry.contains(point))
      let gap = point - SIMD2(90, 10)
      #expect((gap * gap).sum() >= 400)
    }
    // Areas: 8000 − 1600 − the part of a disc of 20 m in the corner; 3600 + 400 on the right.
    let disc = 796.8  // by shapely: Point(90, 10).buffer(20, 2048) & box(0, 0, 100, 100)
    let share = 4000 / (4000 + 8000 - 1600 - disc)
    #expect(abs(Double(right) / 8000 - share) < 4 * (share * (1 - share) / 8000).squareRoot())
    #expect(throws: SamplingError.self) {
      try drawPoints(
        2000, within: outside, away: nil, apart: 10, stream: Self.stream())
    }
  }
}

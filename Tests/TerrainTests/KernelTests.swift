import CKernels
import Formats
import Glibc
import Rasters
import Testing

/// The loops over cells, at each level of processor that this machine has: the same bytes.
@Suite struct KernelTests {
  private static let count = 381
  private let levels = 0...scarp_kernel_level()

  /// Rows of real terrain, and rows of what loops must not stumble over.
  private func withRows(_ body: (scarp_rows) throws -> Void) throws {
    let reader = try GDALFormats().open(shared("ecuador-lsl/dem.tif"))
    let terrain = try reader.cells(Window(column: 0, row: 100, columns: 383, rows: 3))
    let odd: [Float] = [.nan, .infinity, -.infinity, 0, -0.0, 1e38, -1e-30, 1, 1, 1, 2, 1, 3]
    let made = (0..<3 * 383).map { odd[($0 * $0 + $0 / 7) % odd.count] }
    for cells in [terrain, made] {
      try cells.withUnsafeBufferPointer { buffer in
        let start = try #require(buffer.baseAddress)
        try body(
          scarp_rows(
            north: start, middle: start + 383, south: start + 766, count: Self.count))
      }
    }
  }

  /// What a loop writes at each level, as bits.
  private func bits(_ body: (Int32, UnsafeMutablePointer<Float>) -> Void) throws -> [[UInt32]] {
    try levels.map { level in
      var cells = [Float](repeating: 0, count: Self.count)
      try cells.withUnsafeMutableBufferPointer { body(level, try #require($0.baseAddress)) }
      // All NaN are no data, whatever else their bits say.
      return cells.map { $0.isNaN ? Float.nan.bitPattern : $0.bitPattern }
    }
  }

  @Test func localLoopsAgree() throws {
    try withRows { rows in
      var made: [[[UInt32]]] = []
      for method in [Int32(scarp_horn), Int32(scarp_zevenbergen_thorne)] {
        for unit in [scarp_degrees, scarp_percent, scarp_radians] {
          made.append(try bits { scarp_slope($0, rows, method, 10, 12.5, Int32(unit), $1) })
        }
        made.append(try bits { scarp_aspect($0, rows, method, 1.25, -1, $1) })
        for lights: Int32 in [0, 1] {
          let light = scarp_light(
            sine: 0.6, cosine: 0.8, east: -0.8, north: 0.6, width: 10, height: 12.5,
            method: method, is_multidirectional: lights)
          made.append(
            try bits { level, result in
              var shades = [Double](repeating: 0, count: Self.count)
              scarp_hillshade(level, rows, light, &shades)
              for i in 0..<Self.count { result[i] = Float(shades[i]) }
            })
        }
      }
      for choice: Int32 in [0, 1] {
        made.append(try bits { scarp_ruggedness($0, rows, choice, $1) })
        for kind: Int32 in [0, 1, 2] {
          made.append(try bits { scarp_curvature($0, rows, choice, kind, 10, 12.5, $1) })
        }
      }
      made.append(try bits { scarp_roughness($0, rows, $1) })
      for (index, levels) in made.enumerated() {
        #expect(levels.allSatisfy { $0 == levels[0] }, "loop \(index)")
      }
    }
  }

  @Test func summariesAgree() throws {
    try withRows { rows in
      for count in [0, 1, 15, 16, 17, 383] {
        let made = levels.map { scarp_summarise($0, rows.north, count) }
        for summary in made {
          #expect(summary.count + summary.no_data + summary.infinite == count)
          #expect(summary.sum.bitPattern == made[0].sum.bitPattern)
          #expect(summary.squares.bitPattern == made[0].squares.bitPattern)
          #expect(summary.lowest == made[0].lowest && summary.highest == made[0].highest)
        }
      }
    }
  }

  /// The arc tangent of our own against the C library's: the angles of tangents from 1e-6 to 1e6 in
  /// radians, rounded to `Float`, are equal but for one in 10,000, which is next to it.
  @Test func arcTangentsAreThoseOfTheLibrary() throws {
    var apart = 0
    for step in 0..<4000 {
      let rise = Float(pow(10, Double(step) / 4000 * 12 - 6))
      let cells: [Float] = [0, 0, 0, 0, 0, rise, 0, 0, 0]
      var found: Float = 0
      try cells.withUnsafeBufferPointer { buffer in
        let start = try #require(buffer.baseAddress)
        let rows = scarp_rows(north: start, middle: start + 3, south: start + 6, count: 1)
        scarp_slope(
          0, rows, Int32(scarp_zevenbergen_thorne), 1, 1, Int32(scarp_radians), &found)
      }
      let expected = Float(atan(Double(rise) / 2))
      if found != expected { apart += 1 }
      #expect(abs(found - expected) <= expected.ulp)
    }
    #expect(apart == 0)
  }
}

import Glibc
public import Numerics
public import Rasters

/// How a slope is told.
public enum SlopeUnit: String, Sendable, Codable, CaseIterable {
  /// The angle in degrees, 0..<90.
  case degrees
  /// A hundred times the tangent of the angle.
  case percent
  /// The angle in radians, 0..<π/2.
  case radians
}

/// Computes the steepness of the terrain surface.
///
///     slope = atan √(p² + q²),  p = ∂z/∂x,  q = ∂z/∂y
///
/// - Input: elevation, metres, on a projected grid.
/// - Output: degrees, percent or radians, the input's shape; no data at edges and beside no data.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes the slope, one band on the same grid.
///   - method: how the derivatives are estimated.
///   - unit: how the slope is told.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees,
///   ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
/// - Source: Horn (1981), p. 18, doi:10.1109/PROC.1981.11918; Zevenbergen & Thorne (1987), eq. 9 and
///   10, doi:10.1002/esp.3290120107.
public func slope(
  of elevation: RasterLayer, to writer: any RasterWriter,
  method: GradientMethod = .horn, in unit: SlopeUnit = .degrees,
  threads: Int = ThreadLimit.current
) throws {
  precondition(writer.bands == 1, "\(writer.bands) bands for one slope")
  let grid = elevation.reader.grid
  guard let metres = grid.crs.metresPerUnit else { throw RasterError.degrees(what: "slope") }
  let width = grid.cellWidth * metres
  let height = grid.cellHeight * metres
  try mapBlocks([elevation], to: writer, halo: 1, threads: threads) { block, outputs in
    guard let result = outputs[0].baseAddress else { return }
    let columns = block.window.columns
    withUnsafeTemporaryAllocation(of: Double.self, capacity: columns) { room in
      guard let squares = room.baseAddress else { return }
      for row in 0..<block.window.rows {
        let north = block.padded(0) + row * block.stride
        let rows = ThreeRows(
          north: north, middle: north + block.stride, south: north + 2 * block.stride,
          count: columns)
        rows.squaredGradients(method, width: width, height: height, into: squares)
        tell(squares, columns, divisor: method.divisor, unit, into: result + row * columns)
      }
    }
  }
}

/// Turns squared gradients into slopes.
private func tell(
  _ squares: UnsafePointer<Double>, _ count: Int, divisor: Double, _ unit: SlopeUnit,
  into result: UnsafeMutablePointer<Float>
) {
  let degreesPerRadian = 180 / Double.pi
  switch unit {
  case .degrees:
    for i in 0..<count {
      result[i] = Float(atan(squares[i].squareRoot() / divisor) * degreesPerRadian)
    }
  case .percent:
    for i in 0..<count { result[i] = Float(100 * (squares[i].squareRoot() / divisor)) }
  case .radians:
    for i in 0..<count { result[i] = Float(atan(squares[i].squareRoot() / divisor)) }
  }
}

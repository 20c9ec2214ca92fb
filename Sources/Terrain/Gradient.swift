import Rasters

/// How the first derivatives of elevation are estimated from 3 × 3 cells.
///
///     a b c
///     d e f      east and south positive, w and h the cell's width and height
///     g h i
public enum GradientMethod: String, Sendable, Codable, CaseIterable {
  /// Third-order differences, direct neighbours twice:
  /// ∂z/∂x = ((c + 2f + i) − (a + 2d + g)) / 8w,  ∂z/∂y = ((g + 2h + i) − (a + 2b + c)) / 8h.
  ///
  /// - Source: Horn (1981), Proc. IEEE 69, 14–47, p. 18, doi:10.1109/PROC.1981.11918.
  case horn
  /// Second-order differences of the four direct neighbours:
  /// ∂z/∂x = (f − d) / 2w,  ∂z/∂y = (h − b) / 2h.
  ///
  /// - Source: Zevenbergen & Thorne (1987), Earth Surf. Process. Landf. 12, 47–56, eq. 9 and 10,
  ///   doi:10.1002/esp.3290120107.
  case zevenbergenThorne

  /// By what the differences are divided, in cells.
  var divisor: Double {
    switch self {
    case .horn: 8
    case .zevenbergenThorne: 2
    }
  }
}

/// The elevations of three rows of cells, each with one cell more at both ends.
struct ThreeRows {
  /// The row to the north, from one column west of the first cell.
  let north: UnsafePointer<Float>
  /// The row of the cells.
  let middle: UnsafePointer<Float>
  /// The row to the south.
  let south: UnsafePointer<Float>
  /// The number of cells.
  let count: Int

  /// Puts the squared gradient of each cell, times the squared divisor of the method, in `squares`.
  ///
  /// Differences are taken in `Float`, and squares in `Double`, as GDAL's `gdaldem` does, so that
  /// both give the same bytes. NaN where any of the nine cells is NaN.
  ///
  /// - Parameters:
  ///   - method: the differences to take.
  ///   - width: the width of a cell, metres.
  ///   - height: the height of a cell, metres.
  ///   - squares: room for `count` numbers.
  func squaredGradients(
    _ method: GradientMethod, width: Double, height: Double,
    into squares: UnsafeMutablePointer<Double>
  ) {
    switch method {
    case .horn:
      for i in 0..<count {
        let (a, b, c) = (north[i], north[i + 1], north[i + 2])
        let (d, e, f) = (middle[i], middle[i + 1], middle[i + 2])
        let (g, h, k) = (south[i], south[i + 1], south[i + 2])
        let west: Float = a + d + d + g
        let east: Float = c + f + f + k
        let below: Float = g + h + h + k
        let above: Float = a + b + b + c
        let dx = Double(west - east) / width
        let dy = Double(below - above) / height
        squares[i] = dx * dx + dy * dy + Double(e - e)
      }
    case .zevenbergenThorne:
      for i in 0..<count {
        let (a, b, c) = (north[i], north[i + 1], north[i + 2])
        let (d, e, f) = (middle[i], middle[i + 1], middle[i + 2])
        let (g, h, k) = (south[i], south[i + 1], south[i + 2])
        let dx = Double(d - f) / width
        let dy = Double(h - b) / height
        // 0 for numbers, NaN where a cell that the differences pass over has no data.
        let rest: Float = (a - a) + (c - c) + (e - e) + (g - g) + (k - k)
        squares[i] = dx * dx + dy * dy + Double(rest)
      }
    }
  }
}

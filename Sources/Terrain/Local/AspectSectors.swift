import CKernels
public import Numerics
public import Rasters

/// Into how many sectors, the first centred on north, the circle of directions is cut.
public enum AspectSectors: Int, Sendable, Codable, CaseIterable {
  /// North, east, south and west.
  case four = 4
  /// Those and the directions between.
  case eight = 8
  /// Those and the directions between them.
  case sixteen = 16

  /// The names of the classes 0, flat, to the number of sectors.
  public var labels: [String] {
    let winds = [
      "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW",
      "NNW",
    ]
    return ["flat"] + stride(from: 0, to: 16, by: 16 / rawValue).map { winds[$0] }
  }

  /// The class of an aspect in degrees: 1 for that around north.
  func code(of aspect: Float) -> Int {
    let width = 360 / Double(rawValue)
    return 1 + Int((Double(aspect) + width / 2) / width) % rawValue
  }
}

/// Computes in which of some sectors, the first centred on north, the terrain surface faces.
///
///     class = 1 + ⌊(aspect + 180°/n) / (360°/n)⌋ mod n;  0 where the surface is flat
///
/// - Input: elevation on a projected grid.
/// - Output: classes 0 to n, the input's shape; no data at edges and beside no data.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes the classes, one band on the same grid.
///   - sectors: how many.
///   - method: how the derivatives are estimated.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: as ``aspect(of:to:method:in:threads:)``.
public func aspectSectors(
  of elevation: RasterLayer, to writer: any RasterWriter, into sectors: AspectSectors,
  method: GradientMethod = .horn, threads: Int = ThreadLimit.current
) throws {
  let cell = try CellSides(of: elevation.reader.grid, metresPerElevation: 1, for: "aspect")
  try mapRows(of: elevation, to: writer, threads: threads) { level, rows, result in
    scarp_aspect(level, rows, method.kernel, cell.width / cell.height, -1, result)
    for i in 0..<rows.count where !result[i].isNaN {
      result[i] = result[i] < 0 ? 0 : Float(sectors.code(of: result[i]))
    }
  }
}

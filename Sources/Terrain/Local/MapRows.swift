import CKernels
import Numerics
import Rasters

/// Computes a layer from each row of elevations and its two neighbours, in bounded memory.
///
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes one band on the same grid.
///   - threads: how many blocks to work at a time; it does not change the result.
///   - body: fills a row: takes the processor's level, the elevations, and room for the row's cells.
/// - Throws: ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
func mapRows(
  of elevation: RasterLayer, to writer: any RasterWriter, threads: Int,
  _ body: @Sendable (Int32, scarp_rows, UnsafeMutablePointer<Float>) -> Void
) throws {
  precondition(writer.bands == 1, "\(writer.bands) bands for one layer")
  let level = scarp_kernel_level()
  try mapBlocks([elevation], to: writer, halo: 1, threads: threads) { block, outputs in
    guard let result = outputs[0].baseAddress else { return }
    let columns = block.window.columns
    for row in 0..<block.window.rows {
      let north = block.padded(0) + row * block.stride
      let rows = scarp_rows(
        north: north, middle: north + block.stride, south: north + 2 * block.stride,
        count: columns)
      body(level, rows, result + row * columns)
    }
  }
}

/// The sides of a grid's cells in one unit of elevation.
struct CellSides {
  let width: Double
  let height: Double

  /// Measures the cells.
  ///
  /// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees.
  init(of grid: Grid, metresPerElevation: Double, for purpose: String) throws {
    guard let metres = grid.crs.metresPerUnit else { throw RasterError.degrees(what: purpose) }
    // Cells in units of the elevation, which leaves metres as they are.
    width = grid.cellWidth * metres / metresPerElevation
    height = grid.cellHeight * metres / metresPerElevation
  }
}

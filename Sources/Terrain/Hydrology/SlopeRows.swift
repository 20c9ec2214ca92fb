import CKernels
import Rasters

/// Horn's slope of one row of a block after another.
struct SlopeRows: Sendable {
  private let width: Double
  private let height: Double
  private let level = scarp_kernel_level()

  /// Prepares for cells of these sides.
  init(_ sides: CellSides) {
    width = sides.width
    height = sides.height
  }

  /// Puts the slope of a row of cells, percent; NaN at edges and beside no data.
  func putPercent(
    _ block: BlockCells, row: Int, into result: UnsafeMutableBufferPointer<Float>
  ) {
    guard let start = result.baseAddress else { return }
    let north = block.padded(0) + row * block.stride
    let rows = scarp_rows(
      north: north, middle: north + block.stride, south: north + 2 * block.stride,
      count: result.count)
    scarp_slope(level, rows, Int32(scarp_horn), width, height, Int32(scarp_percent), start)
  }
}

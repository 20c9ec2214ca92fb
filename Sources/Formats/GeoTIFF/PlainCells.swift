import CGDAL
import Rasters

/// Where the cells of a band lie in a file that keeps them as memory does: `Float32`, little-endian,
/// uncompressed, row after row without a gap.
///
/// Such cells are read from the file itself, which spares the library's cache of blocks: half of the
/// time of reading them.
struct PlainCells {
  /// The position of the first cell in the file.
  let start: Int

  /// Finds out whether a band is kept so.
  ///
  /// - Returns: nothing where it is not, or where the file is too short for what it says.
  init?(_ raw: GDALRasterBandH, of dataset: GDALDatasetH, _ file: InputFile, _ grid: Grid) {
    func fact(_ name: String, _ domain: String) -> String? {
      GDALGetMetadataItem(raw, name, domain).map { String(cString: $0) }
    }
    var width: Int32 = 0
    var height: Int32 = 0
    GDALGetBlockSize(raw, &width, &height)
    let together = GDALGetMetadataItem(dataset, "INTERLEAVE", "IMAGE_STRUCTURE")
    guard GDALGetRasterDataType(raw) == GDT_Float32, Int(width) == grid.columns, height > 0,
      GDALGetMetadataItem(dataset, "COMPRESSION", "IMAGE_STRUCTURE") == nil,
      fact("NBITS", "IMAGE_STRUCTURE") == nil,
      GDALGetRasterCount(dataset) == 1 || together.map({ String(cString: $0) }) == "BAND",
      let order = try? file.prefix(2), order == Array("II".utf8)
    else { return nil }
    let strips = (grid.rows + Int(height) - 1) / Int(height)
    var first: Int?
    for strip in 0..<strips {
      let row = strip * Int(height)
      let bytes = min(Int(height), grid.rows - row) * grid.columns * 4
      guard let offset = fact("BLOCK_OFFSET_0_\(strip)", "TIFF").flatMap({ Int($0) }),
        let size = fact("BLOCK_SIZE_0_\(strip)", "TIFF").flatMap({ Int($0) }),
        size >= bytes, offset == (first ?? offset) + row * grid.columns * 4
      else { return nil }
      first = first ?? offset
    }
    guard let first, first > 0, first + grid.count * 4 <= file.size else { return nil }
    start = first
  }

  /// Reads the cells of a window.
  func read(
    _ window: Window, of grid: Grid, from file: InputFile,
    into cells: UnsafeMutableBufferPointer<Float>
  ) throws {
    let isWhole = window.columns == grid.columns
    let count = isWhole ? window.count : window.columns
    for row in 0..<(isWhole ? 1 : window.rows) {
      let part = UnsafeMutableBufferPointer(rebasing: cells[row * count..<(row + 1) * count])
      let cell = (window.row + row) * grid.columns + window.column
      try file.read(into: UnsafeMutableRawBufferPointer(part), at: start + cell * 4)
    }
  }
}

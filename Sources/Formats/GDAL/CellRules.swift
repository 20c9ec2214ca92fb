import CGDAL
import Rasters

/// How a band's stored numbers become cells: declared no data and masked cells to NaN, scale and
/// offset applied.
struct CellRules: Sendable {
  /// The library could not read; the caller finds out where.
  struct ReadFailed: Error {}

  /// The file's name, for messages.
  let file: String
  /// The band, from 1.
  let band: Int
  /// Whether every stored number is a `Float` exactly.
  let isFloat: Bool
  /// Whether the stored numbers are whole.
  let isInteger: Bool
  /// The declared no-data value.
  let noData: Double?
  /// What stored numbers are multiplied by.
  let scale: Double
  /// What is then added.
  let offset: Double
  /// Whether the file hides cells by a mask of its own or by an alpha band.
  let isMasked: Bool

  /// Reads a window.
  ///
  /// - Parameters:
  ///   - raw: the band.
  ///   - window: the cells.
  ///   - cells: room for them.
  ///   - stored: reads cells that the file keeps as `Float` without the library, if it does; gives
  ///     no for what it cannot read.
  /// - Throws: ``ReadFailed``, and of a cell that `Float` cannot hold.
  func read(
    _ raw: GDALRasterBandH, _ window: Window, into cells: UnsafeMutableBufferPointer<Float>,
    stored: (UnsafeMutableBufferPointer<Float>) -> Bool
  ) throws {
    let plain = scale == 1 && offset == 0
    if isFloat, plain {
      if !stored(cells) {
        try io(raw, window, UnsafeMutableRawPointer(cells.baseAddress), GDT_Float32)
      }
      if let noData, !noData.isNaN {
        // The declared value as the file's own type holds it.
        let missing = Float(noData)
        for i in cells.indices where cells[i] == missing { cells[i] = .nan }
      }
    } else {
      try withUnsafeTemporaryAllocation(of: Double.self, capacity: window.count) { numbers in
        try io(raw, window, UnsafeMutableRawPointer(numbers.baseAddress), GDT_Float64)
        let missing = isFloat ? noData.map { Double(Float($0)) } : noData
        for i in cells.indices {
          let number = numbers[i]
          guard number != missing else {
            cells[i] = .nan
            continue
          }
          let cell = Float(plain ? number : number * scale + offset)
          guard !isInteger || !plain || Double(cell) == number else {
            throw RasterError.outOfRange(
              what: "a cell of band \(band) of “\(file)”", found: "\(Int(number))",
              expected: "whole numbers up to 16777216, which are kept exactly")
          }
          cells[i] = cell
        }
      }
    }
    if isMasked {
      try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: window.count) { marks in
        guard let mask = GDALGetMaskBand(raw) else { throw ReadFailed() }
        try io(mask, window, UnsafeMutableRawPointer(marks.baseAddress), GDT_Byte)
        for i in cells.indices where marks[i] == 0 { cells[i] = .nan }
      }
    }
  }

  private func io(
    _ raw: GDALRasterBandH, _ window: Window, _ buffer: UnsafeMutableRawPointer?,
    _ type: GDALDataType
  ) throws {
    let (columns, rows) = (Int32(window.columns), Int32(window.rows))
    CPLErrorReset()
    let failed = GDALRasterIOEx(
      raw, GF_Read, Int32(window.column), Int32(window.row), columns, rows, buffer, columns, rows,
      type, 0, 0, nil)
    guard failed == CE_None else { throw ReadFailed() }
  }
}

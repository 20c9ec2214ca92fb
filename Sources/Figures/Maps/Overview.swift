import Glibc
public import Rasters

/// A raster layer made small enough to draw, read strip by strip.
///
/// Each cell stands for a square block of the layer's: the mean of amounts, the direction of the mean
/// of unit vectors of directions, the most frequent code of classes (of equally frequent ones the
/// least). A block all without data has none.
public struct Overview: Sendable, Equatable {
  /// What numbers are, and so how those of a block become one.
  public enum Content: Sendable, Equatable {
    /// Amounts.
    case amounts
    /// Codes of classes.
    case classes
    /// Directions, of which so many radians are one.
    case directions(radians: Double)
  }

  /// Cells in a row.
  public let columns: Int
  /// Rows.
  public let rows: Int
  /// How many columns of the window each cell stands for, and rows.
  public let factor: Int
  /// The window.
  public let window: Window
  /// The cells, row by row; not a number for no data.
  public let values: [Float]

  /// Reads a part of a layer.
  ///
  /// - Parameters:
  ///   - layer: the layer.
  ///   - window: the part; not empty.
  ///   - limit: the most cells on a side.
  ///   - content: what the numbers are.
  /// - Throws: what the reader throws.
  public init(
    of layer: RasterLayer, window: Window, limit: Int, of content: Content = .amounts
  ) throws {
    precondition(window.count > 0 && limit > 0, "an overview of \(window) in \(limit) cells")
    self.window = window
    let factor = (max(window.columns, window.rows) + limit - 1) / limit
    let columns = (window.columns + factor - 1) / factor
    let rows = (window.rows + factor - 1) / factor
    self.factor = factor
    self.columns = columns
    self.rows = rows
    var values: [Float] = []
    values.reserveCapacity(columns * rows)
    // Whole blocks, and about a million cells at a time.
    let blocks = max(1, 1_048_576 / (window.columns * factor))
    for start in stride(from: 0, to: rows, by: blocks) {
      let top = start * factor
      let height = min(min(blocks, rows - start) * factor, window.rows - top)
      let strip = Window(
        column: window.column, row: window.row + top, columns: window.columns, rows: height)
      let cells = try layer.reader.cells(strip, band: layer.band)
      if factor == 1 {
        values += cells
        continue
      }
      for blockTop in stride(from: 0, to: height, by: factor) {
        for column in 0..<columns {
          values.append(
            Self.value(
              cells, stride: window.columns,
              across: column * factor..<min((column + 1) * factor, window.columns),
              down: blockTop..<min(blockTop + factor, height), content))
        }
      }
    }
    self.values = values
  }

  /// How many of ``columns`` the window fills.
  public var shownColumns: Double { Double(window.columns) / Double(factor) }
  /// How many of ``rows`` the window fills.
  public var shownRows: Double { Double(window.rows) / Double(factor) }

  private static func value(
    _ cells: [Float], stride: Int, across: Range<Int>, down: Range<Int>, _ content: Content
  ) -> Float {
    if content == .classes {
      return mostFrequent(cells, stride: stride, across: across, down: down)
    }
    var sum = SIMD2(0.0, 0.0)
    var count = 0
    for row in down {
      for column in across {
        let cell = Double(cells[row * stride + column])
        guard cell.isFinite else { continue }
        count += 1
        if case .directions(let radians) = content {
          sum += SIMD2(cos(cell * radians), sin(cell * radians))
        } else {
          sum.x += cell
        }
      }
    }
    guard count > 0 else { return .nan }
    guard case .directions(let radians) = content else { return Float(sum.x / Double(count)) }
    let angle = atan2(sum.y, sum.x)
    return Float((angle < 0 ? angle + 2 * .pi : angle) / radians)
  }

  private static func mostFrequent(
    _ cells: [Float], stride: Int, across: Range<Int>, down: Range<Int>
  ) -> Float {
    let codes = down.flatMap { row in
      across.map { cells[row * stride + $0] }.filter(\.isFinite)
    }.sorted()
    var best: (code: Float, count: Int) = (.nan, 0)
    var start = 0
    for index in codes.indices where index + 1 == codes.count || codes[index + 1] != codes[index] {
      if index + 1 - start > best.count { best = (codes[index], index + 1 - start) }
      start = index + 1
    }
    return best.code
  }
}

import Rasters

/// One bit for each cell of a grid, rows starting at a whole word.
///
/// Unchecked: threads write words of different cells; whoever reads waits for the writers.
final class CellBits: @unchecked Sendable {
  /// The words of a row.
  let wordsPerRow: Int
  private let words: UnsafeMutableBufferPointer<UInt64>

  /// Takes room for a grid, all bits 0: an eighth of a byte for each cell.
  init(_ grid: Grid) {
    wordsPerRow = (grid.columns + 63) / 64
    words = .allocate(capacity: wordsPerRow * grid.rows)
    words.initialize(repeating: 0)
  }

  deinit { words.deallocate() }

  /// The words of one row.
  func words(ofRow row: Int) -> UnsafeMutableBufferPointer<UInt64> {
    UnsafeMutableBufferPointer(
      rebasing: words[row * wordsPerRow..<(row + 1) * wordsPerRow])
  }

  /// Calls `body` with each column of a row whose bit is 1, ascending.
  @inline(__always)
  func forEach(inRow row: Int, _ body: (Int) -> Void) {
    let words = words(ofRow: row)
    for index in 0..<wordsPerRow where words[index] != 0 {
      var word = words[index]
      if word == .max {
        for bit in 0..<64 { body(index * 64 + bit) }
        continue
      }
      while word != 0 {
        body(index * 64 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}

/// Which cells of a layer hold one of some values, and which have no data.
struct TargetCells: Sendable {
  /// The cells that hold one of the values.
  let held: CellBits
  /// The cells without data; none where all have data.
  let missing: CellBits?
  /// How many cells hold one of the values.
  let count: Int

  /// Looks through a layer.
  ///
  /// - Throws: what the reader throws.
  init(_ values: [Float], of layer: RasterLayer, threads: Int) throws {
    let grid = layer.reader.grid
    let (held, missing) = (CellBits(grid), CellBits(grid))
    var (count, missed) = (0, 0)
    try reduceBlocks([layer], threads: threads) { block -> (Int, Int) in
      // Blocks are whole rows, or pieces of one row that begin at a whole word.
      precondition(block.window.column % 64 == 0, "a block from column \(block.window.column)")
      var (found, gaps) = (0, 0)
      for row in 0..<block.window.rows {
        let cells = block.origin(0) + row * block.stride
        let (line, gapLine) = (
          held.words(ofRow: block.window.row + row), missing.words(ofRow: block.window.row + row)
        )
        var column = 0
        var index = block.window.column / 64
        while column < block.window.columns {
          let end = min(64, block.window.columns - column)
          let (bits, gapBits) = Self.word(cells + column, end, values)
          line[index] = bits
          gapLine[index] = gapBits
          found += bits.nonzeroBitCount
          gaps += gapBits.nonzeroBitCount
          column += 64
          index += 1
        }
      }
      return (found, gaps)
    } combine: {
      count += $0.0
      missed += $0.1
    }
    self.held = held
    self.missing = missed > 0 ? missing : nil
    self.count = count
  }

  /// The bits of up to 64 cells.
  private static func word(
    _ cells: UnsafePointer<Float>, _ count: Int, _ values: [Float]
  ) -> (held: UInt64, missing: UInt64) {
    var held: UInt64 = 0
    var missing: UInt64 = 0
    for value in values {
      for bit in 0..<count {
        held |= (cells[bit] == value ? 1 : 0) << UInt64(truncatingIfNeeded: bit)
      }
    }
    for bit in 0..<count {
      missing |= (cells[bit].isNaN ? 1 : 0) << UInt64(truncatingIfNeeded: bit)
    }
    return (held, missing)
  }
}

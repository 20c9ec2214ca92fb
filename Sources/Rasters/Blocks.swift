import Numerics
import Synchronization

/// The blocks that a raster is worked through in: their shape depends on the grid, the halo and the
/// number of bands in memory, never on the number of threads.
public struct BlockPlan: Sendable {
  /// How many cells one block may hold, over all bands and the halo.
  ///
  /// 2 MiB of `Float`; with at most ``largestThreadCount`` blocks at a time that is 32 MiB.
  public static let cellsPerBlock = 1 << 19
  /// The most blocks worked at a time.
  public static let largestThreadCount = 16

  /// The cells to cover.
  public let grid: Grid
  /// The columns of a whole block.
  public let columns: Int
  /// The rows of a whole block.
  public let rows: Int
  /// The number of blocks.
  public let count: Int

  /// Plans the blocks of a grid.
  ///
  /// Strips of whole rows where some rows fit, tiles else; a halo too wide for the limit still gets
  /// blocks of one cell.
  ///
  /// - Parameters:
  ///   - grid: the cells to cover.
  ///   - halo: the cells read beyond each block's edges.
  ///   - planes: the bands in memory, read and written.
  public init(grid: Grid, halo: Int = 0, planes: Int = 1) {
    let limit = max(1, Self.cellsPerBlock / max(1, planes))
    let strip = limit / (grid.columns + 2 * halo) - 2 * halo
    if strip >= max(1, min(2 * halo, grid.rows)) {
      columns = grid.columns
      rows = min(grid.rows, strip)
    } else {
      let side = max(1, Int(Double(limit).squareRoot()) - 2 * halo)
      rows = min(grid.rows, halo == 0 ? 1 : side)
      columns = min(grid.columns, halo == 0 ? limit : side)
    }
    self.grid = grid
    let across = (grid.columns + columns - 1) / columns
    let down = (grid.rows + rows - 1) / rows
    count = across * down
  }

  /// Plans tiles of a stated size.
  public init(grid: Grid, columns: Int, rows: Int) {
    precondition(columns > 0 && rows > 0, "tiles of \(columns) x \(rows) cells")
    self.grid = grid
    self.columns = min(grid.columns, columns)
    self.rows = min(grid.rows, rows)
    let across = (grid.columns + self.columns - 1) / self.columns
    let down = (grid.rows + self.rows - 1) / self.rows
    count = across * down
  }

  /// The cells of a block, in row order of blocks.
  public subscript(index: Int) -> Window {
    let across = (grid.columns + columns - 1) / columns
    let (down, right) = index.quotientAndRemainder(dividingBy: across)
    let window = Window(column: right * columns, row: down * rows, columns: columns, rows: rows)
    return window.intersection(grid.window)
  }

  /// Calls `body` once for each block, from several threads.
  ///
  /// - Parameters:
  ///   - threads: how many blocks to work at a time.
  ///   - body: takes the block's index, its cells, and the slot: a number below `threads` that no
  ///     two calls have at the same time.
  /// - Throws: the error of the first block, in order, that failed.
  public func forEach(
    threads: Int, _ body: @Sendable (Int, Window, Int) throws -> Void
  ) throws {
    let next = Atomic<Int>(0)
    let failure = Mutex<(index: Int, error: any Error)?>(nil)
    let slots = max(1, min(threads, count, Self.largestThreadCount))
    @Sendable func work(_ slot: Int) {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { return }
        do {
          try body(index, self[index], slot)
        } catch {
          failure.withLock { if index < $0?.index ?? .max { $0 = (index, error) } }
          next.store(count, ordering: .relaxed)
        }
      }
    }
    ThreadTeam.run(slots) { work($0) }
    if let first = failure.withLock({ $0?.error }) { throw first }
  }
}

public import Numerics
import Synchronization

/// Computes a raster block by block from others on the same grid, in bounded memory.
///
/// The blocks do not depend on the number of threads, so neither do the bytes written as long as
/// `body` is a function of its block alone.
///
/// - Parameters:
///   - layers: the bands to read, on grids that match the writer's.
///   - writer: takes the result.
///   - halo: how many cells beyond a block `body` reads; NaN beyond the raster.
///   - threads: how many blocks to work at a time.
///   - body: takes the block and, for each band of the writer, room for its `window.count` cells.
/// - Throws: ``RasterError/gridMismatch(difference:)``, and what readers, writer and body throw.
public func mapBlocks(
  _ layers: [RasterLayer], to writer: any RasterWriter, halo: Int = 0,
  threads: Int = ThreadLimit.current,
  _ body: @Sendable (BlockCells, [UnsafeMutableBufferPointer<Float>]) throws -> Void
) throws {
  for layer in layers {
    if let difference = layer.reader.grid.difference(from: writer.grid) {
      throw RasterError.gridMismatch(difference: difference)
    }
  }
  let planes = layers.count + writer.bands + (halo == 0 ? 0 : 1)
  let plan = BlockPlan(grid: writer.grid, halo: halo, planes: planes)
  let cells = plan.columns * plan.rows
  try forEachBlock(plan, layers, halo: halo, threads: threads) { _, block in
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: cells * writer.bands) { room in
      let outputs = (0..<writer.bands).map { band in
        UnsafeMutableBufferPointer(rebasing: room[band * cells..<band * cells + block.window.count])
      }
      try body(block, outputs)
      for (band, output) in outputs.enumerated() {
        try writer.write(block.window, band: band, from: UnsafeBufferPointer(output))
      }
    }
  }
}

/// Reduces rasters block by block: `partial` makes a value of each block, and `combine` takes the
/// values in the order of the blocks, so that the result does not depend on the number of threads.
///
/// - Precondition: at least one layer.
/// - Throws: ``RasterError/gridMismatch(difference:)``, and what readers and `partial` throw.
public func reduceBlocks<Partial: Sendable>(
  _ layers: [RasterLayer], threads: Int = ThreadLimit.current,
  _ partial: @Sendable (BlockCells) throws -> Partial, combine: (Partial) throws -> Void
) throws {
  precondition(!layers.isEmpty, "no layer to reduce")
  let grid = layers[0].reader.grid
  for layer in layers {
    if let difference = layer.reader.grid.difference(from: grid) {
      throw RasterError.gridMismatch(difference: difference)
    }
  }
  let plan = BlockPlan(grid: grid, planes: layers.count)
  let partials = Mutex([Partial?](repeating: nil, count: plan.count))
  try forEachBlock(plan, layers, halo: 0, threads: threads) { index, block in
    let value = try partial(block)
    partials.withLock { $0[index] = value }
  }
  for case let value? in partials.withLock({ $0 }) { try combine(value) }
}

/// Loads and passes on each block of a plan, with one room for each thread.
private func forEachBlock(
  _ plan: BlockPlan, _ layers: [RasterLayer], halo: Int, threads: Int,
  _ body: @Sendable (Int, BlockCells) throws -> Void
) throws {
  let rooms = Mutex<[BlockRoom]>([])
  try plan.forEach(threads: threads) { index, window, _ in
    let room =
      rooms.withLock { $0.popLast() }
      ?? BlockRoom(plan: plan, halo: halo, layers: layers)
    defer { rooms.withLock { $0.append(room) } }
    try body(index, room.load(window))
  }
}

/// The cells of one block in memory, with its halo: what a body given to ``mapBlocks`` computes on.
public struct BlockCells {
  /// The cells of the block, without the halo.
  public let window: Window
  /// The cells beyond each edge.
  public let halo: Int
  /// The distance between rows, cells.
  public let stride: Int
  let room: UnsafeMutablePointer<Float>
  let plane: Int

  /// The cell north-west of the block by the halo, of one of the layers read; rows are ``stride``
  /// cells apart.
  public func padded(_ layer: Int) -> UnsafePointer<Float> {
    UnsafePointer(room + layer * plane)
  }

  /// The north-west cell of the block, of one of the layers read; rows are ``stride`` cells apart.
  public func origin(_ layer: Int) -> UnsafePointer<Float> {
    UnsafePointer(room + layer * plane + halo * stride + halo)
  }
}

/// Room for the blocks of one thread, kept from block to block.
///
/// Unchecked: a room is with one thread at a time, taken from and given back to a locked list.
final class BlockRoom: @unchecked Sendable {
  private let plan: BlockPlan
  private let halo: Int
  private let layers: [RasterLayer]
  private let cells: UnsafeMutableBufferPointer<Float>
  private let scratch: UnsafeMutableBufferPointer<Float>

  /// Takes room for whole blocks of some layers with a halo.
  init(plan: BlockPlan, halo: Int, layers: [RasterLayer]) {
    self.plan = plan
    self.halo = halo
    self.layers = layers
    let plane = (plan.columns + 2 * halo) * (plan.rows + 2 * halo)
    cells = .allocate(capacity: max(1, plane * layers.count))
    scratch = .allocate(capacity: halo == 0 ? 1 : plane)
    cells.initialize(repeating: .nan)
  }

  deinit {
    cells.deallocate()
    scratch.deallocate()
  }

  /// Reads the layers' cells of a block and its halo; NaN beyond the raster.
  func load(_ window: Window) throws -> BlockCells {
    let stride = window.columns + 2 * halo
    let plane = stride * (window.rows + 2 * halo)
    guard let room = cells.baseAddress else {
      preconditionFailure("no room for \(plane) cells")
    }
    let wanted = window.grown(by: halo)
    for (index, layer) in layers.enumerated() {
      let target = UnsafeMutableBufferPointer(start: room + index * plane, count: plane)
      let inside = wanted.intersection(layer.reader.grid.window)
      if inside == wanted {
        try layer.reader.read(wanted, band: layer.band, into: target)
        continue
      }
      let part = UnsafeMutableBufferPointer(rebasing: scratch[..<inside.count])
      try layer.reader.read(inside, band: layer.band, into: part)
      let west = inside.column - wanted.column
      let east = stride - west - inside.columns
      for row in 0..<window.rows + 2 * halo {
        let start = room + index * plane + row * stride
        let read = wanted.row + row - inside.row
        guard read >= 0, read < inside.rows, let source = part.baseAddress else {
          start.update(repeating: .nan, count: stride)
          continue
        }
        start.update(repeating: .nan, count: west)
        (start + west).update(from: source + read * inside.columns, count: inside.columns)
        (start + west + inside.columns).update(repeating: .nan, count: east)
      }
    }
    return BlockCells(window: window, halo: halo, stride: stride, room: room, plane: plane)
  }
}

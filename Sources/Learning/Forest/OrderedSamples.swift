import CForest
import Numerics

/// The places that trees are grown from, every column put in order and cut into bins.
///
/// It owns the memory that the C functions read; nothing changes after it is made.
final class OrderedSamples: @unchecked Sendable {
  /// The places as rows of single precision, each followed by infinity.
  let walkable: UnsafeMutableBufferPointer<Float>
  /// What the C functions read.
  let samples: scarp_forest_samples
  private let memory: [UnsafeMutableRawPointer]

  /// Orders the columns.
  ///
  /// - Parameters:
  ///   - features: n x k, all finite.
  ///   - labels: 0 or 1, n of them.
  ///   - bins: the most bins of a column.
  ///   - keepsRanks: whether nodes are divided inside bins too.
  ///   - threads: how many threads may order columns at once.
  init(_ features: Matrix, labels: [Double], bins: Int, keepsRanks: Bool, threads: Int) {
    let (rows, columns) = (features.rows, features.columns)
    let stride = (columns + 15) / 16 * 16
    let firsts = Int(SCARP_FOREST_BINS) + 1
    let codes = UnsafeMutablePointer<UInt8>.allocate(capacity: rows * stride)
    codes.initialize(repeating: 0, count: rows * stride)
    let ranks = keepsRanks ? UnsafeMutablePointer<UInt32>.allocate(capacity: rows * columns) : nil
    let values = UnsafeMutablePointer<Float>.allocate(capacity: rows * columns)
    let first = UnsafeMutablePointer<UInt32>.allocate(capacity: columns * firsts)
    let ones = UnsafeMutablePointer<UInt8>.allocate(capacity: rows)
    for (row, label) in labels.enumerated() { ones[row] = label == 1 ? 1 : 0 }
    walkable = .allocate(capacity: rows * (columns + 1))
    samples = scarp_forest_samples(
      rows: UInt32(rows), columns: UInt32(columns), stride: UInt32(stride), codes: codes,
      ranks: ranks, values: values, first: first, labels: ones)
    memory =
      [
        UnsafeMutableRawPointer(codes), UnsafeMutableRawPointer(values),
        UnsafeMutableRawPointer(first), UnsafeMutableRawPointer(ones),
      ]
      + (ranks.map { [UnsafeMutableRawPointer($0)] } ?? [])
      + (walkable.baseAddress.map { [UnsafeMutableRawPointer($0)] } ?? [])

    // Each thread writes its own columns.
    nonisolated(unsafe) let (shared, sharedRanks) = (codes, ranks)
    nonisolated(unsafe) let (sharedValues, sharedFirst) = (values, first)
    FixedChunks(of: columns, size: 1).forEach(threads: threads) { range in
      let column = range.lowerBound
      let room = UnsafeMutableRawPointer.allocate(
        byteCount: scarp_forest_order_room(UInt32(rows)), alignment: 64)
      defer { room.deallocate() }
      features.elements.withUnsafeBufferPointer { elements in
        guard let base = elements.baseAddress else { return }
        _ = scarp_forest_order(
          base + column * rows, UInt32(rows), UInt32(bins),
          sharedRanks.map { $0 + column * rows }, sharedValues + column * rows,
          sharedFirst + column * firsts, shared + column, UInt32(stride), room)
      }
    }
    features.elements.withUnsafeBufferPointer { elements in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: rows) { complete in
        scarp_forest_rows(
          elements.baseAddress, rows, 0, UInt32(rows), UInt32(columns), walkable.baseAddress,
          complete.baseAddress)
      }
    }
  }

  deinit { for block in memory { block.deallocate() } }
}

public import Numerics
import Synchronization

/// The values at some ranks among a band's cells with data, exactly, in bounded memory.
///
/// Two passes over the raster count the upper and then the lower 16 bits of the cells' sortable
/// bits; further passes follow only where the ranks fall among more than 32 upper halves.
///
/// - Parameters:
///   - ranks: from 0, the smallest, below the number of cells with data; any order.
///   - layer: the band; its NaN cells are left out.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Returns: one value for each rank.
/// - Throws: ``RasterError`` where a rank is beyond the cells, and what the reader throws.
public func orderStatistics(
  ranks: [Int], of layer: RasterLayer, threads: Int = ThreadLimit.current
) throws -> [Float] {
  try RankSelection(layer, threads: threads).values(at: ranks)
}

/// The quantiles of a band's cells with data, exactly, linear between order statistics.
///
///     h = (n − 1) p,  q = x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋+1₎ − x₍⌊h⌋₎)
///
/// - Parameters:
///   - probabilities: 0...1 each.
///   - layer: the band; its NaN cells are left out.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Returns: one quantile for each probability.
/// - Throws: ``RasterError/allNoData(what:)``, and what the reader throws.
/// - Source: Hyndman & Fan (1996), definition 7, doi:10.1080/00031305.1996.10473566.
public func quantiles(
  at probabilities: [Double], of layer: RasterLayer, threads: Int = ThreadLimit.current
) throws -> [Double] {
  let selection = try RankSelection(layer, threads: threads)
  guard selection.count > 0 else { throw RasterError.allNoData(what: "the raster") }
  var ranks: [Int] = []
  var parts: [Double] = []
  for probability in probabilities {
    precondition((0...1).contains(probability), "a quantile at \(probability)")
    let h = Double(selection.count - 1) * probability
    let lower = Int(h.rounded(.down))
    ranks += [lower, min(lower + 1, selection.count - 1)]
    parts.append(h - h.rounded(.down))
  }
  let values = try selection.values(at: ranks)
  return parts.enumerated().map { index, part in
    // Numerics' formula for values in memory, so that both give the same bytes.
    quantile(ofSorted: [Double(values[2 * index]), Double(values[2 * index + 1])], at: part)
  }
}

/// Selection by rank over a raster whose upper halves are counted.
private struct RankSelection {
  /// How many lower-half tables are counted in one pass: 32 of 512 KiB.
  static let tablesPerPass = 32

  let layer: RasterLayer
  let threads: Int
  /// The cells with data.
  let count: Int
  private let upper: [Int]

  /// Counts the upper halves.
  init(_ layer: RasterLayer, threads: Int) throws {
    self.layer = layer
    self.threads = threads
    upper = try counts(in: 1 << 16, of: layer, threads: threads) { cells, table in
      for cell in cells where !cell.isNaN { table[Int(sortable(cell) >> 16)] += 1 }
    }
    count = upper.reduce(0, +)
  }

  /// The values at ranks.
  func values(at ranks: [Int]) throws -> [Float] {
    // Where each rank falls: its upper half, and its rank among the cells with that half.
    let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    var places: [(rank: Int, half: Int, rest: Int)] = []
    var half = 0
    var before = 0
    for index in order {
      let rank = ranks[index]
      guard rank >= 0, rank < count else {
        throw RasterError.outOfRange(
          what: "the rank", found: "\(rank)", expected: "0 to \(count - 1)")
      }
      while before + upper[half] <= rank {
        before += upper[half]
        half += 1
      }
      places.append((index, half, rank - before))
    }
    var halves: [Int] = []
    for place in places where halves.last != place.half { halves.append(place.half) }
    var result = [Float](repeating: .nan, count: ranks.count)
    var place = 0
    for start in stride(from: 0, to: halves.count, by: Self.tablesPerPass) {
      let chosen = Array(halves[start..<min(start + Self.tablesPerPass, halves.count)])
      let tables = try lowerTables(of: chosen)
      for (slot, half) in chosen.enumerated() {
        let table = tables[slot << 16..<(slot + 1) << 16]
        var low = table.startIndex
        var before = 0
        while place < places.count, places[place].half == half {
          while before + table[low] <= places[place].rest {
            before += table[low]
            low += 1
          }
          let bits = UInt32(half) << 16 | UInt32(low - table.startIndex)
          result[places[place].rank] = value(of: bits)
          place += 1
        }
      }
    }
    return result
  }

  /// Counts the lower halves of the cells with some upper halves, one table after another.
  private func lowerTables(of halves: [Int]) throws -> [Int] {
    var slots = [UInt8](repeating: .max, count: 1 << 16)
    for (slot, half) in halves.enumerated() { slots[half] = UInt8(slot) }
    let lookup = slots
    // A table for each thread, so only a few of these.
    let few = min(threads, 4)
    return try counts(in: halves.count << 16, of: layer, threads: few) { cells, tables in
      for cell in cells where !cell.isNaN {
        let bits = sortable(cell)
        let slot = lookup[Int(bits >> 16)]
        if slot != .max { tables[Int(slot) << 16 | Int(bits & 0xFFFF)] += 1 }
      }
    }
  }
}

/// Counts the cells of each block in a table of its thread, and adds the tables up: exact in any order.
private func counts(
  in size: Int, of layer: RasterLayer, threads: Int,
  _ count: @Sendable (UnsafeBufferPointer<Float>, UnsafeMutableBufferPointer<Int>) -> Void
) throws -> [Int] {
  let tables = Mutex<[[Int]]>([])
  try reduceBlocks([layer], threads: threads) { block in
    let cells = UnsafeBufferPointer(start: block.origin(0), count: block.window.count)
    var table = tables.withLock { $0.popLast() } ?? [Int](repeating: 0, count: size)
    table.withUnsafeMutableBufferPointer { count(cells, $0) }
    tables.withLock { [table] in $0.append(table) }
  } combine: { (_: Void) in
  }
  var total = [Int](repeating: 0, count: size)
  for table in tables.withLock({ $0 }) {
    for index in 0..<size { total[index] += table[index] }
  }
  return total
}

/// The bits of a number, ordered as the numbers are.
@inline(__always)
private func sortable(_ value: Float) -> UInt32 {
  let bits = value.bitPattern
  return bits & 0x8000_0000 != 0 ? ~bits : bits | 0x8000_0000
}

/// The number of sortable bits.
private func value(of bits: UInt32) -> Float {
  Float(bitPattern: bits & 0x8000_0000 != 0 ? bits & 0x7FFF_FFFF : ~bits)
}

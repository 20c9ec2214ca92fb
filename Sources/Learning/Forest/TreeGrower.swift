import CForest
import Numerics
import Synchronization

/// Grows trees side by side.
struct TreeGrower: Sendable {
  /// What growing gives.
  struct Grown: Sendable {
    /// The nodes of each tree, as the C functions have them.
    var trees: [[UInt64]]
    /// For each tree and column, by how much its questions lower the impurity.
    var importances: [[Double]]
    /// For each place the sum of the shares of class 1 in the leaves of the trees that were not grown
    /// from it, in units of 2⁻³², and the number of these trees.
    var outOfBag: (sums: [UInt64], times: [UInt32])
  }

  let samples: OrderedSamples
  let growth: scarp_forest_growth
  let random: RandomStream

  /// Grows so many trees.
  ///
  /// Which thread grows which tree does not matter: a tree's random numbers are its own, and what the
  /// trees say out of bag is added in whole numbers.
  func grow(
    trees count: Int, threads: Int, progress: @Sendable (Double) -> Void
  ) -> Grown {
    let rows = Int(samples.samples.rows)
    let whole = Mutex(
      Grown(
        trees: [[UInt64]](repeating: [], count: count),
        importances: [[Double]](repeating: [], count: count),
        outOfBag: ([UInt64](repeating: 0, count: rows), [UInt32](repeating: 0, count: rows))))
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    ThreadTeam.run(max(1, min(threads, count))) { _ in
      let bench = Bench(samples, growth)
      while true {
        let tree = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if tree >= count { break }
        var stream = random.at(index: UInt32(tree))
        let grown = bench.grow(seed: stream.doubleWord())
        whole.withLock {
          $0.trees[tree] = grown.nodes
          $0.importances[tree] = grown.importance
        }
        let standing = done.wrappingAdd(1, ordering: .relaxed).newValue
        progress(Double(standing) / Double(count))
      }
      whole.withLock { bench.addOutOfBag(to: &$0.outOfBag) }
    }
    return whole.withLock { $0 }
  }
}

/// The memory in which one thread grows its trees, one after the other.
private final class Bench {
  private let samples: OrderedSamples
  private let growth: scarp_forest_growth
  private let room: UnsafeMutableRawPointer
  private let nodes: UnsafeMutablePointer<scarp_forest_node>
  private let importance: UnsafeMutablePointer<Double>
  private let drawn: UnsafeMutablePointer<UInt16>
  private let sums: UnsafeMutablePointer<UInt64>
  private let times: UnsafeMutablePointer<UInt32>

  init(_ samples: OrderedSamples, _ growth: scarp_forest_growth) {
    self.samples = samples
    self.growth = growth
    var facts = samples.samples
    let (rows, columns) = (Int(facts.rows), Int(facts.columns))
    room = .allocate(
      byteCount: scarp_forest_grow_room(&facts, growth.candidates), alignment: 64)
    nodes = .allocate(capacity: 2 * rows)
    importance = .allocate(capacity: columns)
    drawn = .allocate(capacity: rows)
    sums = .allocate(capacity: rows)
    sums.initialize(repeating: 0, count: rows)
    times = .allocate(capacity: rows)
    times.initialize(repeating: 0, count: rows)
  }

  deinit {
    room.deallocate()
    nodes.deallocate()
    importance.deallocate()
    drawn.deallocate()
    sums.deallocate()
    times.deallocate()
  }

  /// Grows one tree and lets it say what it thinks of the places that were not drawn.
  func grow(seed: UInt64) -> (nodes: [UInt64], importance: [Double]) {
    var facts = samples.samples
    var growth = growth
    let count = Int(scarp_forest_grow(&facts, &growth, seed, room, nodes, importance, drawn))
    if growth.draws > 0 {
      scarp_forest_out_of_bag(
        nodes, growth.bits, samples.walkable.baseAddress, facts.columns + 1, facts.rows, drawn,
        sums, times)
    }
    let packed = UnsafeRawBufferPointer(start: nodes, count: count * 8)
    return (
      Array(packed.bindMemory(to: UInt64.self)),
      Array(UnsafeBufferPointer(start: importance, count: Int(facts.columns)))
    )
  }

  func addOutOfBag(to whole: inout (sums: [UInt64], times: [UInt32])) {
    for row in whole.sums.indices {
      whole.sums[row] += sums[row]
      whole.times[row] += times[row]
    }
  }
}

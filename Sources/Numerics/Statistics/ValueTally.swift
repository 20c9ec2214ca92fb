/// Counts the distinct values among very many numbers, given part by part in any order, as long as
/// they are not too many.
public struct ValueTally: Sendable {
  /// How many distinct values are kept at most.
  public let limit: Int
  /// Whether there were more distinct values than the limit; nothing is counted any more.
  public private(set) var isOver = false
  private var runs = Runs<UInt32>()
  private var waiting: [UInt32] = []

  /// How many numbers wait to be sorted and counted together.
  private let batch: Int

  /// Counts nothing yet.
  ///
  /// - Parameters:
  ///   - limit: how many distinct values are kept at most.
  ///   - batch: how many numbers are sorted together; it does not change the result.
  public init(limit: Int, batch: Int = 1 << 22) { (self.limit, self.batch) = (limit, batch) }

  /// Counts numbers; those that are not finite are left out, and −0 is 0.
  public mutating func add(_ numbers: UnsafeBufferPointer<Float>) {
    if isOver { return }
    for number in numbers where number.isFinite { waiting.append(sortableBits(of: number + 0)) }
    if waiting.count >= batch { count() }
  }

  /// The distinct values with their counts; none where they are more than the limit.
  public mutating func result() -> ValueCounts? {
    count()
    if isOver { return nil }
    return ValueCounts(
      values: runs.keys.map { Double(float(ofSortableBits: $0)) }, counts: runs.counts)
  }

  private mutating func count() {
    radixSort(&waiting)
    let new = Runs(ofSorted: waiting)
    waiting.removeAll(keepingCapacity: true)
    runs = runs.keys.isEmpty ? new : runs.merged(with: new)
    if runs.keys.count > limit {
      isOver = true
      (runs, waiting) = (Runs(), [])
    }
  }
}

/// Equal neighbours in an ascending list, each once with its count.
struct Runs<Key: Comparable & Sendable>: Sendable {
  /// The distinct members, ascending.
  private(set) var keys: [Key] = []
  /// How often each occurs.
  private(set) var counts: [Int] = []

  /// Nothing.
  init() {}

  /// Counts equal neighbours.
  init(ofSorted sorted: [Key]) {
    let distinct = zip(sorted, sorted.dropFirst()).reduce(1) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    keys.reserveCapacity(distinct)
    counts.reserveCapacity(distinct)
    for key in sorted {
      if key == keys.last {
        counts[counts.count - 1] += 1
      } else {
        keys.append(key)
        counts.append(1)
      }
    }
  }

  /// The members of both, with the sums of their counts.
  func merged(with other: Runs) -> Runs {
    var result = Runs()
    result.keys.reserveCapacity(keys.count + other.keys.count)
    result.counts.reserveCapacity(keys.count + other.keys.count)
    var (i, j) = (0, 0)
    while i < keys.count || j < other.keys.count {
      let takesMine = i < keys.count && (j == other.keys.count || keys[i] <= other.keys[j])
      let takesTheirs = j < other.keys.count && (i == keys.count || other.keys[j] <= keys[i])
      result.keys.append(takesMine ? keys[i] : other.keys[j])
      result.counts.append((takesMine ? counts[i] : 0) + (takesTheirs ? other.counts[j] : 0))
      i += takesMine ? 1 : 0
      j += takesTheirs ? 1 : 0
    }
    return result
  }
}

public import Numerics

/// Values at points, to be carried to where there are none.
public struct PointField: Sendable {
  /// The side of the squares of cells that share a search, cells.
  private static let side = 16

  private let points: [SIMD2<Double>]
  private let values: [Double]
  private let index: SegmentIndex
  private let rule: InverseDistance
  /// How many neighbours count, where that is fewer than there are points.
  private let neighbours: Int?

  /// Takes points and their values; a value that is NaN is passed over with its point.
  ///
  /// - Returns: none where no point has a value.
  /// - Precondition: as many values as points.
  public init?(_ values: [Double], at points: [SIMD2<Double>], by rule: InverseDistance) {
    precondition(values.count == points.count, "\(values.count) values at \(points.count) points")
    let present = values.indices.filter { !values[$0].isNaN }
    guard !present.isEmpty else { return nil }
    self.points = present.map { points[$0] }
    self.values = present.map { values[$0] }
    self.rule = rule
    neighbours = rule.neighbours.flatMap { $0 < present.count ? $0 : nil }
    index = SegmentIndex(self.points)
  }

  /// The values at other places; NaN where no point counts.
  public func values(at places: [SIMD2<Double>], threads: Int = ThreadLimit.current) -> [Double] {
    FixedChunks(of: places.count, size: 256).map(threads: threads) { chunk -> [Double] in
      var search = Search(self)
      return chunk.map { position in
        search.collect(around: places[position], radius: 0)
        return search.value(at: places[position])
      }
    }.flatMap { $0 }
  }

  /// Fills a raster with the values at the cells' centres; no data where no point counts.
  ///
  /// A square of cells shares one search: the k-th nearest point of none of its centres is farther
  /// from the square's middle than that of the middle and its diagonal.
  ///
  /// - Parameters:
  ///   - writer: takes the values, one band, on a grid in the points' coordinate system.
  ///   - threads: how many blocks to work at a time; it does not change the result.
  /// - Throws: what the writer throws.
  public func fill(_ writer: any RasterWriter, threads: Int = ThreadLimit.current) throws {
    precondition(writer.bands == 1, "\(writer.bands) bands for one layer")
    let grid = writer.grid
    try mapBlocks([], to: writer, threads: threads) { block, outputs in
      let window = block.window
      var search = Search(self)
      for top in stride(from: 0, to: window.rows, by: Self.side) {
        let bottom = min(top + Self.side, window.rows)
        for left in stride(from: 0, to: window.columns, by: Self.side) {
          let right = min(left + Self.side, window.columns)
          let first = grid.center(column: window.column + left, row: window.row + top)
          let last = grid.center(column: window.column + right - 1, row: window.row + bottom - 1)
          let half = (last - first) / 2
          search.collect(around: first + half, radius: (half * half).sum().squareRoot())
          for row in top..<bottom {
            for column in left..<right {
              let place = grid.center(column: window.column + column, row: window.row + row)
              outputs[0][row * window.columns + column] = Float(search.value(at: place))
            }
          }
        }
      }
    }
  }

  /// The points that count somewhere within a square, and the value at one place of it.
  private struct Search {
    private let field: PointField
    private var found: [Int32] = []
    private var points: [SIMD2<Double>]
    private var values: [Double]
    private var squares: [Double]
    private var sorted: [Double] = []

    init(_ field: PointField) {
      self.field = field
      points = field.points
      values = field.values
      squares = [Double](repeating: 0, count: points.count)
    }

    /// Finds the points that count for some place no farther than `radius` from the middle.
    mutating func collect(around middle: SIMD2<Double>, radius: Double) {
      var reach = Double.infinity
      if let neighbours = field.neighbours {
        reach = field.index.squaredDistance(to: middle, rank: neighbours).squareRoot() + 2 * radius
      }
      if let limit = field.rule.radius { reach = min(reach, limit + radius) }
      guard reach < .infinity else { return }
      // Wider by more than rounding.
      field.index.collect(within: reach * (1 + 1e-9), of: middle, into: &found)
      found.sort()
      points.removeAll(keepingCapacity: true)
      values.removeAll(keepingCapacity: true)
      for position in found {
        points.append(field.points[Int(position)])
        values.append(field.values[Int(position)])
      }
    }

    /// The value at a place.
    mutating func value(at place: SIMD2<Double>) -> Double {
      var nearest = Double.infinity
      for position in points.indices {
        let away = points[position] - place
        let square = (away * away).sum()
        squares[position] = square
        nearest = min(nearest, square)
      }
      var limit = field.rule.radius.map { $0 * $0 } ?? .infinity
      guard nearest <= limit, !points.isEmpty else { return .nan }
      // How many points exactly as far away as the last one that counts do so.
      var ties = Int.max
      if let neighbours = field.neighbours, neighbours < points.count {
        sorted.removeAll(keepingCapacity: true)
        sorted.append(contentsOf: squares[..<points.count])
        let last = select(neighbours - 1, of: &sorted)
        if last <= limit {
          limit = last
          ties = neighbours - squares[..<points.count].count { $0 < last }
        }
      }
      var sum = 0.0
      var total = 0.0
      for position in points.indices where squares[position] <= limit {
        if squares[position] == limit {
          if ties == 0 { continue }
          ties -= 1
        }
        let weight: Double
        if nearest == 0 {
          weight = squares[position] == 0 ? 1 : 0
        } else {
          weight = field.rule.weight(nearest / squares[position])
        }
        sum += weight * values[position]
        total += weight
      }
      return sum / total
    }
  }
}

/// The number at a rank, from 0, in ascending order; the numbers are put in another order.
private func select(_ rank: Int, of numbers: inout [Double]) -> Double {
  numbers.withUnsafeMutableBufferPointer { numbers in
    var (low, high) = (0, numbers.count - 1)
    while low < high {
      let pivot = numbers[(low + high) / 2]
      var (i, j) = (low, high)
      while i <= j {
        while numbers[i] < pivot { i += 1 }
        while numbers[j] > pivot { j -= 1 }
        if i <= j {
          numbers.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j {
        high = j
      } else if rank >= i {
        low = i
      } else {
        return numbers[rank]
      }
    }
    return numbers[rank]
  }
}

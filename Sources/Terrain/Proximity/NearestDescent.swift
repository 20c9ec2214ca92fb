import Rasters

/// Finds the distance of every cell of a block to the nearest segment, square by square.
///
/// For a square of centres round t, with half diagonal r, and d the distance from t to the nearest
/// segment, no cell's nearest segment is farther from t than d + 2r. Squares are cut in four, and
/// each part looks only among the segments of the whole. Of two segments, the second can be left out
/// where no centre of the square is nearer to it: with p the point of the first that is nearest to t,
/// and q that of the second, the second lies on the far side of the line through q across t − q, so
/// that its distance from a centre c is at least (c − q)·(t − q)/|t − q|; if that exceeds |c − p| at
/// the four corners it does so everywhere between, as the difference is a convex function of c.
///
/// All bounds are widened by more than rounding can move them, and each cell takes the least of the
/// distances to what is left: the result is that of comparing with every segment.
struct NearestDescent {
  /// The side of the first squares, cells.
  private static let largest = 64
  /// The side of the squares whose cells are compared one by one, cells.
  private static let smallest = 8
  /// By how much bounds are widened, a share of the distances.
  private static let margin = 1e-9

  private let index: SegmentIndex
  private let grid: Grid
  private let window: Window
  private let scale: Double
  private let result: UnsafeMutableBufferPointer<Float>
  private var skipped: UnsafeBufferPointer<Int32>?
  /// The segments of each square that is being worked on, from the largest to the smallest.
  private var lists: [[Int32]] = []

  /// Prepares for a block.
  ///
  /// - Parameters:
  ///   - index: the segments, in coordinates of the grid.
  ///   - grid: the cells.
  ///   - window: those of the block.
  ///   - scale: one coordinate unit in units of the result.
  ///   - result: room for the block's cells.
  init(
    _ index: SegmentIndex, on grid: Grid, window: Window, scale: Double,
    into result: UnsafeMutableBufferPointer<Float>
  ) {
    (self.index, self.grid, self.window) = (index, grid, window)
    (self.scale, self.result) = (scale, result)
  }

  /// Measures all cells but those that `skipping` marks with 0 or more.
  mutating func fill(skipping skipped: UnsafeBufferPointer<Int32>?) {
    self.skipped = skipped
    var depth = 1
    var side = Self.largest
    while side > Self.smallest { (side, depth) = (side / 2, depth + 1) }
    lists = [[Int32]](repeating: [], count: depth + 2)
    var row = window.row
    while row < window.row + window.rows {
      var column = window.column
      while column < window.column + window.columns {
        let square = Window(
          column: column, row: row, columns: Self.largest, rows: Self.largest
        ).intersection(window)
        if !isSkipped(square) {
          let (center, radius) = Self.round(square, grid)
          let nearest = index.squaredDistance(to: center).squareRoot()
          index.collect(
            within: (nearest + 2 * radius) * (1 + Self.margin), of: center, into: &lists[0])
          descend(square, level: 0)
        }
        column += Self.largest
      }
      row += Self.largest
    }
  }

  /// The middle of a square's cell centres, and how far the farthest is from it.
  private static func round(
    _ square: Window, _ grid: Grid
  ) -> (center: SIMD2<Double>, radius: Double) {
    let first = grid.center(column: square.column, row: square.row)
    let last = grid.center(
      column: square.column + square.columns - 1, row: square.row + square.rows - 1)
    let half = (last - first) / 2
    return (first + half, (half * half).sum().squareRoot())
  }

  private func isSkipped(_ square: Window) -> Bool {
    guard let skipped else { return false }
    for row in square.row..<square.row + square.rows {
      let start = place(row: row, column: square.column)
      for cell in start..<start + square.columns where skipped[cell] < 0 { return false }
    }
    return true
  }

  private func place(row: Int, column: Int) -> Int {
    (row - window.row) * window.columns + column - window.column
  }

  /// Measures a square, whose segments are among those in the list of its level.
  private mutating func descend(_ square: Window, level: Int) {
    prune(square, level: level)
    let isSmall = square.columns <= Self.smallest && square.rows <= Self.smallest
    if isSmall || lists[level + 1].count <= 2 {
      var row = square.row
      while row < square.row + square.rows {
        var column = square.column
        while column < square.column + square.columns {
          let part = Window(
            column: column, row: row, columns: Self.smallest, rows: Self.smallest
          ).intersection(square)
          measure(part, level: level + 1)
          column += Self.smallest
        }
        row += Self.smallest
      }
      return
    }
    let side = max(square.columns, square.rows)
    var half = Self.smallest
    while half * 2 < side { half *= 2 }
    for top in [square.row, square.row + half] {
      for left in [square.column, square.column + half] {
        let part = Window(column: left, row: top, columns: half, rows: half).intersection(square)
        guard part.count > 0, !isSkipped(part) else { continue }
        descend(part, level: level + 1)
      }
    }
  }

  /// Puts those segments of a level's list that may be nearest to a cell of a square into the list of
  /// the next level.
  private mutating func prune(_ square: Window, level: Int) {
    let (center, radius) = Self.round(square, grid)
    var nearest = Double.infinity
    var point = center
    for position in lists[level] {
      let place = index.segments[Int(position)].nearest(to: center)
      let away = center - place
      let square = away.x * away.x + away.y * away.y
      if square < nearest { (nearest, point) = (square, place) }
    }
    let distance = nearest.squareRoot()
    let reach = (distance + 2 * radius) * (1 + Self.margin)
    let limit = reach * reach
    let half = grid.center(column: square.column, row: square.row) - center
    let cornersX = SIMD4(half.x, -half.x, half.x, -half.x)
    let cornersY = SIMD4(half.y, half.y, -half.y, -half.y)
    let awayX = cornersX + (center.x - point.x)
    let awayY = cornersY + (center.y - point.y)
    let slack = Self.margin * (distance + radius)
    let toFirst = (awayX * awayX + awayY * awayY).squareRoot() + slack
    lists[level + 1].removeAll(keepingCapacity: true)
    for position in lists[level] {
      let place = index.segments[Int(position)].nearest(to: center)
      let away = center - place
      let square = away.x * away.x + away.y * away.y
      if square > limit { continue }
      let length = square.squareRoot()
      if length > 0 {
        // (c − q)·n = |t − q| + (c − t)·n
        let least = cornersX * (away.x / length) + cornersY * (away.y / length) + length
        if all(toFirst .< least) { continue }
      }
      lists[level + 1].append(position)
    }
  }

  /// Compares the cells of a small square with each segment of a level's list.
  private func measure(_ square: Window, level: Int) {
    let first = grid.center(column: square.column, row: square.row)
    var x = SIMD8<Double>()
    for column in 0..<8 {
      x[column] = grid.center(column: square.column + column, row: square.row).x - first.x
    }
    withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: 8) { squares in
      for row in 0..<square.rows { squares[row] = SIMD8(repeating: .infinity) }
      for position in lists[level] {
        let segment = index.segments[Int(position)]
        let from = first - segment.start
        let (ux, uy) = (segment.along.x, segment.along.y)
        let (vx, vy) = (ux * segment.inverse, uy * segment.inverse)
        let dx = x + from.x
        for row in 0..<square.rows {
          let dy = from.y - Double(row) * grid.cellHeight
          var t = dx * vx + dy * vy
          t.replace(with: 0, where: t .< 0)
          t.replace(with: 1, where: t .> 1)
          let ex = dx - t * ux
          let ey = dy - t * uy
          let square = ex * ex + ey * ey
          squares[row].replace(with: square, where: square .< squares[row])
        }
      }
      for row in 0..<square.rows {
        let lengths = squares[row].squareRoot() * scale
        let start = place(row: square.row + row, column: square.column)
        for column in 0..<square.columns where skipped.map({ $0[start + column] < 0 }) ?? true {
          result[start + column] = Float(lengths[column])
        }
      }
    }
  }
}

/// One landslide, which runs down the steepest way and is wider the longer it is.
struct LandslideGrowth {
  private let start: Int
  private let heights: [Double]
  private let receivers: [Int]
  private let frame: Frame

  init(from start: Int, heights: [Double], receivers: [Int], on frame: Frame) {
    (self.start, self.heights, self.receivers, self.frame) = (start, heights, receivers, frame)
  }

  /// Takes, of the cells beside those that it has, again and again the one nearest to its way, never
  /// one that lies higher than its start.
  ///
  /// - Parameters:
  ///   - size: how many cells are wanted; there are fewer where no ground is left.
  ///   - isTaken: the cells of other landslides.
  /// - Returns: the cells, the start first.
  func grow(to size: Int, avoiding isTaken: [Bool]) -> [Int] {
    let way = way(length: Int(Double(3 * size).squareRoot()) + 1)
    var cells = [start]
    var front: [Int] = []
    func reach(_ cell: Int) {
      frame.neighbours(of: cell) { near, isDiagonal in
        guard !isDiagonal, !isTaken[near], !cells.contains(near), !front.contains(near),
          heights[near] < heights[start]
        else { return }
        front.append(near)
      }
    }
    reach(start)
    while cells.count < size, !front.isEmpty {
      let next = front.indices.min {
        (distance(front[$0], way), front[$0]) < (distance(front[$1], way), front[$1])
      }
      guard let next else { break }
      let cell = front.remove(at: next)
      cells.append(cell)
      reach(cell)
    }
    return cells
  }

  /// The way of the water from the start, some cells long; it ends where the ground is flat.
  private func way(length: Int) -> [Int] {
    var way = [start]
    while way.count < length, let last = way.last {
      let next = receivers[last]
      let fall = heights[last] - heights[next]
      guard next != last, fall > 0.08 * frame.cell else { break }
      way.append(next)
    }
    return way
  }

  /// The square of the distance from a cell to the nearest of a way, in cells; cells further down the
  /// way count as a little further away, so that it is followed from its head.
  private func distance(_ cell: Int, _ way: [Int]) -> Double {
    let (column, row) = (cell % frame.columns, cell / frame.columns)
    var least = Double.infinity
    for (number, other) in way.enumerated() {
      let x = Double(column - other % frame.columns)
      let y = Double(row - other / frame.columns)
      least = min(least, x * x + y * y + 0.05 * Double(number))
    }
    return least
  }
}

/// The order in which water rising from the outlets reaches the cells, and where each one drains.
///
/// Every cell drains to the steepest of the neighbours that the water reached before, measured on the
/// filled surface; where none lies lower, to the one from which it was reached. So the order is one
/// from downstream to upstream, and nothing drains in circles. The water rises a little, and not
/// everywhere alike, from cell to cell, so that ways through filled hollows wind as streams do.
///
/// - Source: Barnes, Lehman & Mulla (2014), doi:10.1016/j.cageo.2013.04.024.
struct FloodOrder {
  /// The cells, each after the one that it drains to.
  private(set) var cells: [Int32]
  /// The cell that each one drains to; itself at an outlet.
  private(set) var receivers: [Int32]

  /// Floods a surface.
  ///
  /// - Parameters:
  ///   - heights: the surface, metres.
  ///   - frame: its cells.
  ///   - rises: how far the water rises as it enters each cell at least, metres; above 0.
  ///   - outlets: where water leaves it.
  init(over heights: [Double], on frame: Frame, rises: [Double], outlets: [Int]) {
    cells = []
    cells.reserveCapacity(frame.count)
    receivers = [Int32](repeating: -1, count: frame.count)
    var filled = heights
    var isOrdered = [Bool](repeating: false, count: frame.count)
    var front = FloodFront()
    for outlet in outlets {
      receivers[outlet] = Int32(outlet)
      front.add(outlet, level: heights[outlet])
    }
    while let cell = front.takeLowest() {
      let level = filled[cell]
      var (steepest, target) = (0.0, receivers[cell])
      frame.neighbours(of: cell) { near, isDiagonal in
        if isOrdered[near] {
          let drop = (level - filled[near]) * (isDiagonal ? 0.7071067811865476 : 1)
          if drop > steepest { (steepest, target) = (drop, Int32(near)) }
        } else if receivers[near] < 0 {
          receivers[near] = Int32(cell)
          filled[near] = max(heights[near], level + rises[near])
          front.add(near, level: filled[near])
        }
      }
      if receivers[cell] != Int32(cell) { receivers[cell] = target }
      isOrdered[cell] = true
      cells.append(Int32(cell))
    }
  }

  /// The area that drains through each cell, its own included, m².
  func drainedAreas(on frame: Frame) -> [Double] {
    var areas = [Double](repeating: frame.cell * frame.cell, count: frame.count)
    for cell in cells.reversed() where receivers[Int(cell)] != cell {
      areas[Int(receivers[Int(cell)])] += areas[Int(cell)]
    }
    return areas
  }
}

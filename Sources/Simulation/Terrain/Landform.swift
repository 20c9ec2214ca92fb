import Numerics

/// A surface that is lifted, cut by its streams and worn down by creep.
///
///     ∂z/∂t = U − K √A · S + D ∇²z
///
/// with the uplift U, the erodibility K, the drained area A and the slope S towards the cell that the
/// water goes to; D is that of soil creep. The streams' part is solved implicitly from the outlets
/// upstream, the creep's explicitly in small steps.
///
/// - Source: Braun & Willett (2013), doi:10.1016/j.geomorph.2012.10.008.
struct Landform {
  /// The cells.
  private(set) var frame: Frame
  /// The surface, metres.
  private(set) var heights: [Double]
  /// How far water rises as it enters each cell, metres.
  private let rises: [Double]
  private let winding: RandomStream

  /// Uplift in one unit of time, metres.
  static let uplift = 10.0
  /// The fall of a stream that drains 1 m² in equilibrium with the uplift, times the root of that
  /// area: U / K, metres.
  static let steepness = 37.0
  /// The diffusivity of creep in one unit of time, m².
  static let creep = 350.0

  /// Takes a surface; the random numbers make streams wind.
  init(frame: Frame, heights: [Double], winding: RandomStream) {
    precondition(heights.count == frame.count, "\(heights.count) heights for \(frame.count) cells")
    (self.frame, self.heights) = (frame, heights)
    self.winding = winding
    var stream = winding
    rises = frame.map { _ in frame.cell * (0.0005 + 0.02 * stream.uniform()) }
  }

  /// The cells of the southern edge, where water leaves at a fixed height.
  private var outlets: [Int] { Array(frame.count - frame.columns..<frame.count) }

  /// Lets some time pass.
  ///
  /// - Parameters:
  ///   - time: how long, in units.
  ///   - erodibility: of each cell, over the usual one.
  ///   - lift: of each cell, over the usual uplift.
  mutating func evolve(time: Double, erodibility: [Double], lift: [Double]) {
    let order = FloodOrder(over: heights, on: frame, rises: rises, outlets: outlets)
    let areas = order.drainedAreas(on: frame)
    let strength = time * Self.uplift / Self.steepness / frame.cell
    heights.withUnsafeMutableBufferPointer { heights in
      for cell in order.cells {
        let index = Int(cell)
        let receiver = Int(order.receivers[index])
        guard receiver != index else { continue }
        let step = abs(receiver - index)
        let isDiagonal = step != 1 && step != frame.columns
        let reach = isDiagonal ? 0.7071067811865476 : 1.0
        let factor = strength * erodibility[index] * areas[index].squareRoot() * reach
        let lifted = heights[index] + time * Self.uplift * lift[index]
        let base = heights[receiver]
        // A lake is filled with what the slopes bring, just so that it drains.
        let cut =
          lifted > base ? (lifted + factor * base) / (1 + factor) : base + 0.001 * frame.cell / 20
        // Rock steeper than 45 degrees falls.
        heights[index] = min(cut, base + frame.cell / reach)
      }
    }
    creep(time: time)
  }

  /// Wears hilltops down and fills hollows; the edges but the outlets do as if they were mirrors.
  private mutating func creep(time: Double) {
    let total = Self.creep * time / (frame.cell * frame.cell)
    let count = Int((total / 0.2).rounded(.up))
    let share = total / Double(count)
    let (columns, rows) = (frame.columns, frame.rows)
    var next = heights
    for _ in 0..<count {
      heights.withUnsafeBufferPointer { now in
        next.withUnsafeMutableBufferPointer { next in
          for row in 0..<rows - 1 {
            let here = row * columns
            let above = max(row - 1, 0) * columns
            let below = here + columns
            for column in 0..<columns {
              let middle = now[here + column]
              let west = now[here + max(column - 1, 0)]
              let east = now[here + min(column + 1, columns - 1)]
              let sum = west + east + now[above + column] + now[below + column]
              next[here + column] = middle + share * (sum - 4 * middle)
            }
          }
        }
      }
      swap(&heights, &next)
    }
  }

  /// Fills the last hollows, so that each cell lies at least 2 cm above the one that it drains to.
  mutating func settle() {
    let order = FloodOrder(over: heights, on: frame, rises: rises, outlets: outlets)
    for cell in order.cells where order.receivers[Int(cell)] != cell {
      let base = heights[Int(order.receivers[Int(cell)])]
      heights[Int(cell)] = max(heights[Int(cell)], base + 0.02)
    }
  }

  /// The same surface with cells of half the side.
  func refined() -> Landform {
    let fine = Frame(columns: frame.columns * 2, rows: frame.rows * 2, cell: frame.cell / 2)
    // The centre of a small cell lies a quarter of a large one from the centre of its large cell.
    let made = fine.map { index -> Double in
      let (column, row) = (index % fine.columns, index / fine.columns)
      let (own, beside) = (column / 2, column / 2 + (column % 2 == 0 ? -1 : 1))
      let (line, next) = (row / 2, row / 2 + (row % 2 == 0 ? -1 : 1))
      let x = min(max(beside, 0), frame.columns - 1)
      let y = min(max(next, 0), frame.rows - 1) * frame.columns
      let here = line * frame.columns
      return 0.5625 * heights[here + own] + 0.1875 * (heights[here + x] + heights[y + own])
        + 0.0625 * heights[y + x]
    }
    return Landform(frame: fine, heights: made, winding: winding)
  }
}

/// What is measured on a surface for the landslides: slope, direction of fall, bend, catchment.
struct Surface {
  /// The tangent of the slope.
  let steepness: [Double]
  /// The direction of the fall, east and south; zero on flat ground.
  let falls: [SIMD2<Double>]
  /// Minus the Laplacian, 1/m: positive where the surface is convex.
  let bends: [Double]
  /// The specific catchment area, m, each cell's water parted among all lower neighbours by slope and
  /// width of contour.
  ///
  /// Source: Quinn, Beven, Chevallier & Planchon (1991), doi:10.1002/hyp.3360050106.
  let catchments: [Double]

  /// Measures a surface that drains to its southern edge.
  init(_ heights: [Double], on frame: Frame) {
    let (columns, rows, cell) = (frame.columns, frame.rows, frame.cell)
    var steepness = [Double](repeating: 0, count: frame.count)
    var falls = [SIMD2<Double>](repeating: .zero, count: frame.count)
    var bends = [Double](repeating: 0, count: frame.count)
    for index in 0..<frame.count {
      let (column, row) = (index % columns, index / columns)
      let west = column > 0 ? heights[index - 1] : heights[index]
      let east = column + 1 < columns ? heights[index + 1] : heights[index]
      let north = row > 0 ? heights[index - columns] : heights[index]
      let south = row + 1 < rows ? heights[index + columns] : heights[index]
      let fall = SIMD2(west - east, north - south) / (2 * cell)
      let tangent = (fall * fall).sum().squareRoot()
      steepness[index] = tangent
      if tangent > 0 { falls[index] = fall / tangent }
      bends[index] = (4 * heights[index] - west - east - north - south) / (cell * cell)
    }
    (self.steepness, self.falls, self.bends) = (steepness, falls, bends)
    catchments = Self.catchments(heights, on: frame)
  }

  private static func catchments(_ heights: [Double], on frame: Frame) -> [Double] {
    let order = FloodOrder(
      over: heights, on: frame, rises: [Double](repeating: 0.001, count: frame.count),
      outlets: Array(frame.count - frame.columns..<frame.count))
    var areas = [Double](repeating: frame.cell * frame.cell, count: frame.count)
    for cell in order.cells.reversed() {
      let index = Int(cell)
      var total = 0.0
      frame.neighbours(of: index) { near, isDiagonal in
        // Widths of contour 0.5 and 0.354 cells; a diagonal way is longer by √2.
        total += max(0, heights[index] - heights[near]) * (isDiagonal ? 0.25 : 0.5)
      }
      let area = areas[index]
      if total > 0 {
        frame.neighbours(of: index) { near, isDiagonal in
          let share = max(0, heights[index] - heights[near]) * (isDiagonal ? 0.25 : 0.5)
          areas[near] += area * share / total
        }
      } else if order.receivers[index] != cell {
        areas[Int(order.receivers[index])] += area
      }
    }
    return areas.map { $0 / frame.cell }
  }
}

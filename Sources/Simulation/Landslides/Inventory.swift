import Numerics

/// The landslides of an area: where each one starts is drawn by the true probability of its cell, how
/// large it grows by a power law.
///
/// A landslide covers at least n cells with probability (2 / n)^(4/3), up to 60 cells, as far as
/// ground below its start is left. A cell that an earlier one covers starts none.
///
/// - Source: Malamud, Turcotte, Guzzetti & Reichenbach (2004), doi:10.1002/esp.1064, for power laws of
///   landslide areas.
struct Inventory {
  /// The cells of each landslide, the one where it starts first.
  let landslides: [[Int]]

  /// Draws the inventory.
  ///
  /// - Parameters:
  ///   - chances: the probability that a landslide starts, of each cell.
  ///   - isMapped: where landslides are mapped.
  ///   - heights: the surface, metres.
  ///   - receivers: the cell that each one drains to; itself where there is none.
  ///   - frame: the cells.
  ///   - seed: the seed of the area.
  init(
    chances: [Double], isMapped: [Bool], heights: [Double], receivers: [Int], frame: Frame,
    seed: UInt64
  ) {
    var starts = RandomStream(seed: seed, name: "landslides", purpose: "start")
    var sizes = RandomStream(seed: seed, name: "landslides", purpose: "size")
    var visits = RandomStream(seed: seed, name: "landslides", purpose: "order")
    // One number for each cell, whatever becomes of it, so that no cell's draw depends on another.
    let isStart = chances.map { starts.uniform() < $0 }
    var isTaken = [Bool](repeating: false, count: frame.count)
    var made: [[Int]] = []
    for cell in visits.permutation(of: frame.count) where isStart[cell] {
      guard isMapped[cell], !isTaken[cell] else { continue }
      let size = Self.size(from: sizes.uniform())
      let growth = LandslideGrowth(from: cell, heights: heights, receivers: receivers, on: frame)
      let cells = growth.grow(to: size, avoiding: isTaken)
      for cell in cells { isTaken[cell] = true }
      made.append(cells)
    }
    landslides = made.sorted { $0[0] < $1[0] }
  }

  /// How many cells a landslide covers: n with (2 / n)^(4/3) at least the number drawn.
  private static func size(from draw: Double) -> Int {
    // The power −3/4 by square roots, which are exact.
    let root = max(1 - draw, 1e-6).squareRoot()
    return min(Int(2 / (root * root.squareRoot())), 60)
  }
}

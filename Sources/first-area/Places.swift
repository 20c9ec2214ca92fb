import Numerics
import Rasters

/// Places drawn from an area: landslides by their probability, and as many that hold.
struct Places {
  /// The centre of a cell, and whether it failed.
  struct Row {
    let x: Double
    let y: Double
    let isLandslide: Bool
  }

  /// The places, in the order in which they were drawn.
  let rows: [Row]

  /// Visits cells at random; each fails by its probability or holds; stops when there are enough.
  init(on land: Landscape, ofEach count: Int, seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "places", purpose: "draw")
    let grid = land.grid
    var rows: [Row] = []
    var missing = [false: count, true: count]
    for cell in stream.permutation(of: grid.count) where !land.probability[cell].isNaN {
      let fails = stream.uniform() < Double(land.probability[cell])
      guard let left = missing[fails], left > 0 else { continue }
      missing[fails] = left - 1
      rows.append(
        Row(
          x: grid.west + (Double(cell % grid.columns) + 0.5) * grid.cellWidth,
          y: grid.north - (Double(cell / grid.columns) + 0.5) * grid.cellHeight,
          isLandslide: fails))
    }
    self.rows = rows
  }
}

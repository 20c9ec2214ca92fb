public import Numerics

/// How a raster's value is had between the centres of its cells.
public enum Resampling: String, Sendable, Codable, CaseIterable {
  /// The value of the cell that holds the place: the only one fit for classes.
  case nearest
  /// Linear in both directions between the four nearest centres.
  ///
  ///     z = (1−u)(1−v) z₀₀ + u(1−v) z₁₀ + (1−u) v z₀₁ + u v z₁₁
  case bilinear
}

/// Brings a raster to another grid.
///
/// The centre of each cell of the target is brought to the source's system exactly, not by an
/// approximation over a row, and the source is read there. Nothing is averaged: onto much larger
/// cells, most of the source is passed over. A cell has no data where its centre lies outside the
/// source, or where a source cell that weighs anything has none. Within half a cell of the
/// source's edge, where a centre is missing on one side, the bilinear value is that of the edge.
///
/// - Parameters:
///   - source: the raster.
///   - writer: takes the result on its own grid, with the source's number of bands.
///   - method: how to read between centres.
///   - transformation: from the writer's coordinate system to the source's; none where they are one.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: what reader and writer throw.
public func resample(
  _ source: any RasterReader, to writer: any RasterWriter, by method: Resampling,
  transformation: (any CoordinateTransformation)?, threads: Int = ThreadLimit.current
) throws {
  precondition(source.bands == writer.bands, "\(source.bands) bands to \(writer.bands)")
  precondition(
    transformation != nil || source.grid.crs == writer.grid.crs,
    "no transformation from \(writer.grid.crs.label) to \(source.grid.crs.label)")
  // Small blocks, as the source's window under a block may be many times as large.
  let plan = BlockPlan(grid: writer.grid, planes: 16)
  try plan.forEach(threads: threads) { _, window, _ in
    try resampleParts(of: window, source, writer, method, transformation)
  }
}

/// The most source cells held for one block: 16 MiB.
private let largestSourceWindow = 1 << 22

/// Resamples a window; in quarters where its source is too large to hold.
private func resampleParts(
  of window: Window, _ source: any RasterReader, _ writer: any RasterWriter, _ method: Resampling,
  _ transformation: (any CoordinateTransformation)?
) throws {
  var places: [SIMD2<Double>] = []
  places.reserveCapacity(window.count)
  for row in window.row..<window.row + window.rows {
    for column in window.column..<window.column + window.columns {
      places.append(writer.grid.center(column: column, row: row))
    }
  }
  if let transformation {
    places.withUnsafeMutableBufferPointer { transformation.transform($0) }
  }
  // From coordinates to cells of the source, 0 at the north-west edge.
  let grid = source.grid
  let corner = SIMD2(grid.west, grid.north)
  let size = SIMD2(grid.cellWidth, -grid.cellHeight)
  let extent = SIMD2(Double(grid.columns), Double(grid.rows))
  for index in places.indices {
    let place = (places[index] - corner) / size
    let inside = place.x >= 0 && place.y >= 0 && place.x < extent.x && place.y < extent.y
    places[index] = inside ? place : SIMD2(.nan, .nan)
  }
  let inside = BoundingBox(places.lazy.filter { !$0.x.isNaN })
  var result = [Float](repeating: .nan, count: window.count)
  guard let inside else {
    for band in 0..<writer.bands {
      try result.withUnsafeBufferPointer { try writer.write(window, band: band, from: $0) }
    }
    return
  }
  let needed = Window(
    column: Int(inside.west), row: Int(inside.south),
    columns: Int(inside.east) - Int(inside.west) + 1,
    rows: Int(inside.north) - Int(inside.south) + 1
  ).grown(by: 1).intersection(grid.window)
  if needed.count > largestSourceWindow, window.count > 1 {
    for part in quarters(of: window) {
      try resampleParts(of: part, source, writer, method, transformation)
    }
    return
  }
  for band in 0..<writer.bands {
    let cells = try source.cells(needed, band: band)
    cells.withUnsafeBufferPointer { cells in
      guard let base = cells.baseAddress else { return }
      let sampler = Sampler(cells: base, window: needed)
      for index in places.indices where !places[index].x.isNaN {
        result[index] =
          method == .nearest ? sampler.nearest(places[index]) : sampler.bilinear(places[index])
      }
    }
    try result.withUnsafeBufferPointer { try writer.write(window, band: band, from: $0) }
  }
}

/// Cells of a window of the source, looked up by place in cells from its north-west corner.
private struct Sampler {
  let cells: UnsafePointer<Float>
  let window: Window

  func nearest(_ place: SIMD2<Double>) -> Float {
    cells[(Int(place.y) - window.row) * window.columns + Int(place.x) - window.column]
  }

  func bilinear(_ place: SIMD2<Double>) -> Float {
    let base = (place - 0.5).rounded(.down)
    let u = place.x - 0.5 - base.x
    let v = place.y - 0.5 - base.y
    // Beyond the edge of the source, the edge again.
    let left = max(Int(base.x) - window.column, 0)
    let right = min(Int(base.x) + 1 - window.column, window.columns - 1)
    let top = cells + max(Int(base.y) - window.row, 0) * window.columns
    let bottom = cells + min(Int(base.y) + 1 - window.row, window.rows - 1) * window.columns
    // A cell of no weight must not bring its no data in.
    var sum = 0.0
    let (above, below) = (1 - v, v)
    sum += Double(top[left]) * ((1 - u) * above)
    if u > 0 { sum += Double(top[right]) * (u * above) }
    if v > 0 {
      sum += Double(bottom[left]) * ((1 - u) * below)
      if u > 0 { sum += Double(bottom[right]) * (u * below) }
    }
    return Float(sum)
  }
}

/// A window cut in two along each side that can be cut.
private func quarters(of window: Window) -> [Window] {
  let columns = window.columns > 1 ? [window.columns / 2, (window.columns + 1) / 2] : [1]
  let rows = window.rows > 1 ? [window.rows / 2, (window.rows + 1) / 2] : [1]
  var parts: [Window] = []
  var row = window.row
  for height in rows {
    var column = window.column
    for width in columns {
      parts.append(Window(column: column, row: row, columns: width, rows: height))
      column += width
    }
    row += height
  }
  return parts
}

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
  let job = ResampleJob(
    source: source, writer: writer, method: method, transformation: transformation)
  // Small blocks, as the source's window under a block may be many times as large.
  let plan = BlockPlan(grid: writer.grid, planes: 16)
  try plan.forEach(threads: threads) { _, window, _ in try job.fill(window) }
}

/// What a resampling reads and writes.
private struct ResampleJob: Sendable {
  /// The most source cells held for one block: 16 MiB.
  private static let largestSourceWindow = 1 << 22

  let source: any RasterReader
  let writer: any RasterWriter
  let method: Resampling
  let transformation: (any CoordinateTransformation)?

  /// Resamples a window; in quarters where its source is too large to hold.
  func fill(_ window: Window) throws {
    let (places, needed) = places(of: window)
    if needed.count > Self.largestSourceWindow, window.count > 1 {
      for part in quarters(of: window) { try fill(part) }
      return
    }
    for band in 0..<writer.bands {
      let cells = needed.count > 0 ? try source.cells(needed, band: band) : []
      let result = [Float](unsafeUninitializedCapacity: window.count) { result, count in
        count = window.count
        cells.withUnsafeBufferPointer { cells in
          guard let base = cells.baseAddress, !cells.isEmpty else {
            result.initialize(repeating: .nan)
            return
          }
          let sampler = Sampler(cells: base, window: needed)
          switch method {
          case .nearest: for i in places.indices { result[i] = sampler.nearest(places[i]) }
          case .bilinear: for i in places.indices { result[i] = sampler.bilinear(places[i]) }
          }
        }
      }
      try result.withUnsafeBufferPointer { try writer.write(window, band: band, from: $0) }
    }
  }

  /// Where the centres of a window's cells lie, in cells of the source from its north-west corner
  /// and NaN outside, and the cells of the source that this needs.
  private func places(of window: Window) -> (places: [SIMD2<Double>], needed: Window) {
    let target = writer.grid
    let grid = source.grid
    let corner = SIMD2(grid.west, grid.north)
    let size = SIMD2(grid.cellWidth, -grid.cellHeight)
    let extent = SIMD2(Double(grid.columns), Double(grid.rows))
    var low = extent
    var high = SIMD2<Double>.zero
    let places = [SIMD2<Double>](unsafeUninitializedCapacity: window.count) { places, count in
      count = window.count
      for row in 0..<window.rows {
        for column in 0..<window.columns {
          places[row * window.columns + column] = target.center(
            column: window.column + column, row: window.row + row)
        }
      }
      transformation?.transform(places)
      for i in places.indices {
        let place = (places[i] - corner) / size
        if all(place .>= 0), all(place .< extent) {
          places[i] = place
          low = pointwiseMin(low, place)
          high = pointwiseMax(high, place)
        } else {
          places[i] = SIMD2(.nan, .nan)
        }
      }
    }
    guard low.x <= high.x else {
      return (places, Window(column: 0, row: 0, columns: 0, rows: 0))
    }
    let needed = Window(
      column: Int(low.x), row: Int(low.y), columns: Int(high.x) - Int(low.x) + 1,
      rows: Int(high.y) - Int(low.y) + 1)
    return (places, needed.grown(by: 1).intersection(grid.window))
  }
}

/// Cells of a window of the source, looked up by place in cells from its north-west corner.
private struct Sampler {
  let cells: UnsafePointer<Float>
  let window: Window

  func nearest(_ place: SIMD2<Double>) -> Float {
    if place.x.isNaN { return .nan }
    return cells[(Int(place.y) - window.row) * window.columns + Int(place.x) - window.column]
  }

  func bilinear(_ place: SIMD2<Double>) -> Float {
    if place.x.isNaN { return .nan }
    let x = place.x - 0.5
    let y = place.y - 0.5
    // Places are not negative, so that cutting the fraction off is rounding down but for −½...0.
    let column = x < 0 ? -1 : Int(x)
    let row = y < 0 ? -1 : Int(y)
    let u = x - Double(column)
    let v = y - Double(row)
    // Beyond the edge of the source, the edge again.
    let left = max(column - window.column, 0)
    let right = min(column + 1 - window.column, window.columns - 1)
    let top = cells + max(row - window.row, 0) * window.columns
    let bottom = cells + min(row + 1 - window.row, window.rows - 1) * window.columns
    // A cell of no weight must not bring its no data in.
    var sum = Double(top[left]) * ((1 - u) * (1 - v))
    if u > 0 { sum += Double(top[right]) * (u * (1 - v)) }
    if v > 0 {
      sum += Double(bottom[left]) * ((1 - u) * v)
      if u > 0 { sum += Double(bottom[right]) * (u * v) }
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

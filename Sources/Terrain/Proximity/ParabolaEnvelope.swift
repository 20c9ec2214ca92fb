/// The distance of each cell of a row to the nearest marked cell, from how far the nearest marked
/// cell of each column is.
///
///     d²(x) = min over columns q of (x − q)² + g(q)²
///
/// Each column makes a parabola; those that are lowest somewhere are kept from left to right, with
/// the places where one gives way to the next.
///
/// - Source: Felzenszwalb & Huttenlocher (2012), algorithm 1, doi:10.4086/toc.2012.v008a019.
final class ParabolaEnvelope {
  /// One parabola that is lowest somewhere.
  private struct Piece {
    /// Where it begins to be lowest.
    var start: Double
    /// Its column.
    var column: Int32
    /// Its height at its column.
    var height: Double
    /// Its height at column 0.
    var offset: Double
  }

  private let columns: Int
  private let square: Double
  private let reciprocals: [Double]
  private let pieces: UnsafeMutablePointer<Piece>

  /// 1/2n for the distances n between columns: a product is faster than a quotient, and errs by less
  /// than the meeting points of parabolas of whole numbers differ.
  static func reciprocals(columns: Int) -> [Double] {
    (0...columns).map { 0.5 / Double($0) }
  }

  /// Takes room for rows of so many cells.
  ///
  /// - Parameters:
  ///   - columns: the cells of a row.
  ///   - aspect: the height of a cell over its width.
  ///   - reciprocals: those of so many columns.
  init(columns: Int, aspect: Double, _ reciprocals: [Double]) {
    self.columns = columns
    square = aspect * aspect
    self.reciprocals = reciprocals
    pieces = .allocate(capacity: columns + 1)
  }

  deinit { pieces.deallocate() }

  /// Fills one row.
  ///
  /// - Parameters:
  ///   - output: takes the distances.
  ///   - vertical: the rows between each cell and the nearest marked one of its column; at least one
  ///     is less than ``ColumnStrips/none``.
  ///   - scale: the width of a cell in units of the result.
  func fill(
    _ output: UnsafeMutableBufferPointer<Float>, vertical: UnsafeBufferPointer<Int32>,
    scale: Double
  ) {
    let count = reciprocals.withUnsafeBufferPointer { build(vertical, $0) }
    precondition(count > 0, "no marked cell")
    var from = 0
    for index in 0..<count {
      let next = index + 1 < count ? Self.first(after: pieces[index + 1].start) : columns
      let column = Double(pieces[index].column)
      let height = pieces[index].height
      let to = min(next, columns)
      guard from < to else { continue }
      for x in from..<to {
        let across = Double(Int32(truncatingIfNeeded: x)) - column
        output[x] = Float((across * across + height).squareRoot() * scale)
      }
      from = to
    }
  }

  /// The first column beyond a place.
  @inline(__always)
  private static func first(after place: Double) -> Int {
    place < 0 ? 0 : Int(place) + 1
  }

  /// Keeps the parabolas that are lowest somewhere; returns how many.
  private func build(
    _ vertical: UnsafeBufferPointer<Int32>, _ reciprocals: UnsafeBufferPointer<Double>
  ) -> Int {
    let last = Double(columns - 1)
    var count = 0
    for column in 0..<columns {
      let rows = vertical[column]
      if rows >= ColumnStrips.none { continue }
      let height = Double(rows) * Double(rows) * square
      let offset = height + Double(column) * Double(column)
      var start = -Double.infinity
      while count > 0 {
        let top = pieces[count - 1]
        start = (offset - top.offset) * reciprocals[column - Int(top.column)]
        if start > top.start { break }
        count -= 1
      }
      // One that is lowest nowhere in the row is not kept; it has removed none.
      if count > 0, start >= last { continue }
      if count == 0 { start = -.infinity }
      pieces[count] = Piece(
        start: start, column: Int32(column), height: height, offset: offset)
      count += 1
    }
    return count
  }
}

public import Numerics

extension Partition {
  /// Divides rows into folds that lie together on the ground, by k-means of their coordinates.
  ///
  ///     minimise Σ ‖place − centre of its cluster‖²  (Lloyd's iteration until no row changes)
  ///
  /// The first centres are drawn as k-means++ does: each with a chance in proportion to the squared
  /// distance from the nearest one drawn before. One start: another stream gives other clusters,
  /// which is what repeated folds are for. The folds are numbered from west to east.
  ///
  /// - Parameters:
  ///   - places: the coordinates of each row, in metres.
  ///   - folds: at least two.
  ///   - stream: the random numbers.
  /// - Returns: the folds.
  /// - Throws: ``LearningError/tooFewGroups(found:kind:parts:)`` where fewer places differ.
  /// - Source: Brenning (2012), doi:10.1109/IGARSS.2012.6352393; Arthur & Vassilvitskii (2007),
  ///   k-means++, SODA, pp. 1027–1035.
  public static func clusterFolds(
    of places: [SIMD2<Double>], folds: Int, stream: inout RandomStream
  ) throws(LearningError) -> Partition {
    precondition(folds >= 2, "\(folds) folds")
    var centres = try firstCentres(of: places, count: folds, stream: &stream)
    var clusterOfRow = [Int](repeating: -1, count: places.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (row, place) in places.enumerated() {
        let cluster = nearest(to: place, among: centres)
        if cluster != clusterOfRow[row] {
          clusterOfRow[row] = cluster
          hasChanged = true
        }
      }
      var sums = [SIMD2<Double>](repeating: .zero, count: folds)
      var counts = [Double](repeating: 0, count: folds)
      for (row, place) in places.enumerated() {
        sums[clusterOfRow[row]] += place - places[0]
        counts[clusterOfRow[row]] += 1
      }
      // A cluster that has lost its places keeps its centre, and may win some again.
      for cluster in 0..<folds where counts[cluster] > 0 {
        centres[cluster] = places[0] + sums[cluster] / counts[cluster]
      }
    }
    let order = centres.indices.sorted {
      (centres[$0].x, centres[$0].y, $0) < (centres[$1].x, centres[$1].y, $1)
    }
    var number = [Int](repeating: 0, count: folds)
    for (new, old) in order.enumerated() { number[old] = new }
    return try numbered(clusterOfRow.map { number[$0] }, parts: folds)
  }

  /// The first centres, at different places.
  private static func firstCentres(
    of places: [SIMD2<Double>], count: Int, stream: inout RandomStream
  ) throws(LearningError) -> [SIMD2<Double>] {
    if places.count < count { throw .tooFewGroups(found: places.count, kind: .rows, parts: count) }
    var centres = [places[stream.integer(below: places.count)]]
    var squares = places.map { squaredDistance($0, centres[0]) }
    while centres.count < count {
      let total = squares.reduce(0, +)
      guard total > 0 else {
        throw .tooFewGroups(found: centres.count, kind: .points, parts: count)
      }
      var left = stream.uniform() * total
      // Rounding may leave a rest behind the last place: then it is the last that is not a centre.
      var chosen = squares.lastIndex { $0 > 0 } ?? 0
      for (row, square) in squares.enumerated() where square > 0 {
        left -= square
        if left < 0 {
          chosen = row
          break
        }
      }
      centres.append(places[chosen])
      for row in squares.indices {
        squares[row] = min(squares[row], squaredDistance(places[row], places[chosen]))
      }
    }
    return centres
  }

  private static func nearest(to place: SIMD2<Double>, among centres: [SIMD2<Double>]) -> Int {
    var (best, smallest) = (0, Double.infinity)
    for (index, centre) in centres.enumerated() {
      let square = squaredDistance(place, centre)
      if square < smallest { (best, smallest) = (index, square) }
    }
    return best
  }

  private static func squaredDistance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    let way = a - b
    return way.x * way.x + way.y * way.y
  }
}

import Glibc
import Vocabulary

/// How a cell's water is shared among its lower neighbours.
public enum FlowMethod: Sendable, Hashable {
  /// All to the neighbour down to which it is steepest.
  ///
  /// - Source: O'Callaghan & Mark (1984), doi:10.1016/S0734-189X(84)80011-0.
  case steepest
  /// To the one or two neighbours beside the steepest direction on eight triangular facets, by angle.
  ///
  /// - Source: Tarboton (1997), eq. 1–8, doi:10.1029/96WR03137.
  case facets
  /// To all lower neighbours: fᵢ = (tan βᵢ)ᵖ / Σ (tan βⱼ)ᵖ.
  ///
  /// - Source: Freeman (1991), eq. 1, doi:10.1016/0098-3004(91)90048-I.
  case multiple(power: Double)
}

/// Which shares of a cell's water go to which neighbours.
struct FlowShares: Sendable {
  private let field: ElevationField
  private let directions: DrainageDirections
  private let neighbours: Neighbours
  private let method: FlowMethod
  /// The straight and the diagonal neighbour of each facet: east and south-east first, then on
  /// clockwise.
  private static let straight: SIMD8<Int> = [1, 3, 3, 5, 5, 7, 7, 1]
  private static let diagonal: SIMD8<Int> = [2, 2, 4, 4, 6, 6, 0, 0]

  init(_ method: FlowMethod, on field: ElevationField, _ directions: DrainageDirections) {
    self.method = method
    self.field = field
    self.directions = directions
    neighbours = directions.neighbours
  }

  /// The shares of the neighbours, which sum to 1, or to 0 where the water leaves or stays.
  ///
  /// A cell without lower neighbour, in a level area, gives all to the neighbour of its direction.
  func shares(of cell: Int, _ column: Int, _ row: Int) -> SIMD8<Double> {
    var shares = SIMD8<Double>()
    let code = Int(directions.codes.start[cell] & DrainageDirections.mask)
    if code >= 8 { return shares }
    let elevation = Double(field.start[cell])
    // By how much each neighbour is lower; a number below 0 where there is none.
    var drops = SIMD8<Double>(repeating: -.infinity)
    for k in 0..<8 where neighbours.has(k, column: column, row: row) {
      let other = Double(field.start[cell + neighbours.offsets[k]])
      if !other.isNaN { drops[k] = elevation - other }
    }
    if drops[code] > 0 {
      switch method {
      case .steepest: break
      case .facets:
        if let facet = steepestFacet(drops) { return facet }
      case .multiple(let power):
        for k in 0..<8 where drops[k] > 0 {
          shares[k] = pow(drops[k] / neighbours.distances[k], power)
        }
        let sum = shares.sum()
        // A power so high that all shares are lost to rounding leaves the steepest one.
        if sum > 0, sum < .infinity { return shares / sum }
        shares = SIMD8()
      }
    }
    shares[code] = 1
    return shares
  }

  /// Shares by the steepest of the eight facets, each between a straight and a diagonal neighbour.
  ///
  /// Of equal slopes the first clockwise from east is taken. Facets beyond the edge or with no data
  /// are left out; none where none of the others goes down.
  private func steepestFacet(_ drops: SIMD8<Double>) -> SIMD8<Double>? {
    var steepest = 0.0
    var best: (straight: Int, diagonal: Int, share: Double)?
    for facet in 0..<8 {
      let (straight, diagonal) = (Self.straight[facet], Self.diagonal[facet])
      guard drops[straight] > -.infinity, drops[diagonal] > -.infinity else { continue }
      let along = neighbours.distances[straight]
      let across = neighbours.distances[(straight + 2) & 7]
      let down = drops[straight] / along
      let aside = (drops[diagonal] - drops[straight]) / across
      let slope: Double
      let share: Double
      if aside <= 0 {
        (slope, share) = (down, 0)
      } else if aside * along >= down * across {
        (slope, share) = (drops[diagonal] / neighbours.distances[diagonal], 1)
      } else {
        slope = (down * down + aside * aside).squareRoot()
        share = atan2(aside, down) / atan2(across, along)
      }
      if slope > steepest {
        steepest = slope
        best = (straight, diagonal, share)
      }
    }
    guard let best else { return nil }
    var shares = SIMD8<Double>()
    shares[best.straight] = 1 - best.share
    shares[best.diagonal] = best.share
    return shares
  }
}

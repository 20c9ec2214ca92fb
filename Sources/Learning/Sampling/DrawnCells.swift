public import Numerics
import Rasters

/// Points at the centres of cells, drawn at random.
///
/// Each candidate has the same chance and none is drawn twice. Of strata, each gets its share of the
/// points by its number of candidates:
///
///     qₛ = n cₛ / Σ c,  rounded by largest remainder, ties to the earlier stratum
///
/// Points kept apart are placed one after the other, each uniformly among the candidates that keep
/// the distance from those placed already (simple sequential inhibition). Cells are gone through
/// block by block, twice for each round of draws, so that memory grows with the points alone; the
/// result does not depend on the number of threads.
///
/// - Parameters:
///   - wanted: how many points.
///   - candidates: the cells.
///   - apart: the least distance between two points in coordinate units and in words; none to keep
///     no distance.
///   - stream: random numbers of this purpose; strata use its indices.
///   - threads: how many blocks to work at a time.
///   - clause: how a fault words what removed cells.
/// - Returns: the points, stratum by stratum, in the order in which they were drawn.
/// - Throws: ``SamplingError`` where there are too few cells, and what the readers throw.
/// - Source: Hamilton's method of largest remainder; Diggle (2013), Statistical Analysis of Spatial
///   and Spatio-Temporal Point Patterns, section 6.5.2, doi:10.1201/b15326.
public func drawPoints(
  _ wanted: Int, among candidates: CandidateCells, apart: (distance: Double, text: String)? = nil,
  stream: RandomStream, threads: Int,
  clause: (CandidateCells.Reason) -> String = { "\($0)" }
) throws -> [SIMD2<Double>] {
  let survey = try candidates.survey(besides: nil, threads: threads)
  let counts = (0..<candidates.strataCount).map { survey.count($0) }
  guard counts.reduce(0, +) >= wanted else {
    throw SamplingError.tooFewCells(
      wanted: wanted, found: counts.reduce(0, +),
      removed: CandidateCells.Reason.allCases.map {
        SamplingError.Removal(clause($0), survey.removed[$0.rawValue])
      })
  }
  let quotas = largestRemainders(of: wanted, by: counts)
  var streams = quotas.indices.map { stream.at(index: UInt32($0)) }
  guard let apart else {
    let ranks = quotas.indices.map { stratum in
      var draw = RankDraw(of: counts[stratum])
      return draw.next(quotas[stratum], &streams[stratum])
    }
    return try candidates.centers(at: ranks, in: survey, besides: nil, threads: threads)
      .flatMap { $0 }
  }
  var taken = PointsApart(by: apart.distance)
  var points: [SIMD2<Double>] = []
  for (stratum, quota) in quotas.enumerated() {
    let end = points.count + quota
    // Fixed sizes, so that fewer points are the first of more.
    var batch = 4096
    while points.count < end {
      let besides = taken.count > 0 ? taken : nil
      let left = besides == nil ? survey : try candidates.survey(besides: besides, threads: threads)
      var draw = RankDraw(of: left.count(stratum))
      guard draw.remaining > 0 else {
        throw SamplingError.tooClose(wanted: wanted, placed: points.count, apart: apart.text)
      }
      var ranks = [[Int]](repeating: [], count: quotas.count)
      ranks[stratum] = draw.next(batch, &streams[stratum])
      let centers = try candidates.centers(
        at: ranks, in: left, besides: besides, threads: threads)[stratum]
      for center in centers where points.count < end && taken.insert(center) {
        points.append(center)
      }
      batch *= 2
    }
  }
  return points
}

/// Divides a whole number in proportion to some counts, by largest remainder.
///
///     qᵢ = ⌊n cᵢ / Σ c⌋, and one more for the largest remainders until the sum is n
///
/// Of equal remainders the earlier one goes first. No part is larger than its count where n is no
/// larger than their sum.
///
/// - Parameters:
///   - whole: the number to divide.
///   - counts: what to divide it by; 0 or more each.
/// - Returns: one part for each count; all 0 where the counts are.
public func largestRemainders(of whole: Int, by counts: [Int]) -> [Int] {
  let total = counts.reduce(0, +)
  guard total > 0 else { return counts.map { _ in 0 } }
  let shares = counts.map { count in
    // Exact: the product of two numbers of 63 bits does not fit into one.
    let product = UInt(whole).multipliedFullWidth(by: UInt(count))
    return UInt(total).dividingFullWidth(product)
  }
  var parts = shares.map { Int($0.quotient) }
  let order = shares.indices.sorted {
    (shares[$1].remainder, $0) < (shares[$0].remainder, $1)
  }
  for index in order.prefix(whole - parts.reduce(0, +)) { parts[index] += 1 }
  return parts
}

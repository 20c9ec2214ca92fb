public import Numerics
public import Rasters

/// Points drawn at random in areas, each place as likely as any other.
///
/// Points uniform over the areas' bounding rectangle are tried one after the other, and kept where
/// they fulfil what is asked.
///
/// - Parameters:
///   - wanted: how many points.
///   - within: the areas.
///   - outside: areas of which none may hold a point.
///   - away: features from which points keep away.
///   - apart: the least distance between two points in coordinate units; none to keep no distance.
///   - stream: random numbers of this purpose.
/// - Returns: the points, in the order in which they were drawn; fewer are the first of more.
/// - Throws: ``SamplingError/tooFewPoints(wanted:found:tries:removed:)`` after 100,000 tries and
///   1,000 more for each point.
public func drawPoints(
  _ wanted: Int, within: FeatureCollection, outside: [FeatureCollection] = [],
  away: NearCover? = nil, apart: Double? = nil, stream: RandomStream
) throws -> [SIMD2<Double>] {
  guard let box = within.box else { throw SamplingError.noGround }
  let ground = BoxedAreas(within)
  let holes = outside.map { BoxedAreas($0) }
  var stream = stream
  var taken = apart.map { PointsApart(by: $0) }
  var points: [SIMD2<Double>] = []
  var removed = (without: 0, inside: 0, near: 0, close: 0)
  let tries = 100_000 + 1_000 * wanted
  for _ in 0..<tries where points.count < wanted {
    let point = SIMD2(
      box.west + stream.uniform() * (box.east - box.west),
      box.south + stream.uniform() * (box.north - box.south))
    if !ground.contains(point) {
      removed.without += 1
    } else if holes.contains(where: { $0.contains(point) }) {
      removed.inside += 1
    } else if away?.reaches(point) ?? false {
      removed.near += 1
    } else if !(taken?.insert(point) ?? true) {
      removed.close += 1
    } else {
      points.append(point)
    }
  }
  guard points.count == wanted else {
    throw SamplingError.tooFewPoints(
      wanted: wanted, found: points.count, tries: tries,
      removed: [
        .init("lay beside the areas within which points are drawn", removed.without),
        .init("in areas that are left out", removed.inside),
        .init("too near to what points keep away from", removed.near),
        .init("too near to another point", removed.close),
      ])
  }
  return points
}

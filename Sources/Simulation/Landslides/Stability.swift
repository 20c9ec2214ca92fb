/// How steep soil holds or fails: the infinite slope, and the chance that it fails.
///
///     F = strength · ( (c + r) / (γ d sin β cos β) + (1 − 0.52 m) tan φ / tan β )
///     m = min(1, 0.02 rain a / (T sin β)),   d = 2.2 m · (1 − (tan β / 0.75)²) · hollow
///     p = P / (1 + e^((F − 1.1) / 0.17))
///
/// c and tan φ are the rock's, less what faults and bedding take; r is the roots' cohesion; T the
/// transmissivity, a the specific catchment area, d the depth of the soil, γ = 19 kN/m³ its weight;
/// strength is a field of long waves that no layer shows.
///
/// - Source: Montgomery & Dietrich (1994), doi:10.1029/93WR02979, for the wetness m.
struct Stability {
  /// The tangent of the slope.
  var steepness: Double
  /// How the surface bends, 1/m, positive where it is convex.
  var bend: Double
  /// The cosine of the angle between the direction of the fall and that of the beds' dip.
  var fallWithBeds: Double
  /// The specific catchment area, m.
  var catchment: Double
  /// The rain of a year, mm.
  var rain: Double
  /// The distance to the nearest fault, metres.
  var faultDistance: Double
  /// The rock.
  var rock: Rock
  /// The land cover.
  var cover: LandCover
  /// The strength that no layer shows, 1 being the usual one.
  var strength: Double

  /// The factor of safety.
  var factorOfSafety: Double {
    let tangent = max(steepness, 0.02)
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    let hollow = min(max(1 - 40 * bend, 0.5), 1.6)
    let depth = 2.2 * max(1 - tangent * tangent / 0.5625, 0.1) * hollow
    let wetness = min(1, 0.02 * rain / 1000 * catchment / (rock.transmissivity * sine))
    let broken = Elementary.exp(-faultDistance / 350)
    let cohesion = rock.cohesion * (1 - 0.7 * broken) + cover.rootCohesion
    let bedding = 1 - rock.beddingLoss * max(0, fallWithBeds)
    let friction = rock.friction * (1 - 0.2 * broken) * bedding
    return strength
      * (cohesion / (19 * depth * sine * cosine) + (1 - 0.52 * wetness) * friction / tangent)
  }

  /// The chance of a landslide, as a share of that of the weakest ground.
  var chance: Double { Elementary.logistic((1.1 - factorOfSafety) / 0.17) }
}

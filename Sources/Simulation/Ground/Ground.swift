/// What lies on the surface of an area and how likely it fails, without the surroundings.
struct Ground {
  /// The surface, metres.
  private(set) var heights: [Double] = []
  /// The rock.
  private(set) var rock: [Rock] = []
  /// The land cover.
  private(set) var cover: [LandCover] = []
  /// The rain of a year, mm.
  private(set) var rain: [Double] = []
  /// The chance of a landslide, as a share of that of the weakest ground.
  private(set) var shares: [Double] = []
  /// The cell to which each one drains; itself where that lies outside.
  private(set) var receivers: [Int] = []

  /// Looks at the inner part of a surface.
  init(_ relief: Relief, strata: Strata, faults: Faults, seed: UInt64, inner: Frame) {
    let whole = relief.frame
    let surface = Surface(relief.heights, on: whole)
    let soil = NoiseField("soil", seed: seed, wavelength: 1800, octaves: 3)
    let clearing = NoiseField("clearing", seed: seed, wavelength: 1500, octaves: 3)
    let strength = NoiseField("strength", seed: seed, wavelength: 2000, octaves: 2)
    let rainfall = Rainfall(seed: seed)
    let cells = inner.map { Self.cell($0, of: inner, in: whole) }
    let levels = cells.map { relief.heights[$0] }
    let (lowest, highest) = (levels.min() ?? 0, levels.max() ?? 1)
    heights = levels
    for (index, cell) in cells.enumerated() {
      let point = whole.center(of: cell)
      let height = levels[index] - lowest
      let bed = strata.rock(at: point, lift: relief.folds[cell], height: levels[index])
      let growth = LandCover(
        height: height / max(highest - lowest, 1), steepness: surface.steepness[cell],
        soil: soil.value(at: point), clearing: clearing.value(at: point))
      let annual = rainfall.annual(at: point, height: height)
      let stability = Stability(
        steepness: surface.steepness[cell], bend: surface.bends[cell],
        fallWithBeds: (surface.falls[cell] * Strata.dip).sum(),
        catchment: surface.catchments[cell], rain: annual,
        faultDistance: faults.distance(to: point), rock: bed, cover: growth,
        strength: Elementary.exp(0.28 * strength.value(at: point)))
      rock.append(bed)
      cover.append(growth)
      rain.append(annual)
      shares.append(stability.chance)
    }
    receivers = Self.steepest(levels, on: inner)
  }

  private static func cell(_ index: Int, of inner: Frame, in whole: Frame) -> Int {
    (index / inner.columns + SimulatedArea.margin) * whole.columns
      + index % inner.columns + SimulatedArea.margin
  }

  /// The lower neighbour in the steepest direction; the cell itself where there is none.
  private static func steepest(_ heights: [Double], on frame: Frame) -> [Int] {
    frame.map { cell in
      var (best, target) = (0.0, cell)
      frame.neighbours(of: cell) { near, isDiagonal in
        let drop = (heights[cell] - heights[near]) * (isDiagonal ? 0.7071067811865476 : 1)
        if drop > best { (best, target) = (drop, near) }
      }
      return target
    }
  }
}

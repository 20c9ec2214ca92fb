/// A made-up study area whose truth is known: terrain, ground, rain, and the landslides that were drawn
/// from it.
///
/// Points are metres to the east and to the south of the north-western corner. All is made of the four
/// operations and square roots, on one thread: the same plan gives the same numbers on any machine.
public struct SimulatedArea: Sendable {
  /// What was asked for.
  public let plan: AreaPlan
  /// The height of each cell, metres, to the centimetre.
  public let elevation: [Float]
  /// The rock of each cell.
  public let rock: [Rock]
  /// The land cover of each cell.
  public let cover: [LandCover]
  /// The probability that a landslide starts in each cell.
  public let chance: [Double]
  /// The faults, as lines.
  public let faults: [[SIMD2<Double>]]
  /// The rain gauges: where they stand, and the rain of a year, mm.
  public let stations: [Station]
  /// What was surveyed for landslides, as a closed ring.
  public let surveyed: [SIMD2<Double>]
  /// What clouds hid of it, as closed rings.
  public let clouds: [[SIMD2<Double>]]
  /// The landslides that were mapped, by the place where each starts, from north-west to south-east.
  public let landslides: [Landslide]
  /// Images from before and after the landslides, where the plan asks for them.
  let imagery: Imagery?

  /// A rain gauge and what it read.
  public struct Station: Sendable {
    /// Metres to the east and to the south.
    public let place: SIMD2<Double>
    /// The rain of a year, mm.
    public let annualRain: Double
  }

  /// One landslide.
  public struct Landslide: Sendable {
    /// The cell where it starts: its highest.
    public let start: Int
    /// How many cells it covers.
    public let cells: Int
    /// Its outline, as a closed ring.
    public let outline: [SIMD2<Double>]
  }

  /// What was made, one sentence without a full stop.
  public var summary: String {
    "\(plan.columns) x \(plan.rows) cells of \(Int(plan.cell)) m, \(landslides.count) landslides"
  }

  /// How many landslides are expected on a square kilometre, over all of the area.
  public static let landslidesPerSquareKilometre = 15.0
  /// How many cells more are simulated on each side and cut off, so that no edge shows.
  static let margin = 48

  /// Simulates the area “quickstart”.
  ///
  /// - Parameters:
  ///   - plan: how large, and the seed.
  ///   - progress: told which share is done, 0...1.
  public init(_ plan: AreaPlan, progress: (Double) -> Void = { _ in }) {
    self.plan = plan
    let inner = Frame(columns: plan.columns, rows: plan.rows, cell: plan.cell)
    let whole = Self.surroundings(of: inner)
    let strata = Strata(seed: plan.seed)
    let allFaults = Faults(seed: plan.seed, frame: whole)
    let relief = Relief(
      frame: whole, strata: strata, faults: allFaults, seed: plan.seed,
      progress: { progress(0.85 * $0) })
    let ground = Ground(
      relief, strata: strata, faults: allFaults, seed: plan.seed, inner: inner)
    progress(0.95)

    let corner = SIMD2(repeating: Double(Self.margin) * plan.cell)
    elevation = ground.heights.map { Float(($0 * 100).rounded() / 100) }
    rock = ground.rock
    cover = ground.cover
    faults = allFaults.lines.flatMap { Self.clip($0.map { $0 - corner }, to: inner) }
    stations = Rainfall.stations(seed: plan.seed, on: inner) { ground.rain[$0] }

    let expected =
      Self.landslidesPerSquareKilometre * Double(inner.count) * plan.cell * plan.cell / 1e6
    let total = ground.shares.reduce(0, +)
    let chances = ground.shares.map { min(1, $0 * expected / total) }
    chance = chances

    let survey = Survey(seed: plan.seed, frame: inner)
    surveyed = survey.surveyed.ring
    clouds = survey.clouds.map(\.ring)
    let inventory = Inventory(
      chances: chances, isMapped: inner.map { survey.isMapped(inner.center(of: $0)) },
      heights: ground.heights, receivers: ground.receivers, frame: inner, seed: plan.seed)
    landslides = inventory.landslides.map { cells in
      Landslide(
        start: cells[0], cells: cells.count, outline: Outline(around: cells, on: inner).ring)
    }
    imagery =
      plan.hasImages
      ? Imagery(
        of: ground, landslides: inventory.landslides, clouds: survey.clouds, on: inner,
        seed: plan.seed)
      : nil
    progress(1)
  }

  /// The cells of the area and of its surroundings, a multiple of four on each side.
  private static func surroundings(of inner: Frame) -> Frame {
    func grown(_ count: Int) -> Int { (count + 2 * margin + 3) / 4 * 4 }
    return Frame(columns: grown(inner.columns), rows: grown(inner.rows), cell: inner.cell)
  }

  /// The parts of a line within the area, cut where points leave it.
  private static func clip(_ line: [SIMD2<Double>], to frame: Frame) -> [[SIMD2<Double>]] {
    var parts: [[SIMD2<Double>]] = []
    var part: [SIMD2<Double>] = []
    for point in line {
      if frame.index(at: point) != nil {
        part.append(point)
      } else {
        if part.count > 1 { parts.append(part) }
        part = []
      }
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }
}

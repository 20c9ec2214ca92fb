import Numerics

/// Two images of an area from above, before its landslides came down and after: what share of green, red
/// and near-infrared light the ground gives back.
///
///     reflectance = ((1 − bare) · cover + bare · soil) · (1 + 0.12 texture) · light + noise
///
/// A landslide lays the soil bare, in its lower part less than in its upper. Open ground is bare in
/// both images, fields in one or the other, and the sun stands lower in the second: neither bareness
/// nor change alone is a landslide. A cell under a cloud has no data in the second image.
struct Imagery {
  /// The names of the bands, in order.
  static let bands = ["green", "red", "nir"]
  /// The file of each image, without its ending.
  static let names = ["before", "after"]

  /// The bands of the image before; NaN where there are no data.
  let before: [[Float]]
  /// The bands of the image after.
  let after: [[Float]]

  /// What an image sees of the ground.
  private struct Scene {
    /// Where it comes from: its random numbers have this name.
    let name: String
    /// To the sun, east, south and up.
    let sun: SIMD3<Double>
    /// How bare each cell is, 0...1.
    var bare: [Double]
    /// Whether a cell is hidden.
    var isHidden: [Bool]
  }

  /// Looks at an area.
  ///
  /// - Parameters:
  ///   - ground: what is there.
  ///   - landslides: the cells of each landslide, the one where it starts first.
  ///   - clouds: what hides the ground in the second image.
  ///   - frame: the cells.
  ///   - seed: the seed of the area.
  init(
    of ground: Ground, landslides: [[Int]], clouds: [Patch], on frame: Frame, seed: UInt64
  ) {
    let surface = Surface(ground.heights, on: frame)
    let texture = NoiseField("texture", seed: seed, wavelength: 160, octaves: 2)
    let fields = NoiseField("fields", seed: seed, wavelength: 260, octaves: 1)
    let shades = frame.map { 1 + 0.12 * texture.value(at: frame.center(of: $0)) }
    let crops = frame.map { fields.value(at: frame.center(of: $0)) }
    // A share of the fields is harvested before, another one after, a third in both.
    func fallow(_ isBare: (Double) -> Bool) -> [Double] {
      zip(ground.cover, crops).map { $0 == .cropland && isBare($1) ? 0.9 : 0 }
    }
    var first = Scene(
      name: "before", sun: Self.unit(SIMD3(0.45, 0.35, 1)), bare: fallow { abs($0 + 0.4) < 0.5 },
      isHidden: frame.map { _ in false })
    var second = first
    second = Scene(
      name: "after", sun: Self.unit(SIMD3(0.35, 0.65, 1)), bare: fallow { abs($0 - 0.3) < 0.6 },
      isHidden: frame.map { cell in clouds.contains { $0.contains(frame.center(of: cell)) } })
    for cells in landslides {
      for (order, cell) in cells.enumerated() {
        let down = Double(order) / Double(cells.count)
        second.bare[cell] = max(second.bare[cell], 0.95 - 0.45 * down)
      }
    }
    // Bare rock on the steepest ground, and open ground here and there, in both images alike.
    let openness = NoiseField("open", seed: seed, wavelength: 400, octaves: 2)
    for (cell, tangent) in surface.steepness.enumerated() {
      let rock = min(1, max(0, (tangent - 0.75) / 0.2)) * 0.8
      let open = min(0.9, max(0, 2 * (openness.value(at: frame.center(of: cell)) - 0.9)))
      first.bare[cell] = max(first.bare[cell], rock, open)
      second.bare[cell] = max(second.bare[cell], rock, open)
    }
    before = Self.bands(of: first, ground, surface, shades, seed: seed)
    after = Self.bands(of: second, ground, surface, shades, seed: seed)
  }

  private static func bands(
    of scene: Scene, _ ground: Ground, _ surface: Surface, _ shades: [Double], seed: UInt64
  ) -> [[Float]] {
    bands.indices.map { band in
      var stream = RandomStream(
        seed: seed, name: scene.name, purpose: "simulate", index: UInt32(band))
      return ground.cover.indices.map { cell in
        // Four uniforms make nearly a normal number, by sums alone; drawn for hidden cells too.
        let noise =
          stream.uniform() + stream.uniform() + stream.uniform() + stream.uniform() - 2
        guard !scene.isHidden[cell] else { return .nan }
        let green = ground.cover[cell].reflectances[band]
        let soil = LandCover.soil[band]
        let share = scene.bare[cell]
        // The cosine of the angle between the sun and the ground, against that on level ground.
        let tilt = surface.falls[cell] * surface.steepness[cell]
        let normal = unit(SIMD3(tilt.x, tilt.y, 1))
        let light = max(0.3, (normal * scene.sun).sum() / scene.sun.z)
        let seen = ((1 - share) * green + share * soil) * shades[cell] * light + 0.012 * noise
        return Float((max(0.001, seen) * 10_000).rounded() / 10_000)
      }
    }
  }

  private static func unit(_ vector: SIMD3<Double>) -> SIMD3<Double> {
    vector / (vector * vector).sum().squareRoot()
  }
}

extension LandCover {
  /// The share of green, red and near-infrared light that the cover gives back.
  fileprivate var reflectances: [Double] {
    switch self {
    case .forest: [0.06, 0.04, 0.34]
    case .shrub: [0.08, 0.07, 0.28]
    case .grassland: [0.10, 0.09, 0.29]
    case .cropland: [0.09, 0.07, 0.36]
    }
  }

  /// The same of bare soil.
  fileprivate static let soil = [0.13, 0.17, 0.24]
}

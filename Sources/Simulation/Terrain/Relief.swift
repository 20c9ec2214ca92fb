import Numerics

/// The surface of an area: gentle random hills that are lifted and cut by streams until both keep
/// step, on large cells first and on finer ones after.
struct Relief {
  /// The cells.
  let frame: Frame
  /// The surface, metres above the southern edge.
  let heights: [Double]
  /// How far the folds lift the beds below each cell, metres.
  let folds: [Double]

  /// Makes the surface of a seed.
  ///
  /// - Parameters:
  ///   - frame: the cells, a multiple of four on each side.
  ///   - strata: the beds that the streams cut.
  ///   - faults: where rock is broken.
  ///   - seed: the seed of the area.
  ///   - progress: told which share is done.
  init(
    frame: Frame, strata: Strata, faults: Faults, seed: UInt64, progress: (Double) -> Void
  ) {
    let hills = NoiseField("hills", seed: seed, wavelength: 3200, octaves: 6, gain: 0.7)
    let blocks = NoiseField("uplift", seed: seed, wavelength: 7000, octaves: 2)
    let joints = NoiseField("joints", seed: seed, wavelength: 900, octaves: 4, gain: 0.8)
    let coarse = Frame(columns: frame.columns / 4, rows: frame.rows / 4, cell: frame.cell * 4)
    var land = Landform(
      frame: coarse, heights: coarse.map { 200 + 60 * hills.value(at: coarse.center(of: $0)) },
      winding: RandomStream(seed: seed, name: "streams", purpose: "simulate"))
    var folds: [Double] = []
    var (done, all) = (0.0, 0.0)
    // How many times the streams find their ways anew, and how much time passes each time.
    let stages = [(steps: 80, time: 1.0), (steps: 24, time: 1.5), (steps: 16, time: 2.0)]
    for (level, stage) in stages.enumerated() { all += Double(stage.steps << (2 * level)) }
    for (level, stage) in stages.enumerated() {
      if level > 0 { land = land.refined() }
      let cells = land.frame
      let points = cells.map { cells.center(of: $0) }
      folds = points.map { strata.lift(at: $0) }
      let lift = points.map { 1 + 0.15 * min(max(blocks.value(at: $0), -2), 2) }
      let broken = points.map {
        Elementary.exp(0.4 * joints.value(at: $0))
          * (1 + 1.2 * Elementary.exp(-faults.distance(to: $0) / 120))
      }
      for _ in 0..<stage.steps {
        let erodibility = points.indices.map { cell in
          broken[cell]
            * strata.rock(at: points[cell], lift: folds[cell], height: land.heights[cell])
            .erodibility
        }
        land.evolve(time: stage.time, erodibility: erodibility, lift: lift)
        done += Double(1 << (2 * level))
        progress(done / all)
      }
    }
    land.settle()
    (self.frame, heights, self.folds) = (land.frame, land.heights, folds)
  }
}

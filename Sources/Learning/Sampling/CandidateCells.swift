public import Rasters

/// The cells at whose centres points may be drawn.
///
/// A cell is a candidate where every layer has data, the condition holds, its centre lies in the
/// areas and outside the others, and keeps away from features. What removes a cell is the first of
/// these that it fails, in this order.
public struct CandidateCells: Sendable {
  /// What removes a cell, in the order in which it is looked at.
  public enum Reason: Int, Sendable, CaseIterable {
    /// A layer has no data, or the condition no value.
    case noData
    /// The condition does not hold.
    case condition
    /// The centre lies outside the areas.
    case notWithin
    /// The centre lies in areas that are left out.
    case inside
    /// The centre is too near to features.
    case near
  }

  /// Where the cells lie.
  public let grid: Grid
  /// The layers that must have data; the condition's come first, in the order of their index.
  let layers: [RasterLayer]
  /// What must hold.
  var condition: CompiledArithmetic?
  /// The layer whose classes are drawn from apart, by its place in the layers, and its codes.
  var strata: (layer: Int, codes: [Int])?
  /// Areas of which one must hold the centre.
  var within: AreaCover?
  /// Areas of which none may hold the centre.
  var outside: [AreaCover] = []
  /// Features from which the centre keeps away.
  var away: NearCover?

  /// All cells at which every layer has data.
  ///
  /// - Parameters:
  ///   - layers: at least one, on one grid; those of the condition first.
  ///   - condition: what must hold, on the first of the layers.
  ///   - strata: a layer of classes, by its place in the layers, and its codes.
  ///   - within: areas of which one must hold the centre.
  ///   - outside: areas of which none may hold the centre.
  ///   - away: features from which the centre keeps away.
  public init(
    _ layers: [RasterLayer], where condition: CompiledArithmetic? = nil,
    strata: (layer: Int, codes: [Int])? = nil, within: AreaCover? = nil,
    outside: [AreaCover] = [], away: NearCover? = nil
  ) {
    precondition(!layers.isEmpty, "no layer to draw from")
    grid = layers[0].reader.grid
    self.layers = layers
    self.condition = condition
    self.strata = strata
    self.within = within
    self.outside = outside
    self.away = away
  }

  /// The number of strata: the classes, or one.
  public var strataCount: Int { strata?.codes.count ?? 1 }

  /// How many candidates each block and stratum has, and how many cells each reason removed.
  struct Survey: Sendable {
    /// The candidates of each block, by stratum.
    var blocks: [[Int]] = []
    /// The cells removed, by reason.
    var removed = [Int](repeating: 0, count: Reason.allCases.count)

    /// The candidates of a stratum in all blocks.
    func count(_ stratum: Int) -> Int { blocks.reduce(0) { $0 + $1[stratum] } }
  }

  /// Counts the candidates, block by block.
  ///
  /// - Parameters:
  ///   - taken: points to which a candidate must not be near.
  ///   - threads: how many blocks to work at a time.
  /// - Returns: the counts.
  /// - Throws: what the readers throw.
  func survey(besides taken: PointsApart?, threads: Int) throws -> Survey {
    var survey = Survey()
    try reduceBlocks(layers, threads: threads) { block in
      var counts = [Int](repeating: 0, count: strataCount)
      var removed = [Int](repeating: 0, count: Reason.allCases.count)
      marks(of: block, besides: taken) { marks in
        for mark in marks where mark > .min {
          if mark >= 0 { counts[Int(mark)] += 1 } else { removed[-Int(mark) - 1] += 1 }
        }
      }
      return (counts, removed)
    } combine: { counts, removed in
      survey.blocks.append(counts)
      for reason in removed.indices { survey.removed[reason] += removed[reason] }
    }
    return survey
  }

  /// The centres of candidates that are known by their rank within a stratum.
  ///
  /// - Parameters:
  ///   - ranks: for each stratum the ranks wanted, in row order of the blocks' cells.
  ///   - survey: what ``survey(besides:threads:)`` counted with the same points taken.
  ///   - taken: points to which a candidate must not be near.
  ///   - threads: how many blocks to work at a time.
  /// - Returns: for each stratum the centres in the order of its ranks.
  /// - Throws: what the readers throw.
  func centers(
    at ranks: [[Int]], in survey: Survey, besides taken: PointsApart?, threads: Int
  ) throws -> [[SIMD2<Double>]] {
    let plan = BlockPlan(grid: grid, planes: layers.count)
    let across = (grid.columns + plan.columns - 1) / plan.columns
    // For each block, which of its candidates are wanted: stratum, rank within the block, and place
    // in the result; ascending by rank.
    var wanted = [[(stratum: Int, rank: Int, place: Int)]](repeating: [], count: plan.count)
    for (stratum, ranks) in ranks.enumerated() {
      let ordered = ranks.enumerated().sorted { $0.element < $1.element }
      var (block, passed) = (0, 0)
      for (place, rank) in ordered {
        while rank >= passed + survey.blocks[block][stratum] {
          passed += survey.blocks[block][stratum]
          block += 1
        }
        wanted[block].append((stratum, rank - passed, place))
      }
    }
    let orders = wanted
    var found = ranks.map { [SIMD2<Double>](repeating: .zero, count: $0.count) }
    try reduceBlocks(layers, threads: threads) { block in
      let window = block.window
      let order = orders[window.row / plan.rows * across + window.column / plan.columns]
      var centers: [(stratum: Int, place: Int, center: SIMD2<Double>)] = []
      guard !order.isEmpty else { return centers }
      var places = [[(rank: Int, place: Int)]](repeating: [], count: strataCount)
      for (stratum, rank, place) in order { places[stratum].append((rank, place)) }
      var passed = [Int](repeating: 0, count: strataCount)
      var next = passed
      marks(of: block, besides: taken) { marks in
        for (index, mark) in marks.enumerated() where mark >= 0 {
          let stratum = Int(mark)
          defer { passed[stratum] += 1 }
          guard next[stratum] < places[stratum].count,
            places[stratum][next[stratum]].rank == passed[stratum]
          else { continue }
          let center = grid.center(
            column: window.column + index % window.columns,
            row: window.row + index / window.columns)
          centers.append((stratum, places[stratum][next[stratum]].place, center))
          next[stratum] += 1
        }
      }
      return centers
    } combine: { centers in
      for (stratum, place, center) in centers { found[stratum][place] = center }
    }
    return found
  }

  /// Marks the cells of a block: the stratum of a candidate, −1 − reason of a cell that is removed,
  /// the least number of one that is near to a point taken.
  private func marks(
    of block: BlockCells, besides taken: PointsApart?,
    _ body: (UnsafeMutableBufferPointer<Int16>) -> Void
  ) {
    let window = block.window
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: window.count) { marks in
      marks.initialize(repeating: 0)
      func remove(_ reason: Reason, where test: (Int) -> Bool) {
        for i in 0..<window.count where marks[i] == 0 && test(i) {
          marks[i] = Int16(-1 - reason.rawValue)
        }
      }
      for index in layers.indices {
        let cells = block.origin(index)
        remove(.noData) { cells[$0].isNaN }
      }
      if let condition {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: window.count) { holds in
          guard let room = holds.baseAddress else { return }
          condition.evaluate(
            layers.indices.map { block.origin($0) }, count: window.count, into: room)
          remove(.noData) { holds[$0].isNaN }
          remove(.condition) { holds[$0] == 0 }
        }
      }
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: window.count) { areas in
        if let within {
          within.mark(window, into: areas)
          remove(.notWithin) { areas[$0] < 0 }
        }
        for cover in outside {
          cover.mark(window, into: areas)
          remove(.inside) { areas[$0] >= 0 }
        }
      }
      if let away {
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: window.count) { near in
          near.initialize(repeating: false)
          away.mark(window, of: grid, into: near)
          remove(.near) { near[$0] }
        }
      }
      if let strata { stratify(marks, by: block.origin(strata.layer), strata.codes) }
      if let taken {
        for i in 0..<window.count where marks[i] >= 0 {
          let center = grid.center(
            column: window.column + i % window.columns, row: window.row + i / window.columns)
          if taken.isNear(center) { marks[i] = .min }
        }
      }
      body(marks)
    }
  }

  /// Marks candidates with the place of their class.
  private func stratify(
    _ marks: UnsafeMutableBufferPointer<Int16>, by cells: UnsafePointer<Float>, _ codes: [Int]
  ) {
    let place = Dictionary(
      zip(codes.map { Float($0) }, codes.indices), uniquingKeysWith: { first, _ in first })
    for i in marks.indices where marks[i] == 0 {
      marks[i] = place[cells[i]].map { Int16($0) } ?? Int16(-1 - Reason.noData.rawValue)
    }
  }
}

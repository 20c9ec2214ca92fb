import Evaluation
import Learning
import Numerics
import ReferenceData

@testable import Simulation

/// A simulated area as a study sees it: the layers that a map shows, places, and folds.
struct TrialGround {
  let area: SimulatedArea
  private let frame: Frame
  private let columns: [(name: String, value: (Int) -> Double)]
  private let mapped: [Int]
  /// The cells of the places, landslides first.
  let cells: [Int]
  let labels: [Double]

  init(seed: UInt64) throws {
    let plan = try AreaPlan(seed: seed)
    area = SimulatedArea(plan)
    frame = Frame(columns: plan.columns, rows: plan.rows, cell: plan.cell)
    columns = Self.columns(of: area, on: frame)
    let survey = Survey(seed: seed, frame: frame)
    let frame = frame
    mapped = (0..<frame.count).filter { survey.isMapped(frame.center(of: $0)) }
    let starts = area.landslides.map(\.start)
    // No nearer to a landslide than three cells.
    var isNear = [Bool](repeating: false, count: frame.count)
    for start in starts {
      for row in -3...3 {
        for column in -3...3 {
          let cell = start + row * frame.columns + column
          if isNear.indices.contains(cell) { isNear[cell] = true }
        }
      }
    }
    var stream = RandomStream(seed: seed, name: "trial", purpose: "absent")
    var candidates = mapped.filter { !isNear[$0] }
    stream.shuffle(&candidates)
    cells = starts + candidates.prefix(starts.count)
    labels = starts.map { _ in 1 } + starts.map { _ in 0 }
  }

  private static func columns(
    of area: SimulatedArea, on frame: Frame
  ) -> [(name: String, value: (Int) -> Double)] {
    let heights = area.elevation.map { Double($0) }
    let surface = Surface(heights, on: frame)
    let faults = FaultLines(area.faults)
    var columns: [(name: String, value: (Int) -> Double)] = [
      ("height", { heights[$0] }), ("slope", { surface.steepness[$0] }),
      ("northness", { -surface.falls[$0].y }), ("bend", { surface.bends[$0] }),
      ("catchment", { surface.catchments[$0].squareRoot() }),
      ("fault", { faults.distance(to: frame.center(of: $0)) }),
    ]
    for rock in Rock.allCases.dropFirst() {
      columns.append((rock.name, { area.rock[$0] == rock ? 1 : 0 }))
    }
    for cover in LandCover.allCases.dropFirst() {
      columns.append((cover.name, { area.cover[$0] == cover ? 1 : 0 }))
    }
    return columns
  }

  /// The layers at some cells.
  func samples(at cells: [Int], labels: [Double]) throws -> SampleMatrix {
    try SampleMatrix(
      names: columns.map(\.name),
      columns: columns.map { column in cells.map { column.value($0) } }, labels: labels)
  }

  /// New places from the truth: each mapped cell fails with its probability; as many others.
  func drawn(_ number: UInt32) -> (cells: [Int], labels: [Double]) {
    let stream = RandomStream(seed: 7, name: "trial", purpose: "draw")
    var draw = stream.at(index: number)
    let ones = mapped.filter { draw.uniform() < area.chance[$0] }
    var others = mapped
    draw.shuffle(&others)
    let zeros = Array(others.prefix(ones.count))
    return (ones + zeros, ones.map { _ in 1 } + zeros.map { _ in 0 })
  }

  /// Which of five folds each place is in: by itself, or with its square of 2 km.
  func folds(bySquares: Bool, repetition: UInt32) -> [Int] {
    let stream = RandomStream(seed: 7, name: "trial", purpose: "folds")
    var deal = stream.at(index: repetition)
    let groups = cells.indices.map { place -> Int in
      guard bySquares else { return place }
      let square = (frame.center(of: cells[place]) / 2000).rounded(.down)
      return Int(square.y) * 1000 + Int(square.x)
    }
    var known = Array(Set(groups)).sorted()
    deal.shuffle(&known)
    var fold: [Int: Int] = [:]
    for (number, group) in known.enumerated() { fold[group] = number % 5 }
    return groups.map { fold[$0] ?? 0 }
  }
}

/// Distances to the faults that the map shows.
private struct FaultLines {
  private let ends: [(SIMD2<Double>, SIMD2<Double>)]

  init(_ lines: [[SIMD2<Double>]]) {
    ends = lines.flatMap { line in zip(line, line.dropFirst()).map { ($0, $1) } }
  }

  func distance(to point: SIMD2<Double>) -> Double {
    ends.reduce(Double.infinity) { least, side in
      let along = side.1 - side.0
      let share = ((point - side.0) * along).sum() / (along * along).sum()
      let away = point - side.0 - along * min(max(share, 0), 1)
      return min(least, (away * away).sum())
    }.squareRoot()
  }
}

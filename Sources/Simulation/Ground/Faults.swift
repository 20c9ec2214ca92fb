import Numerics

/// A few faults of one direction: lines that wander a little.
struct Faults: Sendable {
  /// The lines, metres to the east and to the south.
  let lines: [[SIMD2<Double>]]

  /// Draws the faults of an area.
  init(seed: UInt64, frame: Frame) {
    let size = SIMD2(Double(frame.columns), Double(frame.rows)) * frame.cell
    var stream = RandomStream(seed: seed, name: "faults", purpose: "simulate")
    let direction = unitVector(&stream)
    let across = SIMD2(-direction.y, direction.x)
    // One for each 28 km², spread over the width that lies across them.
    let count = max(2, Int((size.x * size.y / 28e6).rounded()))
    let width = abs(across.x) * size.x + abs(across.y) * size.y
    let length = 0.55 * (size.x * size.x + size.y * size.y).squareRoot()
    lines = (0..<count).map { number in
      let offset = (Double(number) + 0.2 + 0.6 * stream.uniform()) / Double(count) - 0.5
      let slip = (stream.uniform() - 0.5) * 0.5 * length
      var point = size / 2 + across * (offset * width) + direction * (slip - length / 2)
      var line = [point]
      var bend = 0.0
      for _ in 0..<Int((length / 300).rounded(.up)) {
        bend = 0.7 * bend + 0.3 * (stream.uniform() - 0.5)
        let heading = direction + across * (2 * bend)
        point += heading * (300 / (heading.x * heading.x + heading.y * heading.y).squareRoot())
        line.append(point)
      }
      return line
    }
  }

  /// The distance of a point to the nearest fault, metres.
  func distance(to point: SIMD2<Double>) -> Double {
    var least = Double.infinity
    for line in lines {
      for end in 1..<line.count {
        let (from, along) = (line[end - 1], line[end] - line[end - 1])
        let offset = point - from
        let share = (offset * along).sum() / (along * along).sum()
        let away = offset - along * min(max(share, 0), 1)
        least = min(least, (away * away).sum())
      }
    }
    return least.squareRoot()
  }
}

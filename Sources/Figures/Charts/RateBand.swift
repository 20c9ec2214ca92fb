/// How far a curve of rates is known at each place along the lower side.
public struct RateBand: Sendable, Equatable {
  /// Places along the lower side, ascending within 0...1.
  public let x: [Double]
  /// The lower side of the band at each of them, 0...1.
  public let lows: [Double]
  /// The upper side.
  public let highs: [Double]

  /// Creates a band.
  ///
  /// - Precondition: a lower and an upper side for each place, each 0...1.
  public init(x: [Double], lows: [Double], highs: [Double]) {
    precondition(
      x.count == lows.count && x.count == highs.count,
      "\(lows.count) lower and \(highs.count) upper sides at \(x.count) places")
    precondition(
      (x + lows + highs).allSatisfy { (0...1).contains($0) }, "a side of a band outside 0...1")
    self.x = x
    self.lows = lows
    self.highs = highs
  }
}

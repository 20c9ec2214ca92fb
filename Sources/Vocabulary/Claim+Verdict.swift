extension Claim {
  /// Whether a value, in base units, is what the claim says.
  public func holds(for value: Double) -> Bool {
    let stated = expected.base
    switch comparison {
    case .below: return value < stated
    case .above: return value > stated
    case .atLeast: return value >= stated
    case .atMost: return value <= stated
    case .equal:
      guard let tolerance else {
        // Without a tolerance the digits written are compared: a cell of 10 m is 10 m exactly.
        return abs(value - stated) <= 1e-12 * max(abs(value), abs(stated))
      }
      return tolerance.admits(value, stated: stated)
    }
  }
}

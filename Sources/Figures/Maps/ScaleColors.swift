public import Drawing

/// Which colours a scale of values gets, as far as a study says it, and otherwise by its values.
public struct ScaleColors: Sendable, Equatable {
  /// The ramp for values that only grow.
  public let ramp: ColorRamp
  /// What ``ramp`` is for, where the study names it; none where the values decide.
  public let use: NamedRamp.Use?
  /// The value of the middle of a diverging ramp, where the study says it.
  public let center: Double?
  /// Whether the colours run the other way.
  public let isReversed: Bool

  /// Creates a choice.
  ///
  /// - Parameters:
  ///   - ramp: the ramp; of values on both sides of zero it gives way to a diverging one where no
  ///     `use` is given.
  ///   - use: what the ramp is for, where it is asked for by name.
  ///   - center: the value in the middle of a diverging ramp.
  ///   - isReversed: whether the colours run the other way.
  public init(
    _ ramp: ColorRamp = .viridis, use: NamedRamp.Use? = nil, center: Double? = nil,
    isReversed: Bool = false
  ) {
    self.ramp = ramp
    self.use = use
    self.center = center
    self.isReversed = isReversed
  }

  /// The ramp for values in a range, and the value of its middle where that is not the range's own.
  func chosen(low: Double, high: Double) -> (ramp: ColorRamp, middle: Double?) {
    let (forward, middle) = forward(low: low, high: high)
    return (isReversed ? forward.reversed : forward, middle)
  }

  private func forward(low: Double, high: Double) -> (ramp: ColorRamp, middle: Double?) {
    switch use {
    case .sequential?, .cyclic?: return (ramp, center)
    case .diverging?: return (ramp, center ?? (low < 0 && high > 0 ? 0 : nil))
    case nil:
      if let center { return (.vik, center) }
      // Signed on purpose, and not an elevation that happens to start below the sea.
      let isSigned = low < 0 && high > 0 && min(-low, high) > 0.2 * max(-low, high)
      return isSigned ? (.vik, 0) : (ramp, nil)
    }
  }
}

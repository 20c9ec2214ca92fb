/// A time as one would say it, rounded up: `40 s`, `5 min`, `3 h`.
///
/// - Parameter seconds: the time, not negative.
/// - Returns: seconds below two minutes, minutes below two hours, hours beyond.
public func formatDuration(_ seconds: Double) -> String {
  let (size, unit): (Double, String) =
    switch seconds {
    case ..<120: (1, "s")
    case ..<7200: (60, "min")
    default: (3600, "h")
    }
  return "\(formatFixed((seconds / size).rounded(.up), decimals: 0)) \(unit)"
}

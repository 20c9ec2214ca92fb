import Vocabulary

/// How far a run is.
public struct RunProgress: Sendable {
  /// A step that is being carried out.
  public struct Running: Sendable {
    /// What messages call it.
    public let name: String
    /// How long it has been running.
    public let seconds: Double
    /// How much of it is done, from 0 to 1, where its word tells.
    public let share: Double?

    /// Creates the state of a step.
    public init(name: String, seconds: Double, share: Double?) {
      self.name = name
      self.seconds = seconds
      self.share = share
    }

    /// How long it will take yet, as fast as it has been: t (1 − s) / s after t seconds at share s.
    ///
    /// Nothing can be said before a hundredth is done.
    public var secondsLeft: Double? {
      guard let share, share >= 0.01, share <= 1 else { return nil }
      return seconds * (1 - share) / share
    }

    /// The step as the line shows it: “dem 40 %, about 12 s left”.
    var text: String {
      guard let share, share >= 0, share <= 1 else { return name }
      let left = secondsLeft.map { $0 > 0 ? ", about \(formatDuration($0)) left" : "" } ?? ""
      return "\(name) \(Int(100 * share)) %\(left)"
    }
  }

  /// How many steps have ended.
  public let done: Int
  /// How many there are.
  public let count: Int
  /// What is running, in the order of the plan.
  public let running: [Running]

  /// Creates the state of a run.
  public init(done: Int, count: Int, running: [Running]) {
    self.done = done
    self.count = count
    self.running = running
  }

  /// One line: how many steps of how many, what is running, how far it is, how long it will take.
  public func text(after seconds: Double) -> String {
    "\(done) of \(count), \(Int(seconds)) s: \(running.map(\.text).joined(separator: "; "))"
  }
}

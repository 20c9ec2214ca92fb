/// What the first page says of the whole study.
public struct Verdict: Sendable, Equatable {
  /// How many claims were reproduced.
  public var reproduced = 0
  /// How many claims differ.
  public var differing = 0
  /// How many claims contradict one another.
  public var impossible = 0
  /// How many claims cannot be compared: simulated data, a changed setting, another profile.
  public var notComparable = 0
  /// How many checks hold.
  public var checksHeld = 0
  /// How many checks failed.
  public var checksFailed = 0
  /// How many warnings the page shows.
  public var warnings = 0
  /// How many assumptions the study states.
  public var assumptions = 0
  /// How many statements failed.
  public var failed = 0
  /// How many statements did not run.
  public var skipped = 0

  /// Creates the verdict on a study that claims nothing.
  public init() {}

  /// How many claims there are.
  var claims: Int { reproduced + differing + impossible + notComparable }
}

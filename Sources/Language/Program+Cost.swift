import Vocabulary

/// How long a run will take, as far as sizes are known.
extension Program {
  /// How many elementary operations a core carries out in a second, roughly: 10⁸.
  public static let operationsPerSecond = 1e8

  /// The least time that a run from nothing takes on one core, in seconds: what is not known before
  /// the run is left out.
  public var secondsAtLeast: Double {
    statements.reduce(0) { sum, statement in
      let members = statement.type.axes.reduce(1) { $0 * $1.members.count }
      return sum + (statement.secondsOfMember ?? 0) * Double(members)
    }
  }
}

extension CheckedStatement {
  /// How long one member takes on one core, in seconds; none where a size is not known.
  public var secondsOfMember: Double? { type.cost.map { $0 / Program.operationsPerSecond } }
}

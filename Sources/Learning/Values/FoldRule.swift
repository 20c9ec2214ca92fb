/// How places were divided into folds, for tables that put several divisions beside one another.
public struct FoldRule: Sendable, Hashable, Codable {
  /// The rule as the notebook says it: “by blocks of 2 km”.
  public let manner: String
  /// Whether it holds out whole parts of the area, so that neighbours of the places judged on are not
  /// learned from.
  public let isSpatial: Bool

  /// Names a rule.
  public init(_ manner: String, isSpatial: Bool = false) {
    (self.manner, self.isSpatial) = (manner, isSpatial)
  }

  /// The rule of nothing but chance.
  public static let random = FoldRule("at random")
}

/// From which division the places of one fold are.
public struct FoldOrigin: Sendable, Hashable, Codable {
  /// How the places were divided.
  public let rule: FoldRule
  /// Into how many folds, each time.
  public let folds: Int
  /// How often.
  public let repetitions: Int

  /// The division in words: “5 by blocks of 2 km, 10 times”.
  public var text: String {
    "\(folds) \(rule.manner)" + (repetitions > 1 ? ", \(repetitions) times" : "")
  }
}

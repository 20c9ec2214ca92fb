/// A ramp under the name by which a study asks for it.
public struct NamedRamp: Sendable, Equatable {
  /// What values a ramp is for.
  public enum Use: Sendable, Equatable {
    /// Values that only grow.
    case sequential
    /// Values on both sides of a middle.
    case diverging
    /// Directions.
    case cyclic
  }

  /// The name.
  public let name: String
  /// The colours.
  public let ramp: ColorRamp
  /// What values it is for.
  public let use: Use

  /// All ramps that have a name, in the order of the manual.
  public static let all = [
    NamedRamp(name: "batlow", ramp: .batlow, use: .sequential),
    NamedRamp(name: "davos", ramp: .davos, use: .sequential),
    NamedRamp(name: "devon", ramp: .devon, use: .sequential),
    NamedRamp(name: "lajolla", ramp: .lajolla, use: .sequential),
    NamedRamp(name: "oslo", ramp: .oslo, use: .sequential),
    NamedRamp(name: "viridis", ramp: .viridis, use: .sequential),
    NamedRamp(name: "grey", ramp: .grey, use: .sequential),
    NamedRamp(name: "susceptibility", ramp: .susceptibility, use: .sequential),
    NamedRamp(name: "vik", ramp: .vik, use: .diverging),
    NamedRamp(name: "broc", ramp: .broc, use: .diverging),
    NamedRamp(name: "romaO", ramp: .romaO, use: .cyclic),
  ]

  /// The ramp of a name.
  public static func named(_ name: String) -> NamedRamp? { all.first { $0.name == name } }
}

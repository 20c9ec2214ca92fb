/// The name of a person or of an institution in its parts.
public struct PersonName: Sendable, Equatable {
  /// The given names, in full or as initials; empty for an institution.
  public var given: String
  /// What stands before the family name: `van der`.
  public var particle: String
  /// The family name, or an institution's whole name.
  public var family: String
  /// What stands after it: `Jr.`.
  public var suffix: String

  /// Creates a name.
  public init(given: String = "", particle: String = "", family: String, suffix: String = "") {
    self.given = given
    self.particle = particle
    self.family = family
    self.suffix = suffix
  }

  /// The family name with its particle, as a citation has it.
  public var short: String { particle.isEmpty ? family : "\(particle) \(family)" }

  /// The name as a list of references has it: `van der Berg, J.-P. M., Jr.`.
  public var inverted: String {
    ([short, initials] + [suffix]).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The given names as initials: `J.-P. M.`.
  public var initials: String {
    given.split(separator: " ").map { name in
      name.split(separator: "-").map { part in
        part.split(separator: ".").compactMap { $0.first.map { "\($0.uppercased())." } }
          .joined(separator: " ")
      }.filter { !$0.isEmpty }.joined(separator: "-")
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

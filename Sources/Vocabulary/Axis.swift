/// One named axis of a family: what varies, and its members in order.
public struct Axis: Sendable, Hashable, Codable {
  /// What varies: the setting's name (`batch`), `fold`, or the name of a group.
  public let name: String
  /// The members' names, in order.
  public let members: [String]
  /// Whether the members are the folds of a cross-validation.
  public let isFolds: Bool

  /// Creates an axis.
  public init(_ name: String, _ members: [String], isFolds: Bool = false) {
    self.name = name
    self.members = members
    self.isFolds = isFolds
  }
}

/// Which member of a family: one member for each axis, in the family's order.
public struct Coordinate: Sendable, Hashable, Codable {
  /// The axis's name.
  public let axis: String
  /// The member's name.
  public let member: String

  /// Creates a coordinate.
  public init(_ axis: String, _ member: String) {
    self.axis = axis
    self.member = member
  }
}

import Diagnostics
public import Vocabulary

/// A fact that must hold, known before the run or found in it.
struct Check: LightWord {
  let entry = Entry(
    "check", .remark, "States a fact that must hold; the run fails where it does not.",
    example: "check cell of dem is 20 m")

  let claim = Parameter<Claim>(
    "claim", .subject, .claim, "A quantity, “is”, and a value with its unit.", takesFamily: true)

  func infer(_ call: Inference) -> ValueType { .nothing }

  /// A check of what the checker knows already needs no data.
  func isLight(_ call: BoundCall) -> Bool {
    guard case .claim(let claim)? = call.arguments[claim.name]?.content else { return false }
    return Quantities.known(claim.phrase) != nil
  }

  func run(_ call: Call) throws -> any Value {
    guard case .claim(let claim)? = call.argument(claim)?.content else {
      throw CallFault.missing(self.claim.name)
    }
    return try ClaimResult(claim, call)
  }
}

/// What a check or a claim found.
public struct ClaimResult: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .nothing }
  /// The value found, in the unit of the stated one.
  public let found: Double
  /// The value stated.
  public let stated: Quantity
  /// How they are compared.
  public let comparison: Claim.Comparison
  /// How far they may differ.
  public let tolerance: Tolerance?
  /// Whether what was stated holds.
  public let holds: Bool

  init(_ claim: Claim, _ call: Call) throws {
    let value = try Quantities.value(of: claim.phrase, call)
    guard let number = value as? NumberValue,
      let found = number.quantity.value(in: claim.expected.unit)
    else { throw CallFault.mismatch("claim", expected: claim.expected.text) }
    self.found = found
    stated = claim.expected
    comparison = claim.comparison
    tolerance = claim.tolerance
    holds = claim.holds(for: number.quantity.base)
  }

  /// The result in words.
  public var summary: String {
    let found = formatSignificant(found, digits: 7)
    let unit = stated.unit == .one ? "" : " " + stated.unit.symbol
    return holds
      ? "holds: \(found)\(unit)" : "does not hold: found \(found)\(unit), stated \(stated.text)"
  }

  /// One row with both values.
  public func display() -> DisplayTable {
    DisplayTable(
      columns: [.number("Stated"), .number("Found"), .text("Verdict")],
      rows: [
        [
          .number(stated.value, decimals: nil), .number(found, decimals: nil),
          .text(holds ? "holds" : "differs"),
        ]
      ])
  }
}

import Diagnostics
public import Vocabulary

/// Published figures, compared with what the study finds.
struct Claims: RunnableWord {
  let entry = Entry(
    "claims", .remark,
    "Compares published figures with those found: reproduced, differs or not comparable.",
    example: "claims from \"Table 5\", within 1 point\n  auc of glm on test is 69%")

  let origin = Parameter<String>("origin", .after("from"), .text, "Where the figures stand.")
  let tolerance = Parameter<Tolerance?>(
    "tolerance", .after("within"), .tolerance, "How far a result may lie from them.", default: nil)
  let lines = Parameter<[BlockLine]>(
    "lines", .items, .lines(.claims), "The figures, one each line, or a table.", takesFamily: true)

  func infer(_ call: Inference) -> ValueType {
    guard case .lines(let lines)? = call.argument(self.lines)?.content else { return .nothing }
    for line in lines where line.head == "table" {
      call.report(
        .notHere, "A table of claims is not here yet.", span: line.span,
        help: ["This version checks it, but cannot compare it; write one claim each line."])
    }
    return .nothing
  }

  func run(_ call: Call) throws -> any Value {
    var rows: [ClaimsValue.Row] = []
    for line in try call[lines] {
      guard case .claim(let claim)? = line.arguments.first?.content else { continue }
      rows.append(ClaimsValue.Row(text: claim.text, result: try ClaimResult(claim, call)))
    }
    return ClaimsValue(origin: try call[origin], rows: rows)
  }
}

/// Published figures beside those found.
public struct ClaimsValue: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .nothing }

  /// One figure.
  public struct Row: Sendable, Codable {
    /// What is claimed, as the notebook says it.
    public let text: String
    /// What was found.
    public let result: ClaimResult
  }

  /// Where the figures were published.
  public let origin: String
  /// The figures.
  public let rows: [Row]

  /// How many hold.
  public var summary: String {
    let holding = rows.filter(\.result.holds).count
    return "\(origin): \(holding) of \(rows.count) reproduced"
  }

  /// One row for each figure.
  public func display() -> DisplayTable { Self.table([self]) }

  static func table(_ all: [ClaimsValue]) -> DisplayTable {
    DisplayTable(
      columns: [
        .text("Source"), .text("Quantity"), .number("Published"), .number("Rerun"),
        .text("Tolerance"), .text("Verdict"),
      ],
      rows: all.flatMap { claims in
        claims.rows.map { row in
          [
            .text(claims.origin), .text(row.text),
            .text(row.result.stated.text), .number(row.result.found, decimals: nil),
            .text(row.result.tolerance?.text ?? "as written"),
            .text(row.result.holds ? "reproduced" : "differs"),
          ]
        }
      }, grouping: 1)
  }
}

/// The table of all claims.
struct ShowClaims: GatheringWord, LightWord {
  let entry = Entry(
    "show claims", .output, "Lists published figures beside those found, with a verdict on each.",
    example: "show claims as tbl-claims \"Published against rerun.\"")
  let gathers = "claims"

  func infer(_ call: Inference) -> ValueType { ValueType(.display) }

  func run(_ call: Call) throws -> any Value {
    ClaimsValue.table(call.gathered.compactMap { $0 as? ClaimsValue })
  }
}

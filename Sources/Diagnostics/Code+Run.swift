/// Codes of what goes wrong while a study runs: E8xx methods and checks, E50x data, E7xx limits.
extension Code {
  /// A method cannot give a result for these data.
  public static let statementFailed = Code(
    "E801", "A statement could not be carried out.",
    explanation:
      "The method cannot give a result for these data; the message says why. What depends on the statement is left out, the rest of the study runs.",
    example: """
      feet = dem * 3.281
      heights = stack of dem, feet
      model = fit logistic regression on train, reading heights
      """,
    cure: """
      heights = stack of dem, slope
      model = fit logistic regression on train, reading heights
      """,
    evidence: .run)
  /// A check does not hold.
  public static let checkFailed = Code(
    "E802", "A check does not hold.",
    explanation:
      "The run found another value than the check states. Either the study or the check is wrong; the report shows both values.",
    example: "check maximum of dem is below 100 m",
    cure: "check maximum of dem is above 100 m",
    evidence: .run)
  /// What a statement reads has failed.
  public static let notRun = Code(
    "N803", "A statement was not carried out because something it reads has failed.",
    explanation: "Repair the statement that failed; this one then runs again by itself.",
    example: """
      feet = dem * 3.281
      heights = stack of dem, feet
      model = fit logistic regression on train, reading heights
      likely = prediction of model
      """,
    evidence: .run)
  /// An output cannot be written.
  public static let cannotWrite = Code(
    "E503", "A file cannot be written.",
    explanation:
      "The disk is full, the folder is read-only, or another run holds the output. The message names the path and the reason.",
    evidence: .outside("it comes from the disk"))
  /// A limit was reached.
  public static let limitReached = Code(
    "E701", "A limit of memory, size or time was reached.",
    explanation:
      "The limits protect the machine from files that ask for more than they hold. The message says which limit and what asked for it.",
    evidence: .outside("it takes a file that asks for more than the machine has"))
  /// The worker ended, which is a fault of Scarp.
  public static let crashed = Code(
    "E901", "Scarp's worker ended while it carried out a statement: a fault of Scarp.",
    explanation:
      "What was finished is kept. Please report the statement and the data that lead to it.",
    evidence: .outside("it is a fault of Scarp and of no notebook"))
  /// The run was interrupted.
  public static let interrupted = Code(
    "N804", "A statement was not carried out because the run was interrupted.",
    explanation: "What was finished is kept; the next run goes on from there.",
    evidence: .outside("it comes from the keyboard"))

  /// All codes of runs.
  public static let runCodes: [Code] = [
    statementFailed, checkFailed, notRun, cannotWrite, limitReached, crashed, interrupted,
  ]
}

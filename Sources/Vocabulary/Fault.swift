/// What went wrong in the run, as facts; the engine adds the statement and makes a message of it.
public protocol Fault: Error, Sendable {
  /// What was found and what was expected, one sentence, with file and place where there are any.
  var message: String { get }
  /// What to do, one imperative sentence.
  var advice: String { get }
  /// The exit code of product.md that the fault leads to: 1 method, 4 data, 5 output, 6 not allowed,
  /// 8 limit.
  var exitCode: Int32 { get }
}

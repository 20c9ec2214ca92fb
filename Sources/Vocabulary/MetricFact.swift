/// What the language knows of a metric.
public struct MetricFact: Sendable, Hashable {
  /// The name as notebooks spell it: `log loss`.
  public let name: String
  /// The name as a table's head prints it: `AUC`.
  public let title: String
  /// Whether lower is better.
  public let lowerIsBetter: Bool
  /// One sentence for the manual.
  public let help: String
  /// Whether it is undefined for labels of 0 and 1 unless the study states its definition.
  public let needsDefinition: Bool

  /// Declares a metric.
  public init(
    _ name: String, title: String, lowerIsBetter: Bool = false, help: String,
    needsDefinition: Bool = false
  ) {
    self.name = name
    self.title = title
    self.lowerIsBetter = lowerIsBetter
    self.help = help
    self.needsDefinition = needsDefinition
  }
}

public import Drawing

/// The names and colours of the classes of a layer.
public struct ClassScheme: Sendable, Equatable {
  /// What the classes are of, the title of the legend: `Susceptibility`.
  public let title: String
  /// The classes' names, in order.
  public let labels: [String]
  /// Their colours.
  public let colors: [Color]
  /// Whether the classes rank from least to most.
  public let isOrdered: Bool

  /// Creates a scheme with a colour for each class.
  ///
  /// - Precondition: at most 254 classes.
  public init(title: String, labels: [String], colors: [Color], isOrdered: Bool) {
    precondition(
      labels.count == colors.count && labels.count < 255,
      "\(labels.count) classes with \(colors.count) colours")
    self.title = title
    self.labels = labels
    self.colors = colors
    self.isOrdered = isOrdered
  }

  /// Classes in a ranking, such as those of susceptibility, from least to most.
  public static func ordered(
    title: String, labels: [String], ramp: ColorRamp = .susceptibility
  ) -> ClassScheme {
    ClassScheme(
      title: title, labels: labels, colors: ClassPalette.ordered(labels.count, ramp: ramp),
      isOrdered: true)
  }

  /// Classes without a ranking, such as rock types.
  public static func nominal(title: String, labels: [String]) -> ClassScheme {
    ClassScheme(
      title: title, labels: labels, colors: ClassPalette.nominal(labels.count), isOrdered: false)
  }

  /// The places of the classes from the top of a legend: the highest of a ranking comes first, as
  /// on a ramp.
  var legendOrder: [Int] { isOrdered ? labels.indices.reversed() : Array(labels.indices) }
}

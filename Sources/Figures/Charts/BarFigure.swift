public import Drawing

/// Level bars, one below the other, each with its name and its value.
public struct BarFigure: Figure {
  /// One bar.
  public struct Bar: Sendable, Equatable {
    /// Its name.
    public let label: String
    /// Its length; not a number where there is none.
    public let value: Double

    /// Creates a bar.
    public init(label: String, value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// Bars that belong together, such as the classes of one factor.
  public struct Group: Sendable, Equatable {
    /// The group's name, empty where there is only one.
    public let title: String
    /// Its bars, from the top.
    public let bars: [Bar]

    /// Creates a group.
    public init(title: String = "", bars: [Bar]) {
      self.title = title
      self.bars = bars
    }
  }

  /// What the lengths are: `Decrease of AUC`.
  public let title: String
  /// Their unit, empty where they have none.
  public let unit: String
  /// The groups, from the top.
  public let groups: [Group]
  /// A value that bars are compared with, such as 1 for ratios; drawn as a line.
  public let reference: Double?
  /// The decimals of the values; none to choose as many as tell them apart.
  public let decimals: Int?
  /// Whether the groups have the same bars, which then stand side by side under one name each.
  public let isClustered: Bool

  /// Creates a figure of bars.
  ///
  /// - Precondition: groups to be clustered have bars of the same names.
  public init(
    title: String, unit: String = "", groups: [Group], reference: Double? = nil,
    decimals: Int? = nil, isClustered: Bool = false
  ) {
    precondition(
      !isClustered
        || groups.allSatisfy { $0.bars.map(\.label) == groups[0].bars.map(\.label) },
      "clusters of different bars: \(groups)")
    self.title = title
    self.unit = unit
    self.groups = groups
    self.reference = reference
    self.decimals = decimals
    self.isClustered = isClustered
  }

  /// What the lengths are, with their unit.
  var axisTitle: String { unit.isEmpty ? title : "\(title) (\(unit))" }

  var bars: [Bar] { groups.flatMap(\.bars) }

  private var valueDecimals: Int {
    if let decimals { return decimals }
    let largest = bars.map(\.value.magnitude).filter(\.isFinite).max() ?? 0
    if largest >= 100 { return 0 }
    return largest >= 10 ? 1 : (largest >= 0.1 || largest == 0 ? 3 : 5)
  }

  /// A bar's value as printed.
  func text(_ bar: Bar) -> String {
    decimalText(bar.value, decimals: valueDecimals, grouped: true)
      + (unit == "%" && bar.value.isFinite ? "\u{202F}%" : "")
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width: Double) -> Drawing { BarLayout(self, width: width).drawing() }

  /// The bars' names and values.
  public var alternativeText: String {
    let parts = groups.map { group in
      let values = group.bars.map { "\($0.label) \(text($0))" }.joined(separator: ", ")
      return group.title.isEmpty ? values : "\(group.title): \(values)"
    }
    return "Bar chart of \(axisTitle). \(parts.joined(separator: "; "))."
  }
}

import Glibc

extension DisplayTable {
  /// One cell.
  public enum Cell: Sendable, Codable, Hashable {
    /// A text.
    case text(String)
    /// A number, printed with so many decimals, or as few as say it to six digits, with a true minus
    /// sign, and with a power of ten where it is very small or large: 2.3 × 10⁻⁷.
    case number(Double, decimals: Int?)
    /// Nothing to say.
    case empty

    /// The cell as printed.
    public var text: String {
      switch self {
      case .text(let text): text
      case .number(let value, let decimals):
        Self.typeset(
          decimals.map { formatFixed(value, decimals: $0) }
            ?? formatSignificant(value, digits: 6))
      case .empty: ""
      }
    }

    /// A number as print has it: `-2.3e-07` as −2.3 × 10⁻⁷.
    private static func typeset(_ plain: String) -> String {
      let parts = plain.split(separator: "e", maxSplits: 1)
      let digits = String(parts[0]).replacing("-", with: "\u{2212}")
      guard parts.count == 2, let power = Int(parts[1]) else { return digits }
      let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
      return digits + " × 10" + (power < 0 ? "⁻" : "")
        + String(String(abs(power)).compactMap(\.wholeNumberValue).map { raised[$0] })
    }

    /// The cells of a column whose numbers measure one thing: all with the same decimals, so that
    /// they stand with their points below one another.
    ///
    /// The decimals give the largest number six digits and the smallest four, as far as seven
    /// decimals can, or fewer where all are said with fewer. What is nearer to 0 than 0.00001 is
    /// printed with its power of ten.
    ///
    /// - Parameter values: the numbers; none for an empty cell.
    /// - Returns: a cell for each.
    public static func numbers(_ values: [Double?]) -> [Cell] {
      func isPlain(_ value: Double) -> Bool { value == 0 || abs(value) >= 1e-5 }
      let sizes = values.compactMap { $0 }.filter { $0.isFinite && $0 != 0 && isPlain($0) }
        .map { abs($0) }
      let decimals = decimals(from: sizes.min() ?? 1, to: sizes.max() ?? 1)
      // Trailing zeros that all share say nothing.
      let needed = sizes.map { size in
        formatFixed(size, decimals: decimals).reversed().prefix { $0 == "0" }.count
      }
      let common = max(0, decimals - (needed.min() ?? decimals))
      return values.map { value in
        value.map { .number($0, decimals: isPlain($0) ? common : nil) } ?? .empty
      }
    }

    /// The decimals that give a number some digits, none where it has as many before its point, but
    /// no more than `most`.
    public static func decimals(giving digits: Int, to number: Double, most: Int) -> Int {
      guard number.isFinite, number != 0 else { return 0 }
      return max(0, min(most, digits - 1 - Int(log10(abs(number)).rounded(.down))))
    }

    /// Smallest, largest, mean and standard deviation of one thing, with as many decimals as give the
    /// deviation three digits; classes have no mean.
    public static func range(
      _ smallest: Double, _ largest: Double, mean: Double, deviation: Double, areClasses: Bool
    ) -> [Cell] {
      if areClasses {
        return [.number(smallest, decimals: 0), .number(largest, decimals: 0), .empty, .empty]
      }
      let decimals = decimals(giving: 3, to: deviation > 0 ? deviation : largest, most: 7)
      return [smallest, largest, mean, deviation].map { .number($0, decimals: decimals) }
    }

    private static func decimals(from smallest: Double, to largest: Double) -> Int {
      let whole = { (size: Double) in Int(log10(size).rounded(.down)) + 1 }
      return max(0, 6 - whole(largest), min(7, 4 - whole(smallest)))
    }
  }
}

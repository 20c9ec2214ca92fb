import Diagnostics
import Numerics
public import Vocabulary

/// A layer that alone tells landslides from the other places almost without error.
///
///     AUC = (R₁ − n₁ (n₁ + 1) / 2) / (n₁ n₀),  R₁ the sum of the midranks of the landslides
///
/// It is one where AUC ≥ 0.9 or AUC ≤ 0.1 with at least 20 places of each class: what no factor of
/// the terrain reaches in honest samples, and any does against absences from trivial ground.
///
/// - Source: Steger & Glade (2017), The challenge of “trivial areas”, Advancing Culture of Living
///   with Landslides 2, 803–808; Hosmer, Lemeshow & Sturdivant (2013), p. 177,
///   doi:10.1002/9781118548387.
public struct EasyLayer: Sendable, Equatable {
  /// The AUC, or one less it, from which on a layer is too easy.
  public static let limit = 0.9
  /// The least number of places of each class.
  public static let leastPlaces = 20

  /// The layer's name.
  public let name: String
  /// Its unit, where known.
  public let unit: Unit?
  /// The area under the curve of the layer's values: above ½ where landslides have larger ones.
  public let auc: Double
  /// The medians of landslides and of other places.
  public let medians: (ones: Double, zeros: Double)

  /// Looks at the values of a layer; none where it is not easy.
  ///
  /// - Parameters:
  ///   - name: the layer's name.
  ///   - unit: its unit.
  ///   - values: one for each place; places without a value do not count.
  ///   - labels: 1 or 0 for each place.
  public init?(_ name: String, unit: Unit?, values: [Double], labels: [Double]) {
    let complete = values.indices.filter { !values[$0].isNaN && !labels[$0].isNaN }
    let ones = complete.filter { labels[$0] == 1 }.map { values[$0] }
    let zeros = complete.filter { labels[$0] == 0 }.map { values[$0] }
    guard min(ones.count, zeros.count) >= Self.leastPlaces else { return nil }
    let ranks = midranks(of: ones + zeros)
    let sum = orderedSum(of: Array(ranks[..<ones.count]))
    let (n1, n0) = (Double(ones.count), Double(zeros.count))
    auc = (sum - n1 * (n1 + 1) / 2) / (n1 * n0)
    guard max(auc, 1 - auc) >= Self.limit else { return nil }
    (self.name, self.unit) = (name, unit)
    medians = (quantiles(of: ones, at: [0.5])[0], quantiles(of: zeros, at: [0.5])[0])
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (a: EasyLayer, b: EasyLayer) -> Bool {
    (a.name, a.unit, a.auc) == (b.name, b.unit, b.auc) && a.medians == b.medians
  }

  /// Adds a remark of the layers that are too easy, the easiest first.
  static func warn(of layers: [EasyLayer], in environment: any RunEnvironment) {
    let ordered = layers.enumerated().sorted { a, b in
      (b.element.ease, a.offset) < (a.element.ease, b.offset)
    }.map(\.element)
    guard let worst = ordered.first else { return }
    let symbol = worst.unit.map { $0.symbol.isEmpty ? "" : " \($0.symbol)" } ?? ""
    let others = ordered.dropFirst().map {
      ", “\($0.name)” with \(formatFixed($0.ease, decimals: 3))"
    }
    environment.warn(
      .easyGround,
      "“\(worst.name)” alone tells landslides from the other places with an AUC of "
        + "\(formatFixed(worst.ease, decimals: 3)): medians "
        + "\(formatSignificant(worst.medians.ones, digits: 3)) and "
        + "\(formatSignificant(worst.medians.zeros, digits: 3))\(symbol)\(others.joined()).",
      help: [
        "Draw the other places in the whole surveyed area, not on easy ground, and look at: "
          + "draw histogram of \(worst.name) at the places."
      ])
  }

  /// How well the layer tells the classes apart, in whichever direction.
  private var ease: Double { max(auc, 1 - auc) }
}

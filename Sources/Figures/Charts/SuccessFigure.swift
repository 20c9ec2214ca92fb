public import Drawing

/// Curves of landslides found over area taken, the most susceptible first.
///
/// - Source: Chung & Fabbri (2003), doi:10.1023/B:NHAZ.0000007172.62651.2b.
public struct SuccessFigure: Figure {
  /// One map's curve at one set of landslides.
  public struct Curve: Sendable, Equatable {
    /// What is drawn, such as “forest, prediction rate”.
    public let name: String
    /// Shares of the area, ascending from 0 to 1.
    public let areaShares: [Double]
    /// The share of the landslides in each of them.
    public let landslideShares: [Double]
    /// The area under the curve.
    public let area: Double
    /// Where 95 % of curves of other such landslides would run; none where it is not drawn.
    public let band: RateBand?

    /// Creates a curve.
    ///
    /// - Precondition: as many of one share as of the other, each 0...1.
    public init(
      name: String, areaShares: [Double], landslideShares: [Double], area: Double,
      band: RateBand? = nil
    ) {
      precondition(
        areaShares.count == landslideShares.count,
        "\(areaShares.count) and \(landslideShares.count) shares")
      precondition(
        (areaShares + landslideShares).allSatisfy { (0...1).contains($0) }, "a share outside 0...1")
      self.name = name
      self.areaShares = areaShares
      self.landslideShares = landslideShares
      self.area = area
      self.band = band
    }
  }

  /// The curves, in the order of the legend.
  public let curves: [Curve]

  /// Creates a figure of curves.
  public init(curves: [Curve]) { self.curves = curves }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width: Double) -> Drawing {
    RateChart(
      curves: curves.map { curve in
        RateChart.Curve(
          name: curve.name, x: curve.areaShares, y: curve.landslideShares,
          figure: decimalText(curve.area, decimals: 3), band: curve.band)
      }, xTitle: "Share of the area, most susceptible first", yTitle: "Share of the landslides",
      figureTitle: "Area under curve",
      notes: curves.contains { $0.band != nil }
        ? [(curves.count == 1 ? "Band" : "Bands") + ": 95 % at each point"] : []
    ).drawing(width: width)
  }

  /// The curves with their areas, and what a tenth of the area holds.
  public var alternativeText: String {
    let texts = curves.map { curve in
      "\(curve.name), area under the curve \(decimalText(curve.area, decimals: 3)), "
        + "\(decimalText(100 * Self.found(in: 0.1, curve), decimals: 0)) % in the first tenth"
    }
    return "Share of the landslides over share of the area, most susceptible first: "
      + texts.joined(separator: "; ") + "."
  }

  /// The share of landslides in a share of the area, between the curve's points along a line.
  private static func found(in share: Double, _ curve: Curve) -> Double {
    guard let after = curve.areaShares.firstIndex(where: { $0 > share }), after > 0 else {
      return curve.landslideShares.last ?? 0
    }
    let (x0, x1) = (curve.areaShares[after - 1], curve.areaShares[after])
    let (y0, y1) = (curve.landslideShares[after - 1], curve.landslideShares[after])
    return y0 + (y1 - y0) * (share - x0) / (x1 - x0)
  }
}

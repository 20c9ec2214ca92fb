public import Vocabulary

/// How the values of a layer fall into classes, whose codes count from 1.
///
///     limits a < b < …: 1 below a, 2 from a to below b, … n from the last limit on
///     n sectors:        1 centred on north, the others clockwise
///
/// A class includes its lower limit and not its upper one, as those of `classify` do; the first and
/// the last class are open, so that every value is in one.
public struct Bins: Sendable, Hashable, Codable {
  /// Where classes end.
  public enum Rule: Sendable, Hashable, Codable {
    /// At these limits, ascending.
    case limits([Double])
    /// Equal parts of a full turn, which is so large in the layer's unit, the first centred on 0; a
    /// last class holds values below 0 where flat ground is one.
    case sectors(count: Int, turn: Double, withFlat: Bool)
  }

  /// Where classes end.
  public let rule: Rule
  /// The names of the classes, by code.
  public let labels: [String]

  /// Classes between limits.
  ///
  /// - Parameter limits: the inner limits, in the layer's unit.
  /// - Throws: ``LearningError/limitsNotAscending(limits:)``.
  public init(limits: [Double]) throws(LearningError) {
    guard !limits.isEmpty, zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .limitsNotAscending(limits: limits)
    }
    rule = .limits(limits)
    let names = limits.map { formatSignificant($0, digits: 6).replacing("-", with: "\u{2212}") }
    labels =
      ["below \(names[0])"] + zip(names, names.dropFirst()).map { "\($0) to \($1)" }
      + ["from \(names[names.count - 1])"]
  }

  /// Equal parts of a full turn, the first centred on north.
  ///
  /// - Parameters:
  ///   - count: how many, from 2 on.
  ///   - unit: the unit of the angles.
  ///   - withFlat: whether values below 0 are a class too, by which layers mark flat ground; where
  ///     they are not, they are in none.
  public init(sectors count: Int, unit: Unit, withFlat: Bool) {
    precondition(count >= 2, "\(count) sectors")
    let turn = 2 * Double.pi / unit.scale
    // Degrees have a scale that is no binary number, but 360 of them are a whole turn.
    rule = .sectors(
      count: count, turn: unit.scale == Unit.degree.scale ? 360 : turn, withFlat: withFlat)
    labels = Bins.sectorNames(count) + (withFlat ? ["flat"] : [])
  }

  private static func sectorNames(_ count: Int) -> [String] {
    let points = [
      "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW",
      "NNW",
    ]
    if points.count % count == 0 {
      return stride(from: 0, to: points.count, by: points.count / count).map { points[$0] }
    }
    return (0..<count).map { index in
      "\(formatSignificant(360 * Double(index) / Double(count), digits: 4))°"
    }
  }

  /// The number of classes.
  public var count: Int { labels.count }

  /// The code of a value, from 1; not a number where the value is none, or is in no class.
  public func code(of value: Double) -> Double {
    switch rule {
    case .limits(let limits):
      return Bins.code(of: value, limits)
    case .sectors(let count, let turn, let withFlat):
      return Bins.code(of: value, count, turn, withFlat)
    }
  }

  func apply(to values: UnsafeMutableBufferPointer<Double>) {
    switch rule {
    case .limits(let limits):
      for i in values.indices { values[i] = Bins.code(of: values[i], limits) }
    case .sectors(let count, let turn, let withFlat):
      for i in values.indices { values[i] = Bins.code(of: values[i], count, turn, withFlat) }
    }
  }

  private static func code(of value: Double, _ limits: [Double]) -> Double {
    if value.isNaN { return .nan }
    var (low, high) = (0, limits.count)
    while low < high {
      let middle = (low + high) / 2
      if value >= limits[middle] { low = middle + 1 } else { high = middle }
    }
    return Double(low + 1)
  }

  private static func code(
    of value: Double, _ count: Int, _ turn: Double, _ withFlat: Bool
  ) -> Double {
    guard value >= 0, value < .infinity else {
      return value < 0 && withFlat ? Double(count + 1) : .nan
    }
    let sector = (value / turn * Double(count) + 0.5).rounded(.down)
    return sector.truncatingRemainder(dividingBy: Double(count)) + 1
  }
}

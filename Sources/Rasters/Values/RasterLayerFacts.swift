public import Vocabulary

/// What is known of one layer of a ``RasterValue``, and where its cells are.
public struct RasterLayerFacts: Sendable, Hashable, Codable {
  /// Where cells are kept.
  public enum Source: Sendable, Hashable, Codable {
    /// A band, from 0, of an input file of the study.
    case input(file: String, band: Int)
    /// A band, from 0, of a ``RasterStore`` that a statement left.
    case payload(PayloadReference, band: Int)
  }

  /// The layer's name.
  public var name: String
  /// The unit of its numbers; none where the notebook does not say.
  public var unit: Unit?
  /// Whether its numbers are codes of classes.
  public var isNominal: Bool
  /// The codes of its classes that occur, ascending; none for amounts.
  public var codes: [Int]?
  /// The names of its classes, one for each code where there are codes.
  public var labels: [String]?
  /// Whether it is a picture of light and shade, which is drawn in greys.
  public var isShade: Bool
  /// What its cells are like.
  public let statistics: RasterSummary
  /// Where its cells are.
  public let source: Source

  /// Creates the facts.
  public init(
    name: String, unit: Unit?, isNominal: Bool = false, codes: [Int]? = nil,
    labels: [String]? = nil, isShade: Bool = false, statistics: RasterSummary, source: Source
  ) {
    self.name = name
    self.unit = unit
    self.isNominal = isNominal
    self.codes = codes
    self.labels = labels
    self.isShade = isShade
    self.statistics = statistics
    self.source = source
  }
}

extension RasterLayerFacts {
  /// Whether its numbers are directions, such as an aspect: angles of more than half a turn, which
  /// no slope has.
  public var holdsDirections: Bool {
    guard let unit, unit.dimension == .angle, !isNominal else { return false }
    return statistics.maximum * unit.scale > .pi && statistics.minimum >= 0
  }
}

/// What a word says of a layer that it is about to make: the facts without what its cells tell.
public struct RasterLayerPlan: Sendable {
  /// The layer's name.
  public var name: String
  /// The unit of its numbers.
  public var unit: Unit?
  /// Whether its numbers are codes of classes.
  public var isNominal: Bool
  /// The names of its classes, in the order of their codes.
  public var labels: [String]?
  /// Whether it is a picture of light and shade.
  public var isShade: Bool

  /// How often its cells are looked through for its facts: statistics, and codes of classes.
  var passes: Int { isNominal ? 2 : 1 }

  /// Plans a layer.
  public init(
    _ name: String, unit: Unit?, isNominal: Bool = false, labels: [String]? = nil,
    isShade: Bool = false
  ) {
    self.name = name
    self.unit = unit
    self.isNominal = isNominal
    self.labels = labels
    self.isShade = isShade
  }

  /// Plans a layer like one that is there.
  public init(like facts: RasterLayerFacts) {
    self.init(
      facts.name, unit: facts.unit, isNominal: facts.isNominal, labels: facts.labels,
      isShade: facts.isShade)
  }
}

import Evaluation
import Numerics
import Rasters
public import Vocabulary

/// Success and prediction rate curves of maps at landslides.
public struct DrawSuccess: RunnableWord {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let version = 2
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw success", .output,
    "Draws which share of the landslides lies in which share of the area, most susceptible first.",
    formula: """
      share of the landslides over share of the area at or above each susceptibility; area under the \
      curve = mean over the landslides of (cells below + ½ cells equal) / cells
      Of landslides that the map's model has learned from it is a success rate, of others a \
      prediction rate; the legend says which, from what the model has seen.
      Band of up to three curves: the 95 % interval of Wilson of the share of so many landslides. It \
      holds at each point by itself.
      """,
    sources: [
      "Chung & Fabbri (1999), Photogramm. Eng. Remote Sens. 65(12), 1389–1399",
      "Chung & Fabbri (2003), doi:10.1023/B:NHAZ.0000007172.62651.2b",
      "Wilson (1927), doi:10.1080/01621459.1927.10502953",
    ],
    example: "draw success of chance at train, test as fig-success \"Success and prediction rate.\""
  )
  let layers = Parameter<[any Value]>(
    "layers", .after("of"), .values([.prediction, .raster]), "The maps of susceptibility.",
    takesFamily: true)
  let points = Parameter<[any Value]>(
    "points", .after("at"), .values([.points, .places]),
    "The landslides, one curve for each set; of places, those labelled 1.", takesFamily: true)
  let withoutBands = Parameter<Bool>(
    "bands", .flag("without bands"), .number(.any), "Leaves the bands of the curves out.",
    default: false)
  let width = FigureSize.width
  let resolution = FigureSize.resolution

  /// Creates the word.
  public init() {}

  /// A figure.
  public func infer(_ call: Inference) -> ValueType {
    call.requireWidth(width)
    return ValueType(.figure)
  }

  /// Ranks the landslides among the cells of each map.
  public func run(_ call: Call) throws -> any Value {
    try FigureValue.make(
      try figure(call), as: .svg, FigureSize(call, width, resolution), in: call.environment)
  }

  /// What is drawn.
  func figure(_ call: Call) throws -> SuccessFigure {
    let maps = try call.members(layers)
    let sets = try call.members(points)
    let hasBands = try !call[withoutBands] && maps.count * sets.count <= DrawROC.mostBands
    var curves: [SuccessFigure.Curve] = []
    for (map, member) in maps {
      guard let raster = member.value as? RasterValue else {
        throw CallFault.mismatch(map.text, expected: "a map of susceptibility")
      }
      for (set, landslides) in sets {
        let curve = try SuccessRateCurve(of: raster, at: landslides.value, in: call.environment)
        var words: [String] = []
        if maps.count > 1 { words.append(Self.name(map, member)) }
        words.append(Self.rate(of: map, at: set))
        if sets.count > 1 { words.append(Self.name(set, landslides)) }
        curves.append(
          SuccessFigure.Curve(
            name: words.joined(separator: ", "), areaShares: curve.points.map(\.areaShare),
            landslideShares: curve.points.map(\.landslideShare), area: curve.area,
            band: hasBands ? Self.band(of: curve) : nil))
      }
    }
    return SuccessFigure(curves: curves)
  }

  /// The interval of the share of landslides at each point: which cells come first is not by chance,
  /// which of them have landslides is.
  private static func band(of curve: SuccessRateCurve) -> RateBand {
    let intervals = curve.points.map { point in
      let found = (point.landslideShare * Double(curve.landslides)).rounded()
      return wilsonInterval(Int(found), of: curve.landslides)
    }
    return RateBand(
      x: curve.points.map(\.areaShare), lows: intervals.map(\.lowerBound),
      highs: intervals.map(\.upperBound))
  }

  private static func name(_ mention: Reference, _ member: FamilyMember) -> String {
    let name = MapScene.words(mention.text)
    return member.label.isEmpty ? name : "\(name), \(member.label)"
  }

  /// What the curve of a map at landslides is called, by what the map has seen of them.
  private static func rate(of map: Reference, at landslides: Reference) -> String {
    switch map.type.acquaintance(with: landslides.type, named: landslides.name) {
    case .learned: "success rate"
    case .partly: "partly learned"
    case .apart: "prediction rate"
    }
  }
}

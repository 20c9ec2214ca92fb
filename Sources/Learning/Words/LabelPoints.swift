import Diagnostics
import Rasters
public import Vocabulary

/// Points of several inventories as places with a label each.
public struct LabelPoints: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "label", .value, "Makes places of points: landslides labelled 1, other places 0.",
    formula: "Points are brought to the coordinate system of the first inventory.",
    example: "places = label slides as 1, absent as 0")
  let points = Parameter<[FeaturesValue]>(
    "points", .subject, .labelled([.points]), "The points, each with its label.")

  /// Creates the word.
  public init() {}

  /// Places with as many labels of each class as there are points, where that is known.
  public func infer(_ call: Inference) -> ValueType {
    var type = ValueType(.places)
    type.places = PlaceSet(root: call.name)
    var counts: [Int?] = [0, 0]
    for (label, reference, span) in labelled(call.argument(points)) {
      guard let label, label == 0 || label == 1 else {
        call.report(
          .labelNotBinary, "“\(reference.text)” is labelled neither 0 nor 1.", span: span,
          help: ["Write: \(reference.text) as 1, or as 0."])
        continue
      }
      let position = label == 1 ? 0 : 1
      type.inventories[reference.name] = position
      let known = reference.type.count.value ?? call.host.statedCount(of: reference.name)
      counts[position] = counts[position].flatMap { sum in known.map { sum + $0 } }
    }
    if let ones = counts[0], let zeros = counts[1] {
      type.count = .known(ones + zeros)
      type.labelCounts = [ones, zeros]
    }
    return type
  }

  private func labelled(
    _ argument: Argument?
  ) -> [(label: Int?, reference: Reference, span: Span)] {
    let parts: [Argument]
    switch argument?.content {
    case .list(let list): parts = list
    default: parts = argument.map { [$0] } ?? []
    }
    return parts.compactMap { part in
      guard case .labelled(let reference, let label) = part.content else { return nil }
      return (Int(label), reference, part.span)
    }
  }

  /// Puts the points together.
  public func run(_ call: Call) throws -> any Value {
    var (found, labels, origins) = ([SIMD2<Double>](), [Double](), [Int32]())
    var names: [String] = []
    var crs: CoordinateSystem?
    for (label, reference, _) in labelled(call.argument(points)) {
      guard let features = try call.value(of: reference) as? FeaturesValue else {
        throw CallFault.mismatch(points.name, expected: "points")
      }
      let system = crs ?? features.collection.crs
      crs = system
      if features.collection.crs != system {
        call.environment.warn(
          .broughtToSystem,
          "“\(reference.text)” was brought from \(features.collection.crs.label) to "
            + "\(system.label).", help: [])
      }
      let moved = try features.collection(in: system, call.environment)
      let here = moved.features.flatMap(\.geometry.points)
      found += here
      labels += here.map { _ in Double(label ?? 0) }
      origins += here.map { _ in Int32(names.count) }
      names.append(reference.text)
    }
    if found.isEmpty { throw LearningError.noCompleteRows(given: 0) }
    let places = PlacesValue(
      root: call.names.first ?? entry.phrase, count: found.count, points: found, crs: crs,
      labels: labels, origins: PlacesValue.Origins(names: names, ofPlace: origins))
    places.warnOfTwins(in: call.environment)
    return places
  }
}

import Rasters

/// Features as GeoJSON: longitudes and latitudes of WGS 84, to seven decimals, which is a centimetre.
///
/// - Source: RFC 7946.
struct GeoJSONText {
  /// What one feature looks like, in metres to the east and to the south of the area's corner.
  enum Shape {
    /// A ring that is closed and runs against the clock.
    case area([SIMD2<Double>])
    /// A line.
    case line([SIMD2<Double>])
  }

  /// A shape and what is known of it.
  struct Feature {
    let shape: Shape
    let properties: [(name: String, value: Int)]
  }

  /// The north-western corner of the area in its own system.
  let corner: SIMD2<Double>
  /// What brings that system's coordinates to degrees.
  let degrees: any CoordinateTransformation

  init(corner: SIMD2<Double>, to degrees: any CoordinateTransformation) {
    (self.corner, self.degrees) = (corner, degrees)
  }

  /// The text of a file.
  func text(of features: [Feature]) -> String {
    let lines = features.map { feature in
      let properties = feature.properties.map { "\"\($0.name)\": \($0.value)" }
      return "{\"type\": \"Feature\", \"properties\": {\(properties.joined(separator: ", "))}, "
        + "\"geometry\": \(geometry(feature.shape))}"
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [\n"
      + lines.joined(separator: ",\n") + "\n]}\n"
  }

  private func geometry(_ shape: Shape) -> String {
    switch shape {
    case .area(let ring): "{\"type\": \"Polygon\", \"coordinates\": [\(list(ring))]}"
    case .line(let line): "{\"type\": \"LineString\", \"coordinates\": \(list(line))}"
    }
  }

  private func list(_ points: [SIMD2<Double>]) -> String {
    var moved = points.map { corner + SIMD2($0.x, -$0.y) }
    moved.withUnsafeMutableBufferPointer { degrees.transform($0) }
    let texts = moved.map { "[\(Self.shown($0.x)), \(Self.shown($0.y))]" }
    return "[\(texts.joined(separator: ", "))]"
  }

  /// A number with seven decimals.
  private static func shown(_ value: Double) -> String {
    let steps = Int((abs(value) * 1e7).rounded())
    let rest = "\(steps % 10_000_000)"
    let zeros = String(repeating: "0", count: 7 - rest.count)
    return "\(value < 0 ? "-" : "")\(steps / 10_000_000).\(zeros)\(rest)"
  }
}

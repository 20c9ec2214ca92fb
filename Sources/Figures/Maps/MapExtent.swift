import Drawing
import Glibc

/// The upright rectangle of the earth that a map shows, in its coordinate system.
public struct MapExtent: Sendable, Equatable {
  /// What coordinates count.
  public enum Unit: Sendable, Equatable {
    /// A length, with its metres.
    case length(metres: Double)
    /// Degrees of longitude and latitude.
    case degrees
  }

  /// The smallest x.
  public let west: Double
  /// The smallest y.
  public let south: Double
  /// The largest x.
  public let east: Double
  /// The largest y.
  public let north: Double
  /// What coordinates count.
  public let unit: Unit

  /// Creates an extent.
  ///
  /// - Precondition: a positive width and height.
  public init(west: Double, south: Double, east: Double, north: Double, unit: Unit) {
    precondition(
      east > west && north > south, "a map from \(west), \(south) to \(east), \(north)")
    self.west = west
    self.south = south
    self.east = east
    self.north = north
    self.unit = unit
  }

  var width: Double { east - west }
  var height: Double { north - south }

  /// Metres in one unit of x, in the middle of the map.
  var metresPerUnit: Double {
    switch unit {
    case .length(let metres): metres
    // A degree of the equator of WGS 84, narrowed by the latitude.
    case .degrees: 111_319.49 * cos((south + north) / 2 * .pi / 180)
    }
  }

  /// Height over width on paper.
  var aspect: Double {
    switch unit {
    case .length: height / width
    case .degrees: height / (width * max(0.05, cos((south + north) / 2 * .pi / 180)))
    }
  }

  /// Where a position stands on paper, if a frame shows the extent.
  func place(_ position: SIMD2<Double>, in frame: Rectangle) -> Point {
    Point(
      frame.left + (position.x - west) / width * frame.width,
      frame.bottom - (position.y - south) / height * frame.height)
  }

  /// Where another extent stands on paper, if a frame shows this one.
  func place(_ other: MapExtent, in frame: Rectangle) -> Rectangle {
    let (a, b) = (
      place(SIMD2(other.west, other.north), in: frame),
      place(SIMD2(other.east, other.south), in: frame)
    )
    return Rectangle(left: a.x, top: a.y, width: b.x - a.x, height: b.y - a.y)
  }
}

import CGDAL
import Rasters

/// Turns the library's shapes into ours.
struct ShapeReader {
  /// The file's name, for messages.
  let file: String
  /// The feature's number, from 1, for messages.
  let number: Int

  /// A feature's shape; curves are refused, heights are left out.
  func geometry(_ raw: OGRGeometryH?) throws -> Geometry {
    guard let raw, OGR_G_IsEmpty(raw) == 0 else { throw bad("has no shape") }
    switch OGR_GT_Flatten(OGR_G_GetGeometryType(raw)) {
    case wkbPoint: return .point(try points(raw)[0])
    case wkbMultiPoint: return .multiPoint(try parts(raw) { try points($0)[0] })
    case wkbLineString: return .line(try line(raw))
    case wkbMultiLineString: return .multiLine(try parts(raw) { try line($0) })
    case wkbPolygon: return .polygon(try rings(raw))
    case wkbMultiPolygon: return .multiPolygon(try parts(raw) { try rings($0) })
    default:
      let name = String(cString: OGR_G_GetGeometryName(raw))
      throw bad("is a \(name); points, lines and areas are read")
    }
  }

  private func parts<Part>(
    _ raw: OGRGeometryH, _ read: (OGRGeometryH) throws -> Part
  ) throws -> [Part] {
    try (0..<OGR_G_GetGeometryCount(raw)).map { index in
      guard let part = OGR_G_GetGeometryRef(raw, index), OGR_G_IsEmpty(part) == 0 else {
        throw bad("has an empty part")
      }
      return try read(part)
    }
  }

  private func line(_ raw: OGRGeometryH) throws -> [SIMD2<Double>] {
    let line = try points(raw)
    guard line.count >= 2 else { throw bad("has a line of one point") }
    return line
  }

  private func rings(_ raw: OGRGeometryH) throws -> [Ring] {
    try parts(raw) { part in
      var ring = try points(part)
      // The library repeats the first point; ours is joined without.
      if ring.count > 1, ring.first == ring.last { ring.removeLast() }
      guard ring.count >= 3 else { throw bad("has a ring of fewer than three points") }
      return ring
    }
  }

  private func points(_ raw: OGRGeometryH) throws -> [SIMD2<Double>] {
    let count = Int(OGR_G_GetPointCount(raw))
    var points = [SIMD2<Double>](repeating: .zero, count: count)
    points.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let step = Int32(MemoryLayout<SIMD2<Double>>.stride)
      OGR_G_GetPoints(raw, base, step, base + MemoryLayout<Double>.stride, step, nil, 0)
    }
    guard count > 0, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      throw bad("has a coordinate that is not a number")
    }
    guard points.allSatisfy({ max(abs($0.x), abs($0.y)) <= Grid.farthest }) else {
      throw bad("has a coordinate that lies beyond the Earth")
    }
    return points
  }

  private func bad(_ reason: String) -> RasterError {
    .badFeature(file: file, number: number, reason: reason)
  }
}

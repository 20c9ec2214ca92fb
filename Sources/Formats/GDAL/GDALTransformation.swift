import CGDAL
import Rasters
import Synchronization

/// A transformation of coordinates by PROJ, with one object for each thread that is in it.
final class GDALTransformation: CoordinateTransformation {
  /// One object of the library.
  ///
  /// Unchecked: each is with one thread at a time, taken from and given back to a locked list.
  private final class Handle: @unchecked Sendable {
    let raw: OGRCoordinateTransformationH
    init(_ raw: OGRCoordinateTransformationH) { self.raw = raw }
    deinit { OCTDestroyCoordinateTransformation(raw) }
  }

  private let free = Mutex<[Handle]>([])
  private let from: String
  private let to: String

  /// Makes a transformation.
  ///
  /// - Throws: ``RasterError/untransformable(from:to:)``.
  init(from: CoordinateSystem, to: CoordinateSystem) throws {
    self.from = from.wkt
    self.to = to.wkt
    guard let first = Self.make(from.wkt, to.wkt) else {
      throw RasterError.untransformable(from: from.label, to: to.label)
    }
    free.withLock { $0.append(first) }
  }

  func transform(_ points: UnsafeMutableBufferPointer<SIMD2<Double>>) {
    guard !points.isEmpty else { return }
    let taken = free.withLock { $0.popLast() } ?? Self.make(from, to)
    guard let handle = taken else {
      points.update(repeating: SIMD2(.nan, .nan))
      return
    }
    defer { free.withLock { $0.append(handle) } }
    var x = points.map(\.x)
    var y = points.map(\.y)
    var moved = [Int32](repeating: 0, count: points.count)
    OCTTransformEx(handle.raw, Int32(points.count), &x, &y, nil, &moved)
    for index in points.indices {
      let good = moved[index] != 0 && x[index].isFinite && y[index].isFinite
      points[index] = good ? SIMD2(x[index], y[index]) : SIMD2(.nan, .nan)
    }
  }

  private static func make(_ from: String, _ to: String) -> Handle? {
    guard let source = SpatialReference(from), let target = SpatialReference(to) else { return nil }
    return OCTNewCoordinateTransformation(source.handle, target.handle).map(Handle.init)
  }
}

import CGDAL
public import Rasters

extension GDALFormats {
  /// The areas inside rings on the ellipsoid; see ``FormatReader``.
  public func geodesicAreas(of rings: [Ring], in crs: CoordinateSystem) throws -> [Double] {
    guard let reference = SpatialReference(crs.wkt) else {
      throw RasterError.unknownCoordinateSystem(name: crs.name)
    }
    var failed = OGRERR_NONE
    let axis = OSRGetSemiMajor(reference.handle, &failed)
    let inverse = OSRGetInvFlattening(reference.handle, &failed)
    guard failed == OGRERR_NONE, axis > 0 else {
      throw RasterError.unknownCoordinateSystem(name: crs.name)
    }
    var ellipsoid = geod_geodesic()
    // An inverse flattening of 0 stands for a sphere.
    geod_init(&ellipsoid, axis, inverse == 0 ? 0 : 1 / inverse)
    return rings.map { ring in
      var latitudes = ring.map(\.y)
      var longitudes = ring.map(\.x)
      var (area, perimeter) = (0.0, 0.0)
      geod_polygonarea(
        &ellipsoid, &latitudes, &longitudes, Int32(ring.count), &area, &perimeter)
      return abs(area)
    }
  }
}

import Diagnostics
import Drawing
import Rasters
import Vocabulary

extension MapScene {
  /// An inset that shows where an extent lies in areas; none where there are none.
  ///
  /// - Throws: ``FigureError/notOnMap(name:kind:)``, and a fault where the areas cannot be brought to
  ///   the map's system.
  func placeInset(
    _ areas: [(mention: Reference, member: FamilyMember)], round extent: MapExtent
  ) throws -> MapInset? {
    guard !areas.isEmpty, let crs else { return nil }
    let names = areas.map { Self.words($0.mention.text) }
    let shapes = try zip(names, areas).flatMap { name, area in
      guard let shaped = area.member.value as? any ShapedOnMap else {
        throw FigureError.notOnMap(
          name: area.mention.text, kind: type(of: area.member.value).kind.phrase)
      }
      return try shaped.mapShapes(label: name, in: crs, environment)
    }
    let overlays = shapes.map {
      MapOverlay(label: $0.label, style: .outline(.ink), shapes: $0.shapes)
    }
    let corners = [SIMD2(extent.west, extent.south), SIMD2(extent.east, extent.north)]
    guard let land = BoundingBox(overlays.lazy.flatMap { $0.shapes.joined() }) else {
      throw FigureError.nothingToDraw(name: names.joined(separator: ", "))
    }
    if let map = BoundingBox(corners), !land.meets(map) {
      environment.warn(
        .mapOutside, "The map lies outside \(names.joined(separator: ", ")).",
        help: ["See which coordinate system these areas lie in, and whether they are right."])
    }
    let side = max(
      max(land.east, extent.east) - min(land.west, extent.west),
      max(land.north, extent.north) - min(land.south, extent.south))
    let whole = MapExtent(
      west: min(land.west, extent.west), south: min(land.south, extent.south),
      east: max(land.east, extent.east), north: max(land.north, extent.north), unit: extent.unit)
    // Neither a sliver nor a ribbon, which would have no room for a name.
    let margin = side * 0.04
    let wide = max(whole.width * (whole.aspect / 1.1 - 1), 0) / 2 + margin
    let high = max(whole.height * (0.5 / whole.aspect - 1), 0) / 2 + margin
    return MapInset(
      .place, title: names.joined(separator: ", "),
      extent: MapExtent(
        west: whole.west - wide, south: whole.south - high, east: whole.east + wide,
        north: whole.north + high, unit: extent.unit), layer: nil, overlays: overlays)
  }
}

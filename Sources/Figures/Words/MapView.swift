import Rasters
import Vocabulary

/// Which part of the earth a map shows.
struct MapView {
  /// What the map shows.
  let extent: MapExtent
  private let cells: Window?

  /// The cells that the map shows.
  ///
  /// - Throws: ``FigureError/nothingToDraw(name:)`` where there is no layer.
  func window() throws -> Window {
    guard let cells else { throw FigureError.nothingToDraw(name: "map") }
    return cells
  }

  /// All of the layers, or a square round a point.
  ///
  /// - Parameters:
  ///   - scene: what is drawn.
  ///   - shapes: the shapes, in the scene's system.
  ///   - point: x and y of a point to stay near, or none.
  ///   - distance: how far from it, metres.
  ///   - environment: the run.
  /// - Throws: ``FigureError`` where nothing is there to show or the point lies outside.
  init(
    _ scene: MapScene, shapes: [MapShapes], near point: [Double], within distance: Double?,
    in environment: any RunEnvironment
  ) throws {
    guard let crs = scene.crs else { throw FigureError.noSystem }
    let unit: MapExtent.Unit =
      crs.isGeographic ? .degrees : .length(metres: crs.metresPerUnit ?? 1)
    var box: BoundingBox
    if let grid = scene.grid {
      box = BoundingBox(grid)
    } else {
      guard let all = BoundingBox(shapes.lazy.flatMap { $0.shapes.joined() }) else {
        throw FigureError.nothingToDraw(name: shapes.first?.label ?? "map")
      }
      // A margin, so that no mark is cut by the frame; a single point gets some ground round it.
      let side = max(all.east - all.west, all.north - all.south)
      let margin = side > 0 ? side * 0.04 : (crs.isGeographic ? 0.01 : 1000)
      box = all
      box.west -= margin
      box.south -= margin
      box.east += margin
      box.north += margin
    }
    if point.count == 2 {
      let place = try Self.place(SIMD2(point[0], point[1]), in: box, crs, environment)
      let longer = max(box.east - box.west, box.north - box.south)
      let metres = crs.metresPerUnit ?? 111_319.49
      let reach = distance.map { $0 / metres } ?? longer / 10
      box.west = max(box.west, place.x - reach)
      box.east = min(box.east, place.x + reach)
      box.south = max(box.south, place.y - reach)
      box.north = min(box.north, place.y + reach)
    }
    guard let grid = scene.grid else {
      cells = nil
      extent = MapExtent(
        west: box.west, south: box.south, east: box.east, north: box.north, unit: unit)
      return
    }
    // Whole cells: the map ends where they end.
    let left = Int(((box.west - grid.west) / grid.cellWidth + 1e-6).rounded(.down))
    let top = Int(((grid.north - box.north) / grid.cellHeight + 1e-6).rounded(.down))
    let right = Int(((box.east - grid.west) / grid.cellWidth - 1e-6).rounded(.up))
    let bottom = Int(((grid.north - box.south) / grid.cellHeight - 1e-6).rounded(.up))
    let window = Window(
      column: left, row: top, columns: max(right - left, 1), rows: max(bottom - top, 1)
    ).intersection(grid.window)
    cells = window
    extent = MapExtent(
      west: grid.west + Double(window.column) * grid.cellWidth,
      south: grid.north - Double(window.row + window.rows) * grid.cellHeight,
      east: grid.west + Double(window.column + window.columns) * grid.cellWidth,
      north: grid.north - Double(window.row) * grid.cellHeight, unit: unit)
  }

  /// A point in the map's coordinates, or else in degrees of WGS 84.
  private static func place(
    _ point: SIMD2<Double>, in box: BoundingBox, _ crs: CoordinateSystem,
    _ environment: any RunEnvironment
  ) throws -> SIMD2<Double> {
    func isInside(_ point: SIMD2<Double>) -> Bool {
      point.x >= box.west && point.x <= box.east && point.y >= box.south && point.y <= box.north
    }
    if isInside(point) { return point }
    guard !crs.isGeographic, abs(point.x) <= 180, abs(point.y) <= 90 else {
      throw FigureError.pointOutside(x: point.x, y: point.y)
    }
    let formats = try environment.formats()
    let transformation = try formats.transformation(
      from: formats.coordinateSystem("EPSG:4326"), to: crs)
    var moved = [point]
    moved.withUnsafeMutableBufferPointer { transformation.transform($0) }
    guard isInside(moved[0]) else { throw FigureError.pointOutside(x: point.x, y: point.y) }
    return moved[0]
  }
}

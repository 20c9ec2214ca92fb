import Drawing
import Rasters
import Vocabulary

/// What a statement wants on a map, before any cell is read.
struct MapScene {
  /// One layer to be drawn.
  struct Layer {
    let title: String
    let facts: RasterLayerFacts
    let source: RasterLayer
    /// Whether the classes rank.
    let ranks: Bool
    /// The limits of the classes, where they cut values.
    let limits: [Double]?
    /// The unit of those limits.
    let limitUnit: Unit?
    /// Whether the values are probabilities.
    let isPrediction: Bool
    /// What it measures, by its names: members of one family share them.
    let quantity: String
  }

  /// The layers, one panel each; for a colour image the three bands of the only panel.
  private(set) var layers: [Layer] = []
  /// The system that everything is drawn in.
  private(set) var crs: CoordinateSystem?
  /// The grid of the layers; none for a map of shapes alone.
  private(set) var grid: Grid?
  /// The shapes, in the order of the statement.
  private var shaped: [(label: String, value: any ShapedOnMap)] = []
  let environment: any RunEnvironment

  init(in environment: any RunEnvironment) { self.environment = environment }

  /// Adds what the statement names: layers become panels, shapes lie over all of them.
  ///
  /// - Throws: ``FigureError/notOnMap(name:kind:)``, and a fault where grids differ.
  mutating func add(_ mention: Reference, _ member: FamilyMember, isOnly: Bool) throws {
    let name = Self.words(mention.text)
    if let layered = member.value as? any LayeredOnMap {
      let raster = try layered.mapRaster()
      if let grid, let difference = grid.difference(from: raster.grid) {
        throw RasterError.gridMismatch(difference: difference)
      }
      grid = grid ?? raster.grid
      crs = raster.grid.crs
      for (facts, source) in zip(raster.layers, try raster.rasterLayers(in: environment)) {
        var title = raster.layers.count > 1 ? Self.words(facts.name) : name
        if !member.label.isEmpty {
          title = isOnly && raster.layers.count == 1 ? member.label : "\(title), \(member.label)"
        }
        layers.append(
          Layer(
            title: title, facts: facts, source: source,
            ranks: layered.ranksClasses,
            limits: layered.classLimits,
            limitUnit: layered.limitUnit,
            isPrediction: mention.type.kind == .prediction,
            quantity: "\(mention.text).\(facts.name)"))
      }
    } else if let shapes = member.value as? any ShapedOnMap {
      let label = member.label.isEmpty ? name : "\(name), \(member.label)"
      shaped.append((label, shapes))
      crs = crs ?? shapes.mapSystem
    } else {
      throw FigureError.notOnMap(
        name: mention.text, kind: type(of: member.value).kind.phrase)
    }
  }

  /// The shapes over the maps, in the map's system.
  func shapes() throws -> [MapShapes] {
    guard let crs else { return [] }
    return try shaped.flatMap { label, value in
      try value.mapShapes(label: label, in: crs, environment)
    }
  }

  /// The shapes as they lie over a map, each kind in a style of its own: lines and borders differ in
  /// colour and in dashes, the small outlines of an inventory are thin, and black where the map has
  /// colours.
  func overlays(_ shapes: [MapShapes], on extent: MapExtent) -> [MapOverlay] {
    let colors = ClassPalette.overlays
    let dashes: [[Double]] = [[], [1.6, 0.9], [0.5, 0.7], [2.2, 0.7, 0.5, 0.7]]
    // On greys a colour tells specks from the shade.
    let isGrey = !layers.isEmpty && layers.allSatisfy(\.facts.isShade)
    var (marks, lines, borders, inventories) = (0, 0, 0, isGrey ? 2 : 0)
    return shapes.map { shape in
      func overlay(_ style: MapOverlay.Style, dashes: [Double] = []) -> MapOverlay {
        MapOverlay(label: shape.label, style: style, shapes: shape.shapes, dashes: dashes)
      }
      switch shape.kind {
      case .present:
        defer { marks += 1 }
        // Two sets of points are dark and light; more need colours.
        if marks == 0 { return overlay(.present) }
        return overlay(marks == 1 ? .absent : .mark(colors[marks % colors.count]))
      case .absent:
        marks = max(marks, 2)
        return overlay(.absent)
      case .lines:
        defer { lines += 1 }
        // Lines begin with a colour where outlines begin with black.
        return overlay(
          .line(colors[(lines + 1) % colors.count]), dashes: dashes[lines % dashes.count])
      case .outlines where overlay(.outline(.ink)).isFine(on: extent):
        defer { inventories += 1 }
        return overlay(.outline(colors[inventories % colors.count]))
      case .outlines:
        defer { borders += 1 }
        return overlay(
          .outline(colors[borders % colors.count]), dashes: dashes[borders % dashes.count])
      }
    }
  }

  /// How the map lies on the earth; none for a map in degrees, and where no way is known.
  func projection() -> MapProjection? {
    guard let crs, !crs.isGeographic, let formats = try? environment.formats(),
      let degrees = try? formats.coordinateSystem("EPSG:4326"),
      let there = try? formats.transformation(from: crs, to: degrees),
      let back = try? formats.transformation(from: degrees, to: crs)
    else { return nil }
    return MapProjection(toDegrees: there, fromDegrees: back)
  }

  /// What the map's coordinate system is called, the longer name first.
  var systems: [String] {
    guard let crs else { return [] }
    return [crs.name, crs.authority ?? ""].filter { !$0.isEmpty }
  }

  /// The light beneath the maps, if a value is a hillshade on their grid.
  ///
  /// - Throws: ``FigureError/notLight(name:)``, and a fault where grids differ.
  func light(_ raster: RasterValue, named name: String) throws -> RasterLayer {
    guard let facts = raster.layers.first, facts.isShade, raster.layers.count == 1 else {
      throw FigureError.notLight(name: name)
    }
    if let grid, let difference = grid.difference(from: raster.grid) {
      throw RasterError.gridMismatch(difference: difference)
    }
    return try raster.rasterLayers(in: environment)[0]
  }

  /// A name as a reader reads it: `to_fault` is “to fault”.
  static func words(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }

  /// A unit's symbol as a figure prints it: `km2` is “km²”.
  static func shown(_ unit: Unit?) -> String { shown(symbol: unit?.symbol ?? "") }

  /// The symbol of a unit as a figure prints it.
  static func shown(symbol: String) -> String {
    var result = ""
    for character in symbol {
      let follows = result.last?.isLetter ?? false
      switch character {
      case "2" where follows: result.append("²")
      case "3" where follows: result.append("³")
      default: result.append(character)
      }
    }
    return result
  }
}

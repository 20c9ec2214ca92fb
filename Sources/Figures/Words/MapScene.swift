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
    /// Whether the values are probabilities.
    let isPrediction: Bool
  }

  /// The layers, one panel each; for a colour image the three bands of the only panel.
  private(set) var layers: [Layer] = []
  /// The system that everything is drawn in.
  private(set) var crs: CoordinateSystem?
  /// The grid of the layers; none for a map of shapes alone.
  private(set) var grid: Grid?
  /// The shapes, in the order of the statement.
  private var shaped: [(label: String, value: any ShapedOnMap)] = []
  private let environment: any RunEnvironment

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
            isPrediction: mention.type.kind == .prediction))
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

  /// The shapes over the maps, in the map's system, each kind in a style of its own.
  func overlays() throws -> [MapOverlay] {
    guard let crs else { return [] }
    let shapes = try shaped.flatMap { label, value in
      try value.mapShapes(label: label, in: crs, environment)
    }
    let colors: [Color] = [0xB1182B, 0x0072B2, 0x7A3E9D, 0x1A1A1A].map { Color($0) }
    var marks = 0
    var lines = 0
    var outlines = 0
    return shapes.map { shape in
      let style: MapOverlay.Style
      switch shape.kind {
      case .present:
        // Two sets of points are dark and light; more need colours.
        style = marks == 0 ? .present : (marks == 1 ? .absent : .mark(colors[marks % colors.count]))
        marks += 1
      case .absent:
        style = .absent
        marks = max(marks, 2)
      case .lines:
        style = .line(colors[lines % colors.count])
        lines += 1
      case .outlines:
        style = .outline(colors[(colors.count - 1 + outlines) % colors.count])
        outlines += 1
      }
      return MapOverlay(label: shape.label, style: style, shapes: shape.shapes)
    }
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

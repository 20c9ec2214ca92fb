public import Learning
public import Rasters
public import Vocabulary

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PlacesValue: ShapedOnMap {
  public var mapSystem: CoordinateSystem? { crs }

  /// The places by the inventory they came from, or else by their label.
  public func mapShapes(
    label: String, in crs: CoordinateSystem, _ environment: any RunEnvironment
  ) throws -> [MapShapes] {
    let points = try points(in: crs, environment)
    guard let labels = labels?.numbers else {
      return [MapShapes(label: label, kind: .present, shapes: points.map { [$0] })]
    }
    func shapes(_ name: String, _ kind: MapShapes.Kind, _ isIn: (Int) -> Bool) -> MapShapes {
      MapShapes(
        label: name, kind: kind, shapes: points.indices.filter(isIn).map { [points[$0]] })
    }
    let named: [MapShapes]
    if let origins {
      let origin = origins.ofPlace.numbers
      named = origins.names.enumerated().map { number, name in
        let first = origin.firstIndex(of: Int32(number))
        let isPresent = first.map { labels[$0] == 1 } ?? false
        return shapes(MapScene.words(name), isPresent ? .present : .absent) {
          origin[$0] == Int32(number)
        }
      }
    } else {
      named = [
        shapes("non-landslides of \(label)", .absent) { labels[$0] != 1 },
        shapes("landslides of \(label)", .present) { labels[$0] == 1 },
      ]
    }
    return named.filter { !$0.shapes.isEmpty }
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension StackValue: LayeredOnMap {
  /// The layers as they were read; one that was changed since, as by scaling, has no cells.
  public func mapRaster() throws -> RasterValue {
    var facts: [RasterLayerFacts] = []
    for (index, layer) in layers.enumerated() {
      guard case .raster(let raster) = layer.source else {
        throw FigureError.notOnMap(name: layer.name, kind: "a column of places")
      }
      guard columns.allSatisfy({ $0.layer != index || $0.steps.isEmpty }) else {
        throw FigureError.notOnMap(name: layer.name, kind: "a scaled layer")
      }
      facts += raster.layers
    }
    guard let grid, !facts.isEmpty else { throw FigureError.nothingToDraw(name: "stack") }
    return RasterValue(grid: grid, layers: facts)
  }
}

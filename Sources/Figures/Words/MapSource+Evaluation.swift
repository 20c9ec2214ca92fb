public import Evaluation
public import Rasters
public import Vocabulary

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ZonesValue: LayeredOnMap {
  public func mapRaster() -> RasterValue { raster }
  public var ranksClasses: Bool { true }
  public var classLimits: [Double]? { limits.numbers }
  public var limitUnit: Unit? { unit }
}

public import Evaluation
public import Rasters
import Vocabulary

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ZonesValue: LayeredOnMap {
  public func mapRaster() -> RasterValue { raster }
  public var ranksClasses: Bool { true }
  public var classLimits: [Double]? { limits.numbers }
}

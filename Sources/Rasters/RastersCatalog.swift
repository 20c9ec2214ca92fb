public import Vocabulary

/// The words of rasters, features and tables.
public let rasterWords: [any Word] =
  [
    ReadRaster(), ReadBands(), ReadClasses(), ReadFeatures(.points), ReadFeatures(.lines),
    ReadFeatures(.areas), ReadTable(), ResampleOnto(), CircularMeanOf(), Clip(), Interpolate(),
    Rasterise(), Regroup(), Count(), CellOf(), AreaOf(),
    RasterStatistic(.minimum), RasterStatistic(.maximum), RasterStatistic(.mean), QuantileOf(),
  ] + declaredRastersWords

/// The values that these words make.
public let rasterValues: [any Value.Type] = [
  RasterValue.self, FeaturesValue.self, TableValue.self, ColumnValue.self,
]

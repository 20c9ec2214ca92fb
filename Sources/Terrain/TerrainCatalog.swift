public import Vocabulary

/// The words of the terrain.
public let terrainWords: [any Word] =
  localTerrainWords + hydrologyWords + proximityWords + declaredTerrainWords

/// The words that look at the cells around each cell, or at the cell alone.
private let localTerrainWords: [any Word] = [
  Aspect(), Curvature(), Hillshade(), NDVI(), Relief(), Roughness(), Ruggedness(), Slope(),
]

/// The words that measure distances.
private let proximityWords: [any Word] = [DistanceFrom(), DistanceTo(), DistanceToCellsOf()]

/// The words that let water run over a DEM.
private let hydrologyWords: [any Word] = [
  BreachSinks(), FillSinks(), FlowAccumulation(), SpecificCatchmentArea(), StreamPower(), Streams(),
  WetnessIndex(),
]

/// The values that these words make, beside those of rasters: none of their own.
public let terrainValues: [any Value.Type] = []

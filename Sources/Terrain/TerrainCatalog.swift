public import Vocabulary

/// The words of the terrain.
public let terrainWords: [any Word] =
  localTerrainWords + proximityWords + declaredTerrainWords

/// The words that look at the cells around each cell, or at the cell alone.
private let localTerrainWords: [any Word] = [
  Aspect(), Curvature(), Hillshade(), NDVI(), Relief(), Roughness(), Ruggedness(), Slope(),
]

/// The words that measure distances.
private let proximityWords: [any Word] = [DistanceFrom(), DistanceTo(), DistanceToCellsOf()]

/// The values that these words make, beside those of rasters: none of their own.
public let terrainValues: [any Value.Type] = []

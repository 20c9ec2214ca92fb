public import Vocabulary

/// The words of the terrain.
public let terrainWords: [any Word] =
  localTerrainWords + declaredTerrainWords

/// The words that look at the cells around each cell.
private let localTerrainWords: [any Word] = [
  Aspect(), Curvature(), Hillshade(), Relief(), Roughness(), Ruggedness(), Slope(),
]

/// The values that these words make, beside those of rasters: none of their own.
public let terrainValues: [any Value.Type] = []

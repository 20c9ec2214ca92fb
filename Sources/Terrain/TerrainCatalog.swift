public import Vocabulary

/// The words of the terrain.
public let terrainWords: [any Word] = [Slope()] + declaredTerrainWords

/// The values that these words make, beside those of rasters: none of their own.
public let terrainValues: [any Value.Type] = []

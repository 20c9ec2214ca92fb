public import Vocabulary

/// Words of the terrain that are checked, but cannot be carried out yet.
public let declaredTerrainWords: [any Word] = [Align()]

public import Vocabulary

/// Words of rasters that are checked, but cannot be carried out yet.
public let declaredRastersWords: [any Word] = [Pansharpen()]

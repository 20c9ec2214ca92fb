public import Vocabulary

/// Words of figures that are checked, but cannot be carried out yet.
public let declaredFiguresWords: [any Word] = [DrawLearning(), DrawPatches()]

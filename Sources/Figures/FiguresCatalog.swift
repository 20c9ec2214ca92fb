public import Vocabulary

/// The words of figures.
public let figureWords: [any Word] =
  [
    DrawMap(), DrawMap(plural: true), DrawROC(), DrawSuccess(), DrawReliability(), DrawBars(),
    DrawHistogram(), DrawCorrelation(),
  ] + declaredFiguresWords

/// The values that these words make.
public let figureValues: [any Value.Type] = [FigureValue.self]

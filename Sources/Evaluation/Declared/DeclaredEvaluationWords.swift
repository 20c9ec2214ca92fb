public import Vocabulary

/// Words of evaluation that are checked, but cannot be carried out yet.
public let declaredEvaluationWords: [any Word] = [
  ShowSpread(), Winner(),
]

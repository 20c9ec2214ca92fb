public import Vocabulary

/// Words of learning that are checked, but cannot be carried out yet.
public let declaredLearningWords: [any Word] = [
  Cut(), FitBernoulliNaiveBayes(), FitGaussianNaiveBayes(), FitRandomGuess(),
  FitSupportVectorMachine(), Repeat(), Select(),
]

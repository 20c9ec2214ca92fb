public import Vocabulary

/// Words of learning that are checked, but cannot be carried out yet.
public let declaredLearningWords: [any Word] = [
  Best(), Cut(), FitBernoulliNaiveBayes(), FitDecisionTree(), FitGaussianNaiveBayes(),
  FitRandomForest(), FitRandomGuess(), FitSupportVectorMachine(), Repeat(), Select(),
]

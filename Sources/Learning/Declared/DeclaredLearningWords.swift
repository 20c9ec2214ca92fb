public import Vocabulary

/// Words of learning that are checked, but cannot be carried out yet.
public let declaredLearningWords: [any Word] = [
  Association(), Best(), Bin(), Cut(), FitBernoulliNaiveBayes(), FitDecisionTree(),
  FitGaussianNaiveBayes(), FitRandomForest(), FitRandomGuess(), FitSupportVectorMachine(),
  FrequencyRatio(), Recode(), Repeat(), Select(),
]

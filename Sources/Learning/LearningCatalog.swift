public import Vocabulary

/// The words of places, stacks and models that can be carried out.
public let learningWords: [any Word] =
  [
    CoefficientNumber(.estimate), CoefficientNumber(.oddsRatio), CoefficientNumber(.p),
    CoefficientNumber(.standardError), CoefficientNumber(.z), Correlation(), DrawPoints(),
    FitLogisticRegression(), FitNumber(.aic), FitNumber(.logLikelihood), FoldsOfPlaces(),
    LabelEveryCell(), LabelPoints(), MeasureCollinearity(), PredictionOfModel(),
    PresenceFromAreas(), ReadPlaces(), ScaleStack(),
    ShowCoefficients(), SplitPlaces(), StackOfLayers(), Tolerances(), VarianceInflation(),
  ]

/// The types of what these words make, for the cache.
public let learningValues: [any Value.Type] = [
  CoefficientValue.self, CollinearityValue.self, FoldsValue.self, LogisticValue.self,
  PlacesValue.self, SplitValue.self, StackValue.self,
]

public import Vocabulary

/// The words of places, stacks and models that can be carried out.
public let learningWords: [any Word] =
  [
    AssociationWithLabel(), BinStack(), CoefficientNumber(.estimate), CoefficientNumber(.oddsRatio),
    CoefficientNumber(.p), CoefficientNumber(.standardError), CoefficientNumber(.z), Correlation(),
    DrawPoints(), FitDecisionTree(), FitFrequencyRatio(), FitLogisticRegression(), FitNumber(.aic),
    FitNumber(.logLikelihood), FitRandomForest(), FitStatisticalIndex(), FitWeightsOfEvidence(),
    FoldsOfPlaces(),
    FrequencyRatioOfClasses(), ImportanceOfForest(), LabelEveryCell(), LabelPoints(),
    MeasureCollinearity(),
    PredictionOfModel(), PresenceFromAreas(), ReadPlaces(), RecodeStack(), ScaleStack(),
    ShowCoefficients(), ShowImportance(), SplitPlaces(), StackOfLayers(), Tolerances(),
    VarianceInflation(),
    WeightsOfEvidence(),
  ]

/// The types of what these words make, for the cache.
public let learningValues: [any Value.Type] = [
  AssociationValue.self, ClassIndexValue.self, CoefficientValue.self, CollinearityValue.self,
  FoldsValue.self, ForestValue.self, ImportanceValue.self, LogisticValue.self, PlacesValue.self,
  RatiosValue.self, SplitValue.self,
  StackValue.self, WeightsValue.self,
]

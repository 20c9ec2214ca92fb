import Evaluation
import Figures
import Learning
import Networks
import Rasters
import Terrain
public import Vocabulary

extension Catalog {
  /// All words of the language.
  public static let standard = Catalog(
    ownWords + rasterWords + terrainWords + learningWords + declaredLearningWords
      + declaredNetworksWords + evaluationWords + declaredEvaluationWords + figureWords,
    metrics: metricFacts)

  /// What makes a file of a raster: no word of the language, but a step as those of words are.
  public static let rasterFile: any Word = RasterFile()

  private static let ownWords: [any Word] = [
    Setting(), Group(), Arithmetic(), Show(), Check(), Assume(), Allow.leakage,
    Allow.nominalCodes, Allow.ownBreaks, Claims(), ShowClaims(), ShowAssumptions(),
  ]
}

/// The types of all values that a run can make.
public let standardValues: [any Value.Type] =
  [
    NumberValue.self, NumbersValue.self, NothingValue.self, DisplayTable.self,
    ClaimResult.self, AssumptionValue.self, ClaimsValue.self,
  ] + rasterValues + terrainValues + learningValues + evaluationValues + figureValues

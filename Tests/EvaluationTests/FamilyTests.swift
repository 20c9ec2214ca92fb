import Learning
import StudyHarness
import Testing
import Vocabulary

@Suite struct FamilyTests {
  /// Each member of a family has its own setting, and a heavier penalty smaller coefficients.
  @Test func eachOfGivesEveryMemberItsSetting() throws {
    let study = try StudyHarness(
      """
      places = read places "lsl.csv" with slope in degrees, elev in m, label lslpts, at x, y, crs "EPSG:32717"
      factors = stack of places.slope, places.elev
      models = fit logistic regression on places, reading factors
        ridge each of 0.1, 10, 1000
      again = fit logistic regression on places, reading factors, as in models
      show coefficients of models as tbl-m "Models."
      """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let models = try #require(study.values["models"])
    let fitted = models.compactMap { $0.value as? LogisticValue }
    #expect(fitted.map(\.model.ridge) == [0.1, 10, 1000])
    let slopes = fitted.map { abs($0.model.terms[1].estimate) }
    #expect(slopes[0] > slopes[1] && slopes[1] > slopes[2])
    #expect(models.map(\.label) == ["0.1", "10", "1000"])
    let again = (study.values["again"] ?? []).compactMap { $0.value as? LogisticValue }
    #expect(again.map(\.model.ridge) == [0.1, 10, 1000])
    #expect(study.tables[0].rows.count == 9)
    #expect(study.tables[0].notes.count { $0.contains("Ridge penalty") } == 3)
  }
}

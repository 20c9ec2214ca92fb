import Learning
import Rasters
import StudyHarness
import Testing

/// What is told of places that meet layers.
@Suite struct PlacesOnLayersTests {
  private static let read = """
    slides = read points "lsl.gpkg", where lslpts is 1
    honest = read points "lsl.gpkg", where lslpts is 0
    mask   = read areas "study_mask.gpkg"
    ta     = read bands "ta.tif" named slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea
    factors = stack of ta

    """

  /// The demonstration of ecuador-lsl/README.md.
  ///
  /// Negatives from mask cells below the 20 % slope quantile, 26.8931 degrees, 50 draws: mean AUC
  /// 0.986 in random folds, 0.713 against the honest negatives; one draw varies round these.
  @Test func easyGroundIsTold() throws {
    let study = try StudyHarness(
      Self.read + """
        easy   = draw points as many as slides, where ta.slope < 26.8931 degrees, within mask, on cells of ta
        places = label slides as 1, easy as 0
        fifths = folds of places, 5
        folded = fit logistic regression on places, reading factors
          folds fifths
        whole  = fit logistic regression on places, reading factors
        fair   = label slides as 1, honest as 0
        flattering = auc of folded
        sober      = auc of whole on fair
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    #expect(abs(try study.number("flattering") - 0.986) < 0.015)
    #expect(abs(try study.number("sober") - 0.713) < 0.04)
    let told = study.warnings.filter { $0.hasPrefix("W241") }
    // Once by the first of the five folds, for all places, and once by the whole model.
    #expect(told.count == 2 && Set(told).count == 1)
    #expect(
      told.first?.hasPrefix(
        "W241: “slope” alone tells landslides from the other places with an AUC of 0.98") ?? false)
    #expect(told.first?.contains("medians 44.7 and 2") ?? false, "\(told)")
  }

  @Test func honestNegativesAreNot() throws {
    let study = try StudyHarness(
      Self.read + """
        fair = label slides as 1, honest as 0
        glm  = fit logistic regression on fair, reading factors
        drawn = draw points as many as slides, within mask, away from slides by 50 m, on cells of factors
        mixed = label slides as 1, drawn as 0
        again = fit logistic regression on mixed, reading factors
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    // Cells drawn 50 m away from all landslides share none with them.
    #expect(study.warnings == ["W231: 1 place of “fair” lies at the point of another one."])
  }

  /// Absences that keep no distance fall into cells of landslides.
  ///
  /// 3,000 of 95,796 cells of the mask beside 174 that hold landslides: about 5.5 are drawn twice.
  @Test func placesInOneCellAreToldOnce() throws {
    let study = try StudyHarness(
      Self.read + """
        near  = draw points 3000, within mask, on cells of factors
        mixed = label slides as 1, near as 0
        fifths = folds of mixed, 5
        folded = fit logistic regression on mixed, reading factors
          folds fifths
        n = auc of folded
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let slides = try study.value("slides", as: FeaturesValue.self).collection.features
    let near = try study.value("near", as: FeaturesValue.self).collection.features
    let grid = try study.value("ta", as: RasterValue.self).grid
    func cell(_ feature: Feature) -> Int? {
      let point = feature.geometry.points[0]
      return grid.cell(x: point.x, y: point.y).map { $0.row * grid.columns + $0.column }
    }
    let taken = Set(slides.map(cell))
    let shared = near.count { taken.contains(cell($0)) }
    #expect((1...15).contains(shared))
    #expect(
      study.warnings == [
        "W240: \(shared) places lie in a cell of the layers that holds another one already, "
          + "\(shared) of them with the other label."
      ])
  }
}

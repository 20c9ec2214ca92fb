/// Codes of what routing water over a DEM finds: N26x.
extension Code {
  /// Sinks that were filled or breached.
  public static let sinksChanged = Code(
    "N260", "Sinks of a DEM were filled or breached.",
    explanation: """
      Water that runs into a sink would stay there, so sinks are filled or breached before water is \
      routed. Most sinks are errors of the DEM; lakes, dolines and quarries are not. The remark \
      counts the cells and says by how much they changed: where that is much, look at the DEM. \
      Slope, curvature and other shapes are measured on the DEM as it is (Barnes et al. 2020, \
      doi:10.5194/esurf-8-431-2020).
      """,
    example: "pitted = dem - 30 m * truth\nwet = wetness index of pitted",
    evidence: .run)

  /// The codes of this file, in order.
  public static let hydrologyCodes: [Code] = [.sinksChanged]
}

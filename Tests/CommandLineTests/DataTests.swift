import Foundation
import Testing

/// What is said of the data: described or not, made up or measured.
@Suite struct DataTests {
  private let claims = """
    ```{scarp}
    claims from "A paper", within 0.9
      auc of glm on places is 0.8
    show claims as tbl-claims "Published against rerun."
    ```

    """

  @Test func undescribedDataAreSaidToBe() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    #expect(try workplace.text("output/study.html").contains("undescribed data"))
  }

  @Test func describedDataAreNamed() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write(
      "title: Forty <places>\nlicence: CC0 1.0\nsource: made by a test\n",
      to: "data/dataset.yaml")
    _ = try workplace.scarp("run", "study.md")
    let report = try workplace.text("output/study.html")
    #expect(report.contains("Forty &lt;places&gt; (made by a test; CC0 1.0)"))
    #expect(!report.contains("Simulated data"))
  }

  @Test func madeUpDataHaveABannerAndNoVerdictOnClaims() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write(SmallStudy.text + claims, to: "study.md")
    _ = try workplace.scarp("run", "study.md")
    #expect(try workplace.text("output/study.html").contains("1 of 1 claim reproduced"))
    try workplace.write("title: Forty places\nsimulated: true\n", to: "dataset.yaml")
    #expect(try workplace.scarp("run", "study.md").code == 0)
    let report = try workplace.text("output/study.html")
    #expect(report.contains("Simulated data."))
    #expect(report.contains("1 claim not comparable"))
    #expect(report.contains(">not comparable</td>"))
    #expect(!report.contains(">reproduced<") && !report.contains("1 reproduced"))
  }
}

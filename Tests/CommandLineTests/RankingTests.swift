import Foundation
import Testing

/// `show MODELS by METRIC`, by the program itself.
@Suite struct RankingTests {
  private func run(_ lines: String) throws -> (code: Int32, messages: String, page: String) {
    let workplace = try SmallStudy.workplace()
    let text = SmallStudy.text.replacing(
      "check auc of glm on places is above 0.5", with: lines)
    try workplace.write(text, to: "study.md")
    let run = try workplace.scarp("run", "study.md", "--strict")
    let page = run.code == 0 ? try workplace.text("output/study.html") : ""
    return (run.code, run.messages, page)
  }

  @Test func membersStandBestFirst() throws {
    let family = """
      few = fit logistic regression on places, reading factors
        ridge each of 0, 1, 1000000
      show few by log loss on places as tbl-rank "Ridges, best first."
      """
    let (code, messages, page) = try run(family)
    #expect(code == 0, "\(messages)")
    // Less ridge fits the places it was fitted to better.
    let table = page.range(of: "<table")
    let rows = page[(table?.lowerBound ?? page.startIndex)...]
    let places = ["0", "1", "1000000"].compactMap { rows.range(of: "<td>\($0)</td>")?.lowerBound }
    #expect(places.count == 3 && places == places.sorted(), "\(page)")
    #expect(page.contains("judged on “places”; smaller is better"))
  }

  @Test(arguments: [
    ("show glm by auc on places as tbl-rank \"Rank.\"", "E281"),
    (
      "few = fit logistic regression on places, reading factors\n  ridge each of 0, 1\n"
        + "show few by auc as tbl-rank \"Rank.\"", "E250"
    ),
    ("show places by auc as tbl-rank \"Rank.\"", "E118"),
  ])
  func whatIsNoFamilyIsTold(_ lines: String, _ code: String) throws {
    let run = try run(lines)
    #expect(run.code == 3, "\(run.messages)")
    #expect(run.messages.contains(code), "\(run.messages)")
  }
}

import Diagnostics
import Testing

@testable import Bibliography

/// Works as citations and lists of references name them.
@Suite struct CitationTests {
  private func cited(_ text: String) -> CitedWorks {
    CitedWorks(Bibliography(Source(name: "test", text: text)).works)
  }

  private func reference(_ text: String) throws -> String {
    ReferenceText(try #require(cited(text).list.first)).plainText
  }

  @Test func worksAreNamedByAuthorsAndYear() {
    let works = cited(
      """
      @article{one, author = {A. One}, year = 2001, title = {T}}
      @article{two, author = {A. One and B. Two}, year = 2001, title = {T}}
      @article{three, author = {A. One and B. Two and C. Three}, year = 2001, title = {T}}
      @article{others, author = {A. One and others}, year = 2002, title = {T}}
      @book{editor, editor = {van Ed, E.}, title = {T}}
      @misc{none, title = {The Data}, year = 1999}
      """)
    #expect(works["one"].map { "\($0.names) \($0.year)" } == "One 2001")
    #expect(works["two"]?.names == "One and Two")
    #expect(works["three"]?.names == "One et al.")
    #expect(works["others"]?.names == "One et al.")
    #expect(works["editor"].map { "\($0.names) \($0.year)" } == "van Ed n.d.")
    #expect(works["none"]?.names == "“The Data”")
    #expect(works["nobody"] == nil)
  }

  @Test func theSameNamesAndYearGetLetters() {
    let works = cited(
      """
      @article{b, author = {One, A.}, year = 2001, title = {Beta}}
      @article{a, author = {One, A.}, year = 2001, title = {Alpha}}
      @article{x, author = {Öne, A.}, year = 2000, title = {Early}}
      @article{y, author = {Zed, A.}, title = {Y}}
      @article{z, author = {Zed, A.}, title = {Z}}
      """)
    #expect(works["a"]?.year == "2001a")
    #expect(works["b"]?.year == "2001b")
    #expect(works["z"]?.year == "n.d.-b")
    // By name without its accent, then by year.
    #expect(works.list.map(\.work.key) == ["x", "a", "b", "y", "z"])
    #expect(works.list.map(\.number) == [1, 2, 3, 4, 5])
  }

  @Test func aPaperIsSet() throws {
    #expect(
      try reference(
        """
        @article{h, author = {Horn, Berthold K. P.}, title = {Hill shading and the reflectance map},
          journal = {Proceedings of the IEEE}, volume = 69, number = 1, pages = {14--47}, year = 1981,
          doi = {10.1109/PROC.1981.11918}}
        """)
        == "Horn, B. K. P. (1981). Hill shading and the reflectance map. Proceedings of the IEEE, "
        + "69(1), 14–47. https://doi.org/10.1109/PROC.1981.11918")
  }

  @Test func booksChaptersAndThesesAreSet() throws {
    #expect(
      try reference(
        "@book{b, author = {Agresti, Alan}, title = {Categorical Data Analysis}, edition = {2}, "
          + "publisher = {Wiley}, year = 2002}")
        == "Agresti, A. (2002). Categorical Data Analysis (2nd ed.). Wiley.")
    #expect(
      try reference(
        "@incollection{c, author = {Varnes, D. J.}, title = {Slope movement types and processes}, "
          + "booktitle = {Landslides: analysis and control}, editor = {Schuster, R. L. and Krizek, R. J.}, "
          + "pages = {11--33}, publisher = {National Academy of Sciences}, year = 1978}")
        == "Varnes, D. J. (1978). Slope movement types and processes. In Schuster, R. L., & Krizek, "
        + "R. J. (Eds.), Landslides: analysis and control (pp. 11–33). National Academy of Sciences."
    )
    #expect(
      try reference(
        "@phdthesis{t, author = {A. One}, title = {T}, school = {Some University}, year = 1990}")
        == "One, A. (1990). T [Doctoral thesis]. Some University.")
    #expect(
      try reference("@misc{d, title = {Is it data?}, year = 2020, url = {https://example.org/a_b}}")
        == "Is it data? (2020). https://example.org/a_b")
    #expect(
      try reference(
        "@techreport{r, author = {{USGS}}, title = {T}, number = {12}, institution = {USGS}, year = 1}"
      )
        == "USGS (1). T [Technical report 12]. USGS.")
  }

  @Test func longListsOfAuthorsAreShortened() throws {
    let names = (1...25).map { "N\($0), A." }.joined(separator: " and ")
    let text = try reference("@article{m, author = {\(names)}, title = {T}, year = 2000}")
    #expect(text.contains("N19, A., … N25, A. (2000)"))
    #expect(!text.contains("N20"))
  }

  @Test func cslJSONSaysTheSame() throws {
    let item = """
      [{"id": "h", "type": "article-journal", "title": "Hill <i>shading</i> and the reflectance map",
        "author": [{"family": "Horn", "given": "Berthold K. P."}], "issued": {"date-parts": [[1981, 1]]},
        "container-title": "Proceedings of the IEEE", "volume": "69", "issue": "1", "page": "14-47",
        "DOI": "10.1109/PROC.1981.11918"}]
      """
    #expect(
      try reference(item)
        == "Horn, B. K. P. (1981). Hill shading and the reflectance map. Proceedings of the IEEE, "
        + "69(1), 14–47. https://doi.org/10.1109/PROC.1981.11918")
    let file = Bibliography(Source(name: "a.json", text: item))
    let excerpt = file.excerpt(of: ["h"])
    #expect(Bibliography(Source(name: "a.json", text: excerpt)).excerpt(of: ["h"]) == excerpt)
    let broken = Bibliography(Source(name: "a.json", text: "[{\"id\": \"a\"\n}, {\n]"))
    #expect(broken.remarks.map(\.code.id) == ["E031"])
    #expect(
      Bibliography(Source(name: "a.json", text: "[{}, {\"id\": 3}]")).works.map(\.key) == ["3"])
  }
}

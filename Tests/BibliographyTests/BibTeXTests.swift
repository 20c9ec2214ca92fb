import Diagnostics
import Testing

@testable import Bibliography

/// Reading of BibTeX: entries, values, mistakes.
@Suite struct BibTeXTests {
  private func read(_ text: String) -> Bibliography {
    Bibliography(Source(name: "test.bib", text: text))
  }

  private func line(_ remark: Bibliography.Remark, _ text: String) -> Int {
    Source(name: "", text: text).line(at: remark.span.lower)
  }

  @Test func anEntryIsReadWithAllItsFields() throws {
    let work = try #require(
      read(
        """
        % Text outside of entries is passed over, addresses like ada@example.org too.
        @Article{brenning2005,
          author  = {Brenning, Alexander},
          title   = "Spatial prediction models for landslide hazards",
          journal = nhess, year = 2005, volume = {5}, number = 6, pages = {853--862},
          doi     = {https://doi.org/10.5194/nhess-5-853-2005},
        }
        @string{nhess = {Natural Hazards}}
        """
      ).works.first)
    #expect(work.key == "brenning2005")
    #expect(work.authors.names == [PersonName(given: "Alexander", family: "Brenning")])
    #expect(work.kind == .article)
    #expect((work.year, work.volume, work.issue, work.pages) == ("2005", "5", "6", "853–862"))
    #expect(work.doi == "10.5194/nhess-5-853-2005")
    #expect(work.address == "https://doi.org/10.5194/nhess-5-853-2005")
    // The abbreviation is defined too late.
    #expect(work.container == "nhess")
  }

  @Test func abbreviationsAndPiecesAreJoined() {
    let file = read(
      """
      @string{nh = "Natural " # hz}
      @STRING(hz = {Hazards})
      @string{full = nh # "and " # hz}
      @preamble{"\\newcommand{\\x}{y}"}
      @comment{@article{hidden, title = {Not here}}}
      @article(a, title = {A} # " title", journal = hz # { and Earth}, month = jun)
      """)
    #expect(file.works.map(\.key) == ["a"])
    #expect(file.works.first?.title == "A title")
    #expect(file.works.first?.container == "Hazards and Earth")
    // “hz” is used before it is defined.
    #expect(file.remarks.map(\.code.id) == ["W012"])
  }

  @Test func aMistakeCostsItsEntryAloneAndTellsItsLine() {
    let text = """
      @article{one, title = {One}}
      @article{two,
        title = {Two,
        year = 2001
      }
      @article{three, title = {Three} year = 2003}
      @article{, title = {Four}}
      @article{five, title {Five}}
      @book{six, title = {Six}, year = }
      @article{one, title = {Again}}
      @article{seven, title = {Seven}}
      """
    let file = read(text)
    #expect(file.works.map(\.key) == ["one", "seven"])
    #expect(
      file.remarks.map { "\($0.code.id) \(line($0, text))" }
        == ["E031 3", "E031 6", "E031 7", "E031 8", "E031 9", "W010 10"])
  }

  @Test func whatNeverEndsIsReadOnce() {
    // Each entry would be looked for its end up to the last byte.
    let many = String(repeating: "@article{a, title = {\n", count: 5_000)
    #expect(read(many).remarks.count == 20)
    #expect(read(String(repeating: "@", count: 50_000)).works.isEmpty)
    #expect(read("@article{a, title = " + String(repeating: "{", count: 100_000)).works.isEmpty)
    let deep = String(repeating: "{", count: 50_000) + String(repeating: "}", count: 50_000)
    #expect(read("@article{a, title = {\(deep)}}").works.count == 1)
  }

  @Test func aPartInheritsFromItsBook() throws {
    let file = read(
      """
      @inproceedings{part, author = {Ann One}, title = {A part}, pages = {1-9}, crossref = {Whole}}
      @inproceedings{lost, title = {Lost}, crossref = "nowhere"}
      @proceedings{whole, title = {The Whole}, editor = {Ed Two}, year = 1999, publisher = {Press}}
      """)
    let part = try #require(file.works.first)
    #expect((part.container, part.year, part.title) == ("The Whole", "1999", "A part"))
    #expect(part.editors.names.map(\.family) == ["Two"])
    #expect(file.remarks.map(\.key) == ["lost"])
  }

  @Test(arguments: [
    ("Alexander Brenning", "", "Brenning", ""), ("Horn, Berthold K. P.", "", "Horn", ""),
    ("Jan van der Berg", "van der", "Berg", ""), ("van der Berg, Jan", "van der", "Berg", ""),
    ("de la Cruz, Jr., Ana", "de la", "Cruz", "Jr."),
    ("Ludwig von Beethoven", "von", "Beethoven", ""),
    ("{World Bank}", "", "World Bank", ""), ("{\\'E}milie du Ch{\\^a}telet", "du", "Châtelet", ""),
    ("Plato", "", "Plato", ""),
    ("Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin", "de la", "Vallée Poussin", ""),
    ("{\\OE}hlenschl{\\ae}ger, Adam", "", "Œhlenschlæger", ""),
    ("Guzzetti,~Fausto", "", "Guzzetti", ""), ("Jean-Paul {de} Sartre", "", "Sartre", ""),
  ])
  func namesAreReadByTheRules(_ tex: String, _ particle: String, _ family: String, _ suffix: String)
  {
    var unknown: [String] = []
    let list = BibTeXNames.list(tex, unknown: &unknown)
    #expect(list.names.count == 1)
    #expect(list.names.first?.particle == particle)
    #expect(list.names.first?.family == family)
    #expect(list.names.first?.suffix == suffix)
  }

  @Test func listsOfNamesEndWithOthers() {
    var unknown: [String] = []
    let list = BibTeXNames.list(
      "Reichenbach, Paola and {Rossi and Sons} AND Malamud, B.~D. and others", unknown: &unknown)
    #expect(list.names.map(\.family) == ["Reichenbach", "Rossi and Sons", "Malamud"])
    #expect(list.hasOthers)
    #expect(list.names.last?.initials == "B. D.")
    #expect(PersonName(given: "Jean-Pierre M.", family: "A").initials == "J.-P. M.")
    #expect(PersonName(given: "J.P.", family: "A").initials == "J. P.")
  }

  @Test(arguments: [
    ("Sch{\\\"o}lz", "Schölz"), ("Sch\\\"olz", "Schölz"), ("\\'{e}t\\'e", "été"),
    ("{\\v{C}}esk\\'y", "Český"), ("\\c{c}a", "ça"), ("\\v S", "Š"), ("Stra{\\ss}e", "Straße"),
    ("\\'{\\i}", "í"), ("na{\\\"\\i}ve", "naïve"), ("\\AA ngstr\\\"om", "Ångström"),
    ("\\H{o}", "ő"), ("1--2", "1–2"), ("a---b", "a—b"), ("``So'' `it'", "“So” ‘it’"),
    ("100\\,\\% of {CO}$_2$", "100\u{202F}% of CO₂"), ("$30^\\circ$", "30°"),
    ("The \\emph{very} {\\em last}", "The very last"), ("R\\&D \\$5", "R&D $5"),
    ("a  \n b", "a b"), ("m$^{2}$", "m²"), ("\\=a\\.z\\u g\\k a\\r u\\~n", "āżğąůñ"),
    ("\\d{q}", "q\u{323}"), ("}{", ""), ("x\\", "x\\"),
  ])
  func texBecomesText(_ tex: String, _ text: String) {
    var unknown: [String] = []
    #expect(TeXText.plain(tex, unknown: &unknown) == text)
  }

  @Test func whatIsNotKnownIsShownAndTold() {
    let file = read("@article{a, title = {The \\foo{bar} baz}}")
    #expect(file.works.first?.title == "The \\foobar baz")
    #expect(file.remarks.map(\.code.id) == ["W012"])
    #expect(file.remarks.first?.title.contains("\\foo") ?? false)
  }

  @Test func anExcerptSaysTheSameAndIsItsOwnExcerpt() {
    let file = read(
      """
      @string{hz = {Hazards}}
      @string{nh = "Natural " # hz}
      @string{unused = "Nothing"}
      @article{a, title = {A}, journal = nh}
      @article{b, title = {B}}
      @incollection{c, title = {C}, crossref = {book}}
      @book{book, title = {The Book}}
      """)
    let excerpt = file.excerpt(of: ["a", "c"])
    #expect(!excerpt.contains("unused") && !excerpt.contains("{b,"))
    let again = read(excerpt)
    #expect(again.works.map(\.container) == ["Natural Hazards", "The Book", ""])
    #expect(again.excerpt(of: ["a", "c"]) == excerpt)
    #expect(again.remarks.isEmpty)
  }
}

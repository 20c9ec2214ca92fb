import Diagnostics
import Markdown
import Testing

@Suite struct InlineFormTests {
  /// The source's text under each of Scarp's own forms.
  private func forms(_ text: String) -> [String] {
    let reading = Reading(text)
    return reading.inlines.compactMap { inline in
      switch inline.kind {
      case .math, .crossReference, .citation: reading.source[inline.span]
      case .quantity(let span): reading.source[span]
      default: nil
      }
    }
  }

  @Test(arguments: [
    ("The area is $A = \\pi r^2$ here.", ["$A = \\pi r^2$"]),
    ("It costs $5 and $6.", []),
    ("Escaped \\$x$ stays.", []),
    ("$a_1$ and $b_2$*c*", ["$a_1$", "$b_2$"]),
    ("$$\nE = mc^2\n$$", ["$$\nE = mc^2\n$$"]),
    ("$$\na\n- b\n=\n$$", ["$$\na\n- b\n=\n$$"]),
    ("> $$\n> a\n> $$", ["$$\n> a\n> $$"]),
    ("`$a$` is code, $b$ is not", ["$b$"]),
    ("``` $a$ ``` $b$", ["$b$"]),
    ("unclosed ` and $b$", ["$b$"]),
    ("See @fig-roc, @tbl-a_b and @sec-data.", ["@fig-roc", "@tbl-a_b", "@sec-data"]),
    ("_see @fig-a_b_", ["@fig-a_b"]),
    ("me@fig-x.org \\@fig-y", []),
    ("The curve’s @fig-roc’s end", ["@fig-roc"]),
    ("as in [@a2020; see @b:c, p. 3]", ["[@a2020; see @b:c, p. 3]"]),
    ("[@a](https://example.org) [me@x.org]", []),
    ("[@fig-a]", ["@fig-a"]),
    ("AUC `{scarp} auc of long on test, percent`.", ["auc of long on test, percent"]),
    ("`{scarp}   count of slides  `", ["count of slides"]),
    ("`{scarp} count of\nslides`", ["count of\nslides"]),
    ("`{scarp}`", [""]),
    ("`{scarpx} count`", []),
    ("| a | b |\n|---|---|\n| $|x|$ | `{scarp} n` |", ["$|x|$", "n"]),
    ("- one $x$\n  two @fig-a\n    - three `{scarp} q`", ["$x$", "@fig-a", "q"]),
    ("# Head $x$ {#sec-a}", ["$x$"]),
    ("*$x$* **@fig-a** ~~`{scarp} q`~~", ["$x$", "@fig-a", "q"]),
    ("ݍݎ $x$ ޥ", ["$x$"]),
  ])
  func areFoundWhereTheyStand(_ text: String, _ expected: [String]) {
    #expect(forms(text) == expected)
    let crlf = text.replacing("\n", with: "\r\n")
    #expect(forms(crlf) == expected.map { $0.replacing("\n", with: "\r\n") })
  }

  @Test(arguments: [
    "a `x $y$ @fig-a` b", "[l](https://e.org/$x$/@fig-a)", "<https://e.org/$x$>",
    "![alt](a$x$.png \"t $y$\")", "text {#sec-a}", "ݍ $ ޥ", "<i title=\"$x$\">",
  ])
  func textThatLooksLikeAFormIsRestored(_ text: String) {
    let reading = Reading(text)
    var texts: [String] = []
    for inline in reading.inlines {
      switch inline.kind {
      case .text(let text), .code(let text), .html(let text): texts.append(text)
      case .link(let destination, let title, _), .image(let destination, let title, _):
        texts += [destination, title]
      default: break
      }
    }
    #expect(!texts.joined().contains("xx"))
    #expect(texts.allSatisfy { text.contains($0) })
  }

  @Test func mathIsRead() {
    let inlines = Reading("> $$\n> a\n> + b\n> $$").inlines
    #expect(inlines.map(\.kind) == [.math(tex: "a\n + b", display: true)])
    #expect(Reading("$x$").inlines.map(\.kind) == [.math(tex: "x", display: false)])
  }

  @Test func citationsAreRead() throws {
    let reading = Reading("[see @a-1; @b, p. 3]")
    guard case .citation(let works) = try #require(reading.inlines.first).kind else {
      Issue.record("no citation")
      return
    }
    #expect(works.map(\.key) == ["a-1", "b"])
    #expect(works.map(\.prefix) == ["see", ""])
    #expect(works.map(\.suffix) == ["", "p. 3"])
    #expect(works.map { reading.source[$0.span] } == ["@a-1", "@b"])
  }

  @Test func moreFormsThanPlaceholdersAreTold() {
    let text = (0..<1000).map { "$x_{\($0)}$" }.joined(separator: " and\n")
    let reading = Reading(text)
    let math = reading.inlines.filter { if case .math = $0.kind { true } else { false } }
    #expect(math.count == 1000)
    #expect(math.map { reading.source[$0.span] } == (0..<1000).map { "$x_{\($0)}$" })
  }

  @Test(
    arguments: [
      ("By @horn1981 it is.", "horn1981||textual"), ("By @horn1981, it is.", "horn1981||textual"),
      ("@a [p. 3] says", "a|p. 3|textual"), ("@a[p. 3] says", "a|p. 3|textual"),
      ("@a [see](b)", "a||textual"), ("@a [^n]", "a||textual"), ("@a’s map", "a||textual"),
      ("@müller2001.", "müller2001||textual"), ("[-@a]", "a||authorless"),
      ("[see -@a, 3]", "a|3|authorless"), ("[@a]", "a||bracketed"),
      ("a@b.c \\@d `@e` https://x.org/@f <mailto:g@h.i>", nil), ("@ a, @-", nil),
    ] as [(String, String?)])
  func worksAreCitedInThreeForms(_ text: String, _ expected: String?) {
    let found = Reading(text + "\n\n[^n]: x\n").inlines.compactMap { inline -> String? in
      guard case .citation(let works) = inline.kind else { return nil }
      return works.map { "\($0.key)|\($0.suffix)|\($0.form)" }.joined(separator: " ")
    }
    #expect(found == (expected.map { [$0] } ?? []))
  }

  @Test func displayedFormulasCarryLabels() {
    func first(_ text: String) -> Inline.Kind? { Reading(text).inlines.first?.kind }
    #expect(first("$$x$$ {#eq-a}") == .math(tex: "x", display: true, label: "eq-a"))
    #expect(first("$$\nx\n$$ {#eq-a-1}\n") == .math(tex: "x", display: true, label: "eq-a-1"))
    #expect(first("$$x$$ {#fig-a}") == .math(tex: "x", display: true))
    #expect(first("$$x$$ {#eq-}") == .math(tex: "x", display: true))
    #expect(first("$$x$$ {#eq-a") == .math(tex: "x", display: true))
    #expect(
      Reading("$$x$$ {#eq-a} by @eq-a").inlines.contains {
        if case .crossReference(let reference) = $0.kind {
          reference.target == .equation
        } else {
          false
        }
      })
  }
}

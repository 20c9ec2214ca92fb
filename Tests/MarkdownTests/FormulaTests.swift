import Testing

@testable import Markdown

@Suite struct FormulaTests {
  @Test func partsOfAFormulaAreRead() {
    let x = Formula.identifier("x", isUpright: false)
    #expect(FormulaReader.read("x") == x)
    #expect(
      FormulaReader.read("x_{1}^2")
        == .scripts(x, below: .number("1"), above: .number("2"), isLimits: false))
    #expect(FormulaReader.read("\\frac x{0.5}") == .fraction(x, .number("0.5")))
    #expect(FormulaReader.read("\\sqrt[3]{x}") == .root(x, index: .number("3")))
    #expect(
      FormulaReader.read("\\sum_i x")
        == .row([
          .scripts(
            .sign("∑", stretches: false), below: .identifier("i", isUpright: false), above: nil,
            isLimits: true), x,
        ]))
    #expect(
      FormulaReader.read("\\left(x\\right.") == .row([.sign("(", stretches: true), x]))
    #expect(FormulaReader.read("\\text{if } x") == .row([.text("if "), x]))
    #expect(FormulaReader.read("\\mathbf{w}") == .identifier("𝐰", isUpright: true))
    #expect(FormulaReader.read("f'") != nil)
  }

  @Test(arguments: [
    "s = \\arctan\\sqrt{p^2+q^2}", "\\log\\frac{p}{1-p} = \\beta_0 + \\beta_1 s",
    "\\mathrm{AUC} = \\int_0^1 \\text{TPR}\\, d\\,\\text{FPR}", "\\hat y_i = \\sigma(w^\\top x)",
    "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}",
    "\\mathrm{TWI} = \\ln\\frac{a}{\\tan\\beta}",
    "f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}", "30\\,\\%", "45°",
    "\\mathrm{FR}_{ij} = \\frac{N_{ij}/N}{A_{ij}/A}", "a \\le b \\ne c", "\\max_{x \\in X} f",
  ])
  func methodsSectionsAreRead(_ tex: String) {
    // \top is not in the tables: the formula is shown as written.
    #expect((FormulaReader.read(tex) != nil) == !tex.contains("\\top"))
  }

  @Test(arguments: [
    "{", "}", "x^", "x^1^2", "\\frac{1}", "\\unknown", "\\left(", "\\begin{a}b\\end{a}", "\\",
    "\\text{", "\\begin{cases}", "a & b", "$", "\\input{/etc/passwd}", "<script>{", "\\href{a}{b}",
    String(repeating: "{", count: 1_000), String(repeating: "x^{", count: 500),
    String(repeating: "\\frac", count: 700), String(repeating: "a", count: 5_000),
    String(repeating: "\\hat", count: 900), String(repeating: "\\sqrt", count: 800),
  ])
  func whatIsNotUnderstoodIsNotGuessed(_ tex: String) {
    #expect(FormulaReader.read(tex) == nil)
  }
}

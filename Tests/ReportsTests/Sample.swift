import Bibliography
import Diagnostics
import Notebooks
import Reports

/// A small report with one of everything.
enum Sample {
  static let text = """
    ---
    title: "Landslides of two valleys & a ridge"
    subtitle: "A sample of everything a report can show"
    author: [Ada Example, Bo Example]
    date: 2026-11-21
    lang: en
    abstract: "Slope explains *most* of it."
    number-sections: true
    toc: true
    seed: 7
    ---

    # Question {#sec-question}

    Does slope $s = \\arctan\\sqrt{p^2+q^2}$ explain the scars[^horn] of 1998 [see @horn, p. 18; @other]?
    @horn [p. 19] says so.
    The inventory holds `{scarp} count of slides` scars; the AUC is `{scarp} auc of logit on test, 3 decimals`
    (@fig-roc, @tbl-scores, @sec-data, @eq-logit). A wrong one: @fig-none.

    $$
    \\log\\frac{p}{1-p} = \\beta_0 + \\beta_1 s
    $$ {#eq-logit}

    ## Data {#sec-data}

    | factor | unit |
    |:-------|-----:|
    | slope  | °    |

    - one **strong** item, ~~gone~~
    - a [link](https://example.org/?a=1&b=2) and a [bad one](javascript:alert(1))

    > Quoted `code`.

    ```{scarp}
    #| label: data
    dem   = read raster "dem.tif" in m   # metres
    slope = slope of dem in degrees
    ```

    # Results

    ```{scarp}
    show scores of logit on test: auc as tbl-scores "Scores on the held-out 30 %."
    draw roc of logit on test as fig-roc "ROC curve."
    check count of slides is 4
    ```

    ```scarp
    draw map of zones
    ```

    [^horn]: By *Horn's* method.
    """

  static let bibliography = """
    @article{horn, author = {Horn, B. K. P.}, title = {Hill shading and the reflectance map},
      journal = {Proceedings of the IEEE}, volume = 69, number = 1, pages = {14--47}, year = 1981,
      doi = {10.1109/PROC.1981.11918}}
    """

  static func input() throws -> ReportInput {
    let reading = Notebook.read(bytes: Array(text.utf8), name: "sample.md")
    guard let notebook = reading.notebook else { throw MissingNotebook() }
    var input = ReportInput(notebook: notebook)
    input.remarks = reading.diagnostics.filter { $0.severity == .warning }
    input.cells = [
      CellReport(statements: [
        StatementReport(
          tokens: [
            TokenRun("#| label: data\n", .comment), TokenRun("dem", .definition),
            TokenRun("   = ", .operator), TokenRun("read raster", .word), TokenRun(" "),
            TokenRun("\"dem.tif\"", .string), TokenRun(" "), TokenRun("in", .word), TokenRun(" "),
            TokenRun("m", .unit), TokenRun("   "), TokenRun("# metres", .comment), TokenRun("\n"),
          ], line: 34,
          outputs: [.summary("dem: 417 × 292 cells of 10 m, 1,725 to 2,953 m, no data 21.3 %")]),
        StatementReport(
          tokens: [
            TokenRun("slope", .definition), TokenRun(" = ", .operator), TokenRun("slope", .word),
            TokenRun(" "), TokenRun("of", .word), TokenRun(" "), TokenRun("dem", .name),
            TokenRun(" "), TokenRun("in", .word), TokenRun(" "), TokenRun("degrees", .unit),
            TokenRun("\n"),
          ], outputs: [.summary("slope: 0 to 69.1°")]),
      ]),
      CellReport(statements: [
        StatementReport(tokens: [TokenRun("show scores\n", .word)], outputs: [.table(table)]),
        StatementReport(
          tokens: [TokenRun("draw roc\n", .word)],
          outputs: [
            .figure(
              ReportFigure(
                caption: "ROC curve.", label: "fig-roc",
                alternative: "The curve lies above the diagonal; its area is 0.873.",
                picture: .svg(
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><path d=\"M0 10L10 0\"/></svg>"
                ), width: 90))
          ]),
        StatementReport(
          tokens: [TokenRun("check", .word), TokenRun(" count of slides is 4\n")], state: .failed,
          outputs: [
            .diagnostic(
              Diagnostic(
                .labelUnknown, "the check fails: expected 4, found 5", at: nil,
                help: ["Correct the number."]))
          ]),
      ]),
    ]
    input.quantities = [.value("1,234"), .missing("logit failed")]
    input.verdict.reproduced = 1
    input.verdict.differing = 1
    input.verdict.warnings = 1
    input.verdict.assumptions = 1
    input.verdict.failed = 1
    input.dataSets = [DataSet(title: "Two valleys", description: "made up", isSimulated: true)]
    let bibliography = Bibliography(Source(name: "sample.bib", text: bibliography))
    input.works = CitedWorks(bibliography.works)
    input.provenance = provenance
    input.attachments = [
      Attachment(name: "sample.md", text: "\n# <Sample>\r\n"),
      Attachment(name: "record.json", text: "{}\n", isPacked: true),
    ]
    return input
  }

  private struct MissingNotebook: Error {}

  private static var table: ReportTable {
    ReportTable(
      caption: "Scores on the held-out 30 %.", label: "tbl-scores",
      columns: [
        .init("model"), .init("AUC", alignment: .right),
        .init("area", unit: "km²", alignment: .right),
      ],
      rows: [
        .init([.init("logit"), .init("0.873", tone: .best), .init("12.5")]),
        .init([.init("all"), .init("—", tone: .open), .init("12.5")], isTotal: true),
      ], notes: ["No interval is given."])
  }

  private static var provenance: Provenance {
    var provenance = Provenance()
    provenance.inputs = [
      .init(
        path: "dem.tif", size: 487_032, hash: String(repeating: "0f", count: 32),
        description: "417 × 292 cells, EPSG:32717")
    ]
    provenance.settings = [.init("length", "100", note: "epochs")]
    provenance.seeds = [.init("study", "7")]
    provenance.assumptions = [.init("batch size 32", because: "not given")]
    provenance.allowances = [.init("leakage of short", because: "the paper stops on its test set")]
    provenance.versions = [.init("Scarp", "0.1.0"), .init("GDAL", "3.6.2")]
    return provenance
  }
}

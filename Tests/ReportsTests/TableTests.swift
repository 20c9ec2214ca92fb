import Foundation
import InertHTML
import Notebooks
import Testing
import Vocabulary

@testable import Reports

/// How tables are laid out: numbers, heads and groups.
@Suite struct TableTests {
  private func ends(_ texts: String...) -> [String] {
    ReportTable(
      caption: "", columns: [.init("x", alignment: .right)],
      rows: texts.map { .init([.init($0)]) }
    ).missingEnds(ofColumn: 0)
  }

  /// A number and what it lacks are as long as every other.
  @Test func numbersEndWhereTheLongestWould() {
    #expect(ends("12", "0.25", "−3.1") == [".00", "", "0"])
    #expect(ends("1", "200", "−30") == ["", "", ""])
    #expect(ends("0.04", "2.3 × 10⁻¹²", "") == [" × 10⁻¹²", "0", ".00 × 10⁻¹²"])
    #expect(ends("5 × 10⁻⁹", "1.5 × 10⁻¹²", "–") == [".0²", "", ".0 × 10⁻¹²"])
    #expect(ends("88 %", "1.5 %") == [".0", ""])
    #expect(ends("∞", "−∞", "–", "0.5") == [".0", ".0", ".0", ""])
  }

  static let table = DisplayTable(
    columns: [
      .text("Model"), .text("Fold"), .number("mean", under: "AUC"), .number("SD", under: "AUC"),
      .number("Area", unit: "1/km2"),
    ],
    rows: [
      [.text("glm"), .text("1"), .number(0.5, decimals: 2), .empty, .number(1, decimals: nil)],
      [.text("glm"), .text("2"), .number(0.25, decimals: 2), .empty, .number(-1.5, decimals: nil)],
      [.text("glm"), .text("all"), .number(0.375, decimals: 3), .empty, .empty],
      [.text("tree"), .text("1"), .number(1, decimals: 2), .empty, .number(2e-7, decimals: nil)],
    ], grouping: 1, totals: [2], best: [DisplayTable.Place(row: 3, column: 2)], notes: ["A & b."])

  @Test func headsAndGroupsSpan() throws {
    let table = ReportTable(Self.table, caption: "Scores.", label: "tbl-x")
    #expect(
      table.headRuns.map(\.group) == ["", "", "AUC", ""]
        && table.headRuns.map(\.columns) == [0..<1, 1..<2, 2..<4, 4..<5])
    #expect(table.rowGroups == [0..<3, 3..<4])
    let html = try Self.html(table)
    let faults = InertHTML("<!DOCTYPE html>" + html).faults
    #expect(faults == [])
    for piece in [
      "<th scope=\"col\" rowspan=\"2\">Model</th>",
      "<th scope=\"colgroup\" colspan=\"2\" class=\"group\"><span>AUC</span></th>",
      "<th scope=\"col\" rowspan=\"2\" class=\"right\">Area <span class=\"unit\">(km⁻²)</span></th>",
      "<th scope=\"rowgroup\" rowspan=\"3\" class=\"group\">glm</th>",
      "<th scope=\"rowgroup\" class=\"group\">tree</th>",
      "<tr class=\"total first\">", "<th scope=\"row\">all</th>",
      "<td class=\"right\" data-end=\".0 × 10⁻⁷\">1</td>",
      "<td class=\"right\" data-end=\"0\"><strong>1.00</strong></td>",
    ] { #expect(html.contains(piece), "\(piece) in \(html)") }
    // A name stands once, and what a row lacks is an empty cell.
    #expect(html.components(separatedBy: ">glm<").count == 2)
    #expect(html.components(separatedBy: "<td></td>").count == 6)
  }

  @Test func groupsOfOneRowAreNone() {
    var table = Self.table
    table.rows = [table.rows[0], table.rows[3]]
    table.totals = []
    let laid = ReportTable(table, caption: "", label: nil)
    #expect(laid.grouping == 0 && laid.hasRowTitles)
  }

  @Test func laTeXIsWrittenForBooktabs() {
    let latex = ReportTable(Self.table, caption: "A & B_1.", label: "tbl-x").latex
    let expected = #"""
      % Needs \usepackage{booktabs}.
      \begin{table}
        \centering
        \caption{A \& B\_1.}
        \label{tbl-x}
        \begin{tabular}{llrrr}
          \toprule
           &  & \multicolumn{2}{c}{AUC} &  \\
          \cmidrule(lr){3-4}
          Model & Fold & mean & SD & Area (km$^{-2}$) \\
          \midrule
          glm & 1 & 0.50\phantom{0} &  & 1\phantom{.0 $\times$ 10$^{-7}$} \\
           & 2 & 0.25\phantom{0} &  & $-$1.5\phantom{ $\times$ 10$^{-7}$} \\
          \cmidrule{2-5}
           & all & 0.375 &  &  \\
          \addlinespace
          tree & 1 & \textbf{1.00}\phantom{0} &  & 2 $\times$ 10$^{-7}$\phantom{.0} \\
          \bottomrule
        \end{tabular}

        \medskip
        \begin{minipage}{\linewidth}
          \footnotesize
          A \& b.
        \end{minipage}
      \end{table}

      """#
    #expect(latex == expected)
  }

  @Test func nothingInATextIsACommand() {
    #expect(
      LaTeXText.escaped(#"\x{1}$a$ & #1 50 % a_b^c~d <e> | “q” – −2 ± 3 × κ km² \n"# + "\u{7}\n%")
        == ##"\textbackslash{}x\{1\}\$a\$ \& \#1 50 \% a\_b\textasciicircum{}c\textasciitilde{}d "##
        + #"\textless{}e\textgreater{} \textbar{} ``q'' -- $-$2 $\pm$ 3 $\times$ $\kappa$ km$^{2}$ "#
        + #"\textbackslash{}n  \%"#)
  }

  @Test func namesOfFilesAreSafeAndDistinct() {
    var names = FileNames()
    #expect(names.name(for: "tbl-scores") == "tbl-scores")
    #expect(names.name(for: "table 2 at fold 1, ridge 0.5") == "table-2-at-fold-1-ridge-0.5")
    #expect(names.name(for: "../../etc/passwd") == "etc-passwd")
    #expect(names.name(for: "TBL-Scores") == "TBL-Scores-2")
    #expect(names.name(for: "höhe") == "h-he")
    #expect(names.name(for: "…") == "unnamed")
    #expect(names.name(for: String(repeating: "a", count: 300)).count == 100)
  }

  /// The table as the page has it.
  private static func html(_ table: ReportTable) throws -> String {
    var input = try Sample.input()
    input.cells[1].statements[0].outputs = [.table(table)]
    let template = try Template(
      page: """
        {{policy}}<title>{{title}}</title><style>{{style}}</style>
        {{banner}}{{header}}{{verdict}}{{contents}}{{page}}{{notes}}{{references}}{{provenance}}
        """, style: "")
    let page = String(decoding: Report(input, in: template).html, as: UTF8.self)
    let start = try #require(page.range(of: "<table><caption>"))
    let end = try #require(page.range(of: "</table>", range: start.upperBound..<page.endIndex))
    return String(page[start.lowerBound..<end.upperBound])
  }
}

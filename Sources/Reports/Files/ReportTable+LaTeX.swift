extension ReportTable {
  /// The table for LaTeX, a `table` float that needs `booktabs` and nothing else.
  ///
  /// Numbers have their points below one another by what they lack as `\phantom`. Common signs beyond
  /// ASCII are written as commands, so that pdfLaTeX sets them with its default fonts.
  public var latex: String {
    var lines = ["% Needs \\usepackage{booktabs}.", "\\begin{table}", "  \\centering"]
    if !caption.isEmpty { lines.append("  \\caption{\(LaTeXText.escaped(caption))}") }
    if let label { lines.append("  \\label{\(label)}") }
    lines.append("  \\begin{tabular}{\(columns.indices.map(columnType).joined())}")
    lines.append("    \\toprule")
    lines += heads
    lines.append("    \\midrule")
    lines += body
    lines.append("    \\bottomrule")
    lines.append("  \\end{tabular}")
    if !notes.isEmpty {
      lines += ["", "  \\medskip", "  \\begin{minipage}{\\linewidth}", "    \\footnotesize"]
      lines.append(
        notes.map { "    " + LaTeXText.escaped($0) }.joined(separator: "\\par\n"))
      lines.append("  \\end{minipage}")
    }
    return lines.joined(separator: "\n") + "\n\\end{table}\n"
  }

  private func columnType(_ column: Int) -> String {
    switch columns[column].alignment {
    case .right: return "r"
    case .center: return "c"
    case .left:
      // Sentences are broken.
      let longest =
        rows.map { column < $0.cells.count ? $0.cells[column].text.count : 0 }.max() ?? 0
      return longest > 40 ? "p{0.4\\linewidth}" : "l"
    }
  }

  private var heads: [String] {
    func title(_ column: Column) -> String {
      LaTeXText.escaped(column.unit.isEmpty ? column.title : "\(column.title) (\(column.unit))")
    }
    let titles = "    " + columns.map(title).joined(separator: " & ") + " \\\\"
    guard hasGroupHeads else { return [titles] }
    let over = headRuns.map { run in
      run.group.isEmpty
        ? "" : "\\multicolumn{\(run.columns.count)}{c}{\(LaTeXText.escaped(run.group))}"
    }
    let rules = headRuns.filter { !$0.group.isEmpty }.map { run in
      "\\cmidrule(lr){\(run.columns.lowerBound + 1)-\(run.columns.upperBound)}"
    }
    return [
      "    " + over.joined(separator: " & ") + " \\\\", "    " + rules.joined(separator: " "),
      titles,
    ]
  }

  private var body: [String] {
    let ends = columns.indices.map { column in
      columns[column].alignment == .right ? missingEnds(ofColumn: column) : []
    }
    var lines: [String] = []
    for (number, group) in rowGroups.enumerated() {
      if number > 0 { lines.append("    \\addlinespace") }
      for row in group {
        if rows[row].isTotal, row > group.lowerBound, !rows[row - 1].isTotal {
          lines.append(
            grouping == 0 ? "    \\midrule" : "    \\cmidrule{\(grouping + 1)-\(columns.count)}")
        }
        let cells = rows[row].cells.enumerated().map { column, cell -> String in
          if column < grouping, rowsBegun(at: row, column: column) == nil { return "" }
          let text = LaTeXText.escaped(cell.text)
          let end = ends[column].isEmpty || cell.text.isEmpty ? "" : ends[column][row]
          return (cell.tone == .best ? "\\textbf{\(text)}" : text)
            + (end.isEmpty ? "" : "\\phantom{\(LaTeXText.escaped(end))}")
        }
        // A bracket after a line's end would be taken for its depth.
        let line = cells.joined(separator: " & ")
        lines.append("    " + (line.hasPrefix("[") ? "{}" : "") + line + " \\\\")
      }
    }
    return lines
  }
}

/// Text as LaTeX source.
enum LaTeXText {
  /// The text with everything that LaTeX would take for a command written as a character.
  static func escaped(_ text: String) -> String {
    var result = ""
    var raised = ""
    func flush() {
      if !raised.isEmpty { result += "$^{\(raised)}$" }
      raised = ""
    }
    for scalar in text.unicodeScalars {
      if let digit = superscripts[scalar] {
        raised.append(digit)
        continue
      }
      flush()
      if let command = commands[scalar] {
        result += command
      } else if scalar.value >= 0x20, scalar.value != 0x7F {
        result.unicodeScalars.append(scalar)
      } else {
        result += " "
      }
    }
    flush()
    return result
  }

  private static let superscripts: [Unicode.Scalar: Character] = Dictionary(
    uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺".unicodeScalars, "0123456789-+"))

  private static let commands: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#",
    "%": "\\%", "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}",
    "\u{A0}": "~", "\u{202F}": "\\,", "\u{2212}": "$-$", "×": "$\\times$", "·": "$\\cdot$",
    "±": "$\\pm$", "≤": "$\\leq$", "≥": "$\\geq$", "≠": "$\\neq$", "≈": "$\\approx$",
    "∞": "$\\infty$", "√": "$\\surd$", "Σ": "$\\Sigma$", "Φ": "$\\Phi$", "Δ": "$\\Delta$",
    "Ω": "$\\Omega$", "α": "$\\alpha$", "β": "$\\beta$", "γ": "$\\gamma$", "δ": "$\\delta$",
    "ε": "$\\varepsilon$", "θ": "$\\theta$", "κ": "$\\kappa$", "λ": "$\\lambda$", "μ": "$\\mu$",
    "µ": "$\\mu$", "π": "$\\pi$", "ρ": "$\\rho$", "σ": "$\\sigma$", "τ": "$\\tau$",
    "φ": "$\\varphi$", "χ": "$\\chi$", "ω": "$\\omega$", "°": "\\textdegree{}", "–": "--",
    "—": "---", "“": "``", "”": "''", "‘": "`", "’": "'", "…": "\\dots{}",
  ]
}

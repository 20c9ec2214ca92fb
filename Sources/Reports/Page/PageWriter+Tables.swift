extension PageWriter {
  /// Writes a table with its caption above and its notes below.
  mutating func writeTable(_ table: ReportTable, _ exhibit: Numbering.Exhibit?) {
    element(
      .div, [.classes("exhibit")] + (exhibit.map { [HTMLAttribute.id($0.id)] } ?? [])
    ) { page in
      page.element(.div, [.classes("wide"), .focusable]) { page in
        page.element(.table) { page in
          page.element(.caption) { $0.writeCaption(table.caption, exhibit) }
          page.writeHead(of: table)
          page.writeBody(of: table)
        }
      }
      for note in table.notes { page.element(.p, [.classes("note")], text: note) }
    }
  }

  // MARK: Heads

  private mutating func writeHead(of table: ReportTable) {
    let runs = table.headRuns
    guard table.hasGroupHeads else {
      return element(.thead) { page in
        page.element(.tr) { page in
          for column in table.columns { page.writeHead(column, []) }
        }
      }
    }
    for run in runs { element(.colgroup, [.columns(run.columns.count)], text: "") }
    element(.thead) { page in
      page.element(.tr) { page in
        for run in runs {
          if run.group.isEmpty {
            page.writeHead(table.columns[run.columns.lowerBound], [.rowSpan(2)])
          } else {
            let span: [HTMLAttribute] =
              run.columns.count > 1
              ? [.scope("colgroup"), .columnSpan(run.columns.count)] : [.scope("col")]
            page.element(.th, span + [.classes("group")]) { page in
              page.element(.span, text: run.group)
            }
          }
        }
      }
      page.element(.tr) { page in
        for run in runs where !run.group.isEmpty {
          for column in table.columns[run.columns] { page.writeHead(column, []) }
        }
      }
    }
  }

  private mutating func writeHead(_ column: ReportTable.Column, _ span: [HTMLAttribute]) {
    element(.th, [.scope("col")] + span + Self.classes(column.alignment, .plain)) { page in
      page.html.text(column.title)
      guard !column.unit.isEmpty else { return }
      page.html.text(" ")
      page.element(.span, [.classes("unit")], text: "(\(column.unit))")
    }
  }

  // MARK: Rows

  private mutating func writeBody(of table: ReportTable) {
    let ends = table.columns.indices.map { column in
      table.columns[column].alignment == .right ? table.missingEnds(ofColumn: column) : []
    }
    for group in table.rowGroups {
      element(.tbody) { page in
        for row in group {
          let isFirstTotal = table.rows[row].isTotal && row > 0 && !table.rows[row - 1].isTotal
          let classes = table.rows[row].isTotal ? (isFirstTotal ? "total first" : "total") : ""
          page.element(.tr, classes.isEmpty ? [] : [.classes(classes)]) { page in
            for column in table.rows[row].cells.indices {
              let end = column < ends.count && !ends[column].isEmpty ? ends[column][row] : ""
              page.writeCell(of: table, row: row, column: column, end: end)
            }
          }
        }
      }
    }
  }

  private mutating func writeCell(of table: ReportTable, row: Int, column: Int, end: String) {
    let cell = table.rows[row].cells[column]
    let alignment = column < table.columns.count ? table.columns[column].alignment : .left
    let classes = Self.classes(alignment, cell.tone)
    if column < table.grouping {
      guard let rows = table.rowsBegun(at: row, column: column) else { return }
      let scope = column == 0 ? "rowgroup" : "row"
      let span: [HTMLAttribute] = rows.count > 1 ? [.rowSpan(rows.count)] : []
      element(.th, [.scope(scope)] + span + [.classes("group")], text: cell.text)
    } else if column == table.grouping && table.hasRowTitles {
      element(.th, [.scope("row")] + classes, text: cell.text)
    } else if cell.text.isEmpty {
      element(.td, text: "")
    } else {
      element(.td, classes + (end.isEmpty ? [] : [.missingEnd(end)])) { page in
        if cell.tone == .best {
          page.element(.strong, text: cell.text)
        } else {
          page.html.text(cell.text)
        }
      }
    }
  }

  private static func classes(
    _ alignment: ReportTable.Alignment, _ tone: ReportTable.Tone
  ) -> [HTMLAttribute] {
    let classes =
      (alignment == .left ? [] : [alignment.rawValue])
      + (tone == .plain || tone == .best ? [] : [tone.rawValue])
    return classes.isEmpty ? [] : [.classes(classes.joined(separator: " "))]
  }
}

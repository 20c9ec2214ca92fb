import Diagnostics
import Notebooks

extension PageWriter {
  /// Writes a cell: its commands, folded away unless asked for, then what they show.
  mutating func writeCell(_ cell: Cell) {
    let report = cell.index < input.cells.count ? input.cells[cell.index] : nil
    let statements = report?.statements ?? []
    if !cell.isRun {
      element(.pre, [.classes("code")]) { $0.writeCode(cell, statements) }
      return
    }
    if cell.options.echo?.value ?? input.notebook.frontMatter.echo?.value ?? true {
      writeCommands(cell, statements)
    }
    for (index, statement) in statements.enumerated() {
      for (output, piece) in statement.outputs.enumerated() {
        let place = Numbering.OutputPlace(cell: cell.index, statement: index, output: output)
        switch piece {
        case .figure(let figure):
          writeFigure(figure, numbering.exhibits[place], line: statement.line)
        case .table(let table): writeTable(table, numbering.exhibits[place])
        case .sentence(let text): element(.p, text: text)
        case .diagnostic(let diagnostic): writeDiagnostic(diagnostic)
        case .summary: continue
        }
      }
      writeState(statement.state)
    }
  }

  private mutating func writeCommands(_ cell: Cell, _ statements: [StatementReport]) {
    let isFolded =
      cell.options.fold?.value ?? input.notebook.frontMatter.foldsCode?.value ?? true
    let hasFailed = statements.contains { $0.state != .done }
    var attributes: [HTMLAttribute] = [.classes("commands")]
    if let label = cell.options.label { attributes.append(.id("cell." + label.value)) }
    if !isFolded || hasFailed { attributes.append(.open) }
    element(.details, attributes) { page in
      page.element(.summary) { page in
        page.html.text("Commands")
        let count = statements.count
        guard count > 0 else { return }
        page.element(
          .span, [.classes("count")], text: count == 1 ? " 1 statement" : " \(count) statements")
      }
      page.element(.pre, [.classes("code")]) { $0.writeCode(cell, statements) }
      let summaries = statements.flatMap(\.outputs).compactMap { output -> String? in
        if case .summary(let text) = output { text } else { nil }
      }
      guard !summaries.isEmpty else { return }
      page.element(.ul, [.classes("summaries")]) { page in
        for summary in summaries { page.element(.li, text: summary) }
      }
    }
  }

  private mutating func writeCode(_ cell: Cell, _ statements: [StatementReport]) {
    element(.code) { page in
      guard !statements.isEmpty else {
        page.html.text(page.input.notebook.source[cell.body].replacing("\r\n", with: "\n"))
        return
      }
      for statement in statements {
        var line = statement.line
        for token in statement.tokens {
          if let number = line, token.role != .plain, token.role != .comment {
            page.writeLineNumber(number)
            line = nil
          }
          if token.role == .plain {
            page.html.text(token.text)
          } else {
            page.element(.span, [.classes("t-\(token.role.rawValue)")], text: token.text)
          }
        }
      }
    }
  }

  /// Writes the line of a statement in the margin: the statement's address within the report.
  private mutating func writeLineNumber(_ number: Int) {
    element(
      .a,
      [
        .id("line.\(number)"), .href(Link(to: "line.\(number)")), .classes("line"),
        .label("Line \(number)"),
      ], text: String(number))
  }

  private mutating func writeState(_ state: StatementReport.State) {
    switch state {
    case .done, .failed: return
    case .skipped(let reason):
      element(.p, [.classes("skipped")], text: "Not run: \(reason)")
    }
  }

  private mutating func writeFigure(
    _ figure: ReportFigure, _ exhibit: Numbering.Exhibit?, line: Int?
  ) {
    let picture =
      switch figure.picture {
      case .svg(let text): DataURI(svg: text)
      case .png(let bytes): DataURI(png: bytes)
      }
    element(.figure, exhibit.map { [.id($0.id)] } ?? []) { page in
      page.html.open(
        .img,
        [
          .source(picture), .alternative(figure.alternative),
          .greatestWidth(millimetres: figure.width),
        ])
      page.element(.figcaption) { page in
        page.writeCaption(figure.caption, exhibit)
        if let line {
          page.html.text(" ")
          page.element(
            .a,
            [
              .href(Link(to: "line.\(line)")), .classes("origin"),
              .label("The statement that made it, line \(line)"),
            ], text: "line \(line)")
        }
        for note in figure.notes { page.element(.p, [.classes("note")], text: note) }
      }
    }
  }

  mutating func writeCaption(_ caption: String, _ exhibit: Numbering.Exhibit?) {
    if let exhibit {
      element(.a, [.href(Link(to: exhibit.id)), .classes("exhibit-name")]) {
        $0.element(.strong, text: exhibit.name + ".")
      }
      html.text(" ")
    }
    html.text(caption)
  }
}

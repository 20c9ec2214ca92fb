import Markdown

extension PageWriter {
  /// Writes a formula, a labelled one with its number.
  mutating func writeFormula(_ tex: String, isDisplay: Bool, label: String? = nil) {
    guard apart == nil, let label, let equation = numbering.equations[label],
      numberedEquations.insert(label).inserted
    else { return writeFormula(tex, isDisplay: isDisplay) }
    element(.span, [.classes("equation"), .id(label)]) { page in
      page.writeFormula(tex, isDisplay: isDisplay)
      page.element(
        .a,
        [.href(Link(to: label)), .classes("equation-number"), .label("Equation \(equation)")],
        text: "(\(equation))")
    }
  }

  /// Writes a formula: as MathML, which browsers typeset themselves, where all of it is understood,
  /// else as its author wrote it.
  private mutating func writeFormula(_ tex: String, isDisplay: Bool) {
    guard let formula = FormulaReader.read(tex) else {
      element(.code, [.classes(isDisplay ? "math display" : "math")], text: tex)
      return
    }
    let display: [HTMLAttribute] = isDisplay ? [.display("block")] : []
    element(.math, display) { page in
      page.element(.mrow) { $0.write(formula) }
    }
  }

  private mutating func write(_ formula: Formula) {
    switch formula {
    case .identifier(let name, let isUpright):
      // One letter is set in italics unless told otherwise, a longer name upright.
      element(.mi, isUpright && name.count == 1 ? [.variant("normal")] : [], text: name)
    case .number(let digits): element(.mn, text: digits)
    case .sign(let sign, let stretches):
      // Browsers stretch brackets unless told otherwise.
      let isBracket = "()[]{}|‖⌊⌋⌈⌉⟨⟩".contains(sign)
      element(.mo, isBracket ? [.stretchy(stretches)] : [], text: sign)
    case .text(let words):
      element(.mtext, text: words.replacing(" ", with: "\u{A0}"))
    case .space(let width):
      html.open(.mspace, [.width(ems: width)])
      html.close()
    case .row(let parts): element(.mrow) { page in for part in parts { page.write(part) } }
    case .scripts(let base, let below, let above, let isLimits):
      writeScripts(base, below, above, isLimits: isLimits)
    case .fraction(let over, let under):
      element(.mfrac) { page in
        page.write(over)
        page.write(under)
      }
    case .root(let radicand, let index):
      element(index == nil ? .msqrt : .mroot) { page in
        page.write(radicand)
        if let index { page.write(index) }
      }
    case .marked(let base, let mark, let isBelow):
      element(isBelow ? .munder : .mover, [.accent]) { page in
        page.write(base)
        page.element(.mo, [.stretchy(mark == "¯" || mark == "_")], text: mark)
      }
    case .table(let rows, let isAligned):
      writeTable(rows, isAligned: isAligned)
    }
  }

  private mutating func writeScripts(
    _ base: Formula, _ below: Formula?, _ above: Formula?, isLimits: Bool
  ) {
    let name: HTMLElement
    switch (below != nil, above != nil) {
    case (true, true): name = isLimits ? .munderover : .msubsup
    case (true, false): name = isLimits ? .munder : .msub
    default: name = isLimits ? .mover : .msup
    }
    element(name) { page in
      page.write(base)
      if let below { page.write(below) }
      if let above { page.write(above) }
    }
  }

  private mutating func writeTable(_ rows: [[Formula]], isAligned: Bool) {
    element(.mtable, [.classes(isAligned ? "aligned" : "cells")]) { page in
      for row in rows {
        page.element(.mtr) { page in
          for cell in row { page.element(.mtd) { $0.write(cell) } }
        }
      }
    }
  }
}

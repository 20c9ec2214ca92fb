import Drawing
import Testing

/// Expects every line of text to lie on the page and none to lie over another.
func expectTextsApart(_ drawing: Drawing, sourceLocation: SourceLocation = #_sourceLocation) {
  let boxes = drawing.texts.filter { !$0.text.isEmpty }.map { (run: $0, box: box(of: $0)) }
  for (index, (run, box)) in boxes.enumerated() {
    #expect(
      box.left >= -0.01 && box.top >= -0.01 && box.right <= drawing.width + 0.01
        && box.bottom <= drawing.height + 0.01,
      "“\(run.text)” leaves the page", sourceLocation: sourceLocation)
    for (other, otherBox) in boxes[(index + 1)...] {
      #expect(
        !box.inset(by: 0.05).overlaps(otherBox.inset(by: 0.05)),
        "“\(run.text)” lies over “\(other.text)”", sourceLocation: sourceLocation)
    }
  }
}

/// The rectangle that the digits and capitals of a line of text fill.
private func box(of run: TextRun) -> Rectangle {
  let width = textWidth(run.text, size: run.size, weight: run.weight)
  let height = run.size * TextRun.digitHeight
  let along: Double =
    switch run.anchor {
    case .start: 0
    case .middle: -width / 2
    case .end: -width
    }
  let across: Double =
    switch run.level {
    case .baseline: -height
    case .middle: -height / 2
    case .top: 0
    }
  return run.upwards
    ? Rectangle(
      left: run.point.x + across, top: run.point.y - along - width, width: height, height: width)
    : Rectangle(
      left: run.point.x + along, top: run.point.y + across, width: width, height: height)
}

import Drawing

extension MapFigure {
  /// Crosses or lines of the coordinates over a map, dark with a light rim, so that they can be seen
  /// on all colours and hide none.
  func drawGrid(_ grid: MapGrid, in frame: Rectangle, on drawing: inout Drawing) {
    var path = Path()
    for cross in grid.crosses {
      let point = extent.place(cross, in: frame)
      path.addLine([Point(point.x - 0.9, point.y), Point(point.x + 0.9, point.y)])
      path.addLine([Point(point.x, point.y - 0.9), Point(point.x, point.y + 0.9)])
    }
    for line in grid.lines {
      path.addLine(thinned(line.map { extent.place($0, in: frame) }, distance: 0.3))
    }
    guard !path.steps.isEmpty else { return }
    drawing.clipped(
      to: frame,
      [
        .stroke(path, Stroke(.white.withAlpha(110), width: 0.4)),
        .stroke(path, Stroke(.ink.withAlpha(170), width: 0.13)),
      ])
  }

  /// The frame, ticks and numbers along its left and lower sides.
  func drawCoordinates(
    _ frame: Rectangle, _ index: Int, _ grid: MapGrid, on drawing: inout Drawing
  ) {
    let isFirst = index % across == 0
    let isLast = (index + 1) % across == 0
    let labelsBelow = index + across >= panels.count
    // Between two maps the numbers of both must have room.
    var free = frame.left - (isFirst ? 3 : 1)
    let end = frame.right + (isLast ? 3 : 0.4)
    for tick in grid.bottom {
      let x = extent.place(SIMD2(tick.place, extent.south), in: frame).x
      drawing.hairline(Point(x, frame.bottom), Point(x, frame.bottom + Typography.tick))
      let half = textWidth(tick.label, size: Typography.small) / 2
      guard labelsBelow, x - half > free, x + half < end else { continue }
      free = x + half + 1.5
      drawing.text(
        TextRun(
          tick.label, at: Point(x, frame.bottom + Typography.tick + 0.7), size: Typography.small,
          anchor: .middle, level: .top, color: .quietInk))
    }
    free = frame.bottom + 2
    for tick in grid.left.sorted(by: { $0.place < $1.place }) {
      let y = extent.place(SIMD2(extent.west, tick.place), in: frame).y
      drawing.hairline(Point(frame.left - Typography.tick, y), Point(frame.left, y))
      let half = textWidth(tick.label, size: Typography.small) / 2
      // A number that stands over the corner would meet the title or leave the page.
      guard isFirst, y - half > frame.top - 1, y + half < free else { continue }
      free = y - half - 1.5
      drawing.text(
        TextRun(
          tick.label, at: Point(frame.left - Typography.tick - 0.8, y), size: Typography.small,
          anchor: .middle, upwards: true, color: .quietInk))
    }
    drawing.stroke(.rectangle(frame), Stroke(.quietInk, width: Typography.hairline))
  }

  func drawAxisTitles(_ layout: MapLayout, on drawing: inout Drawing) {
    guard let first = layout.frames.first, let last = layout.frames.last else { return }
    let bottom = layout.frames.map(\.bottom).max() ?? last.bottom
    let right = layout.frames.map(\.right).max() ?? last.right
    if !layout.grid.bottomTitle.isEmpty {
      drawing.text(
        TextRun(
          layout.grid.bottomTitle,
          at: Point(
            (first.left + right) / 2, bottom + Typography.tick + 0.7 + Typography.small + 0.6),
          size: Typography.small, anchor: .middle, level: .top, color: .quietInk))
    }
    if !layout.grid.leftTitle.isEmpty {
      drawing.text(
        TextRun(
          layout.grid.leftTitle,
          at: Point(
            first.left - Typography.tick - 0.8 - Typography.small - 0.9, (first.top + bottom) / 2),
          size: Typography.small, anchor: .middle, upwards: true, color: .quietInk))
    }
  }
}

import Drawing

extension MapFigure {
  private static let frame = Stroke(.ink, width: 0.35)
  private static let casing = Stroke(.white.withAlpha(200), width: 0.9)

  /// Marks on the map which part of it an inset shows from nearer.
  func markExtent(of inset: MapInset, in frame: Rectangle, on drawing: inout Drawing) {
    Self.mark(extent.place(inset.extent, in: frame), in: frame, on: &drawing)
  }

  /// Draws a frame that can be seen on all colours; one too small to be seen is drawn larger.
  private static func mark(
    _ place: Rectangle, in frame: Rectangle, on drawing: inout Drawing
  ) {
    let least = 1.4
    let grown = max(least - min(place.width, place.height), 0) / 2
    let path = Path.rectangle(place.inset(by: -grown))
    drawing.clipped(to: frame.inset(by: -0.2), [.stroke(path, casing), .stroke(path, Self.frame)])
  }

  /// Draws an inset with its frame, what it is, and its scale.
  func draw(_ inset: MapInset, in frame: Rectangle, on drawing: inout Drawing) {
    switch inset.purpose {
    case .closer:
      Self.draw(inset.layer, in: frame, on: &drawing)
      Self.draw(inset.overlays, of: inset.extent, in: frame, on: &drawing)
      drawing.stroke(.rectangle(frame), Self.frame)
    case .place:
      // Ring by ring, as areas may overlap.
      let rings = inset.overlays.flatMap(\.shapes).filter { $0.count > 1 }.map { ring in
        Path.polygon(thinned(ring.map { inset.extent.place($0, in: frame) }, distance: 0.1))
      }
      drawing.clipped(
        to: frame,
        rings.map { .fill($0, ClassPalette.noData) }
          + rings.map { .stroke($0, Stroke(.quietInk, width: 0.15)) })
      Self.mark(inset.extent.place(extent, in: frame), in: frame, on: &drawing)
      drawing.stroke(.rectangle(frame), Stroke(.quietInk, width: Typography.hairline))
    }
    drawFoot(of: inset, below: frame, on: &drawing)
  }

  private func drawFoot(of inset: MapInset, below frame: Rectangle, on drawing: inout Drawing) {
    let bottom = frame.bottom + 2.6
    let title = truncatedText(inset.title, width: frame.width, size: Typography.small)
    // The scale goes where the name leaves room for a bar and its length.
    let room = frame.width - textWidth(title, size: Typography.small) - 14
    if room > 3 {
      MapKey.drawScaleBar(
        metresPerMillimetre: inset.extent.width * inset.extent.metresPerUnit / frame.width,
        left: frame.left, bottom: bottom, room: min(room, frame.width * 0.5), isInline: true,
        on: &drawing)
    }
    guard !title.isEmpty else { return }
    drawing.text(
      TextRun(
        title, at: Point(frame.right, bottom - 0.4), size: Typography.small, anchor: .end,
        level: .middle, color: .quietInk))
  }
}

extension Drawing {
  /// Every fact of the drawing as bytes: equal for equal drawings, different for different ones.
  ///
  /// Their hash is what a record compares, as the bytes of a rendered picture also depend on the
  /// versions of the libraries that render it. Numbers are little-endian; lists have their length
  /// before them.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.number(width)
    writer.number(height)
    writer.elements(elements)
    return writer.bytes
  }
}

private struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func integer(_ value: Int) {
    withUnsafeBytes(of: Int64(value).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func point(_ point: Point) {
    number(point.x)
    number(point.y)
  }

  mutating func color(_ color: Color) {
    bytes += [color.red, color.green, color.blue, color.alpha]
  }

  mutating func rectangle(_ rectangle: Rectangle) {
    number(rectangle.left)
    number(rectangle.top)
    number(rectangle.width)
    number(rectangle.height)
  }

  mutating func path(_ path: Path) {
    integer(path.steps.count)
    for step in path.steps {
      switch step {
      case .move(let to):
        bytes.append(0)
        point(to)
      case .line(let to):
        bytes.append(1)
        point(to)
      case .circle(let center, let radius):
        bytes.append(2)
        point(center)
        number(radius)
      case .close:
        bytes.append(3)
      }
    }
  }

  mutating func text(_ run: TextRun) {
    let words = Array(run.text.utf8)
    integer(words.count)
    bytes += words
    point(run.point)
    number(run.size)
    bytes += [run.weight.rawValue, run.anchor.rawValue, run.level.rawValue, run.upwards ? 1 : 0]
    color(run.color)
  }

  mutating func image(_ image: PixelImage) {
    integer(image.columns)
    integer(image.rows)
    switch image.content {
    case .indexed(let palette, let indices):
      integer(palette.count)
      for entry in palette { color(entry) }
      bytes += indices
    case .channels(let channels):
      integer(0)
      bytes += channels
    }
  }

  mutating func elements(_ elements: [Drawing.Element]) {
    integer(elements.count)
    for element in elements {
      switch element {
      case .fill(let outline, let paint):
        bytes.append(0)
        path(outline)
        color(paint)
      case .stroke(let outline, let stroke):
        bytes.append(1)
        path(outline)
        color(stroke.color)
        number(stroke.width)
        integer(stroke.dashes.count)
        for dash in stroke.dashes { number(dash) }
      case .text(let run):
        bytes.append(2)
        text(run)
      case .image(let picture, let place):
        bytes.append(3)
        image(picture)
        rectangle(place)
      case .clipped(let window, let inner):
        bytes.append(4)
        rectangle(window)
        self.elements(inner)
      }
    }
  }
}

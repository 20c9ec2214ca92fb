import Diagnostics

/// Follows the shape of the data through a network, line by line, and notes what cannot be.
struct ShapeWalk {
  /// A mistake of one line.
  struct Problem: Equatable {
    let code: Code
    let title: String
    let span: Span
    let help: [String]
  }

  /// How many columns the layers read have.
  var columns: Int?
  /// The sides of the patches read.
  var patch: (height: Int?, width: Int?) = (nil, nil)
  /// The open numbers that are given.
  var settings: [String: Int] = [:]
  private(set) var problems: [Problem] = []
  private var kept: [String: TensorShape] = [:]

  init() {}

  /// The shape that the lines give.
  mutating func walk(_ design: NetDesign) -> TensorShape? {
    let shape = walk(design.lines)
    guard let last = design.lines.last, problems.isEmpty else { return shape }
    switch (design.inputForm, shape) {
    case ("patch", .vector), ("patch", .steps):
      note(
        .layerOrder,
        "A network that reads patches must give a number for every cell, but gives "
          + "\(shape?.text ?? "nothing").", last, ["End it with: conv2d 1 filter, 1 x 1, sigmoid."])
    case ("window", .cells), ("sequence", .steps), ("window", .steps), ("sequence", .cells):
      note(
        .layerOrder,
        "A network that judges single places must end in a vector, but gives "
          + "\(shape?.text ?? "nothing").", last,
        ["Write “flatten” and “dense 1, sigmoid” at the end."])
    default: break
    }
    return shape
  }

  private mutating func walk(_ lines: [NetLine]) -> TensorShape? {
    var shape: TensorShape?
    for line in lines {
      shape = step(line, from: shape)
      if let name = line.keptAs, let shape { kept[name] = shape }
    }
    return shape
  }

  private mutating func step(_ line: NetLine, from shape: TensorShape?) -> TensorShape? {
    switch line.head {
    case "input":
      guard shape == nil else {
        return note(.layerOrder, "The input stands after other layers.", line, ["Put it first."])
      }
      return input(line)
    case "branch":
      let result = walk(line.nested)
      for name in line.names { kept[name] = result ?? .unknown }
      return nil
    case "join": return join(line, shape)
    default:
      guard let shape else {
        return note(
          .layerOrder, "“\(line.head)” stands before any input.", line,
          ["Begin the network with its input, for example: input window 13 x 13."])
      }
      return shape == .unknown ? shape : layer(line, shape)
    }
  }

  private func input(_ line: NetLine) -> TensorShape {
    if line.numbers["window.height"] != nil {
      return .cells(
        height: number("window.height", line), width: number("window.width", line),
        channels: columns)
    }
    switch line.words.first {
    case "sequence": return .steps(columns, channels: 1)
    case "patch": return .cells(height: patch.height, width: patch.width, channels: columns)
    case "vector": return .vector(columns)
    default: return .unknown
    }
  }

  private mutating func layer(_ line: NetLine, _ shape: TensorShape) -> TensorShape {
    switch (line.head, shape) {
    case ("conv2d", .cells(let height, let width, _)):
      let isSame = line.words.contains("same")
      return .cells(
        height: isSame ? height : valid(height, number("size.height", line), line),
        width: isSame ? width : valid(width, number("size.width", line), line),
        channels: number("filters", line))
    case ("conv1d", .steps(let length, _)):
      let isSame = line.words.contains("same")
      return .steps(
        isSame ? length : valid(length, number("width", line), line),
        channels: number("filters", line))
    case ("maxpool", .cells(let height, let width, let channels)):
      let both = number("size", line)
      return .cells(
        height: pooled(height, number("size.height", line) ?? both, line),
        width: pooled(width, number("size.width", line) ?? both, line), channels: channels)
    case ("maxpool", .steps(let length, let channels)) where line.numbers["size"] != nil:
      return .steps(pooled(length, number("size", line), line), channels: channels)
    case ("upsample", .cells(let height, let width, let channels)):
      return .cells(
        height: product(height, number("size.height", line)),
        width: product(width, number("size.width", line)), channels: channels)
    case ("flatten", .cells(let height, let width, let channels)):
      return .vector(product(product(height, width), channels))
    case ("flatten", .steps(let length, let channels)): return .vector(product(length, channels))
    case ("dense", .vector): return .vector(number("units", line))
    case ("dropout", _), ("normalise", _): return shape
    case ("conv2d", _):
      return misfit(line, shape, "needs cells", "Use it after “input window …” or “input patch”.")
    case ("conv1d", _):
      return misfit(line, shape, "needs a sequence", "Use it after “input sequence”.")
    case ("dense", _):
      return misfit(line, shape, "needs a vector", "Write “flatten” on the line above.")
    case ("flatten", _): return misfit(line, shape, "has nothing to flatten", "Delete the line.")
    case ("maxpool", _):
      return misfit(line, shape, "does not fit", "Pool a sequence by one number, cells by two.")
    case ("upsample", _): return misfit(line, shape, "needs cells", "Use it before “flatten”.")
    default: return .unknown
    }
  }

  private mutating func join(_ line: NetLine, _ shape: TensorShape?) -> TensorShape {
    var parts: [(name: String, shape: TensorShape)] = []
    for name in line.names {
      guard let found = kept[name] else {
        return note(
          .layerOrder, "“\(name)” is joined here, but no line above keeps it.", line,
          ["Write “keep as \(name)” at the end of the line whose result is meant."])
      }
      parts.append((name, found))
    }
    guard var result = shape ?? parts.first?.shape else { return .unknown }
    for (name, part) in shape == nil ? Array(parts.dropFirst()) : parts {
      result = joined(result, part, name, line)
    }
    return result
  }

  private mutating func joined(
    _ here: TensorShape, _ there: TensorShape, _ name: String, _ line: NetLine
  ) -> TensorShape {
    switch (here, there) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.vector(let a), .vector(let b)): return .vector(sum(a, b))
    case (.steps(let a, let channels), .steps(let b, let more))
    where a == b || a == nil || b == nil:
      return .steps(a ?? b, channels: sum(channels, more))
    case (.cells(let h, let w, let channels), .cells(let height, let width, let more)):
      if line.words.contains("matched") {
        return .cells(
          height: least(h, height), width: least(w, width), channels: sum(channels, more))
      }
      if differ(h, height) || differ(w, width) {
        return note(
          .shapesDiffer,
          "“\(name)” is \(sides(height, width)) but the shape here is \(sides(h, w)); they cannot "
            + "be joined.", line,
          ["Add “, matched” to crop the larger one, or choose a side that halves evenly."])
      }
      return .cells(height: h ?? height, width: w ?? width, channels: sum(channels, more))
    default:
      return note(
        .shapesDiffer,
        "“\(name)” is \(there.text) but here is \(here.text); they cannot be joined.",
        line, ["Join parts of one form: write “flatten” at the end of both."])
    }
  }

  private mutating func valid(_ side: Int?, _ width: Int?, _ line: NetLine) -> Int? {
    guard let side, let width else { return nil }
    if width <= side { return side - width + 1 }
    note(
      .nothingLeft, "A width of \(width) is larger than the \(side) that are left here.", line,
      ["Add “, same”, or read a larger window."])
    return nil
  }

  private mutating func pooled(_ side: Int?, _ by: Int?, _ line: NetLine) -> Int? {
    guard let side, let by, by > 0 else { return nil }
    if by <= side { return side / by }
    note(
      .nothingLeft, "Pooling by \(by) leaves nothing of the \(side) that are left here.", line,
      ["Delete the line, or read a larger window."])
    return nil
  }

  private mutating func misfit(
    _ line: NetLine, _ shape: TensorShape, _ what: String, _ advice: String
  ) -> TensorShape {
    note(
      .layerOrder, "“\(line.head)” \(what), but the layer above gives \(shape.text).", line,
      [advice])
  }

  @discardableResult
  private mutating func note(
    _ code: Code, _ title: String, _ line: NetLine, _ help: [String]
  ) -> TensorShape {
    let isKnown = problems.contains { $0.code == code && $0.span == line.span }
    if !isKnown {
      problems.append(Problem(code: code, title: title, span: line.span, help: help))
    }
    return .unknown
  }

  private func number(_ name: String, _ line: NetLine) -> Int? {
    switch line.numbers[name] {
    case .known(let value): value
    case .open(let setting): settings[setting]
    case nil: nil
    }
  }

  private func differ(_ a: Int?, _ b: Int?) -> Bool {
    guard let a, let b else { return false }
    return a != b
  }

  private func least(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    return min(a, b)
  }

  private func sides(_ height: Int?, _ width: Int?) -> String {
    "\(TensorShape.text(height)) x \(TensorShape.text(width))"
  }
}

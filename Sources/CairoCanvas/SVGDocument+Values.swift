import Drawing

extension SVGDocument {
  /// A number with at most so many decimals, without trailing zeros: three are a micrometre.
  static func number(_ value: Double, decimals: Int) -> String {
    var text = decimalText(value, decimals: decimals)
    while text.contains("."), text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    // The figures' minus sign is for readers; SVG wants the ASCII one.
    return text.hasPrefix("\u{2212}") ? "-" + text.dropFirst() : text
  }

  static func number(_ value: Double) -> String { number(value, decimals: 3) }

  static func paint(_ attribute: String, _ color: Color) -> String {
    func hexadecimal(_ channel: UInt8) -> String {
      (channel < 16 ? "0" : "") + String(channel, radix: 16)
    }
    let code = hexadecimal(color.red) + hexadecimal(color.green) + hexadecimal(color.blue)
    let opacity = number(Double(color.alpha) / 255)
    return " \(attribute)=\"#\(code)\""
      + (color.alpha == 255 ? "" : " \(attribute)-opacity=\"\(opacity)\"")
  }

  static func data(_ path: Path) -> String {
    var text = ""
    for step in path.steps {
      switch step {
      case .move(let point): text += "M\(number(point.x)) \(number(point.y))"
      case .line(let point): text += "L\(number(point.x)) \(number(point.y))"
      case .circle(let center, let radius):
        let (r, d) = (number(radius), number(2 * radius))
        text += "M\(number(center.x - radius)) \(number(center.y))"
        text += "a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0z"
      case .close: text += "z"
      }
    }
    return text
  }

  static func data(_ glyph: Glyph) -> String {
    var text = ""
    for step in glyph.steps {
      switch step {
      case .move(let x, let y): text += (text.isEmpty ? "M" : "zM") + "\(x) \(y)"
      case .line(let x, let y): text += "L\(x) \(y)"
      case .quadratic(let controlX, let controlY, let x, let y):
        text += "Q\(controlX) \(controlY) \(x) \(y)"
      case .cubic(let firstX, let firstY, let secondX, let secondY, let x, let y):
        text += "C\(firstX) \(firstY) \(secondX) \(secondY) \(x) \(y)"
      }
    }
    return text + (text.isEmpty ? "" : "z")
  }
}

import Diagnostics
import Drawing
import Vocabulary

/// What can be wrong with a map before anything runs.
extension DrawMap {
  /// What lies beneath must be light, on the layers' grid.
  func checkLight(_ call: Inference) {
    guard let beneath = call.references(light).first else { return }
    // A hillshade is a plain number, so what is in a unit cannot be one.
    if let unit = beneath.type.unit, unit != .one {
      call.report(
        .notLight, "“\(beneath.text)” is in \(unit.symbol), and no hillshade.", at: light,
        help: [
          unit.dimension == .length
            ? "Make one of it: light = hillshade of \(beneath.text)."
            : "Make one of the elevation: light = hillshade of dem."
        ])
    }
    call.requireOneGrid(call.references(layers) + [beneath])
    if call.gives(bands) {
      call.report(
        .notLight, "An image in colour has light and shade of its own.", at: light,
        help: ["Leave “over \(beneath.text)” out."])
    }
    if call.word(palette) == "grey" {
      call.report(
        .greyOverLight, "Greys cannot be told from the light and shade of “\(beneath.text)”.",
        at: palette, help: ["Choose a palette in colour, or leave it out."])
    }
  }

  /// Points are two numbers, and a reach is one round a point.
  func checkPoints(_ call: Inference) {
    call.requirePositive(within)
    for point in [near, closer] {
      guard case .list(let parts)? = call.argument(point)?.content, parts.count != 2 else {
        continue
      }
      call.report(
        .mapPoint, "A point is two numbers, but \(parts.count) stand here.", at: point,
        help: ["Write: \(point.role.head ?? "near") 11.9 E, 46.2 N."])
    }
    if call.gives(within), !call.gives(near), !call.gives(closer) {
      call.report(
        .mapPoint, "No point is named from which this distance counts.", at: within,
        help: ["Name one: near 11.9 E, 46.2 N, within 2 km."])
    }
  }

  /// An inset stands beside one map that is not itself a part.
  func checkInset(_ call: Inference) {
    let inset: (any AnyParameter)? =
      call.gives(closer) ? closer : (call.gives(borders) ? borders : nil)
    guard let inset else { return }
    let mapped = call.references(layers).filter { $0.type.kind.isMapped }
    let several =
      mapped.count > 1 || mapped.contains { !$0.type.axes.isEmpty }
      || mapped.contains { $0.type.layers.count > 1 && !call.gives(bands) }
    if several {
      call.report(
        .insetPlace, "An inset stands beside one map, but several are drawn.", at: inset,
        help: ["Draw the map with the inset by itself."])
    }
    if call.gives(closer), call.gives(near) {
      call.report(
        .insetPlace, "This map is drawn near a point already.", at: closer,
        help: ["Draw the whole map with the inset, or two maps."])
    }
    if call.gives(bands), call.gives(closer) {
      call.report(
        .insetPlace, "An image in colour has no inset.", at: closer,
        help: ["Draw the part by itself: near …, within …."])
    }
  }

  /// A palette and a scale must fit what is drawn.
  func checkColors(_ call: Inference) {
    let mapped = call.references(layers)
    for given in [palette.name, center.name] {
      let parameter: any AnyParameter = given == palette.name ? palette : center
      guard call.gives(parameter), let classes = mapped.first(where: { $0.type.kind == .classes })
      else { continue }
      call.report(
        .paletteOfClasses, "“\(classes.text)” has classes without order.", at: parameter,
        help: ["Leave “\(parameter.role.head ?? "") …” out."])
    }
    if let quantity = call.quantity(center), quantity.unit != .one {
      for layer in mapped {
        guard let unit = layer.type.unit, unit.dimension != quantity.unit.dimension else {
          continue
        }
        call.report(
          .wrongDimension,
          "“\(layer.text)” is \(unit.symbol.isEmpty ? "a plain number" : "in \(unit.symbol)"), "
            + "but its middle is given in \(quantity.unit.symbol).", at: center,
          help: ["Write the middle in the layer's unit."])
      }
    }
    guard call.gives(onOneScale) else { return }
    let units = mapped.compactMap { layer in layer.type.unit.map { (layer, $0) } }
    if let (first, unit) = units.first,
      let (other, another) = units.first(where: { $0.1.symbol != unit.symbol })
    {
      func text(_ unit: Unit) -> String {
        unit.symbol.isEmpty ? "a plain number" : "in \(unit.symbol)"
      }
      call.report(
        .oneScale,
        "“\(first.text)” is \(text(unit)), but “\(other.text)” is \(text(another)).",
        at: onOneScale, help: ["Leave “on one scale” out, or draw layers of one unit."])
    }
  }
}

extension Kind {
  /// Whether a map shows it as cells.
  fileprivate var isMapped: Bool {
    [.raster, .classes, .bands, .prediction, .zones, .stack].contains(self)
  }
}

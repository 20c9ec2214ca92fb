import Diagnostics
import Rasters
import Vocabulary

/// What the words of flow have in common: how water is shared, and what is said of filled sinks.
enum Water {
  /// How water is shared, as notebooks name it.
  static let methods = Shape.choice(["d8", "d-infinity", "freeman"])
  /// What the methods do.
  static let formula = """
    d8: all to the neighbour with the largest (z − zᵢ) / dᵢ, the first clockwise from north-east of equals
    d-infinity: to the two neighbours beside the steepest direction, by the angle to each
    freeman: to all lower neighbours, in shares of (tan βᵢ)ᵖ, p the power
    Sinks are filled first, and level areas drain by the fewest steps. Water leaves at the raster's \
    edge and beside no data.
    """
  /// Where the methods come from.
  static let sources = [
    "O'Callaghan & Mark (1984), doi:10.1016/S0734-189X(84)80011-0",
    "Tarboton (1997), doi:10.1029/96WR03137",
    "Freeman (1991), doi:10.1016/0098-3004(91)90048-I",
    "Barnes, Lehman & Mulla (2014), doi:10.1016/j.cageo.2013.04.024",
  ]

  /// The method of a notebook's name.
  static func method(_ name: String, power: Double) -> FlowMethod {
    switch name {
    case "d-infinity": .facets
    case "freeman": .multiple(power: power)
    default: .steepest
    }
  }

  /// Says what filling or breaching has changed.
  static func remark(_ change: SinkChange, unit: Unit?, purpose: String, _ call: Call) {
    guard change.raised + change.lowered > 0 else { return }
    let symbol = unit?.symbol ?? "m"
    func count(_ cells: Int) -> String {
      let share = 100 * Double(cells) / Double(max(1, change.cells))
      return "\(cells) of \(change.cells) cells (\(formatSignificant(share, digits: 2)) %)"
    }
    var parts: [String] = []
    if change.lowered > 0 {
      let deepest = formatSignificant(change.deepest, digits: 3)
      parts.append("\(count(change.lowered)) were lowered, by \(deepest) \(symbol) at most")
    }
    if change.raised > 0 {
      let highest = formatSignificant(change.highest, digits: 3)
      let mean = formatSignificant(change.sum / Double(change.raised), digits: 3)
      parts.append(
        "\(count(change.raised)) lay in sinks and were raised, by \(highest) \(symbol) at most and "
          + "\(mean) \(symbol) on average")
    }
    call.environment.warn(
      .sinksChanged, parts.joined(separator: "; ") + purpose + ".", help: [])
  }
}

extension Inference {
  /// Reports a power without the method that has one.
  func requireFreeman(_ power: any AnyParameter, _ method: Parameter<String>) {
    guard gives(power), word(method) != "freeman" else { return }
    report(
      .settingUnfit, "“power” belongs to freeman, not to \(word(method) ?? "another method").",
      at: power, help: ["Leave the power out, or write “by freeman”."])
  }
}

extension Call {
  /// A folder for files without names: that of the statement's payload.
  func scratchFolder(_ payload: String = "cells") throws -> String {
    let path = try environment.payload(payload)
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Reads a DEM and lets water run over it, and says what was filled.
  func water(
    over dem: RasterValue, by method: FlowMethod
  ) throws -> FieldWater {
    let (water, change) = try FieldWater.run(
      over: dem.rasterLayers(in: environment)[0], by: method, scratch: scratchFolder(),
      name: dem.first.name, threads: environment.threads)
    Water.remark(change, unit: dem.first.unit, purpose: ", for routing only", self)
    return water
  }
}

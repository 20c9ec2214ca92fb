import Diagnostics
import Vocabulary

/// How large a figure is on paper, and how finely its pixels lie: what every `draw` word lets say.
struct FigureSize {
  /// Millimetres on paper.
  let width: Double
  /// Pixels per millimetre of the picture beside the report.
  let resolution: Double

  /// The parameter `85 mm wide`.
  static var width: Parameter<Quantity> {
    Parameter(
      "width", .before("wide"), .quantity(.length),
      "How wide the figure may be on paper, from 40 to 250 mm.",
      default: Quantity(Typography.pageWidth, .millimetre))
  }

  /// The parameter `300 dpi`.
  static var resolution: Parameter<Double> {
    Parameter(
      "resolution", .before("dpi"), .number(Limits(resolutions, whole: true)),
      "How many pixels to the inch the PNG file beside the report has.", default: 300)
  }

  /// The widths in millimetres that a page can have.
  static let widths = 40.0...250
  /// The pixels to the inch that a picture can have.
  static let resolutions = 72.0...1200

  /// Reads what a call says of the size.
  ///
  /// - Throws: ``FigureError/wrongSize(found:expected:)`` of a number that was not known before.
  init(
    _ call: Call, _ width: Parameter<Quantity>, _ resolution: Parameter<Double>
  ) throws {
    let asked = try call[width]
    guard let millimetres = asked.value(in: .millimetre), Self.widths.contains(millimetres) else {
      throw FigureError.wrongSize(found: "\(asked.text) wide", expected: "40 to 250 mm")
    }
    let dots = try call[resolution]
    guard Self.resolutions.contains(dots) else {
      throw FigureError.wrongSize(found: "\(Quantity.plain(dots)) dpi", expected: "72 to 1200 dpi")
    }
    self.width = millimetres
    self.resolution = dots / 25.4
  }
}

extension Inference {
  /// Reports a width that no page has.
  func requireWidth(_ parameter: Parameter<Quantity>) {
    guard let given = quantity(parameter), let width = given.value(in: .millimetre),
      !FigureSize.widths.contains(width)
    else { return }
    report(
      .outOfRange, "A figure is 40 to 250 mm wide, not \(given.text).", at: parameter,
      help: ["A column of a journal is 85 to 90 mm wide, its page 170 to 180 mm."])
  }
}

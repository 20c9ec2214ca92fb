public import Drawing
import Vocabulary

/// What the worker lends to the words of figures: a renderer and a digest, which live in libraries
/// that the program which only checks never loads.
public struct FigureService: Sendable {
  /// Turns drawings into files.
  public let renderer: any Renderer
  /// The SHA-256 of bytes, in hexadecimal.
  public let digest: @Sendable ([UInt8]) -> String

  /// Lends a renderer and a digest.
  public init(renderer: any Renderer, digest: @escaping @Sendable ([UInt8]) -> String) {
    self.renderer = renderer
    self.digest = digest
  }
}

extension FigureValue {
  /// Renders a figure into payload files of the statement: one for the report, and one of each format
  /// to stand beside it.
  ///
  /// - Parameters:
  ///   - figure: what to draw.
  ///   - format: what the report shows: PNG for maps, whose cells are pixels, SVG for charts.
  ///   - size: how large it is.
  ///   - environment: the run.
  /// - Returns: the value, which names the payloads.
  /// - Throws: ``FigureError/noRenderer``, what the renderer throws, and
  ///   ``FigureError/notWritten(errno:)``.
  static func make(
    _ figure: some Figure, as format: Format, _ size: FigureSize,
    in environment: any RunEnvironment
  ) throws -> FigureValue {
    guard let service = environment.service(FigureService.self) else {
      throw FigureError.noRenderer
    }
    let drawing = figure.drawing(width: size.width)
    func keep(_ bytes: [UInt8], as name: String) throws -> PayloadReference {
      try write(bytes, to: environment.payload(name))
      return environment.reference(name)
    }
    let renderer = service.renderer
    let files = try [Format.png, .svg, .pdf].map { format in
      let bytes =
        switch format {
        case .png: try renderer.png(drawing, resolution: size.resolution)
        case .svg: try renderer.svg(drawing)
        case .pdf: try renderer.pdf(drawing)
        }
      return File(format: format, payload: try keep(bytes, as: "figure.\(format.rawValue)"))
    }
    // Pixels for a screen are fewer than those for print.
    let shown =
      format == .png && size.resolution != mapResolution
      ? try keep(renderer.png(drawing, resolution: mapResolution), as: "report.png")
      : files.first { $0.format == format }?.payload
    guard let shown else { preconditionFailure("no file is \(format)") }
    return FigureValue(
      payload: shown, format: format, files: files, width: drawing.width, height: drawing.height,
      alternative: figure.alternativeText, content: service.digest(drawing.bytes))
  }

  /// The pixels per millimetre of maps in a report: 203 to the inch, so that a map as wide as the
  /// page is sharp on a screen of double density.
  static var mapResolution: Double { 8 }
}

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
  /// Renders a figure into a payload file of the statement.
  ///
  /// - Parameters:
  ///   - figure: what to draw.
  ///   - format: the file's format: PNG for maps, whose cells are pixels, SVG for charts.
  ///   - environment: the run.
  /// - Returns: the value, which names the payload.
  /// - Throws: ``FigureError/noRenderer``, what the renderer throws, and
  ///   ``FigureError/notWritten(errno:)``.
  static func make(
    _ figure: some Figure, as format: Format, in environment: any RunEnvironment
  ) throws -> FigureValue {
    guard let service = environment.service(FigureService.self) else {
      throw FigureError.noRenderer
    }
    let drawing = figure.drawing()
    let name = "figure.\(format.rawValue)"
    let file =
      switch format {
      case .svg: try service.renderer.svg(drawing)
      case .png: try service.renderer.png(drawing, resolution: mapResolution)
      }
    try write(file, to: environment.payload(name))
    return FigureValue(
      payload: environment.reference(name), format: format, width: drawing.width,
      height: drawing.height, alternative: figure.alternativeText,
      content: service.digest(drawing.bytes))
  }

  /// The pixels per millimetre of maps in a report: 203 to the inch, so that a map as wide as the
  /// page is sharp on a screen of double density.
  private static var mapResolution: Double { 8 }
}

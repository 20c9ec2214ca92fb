/// Something that turns drawings into files: the worker's, over cairo, in ``Drawing`` terms only,
/// so that the program which never draws need not load a graphics library.
public protocol Renderer: Sendable {
  /// The drawing as an SVG document whose text is outlines, so that it needs no font.
  ///
  /// - Throws: a fault of the renderer, such as a missing font file.
  func svg(_ drawing: Drawing) throws -> [UInt8]

  /// The drawing as a PNG file.
  ///
  /// - Parameters:
  ///   - drawing: what to show.
  ///   - resolution: pixels per millimetre.
  /// - Returns: the bytes of the file, without times or names of programs.
  /// - Throws: a fault of the renderer, such as a missing font file.
  func png(_ drawing: Drawing, resolution: Double) throws -> [UInt8]

  /// The drawing as a PDF file of one page of its size, with the fonts that it uses.
  ///
  /// - Returns: the bytes of the file, the same each time.
  /// - Throws: a fault of the renderer, such as a missing font file.
  func pdf(_ drawing: Drawing) throws -> [UInt8]
}

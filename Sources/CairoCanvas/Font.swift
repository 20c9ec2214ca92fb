import CCairo
import Glibc
import Synchronization

/// A font file, from which text is drawn as outlines, so that pixels and SVG show the same letters.
final class Font: Sendable {
  /// The font's units in one font size.
  let unitsPerSize: Int
  private let state: Mutex<State>

  /// FreeType's objects serve one thread at a time.
  private struct State {
    let library: FT_Library
    let face: FT_Face
    var glyphs: [UInt32: Glyph] = [:]
  }

  /// Opens a font file.
  ///
  /// - Throws: ``CanvasFault`` if the file is missing, or is no font with outlines.
  init(path: String) throws(CanvasFault) {
    let (library, face) = try Self.open(path)
    unitsPerSize = Int(face.pointee.units_per_EM)
    nonisolated(unsafe) let objects = (library, face)
    state = Mutex(State(library: objects.0, face: objects.1))
  }

  /// FreeType's view of a font file, and the library that it belongs to.
  static func open(_ path: String) throws(CanvasFault) -> (library: FT_Library, face: FT_Face) {
    guard access(path, R_OK) == 0 else { throw .fontMissing(path: path) }
    var library: FT_Library?
    let started = FT_Init_FreeType(&library)
    guard started == 0, let library else {
      throw .fontUnusable(path: path, code: Int(started))
    }
    var face: FT_Face?
    let opened = FT_New_Face(library, path, 0, &face)
    guard opened == 0, let face, face.pointee.units_per_EM > 0 else {
      FT_Done_FreeType(library)
      throw .fontUnusable(path: path, code: Int(opened))
    }
    return (library, face)
  }

  deinit {
    state.withLock { state in
      FT_Done_Face(state.face)
      FT_Done_FreeType(state.library)
    }
  }

  /// The glyphs of a text, in order; characters that the font lacks get its box.
  func glyphs(of text: String) throws(CanvasFault) -> [Glyph] {
    try state.withLock { (state) throws(CanvasFault) in
      var result: [Glyph] = []
      for scalar in text.unicodeScalars {
        if let known = state.glyphs[scalar.value] {
          result.append(known)
          continue
        }
        let glyph = try Self.load(scalar.value, from: state.face)
        state.glyphs[scalar.value] = glyph
        result.append(glyph)
      }
      return result
    }
  }

  private static func load(_ code: UInt32, from face: FT_Face) throws(CanvasFault) -> Glyph {
    let index = FT_Get_Char_Index(face, FT_ULong(code))
    let status = FT_Load_Glyph(face, index, FT_Int32(FT_LOAD_NO_SCALE))
    guard status == 0, let slot = face.pointee.glyph else {
      throw .glyphUnusable(code: Int(status))
    }
    let pen = Pen()
    var callbacks = FT_Outline_Funcs(
      move_to: { to, pen in Pen.add(pen, to) { .move(x: $0.x, y: $0.y) } },
      line_to: { to, pen in Pen.add(pen, to) { .line(x: $0.x, y: $0.y) } },
      conic_to: { control, to, pen in
        guard let control = control?.pointee else { return 1 }
        return Pen.add(pen, to) {
          .quadratic(controlX: Int(control.x), controlY: Int(control.y), x: $0.x, y: $0.y)
        }
      },
      cubic_to: { first, second, to, pen in
        guard let first = first?.pointee, let second = second?.pointee else { return 1 }
        return Pen.add(pen, to) {
          .cubic(
            firstX: Int(first.x), firstY: Int(first.y), secondX: Int(second.x),
            secondY: Int(second.y), x: $0.x, y: $0.y)
        }
      }, shift: 0, delta: 0)
    let traced = withExtendedLifetime(pen) {
      FT_Outline_Decompose(
        &slot.pointee.outline, &callbacks, Unmanaged.passUnretained(pen).toOpaque())
    }
    guard traced == 0 else { throw .glyphUnusable(code: Int(traced)) }
    return Glyph(index: index, advance: slot.pointee.metrics.horiAdvance, steps: pen.steps)
  }
}

/// Collects the strokes that FreeType reports.
private final class Pen {
  var steps: [Glyph.Step] = []

  static func add(
    _ pen: UnsafeMutableRawPointer?, _ to: UnsafePointer<FT_Vector>?,
    _ step: ((x: Int, y: Int)) -> Glyph.Step
  ) -> Int32 {
    guard let pen, let to = to?.pointee else { return 1 }
    Unmanaged<Pen>.fromOpaque(pen).takeUnretainedValue().steps.append(step((to.x, to.y)))
    return 0
  }
}

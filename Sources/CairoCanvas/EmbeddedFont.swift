import CCairo
import Drawing

/// A font file as cairo embeds it in a PDF file, where text stays text.
///
/// It has a FreeType library and face of its own, of which cairo takes care: ``Font``'s serve one
/// thread at a time, and cairo keeps faces that it has used for longer than their owner lives.
final class EmbeddedFont: Sendable {
  /// cairo's font face, which serves all threads.
  nonisolated(unsafe) let face: OpaquePointer

  /// What the font face keeps alive.
  private final class Source {
    let library: FT_Library
    let face: FT_Face

    init(_ library: FT_Library, _ face: FT_Face) {
      self.library = library
      self.face = face
    }

    deinit {
      FT_Done_Face(face)
      FT_Done_FreeType(library)
    }
  }

  /// Where cairo keeps ``Source`` for us: only the address counts.
  private static nonisolated(unsafe) let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(
    capacity: 1)

  /// Opens a font file.
  ///
  /// - Throws: ``CanvasFault`` if the file is no font, or cairo cannot use it.
  init(path: String) throws(CanvasFault) {
    let (library, face) = try Font.open(path)
    let source = Unmanaged.passRetained(Source(library, face))
    guard let made = cairo_ft_font_face_create_for_ft_face(face, Int32(FT_LOAD_NO_HINTING))
    else {
      source.release()
      throw .cairo("no font face")
    }
    var status = cairo_font_face_status(made)
    if status == CAIRO_STATUS_SUCCESS {
      status = cairo_font_face_set_user_data(made, Self.key, source.toOpaque()) { kept in
        if let kept { Unmanaged<Source>.fromOpaque(kept).release() }
      }
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(made)
      source.release()
      throw .cairo(String(cString: cairo_status_to_string(status)))
    }
    self.face = made
  }

  deinit { cairo_font_face_destroy(face) }
}

/// The fonts of the two weights for PDF files.
struct EmbeddedFonts: Sendable {
  private let regular: EmbeddedFont
  private let bold: EmbeddedFont

  /// Opens the font files.
  init(_ files: FontFiles) throws(CanvasFault) {
    regular = try EmbeddedFont(path: files.regular)
    bold = files.bold == files.regular ? regular : try EmbeddedFont(path: files.bold)
  }

  subscript(weight: TextRun.Weight) -> OpaquePointer {
    switch weight {
    case .regular: regular.face
    case .bold: bold.face
    }
  }
}

import CairoCanvas
import Commands
import Drawing
import Engine
import Figures
import Formats
import Glibc
import Numerics
import Rasters
import Simulation
import Storage
import Synchronization
import Vocabulary

/// The program that computes: the only one that links GDAL, OpenBLAS and cairo.
///
/// `scarp` starts it with pinned numerical settings and talks to it in lines of JSON; it enters its
/// sandbox before it opens any data, and ends when the parent closes its input.
@main
struct ScarpWorker {
  static func main() {
    guard isatty(STDIN_FILENO) == 0 else {
      say("scarp-worker is started by scarp; run “scarp run STUDY.md” instead.")
      exit(2)
    }
    do {
      let session = WorkerSession(
        channel: try MessageChannel(), services: services(), values: standardValues)
      try session.serve()
    } catch {
      say("scarp-worker: \(error)")
      exit(70)
    }
  }

  private static func say(_ text: String) {
    let line = text + "\n"
    _ = line.utf8CString.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
  }

  /// The version of the C library: its elementary functions differ in the last digit.
  private static var libcVersion: String {
    var text = [UInt8](repeating: 0, count: 64)
    let length = text.withUnsafeMutableBytes {
      confstr(Int32(_CS_GNU_LIBC_VERSION), $0.baseAddress, $0.count)
    }
    let words = String(decoding: text[..<max(0, min(length, 64) - 1)], as: UTF8.self)
    return String(words.split(separator: " ").last ?? "")
  }

  private static func services() -> WorkerServices {
    let formats = GDALFormats()
    let font = getenv("SCARP_FONT").map { ["SCARP_FONT": String(cString: $0)] }
    let fonts = FontFiles.named(in: font ?? [:])
    return WorkerServices(
      services: [
        FormatService(formats), LinearAlgebraService(OpenBLASLinearAlgebra()),
        FigureService(renderer: LateRenderer(fonts: fonts)) { Digest(of: $0).hex },
      ],
      enterSandbox: { reading, writing in
        let fontFolders = [fonts.regular, fonts.bold]
        return Sandbox.enter(
          reading: reading + GDALFormats.supportFolders + fontFolders, writing: writing
        ).remarks
      },
      openInput: { folder, name in try DataFolder(path: folder).open(name).path },
      facts: { folder, name, kind in
        try FileFacts(of: DataFolder(path: folder).open(name), as: kind, formats: formats)
      },
      simulate: { plan, folder, progress in
        let area = SimulatedArea(plan, progress: progress)
        try area.write(to: folder, formats: formats)
        return area.summary
      },
      versions: {
        [
          ("GDAL", GDALFormats.version), ("PROJ", GDALFormats.projVersion),
          ("OpenBLAS", OpenBLASLinearAlgebra.version),
          ("libc", libcVersion),
        ]
          + CairoRenderer.versions.compactMap { text in
            let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
          }
      })
  }
}

/// A renderer that opens its fonts when the first figure is drawn: a study without figures needs none,
/// and a missing font is told at the figure.
private final class LateRenderer: Renderer {
  private let fonts: FontFiles
  private let opened = Mutex<CairoRenderer?>(nil)

  init(fonts: FontFiles) { self.fonts = fonts }

  func svg(_ drawing: Drawing) throws -> [UInt8] { try renderer().svg(drawing) }

  func png(_ drawing: Drawing, resolution: Double) throws -> [UInt8] {
    try renderer().png(drawing, resolution: resolution)
  }

  func pdf(_ drawing: Drawing) throws -> [UInt8] { try renderer().pdf(drawing) }

  private func renderer() throws -> CairoRenderer {
    try opened.withLock { opened in
      if let opened { return opened }
      let renderer = try CairoRenderer(fonts: fonts)
      opened = renderer
      return renderer
    }
  }
}

import CairoCanvas
import Commands
import Drawing
import Engine
import Figures
import Formats
import Glibc
import Numerics
import Rasters
import Storage
import Vocabulary

/// The program that computes: the only one that links GDAL, OpenBLAS and cairo.
///
/// `scarp` starts it with pinned numerical settings and talks to it in lines of JSON; it enters its
/// sandbox before it opens any data, and ends when the parent closes its input.
@main
struct ScarpWorker {
  static func main() {
    guard isatty(STDIN_FILENO) == 0 else {
      fputs("scarp-worker is started by scarp; run “scarp run STUDY.md” instead.\n", stderr)
      exit(2)
    }
    do {
      let session = WorkerSession(
        channel: MessageChannel(), services: services(), values: standardValues)
      try session.serve()
    } catch {
      fputs("scarp-worker: \(error)\n", stderr)
      exit(70)
    }
  }

  private static func services() -> WorkerServices {
    let formats = GDALFormats()
    let fonts = FontFiles.dejaVuSans
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
      versions: {
        [
          ("GDAL", GDALFormats.version), ("PROJ", GDALFormats.projVersion),
          ("OpenBLAS", OpenBLASLinearAlgebra.version),
          ("libc", String(cString: gnu_get_libc_version())),
        ] + CairoRenderer.versions.compactMap { text in
          let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
          return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
      })
  }
}

/// A renderer that opens its fonts when the first figure is drawn: a study without figures needs none,
/// and a missing font is told at the figure.
private struct LateRenderer: Renderer {
  let fonts: FontFiles

  func svg(_ drawing: Drawing) throws -> [UInt8] { try CairoRenderer(fonts: fonts).svg(drawing) }

  func png(_ drawing: Drawing, resolution: Double) throws -> [UInt8] {
    try CairoRenderer(fonts: fonts).png(drawing, resolution: resolution)
  }
}

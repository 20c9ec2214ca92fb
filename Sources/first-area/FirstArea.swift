import Formats
import Glibc
import Numerics
import Rasters

/// Makes the small area of `notebooks/first.md`: terrain, rock, landslides, and the true probability
/// that they were drawn from.
///
///     first-area FOLDER
///
/// The same program gives the same files each time: there is nothing random but by Philox with a
/// fixed seed.
@main
struct FirstArea {
  static func main() {
    guard CommandLine.arguments.count == 2 else {
      complain("usage: first-area FOLDER")
      exit(2)
    }
    do {
      try make(in: CommandLine.arguments[1])
    } catch {
      complain("first-area: \(error)")
      exit(5)
    }
  }

  private static func make(in folder: String) throws {
    let formats = GDALFormats()
    let grid = Grid(
      columns: 300, rows: 240, west: 500_000, north: 4_400_000, cellWidth: 20, cellHeight: 20,
      crs: try formats.coordinateSystem("EPSG:32633"))
    let land = Landscape(grid: grid, seed: 2)
    let layers = [
      ("dem", land.elevation), ("curvature", land.curvature), ("rock", land.rock),
      ("truth", land.probability),
    ]
    for (name, cells) in layers {
      try formats.writeGeoTIFF(
        CellsInMemory(grid: grid, all: cells), names: [], to: "\(folder)/\(name).tif")
    }
    try write(Self.table(of: Places(on: land, ofEach: 250, seed: 2)), to: "\(folder)/places.csv")
    try write(Self.description, to: "\(folder)/dataset.yaml")
  }

  private static func table(of places: Places) -> String {
    places.rows.reduce("x,y,landslide\n") { $0 + "\($1.x),\($1.y),\($1.isLandslide ? 1 : 0)\n" }
  }

  private static let description = """
    title: A made-up area of hills, 6 km by 4.8 km
    source: made by the program first-area of the Scarp project
    licence: CC0 1.0
    simulated: true

    """

  private static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else {
      throw RasterError.unreadable(file: path, expected: "created", found: "no permission")
    }
    let isWritten = fputs(text, file) >= 0
    guard fclose(file) == 0, isWritten else {
      throw RasterError.unreadable(file: path, expected: "written whole", found: "a write failed")
    }
  }

  private static func complain(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = Glibc.write(2, line, line.count)
  }
}

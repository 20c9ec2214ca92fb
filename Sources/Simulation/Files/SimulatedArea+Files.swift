public import Rasters
import Storage

extension SimulatedArea {
  /// The files that may be written, sorted; the images only where they are asked for.
  public static let fileNames = [
    "after.tif", "before.tif", "clouds.geojson", "dataset.yaml", "dem.tif", "faults.geojson",
    "land-cover.tif",
    "landslides.geojson", "lithology.tif", "rain.csv", "surveyed.geojson", "truth.tif",
  ]

  /// Where the area is said to lie, WGS 84 / UTM zone 33N: a place in the sea, since there is none.
  static let system = "EPSG:32633"
  static let corner = SIMD2(500_000.0, 4_400_000.0)

  /// Writes the files of the area to a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder, which must be there.
  ///   - formats: what knows GeoTIFF and coordinate systems.
  /// - Throws: ``RasterError``, and ``StorageFault`` where a file cannot be written.
  public func write(to folder: String, formats: any FormatReader) throws {
    let crs = try formats.coordinateSystem(Self.system)
    let grid = Grid(
      columns: plan.columns, rows: plan.rows, west: Self.corner.x, north: Self.corner.y,
      cellWidth: plan.cell, cellHeight: plan.cell, crs: crs)
    let layers = [
      ("dem", elevation), ("lithology", rock.map { Float($0.rawValue) }),
      ("land-cover", cover.map { Float($0.rawValue) }), ("truth", chance.map { Float($0) }),
    ]
    for (name, cells) in layers {
      try formats.writeGeoTIFF(
        CellsInMemory(grid: grid, all: [cells]), names: [], to: "\(folder)/\(name).tif")
    }
    if let imagery {
      for (name, bands) in zip(Imagery.names, [imagery.before, imagery.after]) {
        try formats.writeGeoTIFF(
          CellsInMemory(grid: grid, all: bands), names: Imagery.bands,
          to: "\(folder)/\(name).tif")
      }
    }
    let degrees = try formats.transformation(
      from: crs, to: formats.coordinateSystem("EPSG:4326"))
    let texts =
      features(GeoJSONText(corner: Self.corner, to: degrees))
      + [("rain.csv", rainTable), ("dataset.yaml", description)]
    for (name, text) in texts {
      try AtomicFile.write(text, to: "\(folder)/\(name)", durable: false)
    }
  }

  private func features(_ writer: GeoJSONText) -> [(String, String)] {
    let slides = landslides.enumerated().map { number, landslide in
      let area = Int((Double(landslide.cells) * plan.cell * plan.cell).rounded())
      return GeoJSONText.Feature(
        shape: .area(landslide.outline), properties: [("id", number + 1), ("area_m2", area)])
    }
    func numbered(_ shapes: [GeoJSONText.Shape]) -> [GeoJSONText.Feature] {
      shapes.enumerated().map {
        GeoJSONText.Feature(shape: $0.element, properties: [("id", $0.offset + 1)])
      }
    }
    return [
      ("landslides.geojson", writer.text(of: slides)),
      ("surveyed.geojson", writer.text(of: numbered([.area(surveyed)]))),
      ("clouds.geojson", writer.text(of: numbered(clouds.map { .area($0) }))),
      ("faults.geojson", writer.text(of: numbered(faults.map { .line($0) }))),
    ]
  }

  private var rainTable: String {
    stations.enumerated().reduce("station,x,y,annual_rain\n") { text, row in
      let place = Self.corner + SIMD2(row.element.place.x, -row.element.place.y)
      let rain = (row.element.annualRain * 10).rounded() / 10
      return text + "\(row.offset + 1),\(place.x),\(place.y),\(rain)\n"
    }
  }
}

/// A raster that is held whole.
private struct CellsInMemory: RasterReader {
  let grid: Grid
  let all: [[Float]]

  var bands: Int { all.count }

  func read(_ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>) throws {
    for row in 0..<window.rows {
      let start = (window.row + row) * grid.columns + window.column
      for column in 0..<window.columns {
        buffer[row * window.columns + column] = all[band][start + column]
      }
    }
  }
}

import Glibc

extension RasterError {
  /// What was found and what was expected, in one sentence.
  public var message: String {
    switch self {
    case .missing(let file): "“\(file)” is not in the data folder."
    case .outside(let file): "“\(file)” leads out of the data folder."
    case .notRegular(let file): "“\(file)” is not a regular file."
    case .system(let file, let action, let number):
      "“\(file)” cannot be \(Self.done(action)): \(String(cString: strerror(number)))."
    case .unreadable(let file, let expected, let found):
      "“\(file)” is not \(expected): \(found)."
    case .leadsFurther(let file, let found):
      "“\(file)” is \(found), which may name further files and addresses: it is not read."
    case .corrupt(let file, let band, let column, let row):
      "“\(file)” is damaged or cut short: band \(band), block \(column), \(row) cannot be read."
    case .tooLarge(let file, let what, let found, let limit):
      "“\(file)” has \(found) \(what); the limit is \(limit)."
    case .noCoordinateSystem(let file): "“\(file)” does not say its coordinate system."
    case .notNorthUp(let file): "“\(file)” is not a north-up raster with a known place."
    case .unsupportedType(let file, let type): "“\(file)” holds numbers of type \(type)."
    case .severalLayers(let file, let layers):
      "“\(file)” has several layers: \(layers.joined(separator: ", "))."
    case .noLayer(let file, let layer, let layers):
      "“\(file)” has no layer “\(layer)”; it has \(layers.joined(separator: ", "))."
    case .badFeature(let file, let number, let reason):
      "feature \(number) of “\(file)” \(reason)."
    case .mixedKinds(let file, let kinds):
      "“\(file)” mixes \(kinds.joined(separator: " and ")); one kind was expected."
    case .wrongKind(let file, let expected, let found):
      "“\(file)” holds \(found); \(expected) were expected."
    case .wrongCount(let file, let what, let expected, let found):
      "“\(file)” has \(found) \(what); \(expected) were expected."
    case .gridMismatch(let difference): "the rasters lie on different grids: \(difference)."
    case .degrees(let what): "\(what) needs metres, but the coordinates are degrees."
    case .unknownCoordinateSystem(let name): "no coordinate system is called “\(name)”."
    case .untransformable(let from, let to):
      "some coordinates cannot be brought from \(from) to \(to)."
    case .allNoData(let what): "\(what) has no cell with data."
    case .outOfRange(let what, let found, let expected):
      "\(what) is \(found); expected \(expected)."
    case .notClasses(let layer, let found):
      "“\(layer)” holds \(found); class codes are whole numbers from -32768 to 65535."
    case .changed(let file): "“\(file)” has changed since the study first read it."
    case .noFormats: "this program cannot read the formats of rasters and features."
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .missing: "Put the file there, or name another folder with --data."
    case .outside, .notRegular: "Copy the file into the data folder."
    case .system(_, let action, _) where action == "write":
      "Free space, or choose another output folder."
    case .system: "Check that the file may be read."
    case .leadsFurther, .unreadable: "Convert it to GeoTIFF, GeoPackage or GeoJSON."
    case .corrupt: "Fetch the file again, and compare its checksum with the source's."
    case .tooLarge: "Cut the file to the study area first."
    case .noCoordinateSystem: "Add one, for example with gdal_edit.py -a_srs EPSG:32717."
    case .notNorthUp: "Warp it to a north-up grid, for example with gdalwarp -t_srs EPSG:32717."
    case .unsupportedType: "Convert it to Float32, for example with gdal_translate -ot Float32."
    case .severalLayers: "Name one: layer “…”."
    case .noLayer: "Use one of its layers."
    case .badFeature: "Repair or remove the feature."
    case .mixedKinds: "Split the file into one layer for each kind."
    case .wrongKind: "Use the reading word for that kind."
    case .wrongCount: "Correct the number in the notebook, or the file."
    case .gridMismatch: "Bring one to the other with resample … onto …"
    case .degrees: "Resample the raster to a projected grid first."
    case .unknownCoordinateSystem: "Write a code such as EPSG:32717."
    case .untransformable: "Check the coordinates and the coordinate system of the file."
    case .allNoData: "Check the file's no-data value and its extent."
    case .outOfRange: "Correct the number."
    case .notClasses: "Read it with “read raster”."
    case .changed: "Run the study again."
    case .noFormats: "Run it with scarp."
    }
  }

  /// The past participle of an action: “read”, “written”, “opened”.
  private static func done(_ action: String) -> String {
    switch action {
    case "write": "written"
    case "open": "opened"
    default: action
    }
  }
}

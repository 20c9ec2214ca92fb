import Glibc
public import Vocabulary

/// Why a figure could not be drawn: facts only; the engine adds the statement.
public enum FigureError: Fault, Equatable {
  /// The program that runs cannot draw.
  case noRenderer
  /// The picture's file could not be written.
  case notWritten(errno: Int32)
  /// A value of this kind has no place on a map.
  case notOnMap(name: String, kind: String)
  /// A layer has more classes than colours can tell apart.
  case tooManyClasses(name: String, found: Int)
  /// The point to draw near lies outside the map.
  case pointOutside(x: Double, y: Double)
  /// A band to colour by is not there.
  case noBand(name: String, band: String, bands: [String])
  /// Nothing on the map says its coordinate system.
  case noSystem
  /// What is to lie beneath a map is no hillshade.
  case notLight(name: String)
  /// An inset beside several maps.
  case insetOfSeveral(maps: Int)
  /// Maps on one scale whose values have none in common.
  case scalesDiffer(first: String, second: String)
  /// A palette for classes without order.
  case paletteOfClasses(name: String)
  /// A table has no such column of numbers.
  case noColumn(wanted: String, columns: [String])
  /// A figure was to be larger, smaller or finer than can be.
  case wrongSize(found: String, expected: String)
  /// There is nothing to draw.
  case nothingToDraw(name: String)
  /// A model without held-out folds was to be drawn without places.
  case noPlaces(model: String)

  /// What was found and what was expected, one sentence.
  public var message: String {
    switch self {
    case .noRenderer: "this program cannot draw figures."
    case .notWritten(let number):
      "the figure's file cannot be written: \(String(cString: strerror(number)))."
    case .notOnMap(let name, let kind): "“\(name)” is \(kind), which has no place on a map."
    case .tooManyClasses(let name, let found):
      "“\(name)” has \(found) classes; a map has colours for 254."
    case .pointOutside(let x, let y):
      "\(Quantity.plain(x)) E, \(Quantity.plain(y)) N lies outside the map."
    case .noBand(let name, let band, let bands):
      "“\(name)” has no band “\(band)”; it has \(bands.joined(separator: ", "))."
    case .noSystem: "nothing on this map says in which coordinate system it lies."
    case .notLight(let name): "“\(name)” is no hillshade, so it cannot lie beneath a map."
    case .insetOfSeveral(let maps): "an inset stands beside one map, but there are \(maps)."
    case .scalesDiffer(let first, let second):
      "\(first) and \(second) have no scale in common."
    case .paletteOfClasses(let name):
      "“\(name)” has classes without order, which no palette ranks."
    case .noColumn(let wanted, let columns):
      columns.isEmpty
        ? "there is no column of numbers to draw."
        : "there is no column “\(wanted)” of numbers; there are \(columns.joined(separator: ", "))."
    case .wrongSize(let found, let expected): "a figure cannot be \(found): it has \(expected)."
    case .nothingToDraw(let name): "“\(name)” is empty: there is nothing to draw."
    case .noPlaces(let model):
      "“\(model)” was not made by folds, so the curve needs places to be judged on."
    }
  }

  /// What to do, one imperative sentence.
  public var advice: String {
    switch self {
    case .noRenderer: "Run the study with scarp run, whose worker draws."
    case .notWritten: "Make room on the disk, or let the cache lie where you may write."
    case .notOnMap: "Draw a raster, classes, zones, a prediction, points, lines or areas."
    case .tooManyClasses: "Regroup the classes first, or read the layer as a raster."
    case .pointOutside: "Name a point inside, in the map's coordinates or in degrees."
    case .noBand: "Name bands of the image, for red, green and blue."
    case .noSystem: "Say it where the places are read, for example: crs \"EPSG:32717\"."
    case .notLight: "Make one of the elevation, for example: light = hillshade of dem."
    case .insetOfSeveral: "Draw the map with the inset by itself."
    case .scalesDiffer: "Leave “on one scale” out, or draw layers of one unit."
    case .paletteOfClasses: "Leave the palette out."
    case .noColumn: "Name one of the columns of its table, in quotes."
    case .wrongSize: "Say another size, for example: 85 mm wide, 300 dpi."
    case .nothingToDraw: "Leave the figure out, or draw something else."
    case .noPlaces: "Add the places, for example: on test."
    }
  }

  /// The exit code of product.md.
  public var exitCode: Int32 {
    switch self {
    case .notWritten: 5
    case .noRenderer: 70
    case .nothingToDraw, .wrongSize, .noPlaces, .noColumn, .noBand, .notOnMap,
      .notLight, .insetOfSeveral, .scalesDiffer, .paletteOfClasses:
      1
    case .tooManyClasses, .pointOutside, .noSystem: 4
    }
  }
}

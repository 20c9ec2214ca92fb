/// A fault of data or of its files: facts only; the engine adds the statement that met it.
public enum RasterError: Error, Sendable, Equatable {
  /// No file of that name is in the folder.
  case missing(file: String)
  /// The name leads out of the folder.
  case outside(file: String)
  /// The name is a folder, a pipe or a device.
  case notRegular(file: String)
  /// The system refused to open, read or write.
  case system(file: String, action: String, errno: Int32)
  /// No allowed driver can read the file.
  case unreadable(file: String, expected: String, found: String)
  /// The file is of a format that names further files or addresses.
  case leadsFurther(file: String, found: String)
  /// The file ends early or its blocks cannot be decoded.
  case corrupt(file: String, band: Int, blockColumn: Int, blockRow: Int)
  /// The file, or a result, goes over a limit.
  case tooLarge(file: String, what: String, found: Int, limit: Int)
  /// The file does not say where its cells or features lie.
  case noCoordinateSystem(file: String)
  /// The raster is rotated, or south-up, or has no place at all.
  case notNorthUp(file: String)
  /// The stored numbers are of a type that cannot be read exactly.
  case unsupportedType(file: String, type: String)
  /// The file has several layers and the notebook names none.
  case severalLayers(file: String, layers: [String])
  /// The file has no layer of that name.
  case noLayer(file: String, layer: String, layers: [String])
  /// A feature has no usable shape.
  case badFeature(file: String, number: Int, reason: String)
  /// The features are not of one kind.
  case mixedKinds(file: String, kinds: [String])
  /// The features are not of the kind expected.
  case wrongKind(file: String, expected: String, found: String)
  /// The number of bands or classes is not what the notebook says.
  case wrongCount(file: String, what: String, expected: Int, found: Int)
  /// Two rasters that must lie on one grid do not.
  case gridMismatch(difference: String)
  /// Coordinates are degrees where metres are needed.
  case degrees(what: String)
  /// No coordinate system has that name.
  case unknownCoordinateSystem(name: String)
  /// Points cannot be brought from one system to the other.
  case untransformable(from: String, to: String)
  /// A raster has no cell with data.
  case allNoData(what: String)
  /// A number is outside what is asked for, such as a rank beyond the cells.
  case outOfRange(what: String, found: String, expected: String)

  /// A layer that is read as classes holds something else.
  case notClasses(layer: String, found: String)
  /// An input is not as it was when an earlier statement read it.
  case changed(file: String)
  /// The program that runs cannot read file formats.
  case noFormats

  /// What a fault means to whoever called the program.
  public enum Kind: Sendable {
    /// An input is missing or bad.
    case input
    /// An output cannot be written.
    case output
    /// The study's folder was left.
    case forbidden
    /// A limit was reached.
    case limit
  }

  /// What kind of fault it is.
  public var kind: Kind {
    switch self {
    case .outside, .notRegular, .leadsFurther: .forbidden
    case .tooLarge: .limit
    case .system(_, let action, _) where action == "write": .output
    default: .input
    }
  }
}

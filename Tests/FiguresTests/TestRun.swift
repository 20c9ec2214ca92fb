import CairoCanvas
import Diagnostics
import Drawing
import Figures
import Formats
import Foundation
import Rasters
import Synchronization
import Testing
import Vocabulary

/// A run with a folder of its own, a renderer and nothing else.
final class TestRun: RunEnvironment {
  let folder: URL
  let seed: UInt64 = 1
  let threads = 2
  private let hasRenderer: Bool
  /// Begins the names of payloads, as each statement has its own.
  private let statement = Mutex(0)

  init(hasRenderer: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "scarp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.hasRenderer = hasRenderer
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func payload(_ name: String) -> String { path(of: reference(name)) }
  func reference(_ name: String) -> PayloadReference {
    PayloadReference(key: "test", name: "\(statement.withLock { $0 })-\(name)")
  }
  func path(of payload: PayloadReference) -> String { folder.appending(path: payload.name).path }
  func input(_ name: String) -> String { folder.appending(path: name).path }
  func progress(_ share: Double) {}
  func warn(_ code: Code, _ title: String, help: [String]) { told.withLock { $0.append(code.id) } }
  /// The codes of remarks so far.
  var remarks: [String] { told.withLock { $0 } }
  private let told = Mutex<[String]>([])

  func service<Service>(_ type: Service.Type) -> Service? {
    if let formats = FormatService(GDALFormats()) as? Service { return formats }
    guard hasRenderer, let renderer = try? CairoRenderer() else { return nil }
    // A checksum stands for the worker's digest.
    let service = FigureService(renderer: renderer) { bytes in
      let sum = bytes.reduce(UInt64(14_695_981_039_346_656_037)) {
        ($0 ^ UInt64($1)) &* 1_099_511_628_211
      }
      return String(sum, radix: 16)
    }
    return service as? Service
  }

  /// The bytes of the picture that the report shows of a figure.
  func file(_ figure: FigureValue) throws -> [UInt8] { try bytes(figure.payload) }

  /// The bytes of a figure in a format.
  func file(_ figure: FigureValue, as format: FigureValue.Format) throws -> [UInt8] {
    let file = try #require(figure.files.first { $0.format == format })
    return try bytes(file.payload)
  }

  private func bytes(_ payload: PayloadReference) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(of: payload))))
  }

  /// A raster of 10 m cells whose south-west corner is at 712000 E, 9557000 N of a system.
  func raster(
    _ plans: [RasterLayerPlan], columns: Int, rows: Int, west: Double = 712_000,
    crs: CoordinateSystem = plane,
    _ cell: (_ layer: Int, _ index: Int) -> Float
  ) throws -> RasterValue {
    let grid = Grid(
      columns: columns, rows: rows, west: west, north: 9_557_000 + 10 * Double(rows),
      cellWidth: 10, cellHeight: 10, crs: crs)
    return try RasterValue.make(on: grid, plans, in: self, payload: UUID().uuidString) { writer in
      for layer in plans.indices {
        let cells = (0..<grid.count).map { cell(layer, $0) }
        try cells.withUnsafeBufferPointer {
          try writer.write(grid.window, band: layer, from: $0)
        }
      }
    }
  }

  /// Carries out a word with earlier values by name; `family` names have several members.
  func run(
    _ word: any RunnableWord, _ arguments: [String: Argument.Content],
    _ values: [String: [FamilyMember]]
  ) throws -> any Value {
    statement.withLock { $0 += 1 }
    return try word.run(call(word, arguments, values))
  }

  /// The call of a word.
  func call(
    _ word: any Word, _ arguments: [String: Argument.Content], _ values: [String: [FamilyMember]]
  ) -> Call {
    let nowhere = Span(0, 0)
    let bound = BoundCall(
      word: word, arguments: arguments.mapValues { Argument($0, nowhere) }, verbSpan: nowhere,
      span: nowhere)
    return Call(
      bound: bound, names: [], coordinates: [], heldOut: nil, environment: self
    ) { reference, _ in values[reference.name] ?? [] }
  }
}

/// A projected system that needs no library.
let plane = CoordinateSystem(
  wkt: "PROJCRS[\"test\"]", name: "test", authority: "EPSG:32717", isGeographic: false,
  metresPerUnit: 1)

/// The mention of an earlier value.
func mention(_ name: String, _ kind: Kind = .raster) -> Argument {
  Argument(.reference(Reference(name, span: Span(0, 0), type: ValueType(kind))), Span(0, 0))
}

/// A value that is no family.
func single(_ value: any Value) -> [FamilyMember] { [FamilyMember([], value)] }

/// Point features.
func points(_ positions: [SIMD2<Double>]) -> FeaturesValue {
  FeaturesValue(
    FeatureCollection(
      crs: plane, kind: .points, fields: [],
      features: positions.map { Feature(.point($0), values: []) }, source: "test"))
}

/// Area features, each one ring.
func areas(_ rings: [[SIMD2<Double>]], crs: CoordinateSystem = plane) -> FeaturesValue {
  FeaturesValue(
    FeatureCollection(
      crs: crs, kind: .areas, fields: [],
      features: rings.map { Feature(.polygon([$0]), values: []) }, source: "test"))
}

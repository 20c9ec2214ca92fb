import Bibliography
import Commands
import Diagnostics
import Glibc
import Notebooks
import Rasters
import Vocabulary

@testable import Engine
@testable import Formats
@testable import Language
@testable import Records
@testable import Reports
@testable import Storage

/// Each reader of a stranger's bytes, by its name.
nonisolated(unsafe) let targets: [String: ([UInt8]) -> Void] = [
  "notebook": readNotebook, "language": readLanguage, "dataset": { _ = DataSetFile($0) },
  "table": { _ = try? CSVReader.table($0, file: "t.csv") }, "json": readJSON,
  "manifest": readManifest, "features": readFeatures, "header": readHeader,
  "raster": readRaster, "vector": readVector, "report": readReport,
  "bibliography": readBibliography,
]

private func readNotebook(_ bytes: [UInt8]) {
  let reading = Notebook.read(bytes: bytes, name: "study.md")
  tell(reading.diagnostics, in: reading.source)
  guard let notebook = reading.notebook else { return }
  for cell in notebook.cells { precondition(cell.body.upper <= reading.source.bytes.count) }
  check(notebook)
}

private func readLanguage(_ bytes: [UInt8]) {
  let text = Array("```{scarp}\n".utf8) + bytes + Array("\n```\n".utf8)
  let reading = Notebook.read(bytes: text, name: "study.md")
  if let notebook = reading.notebook { check(notebook) }
}

/// Checks a notebook for which every file is there, formats and colours it, and plans it.
private func check(_ notebook: Notebook) {
  let study = StudyText(notebook)
  var options = CheckOptions()
  options.facts = { _, kind in .known(facts(kind)) }
  let program = Language.check(study, against: .standard, options: options)
  tell(program.diagnostics, in: study.source)
  _ = Formatter.format(study)
  let highlighter = Highlighter(
    source: study.source, cells: study.cells.map(\.body), catalog: .standard)
  for cell in study.cells { _ = highlighter.pieces(of: cell.body) }
  guard !program.hasErrors else { return }
  let context = PlanContext(machine: Digest(of: []), seed: 1, inputs: [:])
  _ = Planner.plan(program, catalog: .standard, context: context)
}

private func facts(_ kind: Kind) -> FileFacts {
  var facts = FileFacts()
  facts.grid = GridFact.Extent(
    columns: 20, rows: 20, west: 0, north: 200, cellWidth: 10, cellHeight: 10, crs: "EPSG:32717",
    isGeographic: false)
  facts.bands = 1
  facts.columns = ["a", "b", "slope", "label"]
  facts.count = 40
  facts.crs = "EPSG:32717"
  facts.isGeographic = false
  facts.geometry = kind.name
  facts.levels = ["label": [.init(value: "0", count: 20), .init(value: "1", count: 20)]]
  return facts
}

/// Says what was found, as a terminal would be told.
private func tell(_ diagnostics: [Diagnostic], in source: Source) {
  for diagnostic in diagnostics.prefix(20) { _ = diagnostic.rendered(in: source) }
}

private func readJSON(_ bytes: [UInt8]) {
  guard let value = try? JSONValue(parsing: bytes) else { return }
  for style in [JSONStyle.line, .indented] {
    let again = try? JSONValue(parsing: value.bytes(style))
    precondition(again == value, "\(value) reads back as \(String(describing: again))")
  }
}

private func readManifest(_ bytes: [UInt8]) {
  let folder = scratch + "/entry"
  mkdir(folder, 0o755)
  let line = Array("scarp-entry-1 \(Digest(of: bytes).hex)\n".utf8)
  write(line + bytes, to: folder + "/.entry")
  let key = Digest(of: [])
  if let manifest = try? Manifest(readFrom: folder, key: key) {
    let again = Manifest(key: key, metadata: manifest.metadata, payloads: manifest.payloads)
    precondition(again == manifest)
  }
  if let metadata = try? JSONValue(parsing: bytes) {
    _ = try? StoredResult(metadata: metadata, types: ValueTypes(standardValues))
    _ = try? StudyMessage(metadata).plan()
  }
}

private func readFeatures(_ bytes: [UInt8]) {
  guard let features = FeatureCollection(encoded: bytes) else { return }
  precondition(FeatureCollection(encoded: features.encoded()) != nil)
}

private func readHeader(_ bytes: [UInt8]) {
  let grid = Grid(
    columns: 300, rows: 200, west: 0, north: 0, cellWidth: 1, cellHeight: 1,
    crs: CoordinateSystem(
      wkt: "", name: "", authority: nil, isGeographic: false, metresPerUnit: 1))
  _ = TIFFHeader(bytes, grid, 2)
}

private let formats = GDALFormats()

private func readRaster(_ bytes: [UInt8]) {
  write(bytes, to: scratch + "/data/a.tif")
  do {
    let file = try DataFolder(path: scratch + "/data").open("a.tif")
    let reader = try formats.open(file)
    let grid = reader.grid
    let window = Window(column: 0, row: 0, columns: min(grid.columns, 64), rows: min(grid.rows, 64))
    for band in 0..<min(reader.bands, 4) { _ = try reader.cells(window, band: band) }
  } catch let fault as RasterError {
    precondition(!fault.message.contains(scratch), "\(fault.message)")
  } catch {
    preconditionFailure("\(error)")
  }
}

private func readVector(_ bytes: [UInt8]) {
  write(bytes, to: scratch + "/data/a.json")
  do {
    let file = try DataFolder(path: scratch + "/data").open("a.json")
    _ = try formats.vectorHeader(of: file, layer: nil)
    _ = try formats.features(
      of: file, layer: nil, to: formats.coordinateSystem("EPSG:32717")
    ).encoded()
  } catch let fault as RasterError {
    precondition(!fault.message.contains(scratch), "\(fault.message)")
  } catch {
    preconditionFailure("\(error)")
  }
}

/// What is quoted of a bibliography gives the same works again.
private func readBibliography(_ bytes: [UInt8]) {
  guard let text = String(validating: bytes, as: UTF8.self) else { return }
  let read = Bibliography(Source(name: "works.bib", text: text))
  for remark in read.remarks { precondition(remark.span.upper <= text.utf8.count) }
  let excerpt = read.excerpt(of: Set(read.works.prefix(3).map(\.key)))
  _ = Bibliography(Source(name: "works.bib", text: excerpt))
}

private func readReport(_ bytes: [UInt8]) {
  for attachment in Attachment.carried(in: bytes) {
    _ = try? StudyRecord(parsing: Array(attachment.text.utf8))
  }
  _ = try? StudyRecord(parsing: bytes)
}

/// A folder of this process for the readers that take files.
private let scratch: String = {
  var template = Array("/tmp/scarp-fuzz-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { exit(2) }
  let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  mkdir(path + "/data", 0o755)
  return path
}()

private func write(_ bytes: [UInt8], to path: String) {
  unlink(path)
  let file = open(path, O_WRONLY | O_CREAT, 0o644)
  precondition(file >= 0 && Glibc.write(file, bytes, bytes.count) == bytes.count)
  close(file)
}

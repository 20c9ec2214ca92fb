import Diagnostics
import Engine
import Glibc
import Language
import Notebooks
import Records
import Reports
import Storage
import Vocabulary

/// `scarp export`: writes tables, figures and rasters of a study for papers and other programs.
struct ExportVerb: Verb {
  static let form = CommandForm(
    name: "export", summary: "Writes tables, figures and rasters of a study as files.",
    operands: [
      CommandForm.Operand(name: "STUDY.md"),
      CommandForm.Operand(name: "NAME", isOptional: true, takesMany: true),
    ],
    options: [
      CommandForm.Option(
        "--to", value: ExportFormat.allCases.map(\.rawValue).joined(separator: "|"),
        help: "the form of the files"),
      CommandForm.Option(
        "-o", "--output", value: "DIR", help: "write the files there; - for standard output"),
      CommandForm.Option(
        "--dpi", value: "N", help: "pixels to the inch of PNG figures, instead of the study's"),
      StudyOptions.setting, StudyOptions.data, StudyOptions.profile, StudyOptions.jobs,
    ],
    notes: [
      "A NAME is a label of the study (fig-roc, tbl-scores); for csv and latex also any value",
      "(places, glm), all rows of it; for geotiff any raster. Without names all labelled tables or",
      "figures are written, and the rasters that labelled maps show. Without -o the files go to",
      "output/STUDY.export. What the cache holds is not carried out again.",
    ])

  private let path: String
  private let names: [String]
  private let format: ExportFormat
  private let options: RunOptions
  private let given: String?
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    path = arguments.operands[0]
    names = Array(arguments.operands.dropFirst())
    guard let text = arguments["--to"] else {
      throw UsageFault.missingOperand("--to FORMAT", verb: Self.form.name)
    }
    guard let format = ExportFormat(rawValue: text) else {
      throw UsageFault.badValue(
        option: "--to", value: text,
        expected: ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self.format = format
    var options = try StudyOptions.read(arguments)
    if format == .geotiff { options.rasters = names.isEmpty ? .shown : .named(names) }
    if let text = arguments["--dpi"] {
      guard format == .png else {
        throw UsageFault.badValue(option: "--dpi", value: text, expected: "--to png beside it")
      }
      guard let dots = Int(text), (72...1200).contains(dots) else {
        throw UsageFault.badValue(
          option: "--dpi", value: text, expected: "a whole number from 72 to 1200")
      }
      options.resolution = dots
    }
    self.options = options
    given = arguments["--output"]
    self.terminal = terminal
  }

  func run() throws -> Int32 {
    Interrupts.listen()
    let study = try StudyFile(path)
    let session = try StudySession(
      bytes: study.bytes, name: path, folder: study.folder, options: options, usesCache: true)
    let runner = session.runner
    let code = runner.checkExitCode
    terminal.show(runner.diagnostics, in: runner.reading.source)
    guard code == 0 else { return code }
    try requireNames(in: runner.check())
    let run = try session.run(quiet: terminal.isQuiet)
    for warning in runner.cacheWarnings { terminal.say("warning: \(warning)") }
    let found = Findings(run, session.circumstances)
    guard run.exitCode == 0 else {
      terminal.show(found.told, in: run.notebook.source)
      return run.exitCode
    }
    let files = try self.files(of: run, found.findings)
    if files.isEmpty {
      terminal.say("nothing to export as \(format.rawValue): the study labels none")
      return 0
    }
    try write(files, of: study.name)
    return 0
  }

  // MARK: What is asked for

  /// Refuses names that the study does not have in this form, before anything runs.
  private func requireNames(in program: Program) throws {
    let labels = program.statements.filter { statement in
      switch format {
      case .csv, .latex: statement.type.kind == .display
      case .png, .svg, .pdf: statement.type.kind == .figure
      case .geotiff: false
      }
    }.compactMap { $0.statement.label?.id }
    var known = labels
    switch format {
    case .csv, .latex: known += program.statements.flatMap(\.names)
    case .geotiff: known += program.rasterNames
    case .png, .svg, .pdf: break
    }
    for name in names where !known.contains(name) {
      throw UsageFault.nothingToExport(
        name, format: format.rawValue, near: nearest(to: name, among: known))
    }
  }

  private func files(of run: StudyRun, _ findings: StudyFindings) throws -> [KeptFolder.File] {
    let all = StudyFiles(run, findings)
    if format == .geotiff {
      return all.rasters.map { KeptFolder.File("\($0.name).tif", copying: $0.payload) }
    }
    let exhibits = all.exhibits.filter { exhibit in
      exhibit.shown.label.map { names.isEmpty || names.contains($0) } ?? false
    }
    var files = exhibits.compactMap { exhibit -> KeptFolder.File? in
      let path = "\(exhibit.name).\(format.ending)"
      if let picture = format.picture {
        return exhibit.picture(picture).map { KeptFolder.File(path, copying: $0) }
      }
      return exhibit.text(isLaTeX: format == .latex).map {
        KeptFolder.File(path, bytes: Array($0.utf8))
      }
    }
    guard format.picture == nil else { return files }
    let labels = exhibits.compactMap(\.shown.label)
    for name in names where !labels.contains(name) {
      guard let text = all.text(ofValue: name, isLaTeX: format == .latex) else {
        throw UsageFault.nothingToExport(name, format: format.rawValue, near: nil)
      }
      files.append(KeptFolder.File("\(name).\(format.ending)", bytes: Array(text.utf8)))
    }
    return files
  }

  // MARK: Writing

  private func write(_ files: [KeptFolder.File], of study: String) throws {
    if given == "-" {
      guard files.count == 1 else { throw UsageFault.severalFiles(files.map(\.path)) }
      return try terminal.write(files[0].read())
    }
    let folder = given ?? "output/\(study).export"
    if given == nil { _ = mkdir("output", 0o777) }
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw StorageFault.cannotWrite(path: folder, doing: "create", errno: errno)
    }
    for file in files { try file.write(to: "\(folder)/\(file.path)") }
    let listed = files.map(\.path).prefix(6).joined(separator: ", ")
    terminal.say(
      "\(folder): \(files.count) \(files.count == 1 ? "file" : "files"), \(listed)"
        + (files.count > 6 ? ", …" : ""))
  }
}

import Commands
public import Diagnostics
import Glibc
public import Language
public import Notebooks
import Storage
import Vocabulary

/// Checks and runs one study: the parent's side.
public final class Runner {
  /// The notebook as read.
  public let reading: Notebook.Reading
  let options: RunOptions
  /// The folder that the paths of the study lie beneath.
  public let dataFolder: String
  private(set) var store: ArtifactStore?
  private var worker: WorkerConnection?
  private var inputs: StudyInputs?
  private var checked: Program?
  /// Warnings of the cache, for the terminal.
  public var cacheWarnings: [String] { warnings.all }
  let warnings = CacheWarnings()
  /// What is wrong with the data folder that the notebook states.
  private let folderFault: Diagnostic?
  /// The works that the study cites.
  public let bibliography: StudyBibliography
  /// What was found wrong before the language was looked at: front matter, profile, settings.
  private var early: [Diagnostic] = []

  /// Takes a study.
  ///
  /// - Parameters:
  ///   - bytes: the notebook's file.
  ///   - name: its name, as messages call it.
  ///   - folder: the folder that the front matter's data folder is relative to.
  ///   - options: how to run it.
  ///   - carried: the texts of the bibliography's files by their paths, where a report carries them;
  ///     none where they lie beside the notebook.
  /// - Throws: ``StorageFault`` where the cache cannot be opened.
  public init(
    bytes: [UInt8], name: String, folder: String, options: RunOptions,
    carried: [String: String]? = nil
  ) throws {
    reading = Notebook.read(bytes: bytes, name: name)
    bibliography =
      reading.notebook.map { StudyBibliography($0, folder: folder, carried: carried) }
      ?? StudyBibliography()
    self.options = options
    let stated = reading.notebook?.frontMatter.dataFolder ?? FrontMatter.defaultData
    let place = Self.folder(stated: stated, beside: folder)
    let fault =
      options.dataFolder == nil
      ? Self.fault(
        ofStated: place, beside: folder, at: reading.notebook?.frontMatter.data?.span) : nil
    // A folder that must not be read is none.
    dataFolder = options.dataFolder ?? (fault == nil ? place : "")
    folderFault = fault
    store = try ArtifactStore(at: options.cacheFolder, durable: false, threads: 1) { [warnings] in
      warnings.add($0)
    }
  }

  deinit { worker?.stop() }

  /// Checks the study; headers of input files are asked for where the cache does not know them.
  public func check() -> Program {
    if let checked { return checked }
    let build = MachineIdentity.buildID(of: options.workerProgram) ?? "unknown"
    let inputs = StudyInputs(folder: dataFolder, store: store, build: build) {
      [unowned self] path, kind in
      let worker = try self.connect()
      try worker.send(["do": "facts", "path": .string(path), "kind": .string(kind.name)])
      return try worker.answer("facts")
    }
    self.inputs = inputs
    var checkOptions = CheckOptions()
    checkOptions.overrides = overrides
    checkOptions.facts = { inputs.answer($0, $1) }
    let study =
      reading.notebook.map { StudyText($0) } ?? StudyText(source: reading.source, cells: [])
    let program = Language.check(study, against: .standard, options: checkOptions)
    checked = program
    return program
  }

  /// All that is wrong or remarkable, in page order.
  public var diagnostics: [Diagnostic] {
    var all = reading.diagnostics + check().diagnostics + early
    if let folderFault {
      all = all.filter { $0.code != .missingFile } + [folderFault]
    }
    all += bibliography.diagnostics
    return all.enumerated().sorted {
      ($0.element.span?.lower ?? 0, $0.offset) < ($1.element.span?.lower ?? 0, $1.offset)
    }.map(\.element)
  }

  /// The exit code of the check: 0, or 3 for faults in the text, else 4, 6 or 8 for inputs, which may
  /// also be at fault together: their grids differ, or measure degrees.
  public var checkExitCode: Int32 {
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return 0 }
    let aboutFiles: Set<Code> = [
      .missingFile, .badFile, .outsideFolder, .limitReached, .gridMismatch, .geographicGrid,
    ]
    if errors.contains(where: { !aboutFiles.contains($0.code) }) { return 3 }
    if errors.contains(where: { $0.code == .outsideFolder }) { return 6 }
    return max(inputs?.exitCode ?? 4, bibliography.exitCode, 4)
  }

  /// Values of settings: those of the profile, and over them those of the command line.
  private lazy var overrides: [String: Quantity] = {
    var result: [String: Quantity] = [:]
    let profiles = reading.notebook?.frontMatter.profiles ?? []
    if let name = options.profile {
      if let profile = profiles.first(where: { $0.name == name }) {
        for setting in profile.settings {
          guard let quantity = RunOptions.quantity(setting.value) else {
            early.append(
              Diagnostic(
                .valueExpected, "“\(setting.value)” is not a number.", at: setting.valueSpan,
                help: ["Write a number, with its unit if the setting has one."]))
            continue
          }
          result[setting.name] = quantity
        }
      } else if name != "full" {
        early.append(
          Diagnostic(
            .unknownName, "The front matter has no profile “\(name)”.", at: nil,
            help: [
              profiles.isEmpty
                ? "It has no profiles; run without --profile."
                : "Its profiles are " + profiles.map(\.name).joined(separator: ", ") + "."
            ]))
      }
    }
    result.merge(options.overrides) { $1 }
    let settings = Set(statementNames(of: "setting"))
    for name in result.keys.sorted() where !settings.contains(name) {
      let near = nearest(to: name, among: settings.sorted())
      early.append(
        Diagnostic(
          .unknownName, "The study has no setting “\(name)” to be given by -P or a profile.",
          at: nil,
          help: [
            near.map { "Did you mean “\($0)”?" }
              ?? "Its settings are \(settings.sorted().joined(separator: ", "))."
          ]))
    }
    return result
  }()

  /// The names that statements with this first word define, from the text alone.
  private func statementNames(of word: String) -> [String] {
    guard let notebook = reading.notebook else { return [] }
    return Language.definitions(StudyText(notebook), word: word)
  }

  // MARK: The worker

  /// The worker, started where it does not run yet.
  func connect() throws -> WorkerConnection {
    if let worker { return worker }
    let started = try WorkerConnection(
      program: options.workerProgram, data: dataFolder, cache: options.cacheFolder,
      threads: options.jobs, coreType: MachineIdentity.coreType())
    worker = started
    return started
  }

  /// Lets go of a worker that has ended.
  func forgetWorker() { worker = nil }

  // MARK: Planning

  /// The plan of a study without errors, and the machine it is for.
  public func plan() throws -> (plan: Plan, machine: MachineIdentity) {
    let program = check()
    let machine = try MachineIdentity.current(options: options) { [unowned self] in
      let worker = try self.connect()
      try worker.send(["do": "identity"])
      return try worker.answer("identity")
    }
    let context = PlanContext(
      machine: machine.digest, seed: seed, inputs: inputs?.digests ?? [:],
      rasters: options.rasters, resolution: options.resolution)
    return (Planner.plan(program, catalog: .standard, context: context), machine)
  }

  /// The study's seed; 0 where the front matter gives none.
  public var seed: UInt64 { reading.notebook?.frontMatter.seed?.value ?? 0 }

  /// The input files that the check found.
  public var inputFacts: [StudyRun.InputFacts] { inputs?.files ?? [] }

  func studyMessage(_ machine: MachineIdentity) -> StudyMessage {
    StudyMessage(
      name: reading.source.name, text: reading.source.text, overrides: overrides,
      facts: inputs?.known ?? [:],
      context: PlanContext(
        machine: machine.digest, seed: seed, inputs: inputs?.digests ?? [:],
        rasters: options.rasters, resolution: options.resolution))
  }
}

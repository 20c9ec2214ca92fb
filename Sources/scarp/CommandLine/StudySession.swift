import Diagnostics
import Engine
import Records
import Storage

/// One study with the runner that checks and runs it, as several verbs need it.
struct StudySession {
  let runner: Runner
  let options: RunOptions
  private let notebookFolder: String
  /// The folder of a run without the cache; it lives as long as the session.
  private let temporary: TemporaryFolder?

  /// Opens a study.
  ///
  /// - Parameters:
  ///   - bytes: the notebook's file.
  ///   - name: its name, as messages call it.
  ///   - folder: the folder that its data folder is relative to.
  ///   - options: how to run it.
  ///   - usesCache: whether results of earlier runs are used; else the run gets a fresh store.
  ///   - carried: the texts of the bibliography's files, where a report carries them.
  /// - Throws: ``StorageFault``.
  init(
    bytes: [UInt8], name: String, folder: String, options: RunOptions, usesCache: Bool,
    carried: [String: String]? = nil
  ) throws {
    var options = options
    var temporary: TemporaryFolder?
    if !usesCache {
      let fresh = try TemporaryFolder()
      options.machineFolder = options.cacheFolder
      options.cacheFolder = fresh.path
      options.usesCache = false
      temporary = fresh
    }
    self.temporary = temporary
    self.options = options
    notebookFolder = folder
    runner = try Runner(
      bytes: bytes, name: name, folder: folder, options: options, carried: carried)
  }

  /// What the run is asked for, for its record.
  var circumstances: Circumstances {
    Circumstances(
      seed: runner.seed, profile: options.profile,
      data: DataDescription(dataFolder: runner.dataFolder, notebookFolder: notebookFolder))
  }

  /// Runs the study, with a line of progress.
  func run(quiet: Bool) throws -> StudyRun {
    var line = ProgressLine(quiet: quiet)
    let started = Moment.monotonic
    return try runner.run(
      progress: { line.show($0.text(after: Moment.monotonic - started)) },
      isInterrupted: { Interrupts.isRequested })
  }
}

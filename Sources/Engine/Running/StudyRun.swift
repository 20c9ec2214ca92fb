public import Diagnostics
import Language
public import Notebooks
public import Storage
public import Vocabulary

/// What became of a study's run.
public struct StudyRun: Sendable {
  /// The notebook.
  public let notebook: Notebook
  /// The steps; empty where the study has errors.
  public let plan: Plan?
  /// What became of each step.
  public var outcomes: [StepOutcome]
  /// All that was found wrong or remarkable, in page order.
  public var diagnostics: [Diagnostic]
  /// The input files, in page order.
  public let inputs: [InputFacts]
  /// The works that the study cites.
  public var bibliography = StudyBibliography()
  /// The build, libraries and processor.
  public let machine: MachineIdentity
  /// Whether the run was interrupted.
  public var isInterrupted = false
  /// What the kernel did not enforce of the worker's sandbox; empty where no worker ran.
  public var sandboxRemarks: [String] = []

  /// What became of one step.
  public struct StepOutcome: Sendable {
    /// The result, where there is one.
    public var result: StoredResult?
    /// Where the payloads of the result lie.
    public var entry: Storage.Entry?
    /// Why there is none, with the code the program ends with.
    public var failure: Failure?
    /// Whether the result was in the cache.
    public var wasCached = false
    /// How long it took, seconds.
    public var seconds = 0.0

    /// Creates the outcome of a step that has not begun.
    public init() {}
  }

  /// Why a step has no result.
  public struct Failure: Sendable {
    /// The message, at the statement.
    public let diagnostic: Diagnostic
    /// The exit code that it leads to; 0 where it only follows from another failure.
    public let exitCode: Int32

    /// Creates a failure.
    public init(_ diagnostic: Diagnostic, exitCode: Int32) {
      self.diagnostic = diagnostic
      self.exitCode = exitCode
    }
  }

  /// An input file of the study.
  public struct InputFacts: Sendable {
    /// The path beneath the data folder.
    public let path: String
    /// What the study takes it for.
    public let kind: Kind
    /// Its size in bytes.
    public let bytes: Int
    /// Its SHA-256.
    public let digest: Digest
    /// What its header says.
    public let facts: FileFacts?
  }

  /// The exit code of the whole run: where several hold, the first of 70, 130, 6, 8, 5, 4, 1.
  public var exitCode: Int32 {
    let codes = Set(outcomes.compactMap { $0.failure?.exitCode } + (isInterrupted ? [130] : []))
    for code: Int32 in [70, 130, 6, 8, 5, 4, 1] where codes.contains(code) { return code }
    return 0
  }

  /// Whether every step has its result and every check holds.
  public var isWhole: Bool { exitCode == 0 && outcomes.allSatisfy { $0.failure == nil } }
}

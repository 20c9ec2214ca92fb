import Commands
import Diagnostics
public import Engine
import Language
import Notebooks
public import Storage
import Vocabulary

/// What a run found, in numbers that another run can be compared with.
///
/// It has the same bytes for any number of threads, whatever the cache held, wherever it was made:
/// times, thread counts and paths of the machine are left to the ``RunLog``. docs/record.md says
/// what stands where.
public struct StudyRecord: Sendable {
  /// The version of the form; changed whenever the meaning of a member changes.
  public static let schema = 1

  /// The record.
  public let json: JSONValue

  /// Makes the record of a run.
  ///
  /// - Parameters:
  ///   - run: the run, of a study without errors.
  ///   - findings: its checks, claims and remarks.
  ///   - circumstances: what it was asked for.
  public init(_ run: StudyRun, _ findings: StudyFindings, _ circumstances: Circumstances) {
    json = [
      "schema": .int(Self.schema),
      "scarp": ["version": .string(Release.version), "build": .string(run.machine.build)],
      "notebook": Self.notebook(run),
      "seed": .string(String(circumstances.seed)),
      "profile": circumstances.profile.map { .string($0) } ?? .null,
      "settings": .array(StudySetting.all(of: run).map(Self.setting)),
      "data": Self.data(circumstances.data),
      "inputs": .array(run.inputs.map(Self.input)),
      "bibliography": .array(run.bibliography.files.map(Self.bibliography)),
      "machine": Self.machine(run.machine),
      "statements": .array(Self.statements(run, findings)),
      "results": .array(RecordedResult.all(of: run, findings).map(\.json)),
      "remarks": .array(findings.remarks.map { Self.remark($0, in: run) }),
      "assumptions": .array(findings.assumptions.map(Self.reasoned)),
      "allowances": .array(findings.allowances.map(Self.reasoned)),
    ]
  }

  /// Reads a record.
  ///
  /// - Throws: ``RecordFault``.
  public init(parsing bytes: [UInt8]) throws(RecordFault) {
    guard let json = try? JSONValue(parsing: bytes), let schema = json["schema"]?.int else {
      throw .notARecord
    }
    guard schema == Self.schema else { throw .otherSchema(schema) }
    self.json = json
  }

  /// The record's file.
  public var text: String { json.text(.indented) + "\n" }

  // MARK: Parts

  private static func notebook(_ run: StudyRun) -> JSONValue {
    let source = run.notebook.source
    let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
    return [
      "name": .string(name), "sha256": .string(Digest(of: source.text).hex),
      "data": .string(run.notebook.frontMatter.dataFolder),
      "language": .int(run.notebook.frontMatter.version?.value ?? 1),
    ]
  }

  private static func setting(_ setting: StudySetting) -> JSONValue {
    [
      "name": .string(setting.name), "value": .number(setting.value.value),
      "unit": .string(setting.value.unit.symbol), "written": .string(setting.written.text),
      "changed": .bool(setting.isChanged),
    ]
  }

  private static func data(_ data: DataDescription) -> JSONValue {
    [
      "title": data.title.map { .string($0) } ?? .null,
      "source": data.source.map { .string($0) } ?? .null,
      "licence": data.licence.map { .string($0) } ?? .null,
      "simulated": .bool(data.isSimulated), "described": .bool(data.isDescribed),
    ]
  }

  private static func input(_ input: StudyRun.InputFacts) -> JSONValue {
    var json: JSONValue = [
      "path": .string(input.path), "kind": .string(input.kind.name), "bytes": .int(input.bytes),
      "sha256": .string(input.digest.hex),
    ]
    guard let facts = input.facts else { return json }
    if let grid = facts.grid {
      json["columns"] = .int(grid.columns)
      json["rows"] = .int(grid.rows)
      json["crs"] = .string(grid.crs)
    }
    if let bands = facts.bands { json["bands"] = .int(bands) }
    if let count = facts.count { json["count"] = .int(count) }
    if let crs = facts.crs { json["crs"] = .string(crs) }
    return json
  }

  private static func bibliography(_ file: StudyBibliography.File) -> JSONValue {
    [
      "path": .string(file.path), "works": .int(file.count), "sha256": .string(file.digest.hex),
    ]
  }

  private static func machine(_ machine: MachineIdentity) -> JSONValue {
    [
      "core": .string(machine.coreType), "kernels": .string(machine.kernels),
      "libraries": .object(
        machine.versions.map { JSONValue.Member($0.name, .string($0.version)) }),
    ]
  }

  private static func statements(_ run: StudyRun, _ findings: StudyFindings) -> [JSONValue] {
    guard let plan = run.plan else { return [] }
    return plan.program.statements.map { statement in
      let members = zip(plan.steps, run.outcomes).filter {
        $0.0.origin == .statement(statement.index) && $0.0.isMember
      }
      return [
        "index": .int(statement.index),
        "line": .int(plan.program.source.line(at: statement.statement.span.lower)),
        "names": .array(statement.names.map { .string($0) }),
        "text": .string(statement.canonical),
        "members": .array(
          members.map { step, outcome in
            [
              "at": .object(
                step.coordinates.map { JSONValue.Member($0.axis, .string($0.member)) }),
              "key": .string(step.key.hex),
              "made": outcome.result.map { .string(findings.summary(of: $0)) } ?? .null,
              "failed": (outcome.failure?.diagnostic.title).map { .string($0) } ?? .null,
            ]
          }),
      ]
    }
  }

  private static func remark(_ remark: Diagnostic, in run: StudyRun) -> JSONValue {
    [
      "code": .string(remark.code.id), "title": .string(remark.title),
      "line": remark.span.map { .int(run.notebook.source.line(at: $0.lower)) } ?? .null,
    ]
  }

  private static func reasoned(_ value: AssumptionValue) -> JSONValue {
    ["statement": .string(value.assumption), "because": .string(value.reason)]
  }
}

/// Why a record cannot be compared with.
public enum RecordFault: Error, Sendable, Equatable {
  /// The bytes are no record.
  case notARecord
  /// The record has a form that this version does not read.
  case otherSchema(Int)
  /// Input files of the study are not in the data folder.
  case inputsMissing(folder: String)

  /// What was found.
  public var message: String {
    switch self {
    case .notARecord: "it holds no record of a run"
    case .otherSchema(let schema):
      "its record has form \(schema), and this version of Scarp reads form \(StudyRecord.schema)"
    case .inputsMissing(let folder):
      "nothing was compared: the data of the study are not in “\(folder)”"
    }
  }

  /// What to do about it.
  public var advice: String {
    switch self {
    case .notARecord: "Run the study first: scarp run STUDY.md."
    case .otherSchema: "Verify it with the version of Scarp that made it."
    case .inputsMissing: "Name the folder that holds them with --data DIR."
    }
  }
}

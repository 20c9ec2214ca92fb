public import Diagnostics
import Evaluation
import Formats
import Glibc
import Language
import Learning
import Rasters
import ReferenceData
import Terrain
public import Vocabulary

/// Checks and carries out statements in page order, for tests of words: no cache, no worker, and
/// within folds only the places themselves are replaced, nothing upstream is learned anew.
public final class StudyHarness {
  /// What the check found, as `E230: …`.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The values of names, one for each member of a family.
  public private(set) var values: [String: [FamilyMember]] = [:]
  /// The tables that were shown, in page order.
  public private(set) var tables: [DisplayTable] = []
  /// The remarks of the run.
  public private(set) var warnings: [String] = []
  private let folder: String
  private let data: String
  private let seed: UInt64
  private let threads: Int

  /// Reads, checks and carries out a study.
  ///
  /// - Parameters:
  ///   - text: the statements.
  ///   - data: the folder of the data beneath that of the reference data.
  ///   - seed: the study's seed.
  ///   - threads: how many threads each word may use.
  /// - Throws: what a word throws; nothing where the check found errors, which end the study.
  public init(_ text: String, data: String, seed: UInt64 = 1, threads: Int = 2) throws {
    self.data = ReferenceTable.root + "/" + data
    self.seed = seed
    self.threads = threads
    let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(temporary)/scarp-words-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw ReferenceTable.Unreadable(description: "No folder for payloads can be made.")
    }
    folder = String(cString: made)
    let source = Source(name: "study.md", text: text)
    let study = StudyText(
      source: source, cells: [(body: Span(0, source.bytes.count), isRun: true)])
    var options = CheckOptions()
    options.facts = { [data = self.data] path, kind in
      guard let file = try? InputFile(verified: data + "/" + path, name: path),
        let facts = try? FileFacts(of: file, as: kind, formats: GDALFormats())
      else { return .missing }
      return .known(facts)
    }
    let catalog = Catalog(
      rasterWords + terrainWords + learningWords + evaluationWords + declaredLearningWords
        + declaredEvaluationWords, metrics: metricFacts)
    let program = check(study, against: catalog, options: options)
    diagnostics = program.diagnostics
    if program.hasErrors { return }
    for statement in program.statements { try carryOut(statement) }
  }

  deinit {
    guard let handle = opendir(folder) else { return }
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink(folder + "/" + name)
    }
    closedir(handle)
    rmdir(folder)
  }

  /// The diagnostics as a table of codes.
  public var codes: [String] { diagnostics.map(\.code.id) }

  /// The one value of a name.
  public func value<Wanted>(_ name: String, as type: Wanted.Type = Wanted.self) throws -> Wanted {
    guard let members = values[name], members.count == 1, let value = members[0].value as? Wanted
    else {
      throw ReferenceTable.Unreadable(
        description: "\(name) is \(String(describing: values[name])); \(diagnostics)")
    }
    return value
  }

  /// The number of a name.
  public func number(_ name: String) throws -> Double {
    try value(name, as: NumberValue.self).quantity.value
  }

  private func carryOut(_ statement: CheckedStatement) throws {
    guard let word = statement.call.word as? any RunnableWord else { return }
    var members: [FamilyMember] = []
    for coordinates in combinations(statement.type.axes) {
      members.append(
        FamilyMember(coordinates, try run(word, statement, at: coordinates)))
    }
    guard let first = members.first?.value else { return }
    if let table = first as? DisplayTable, statement.names.isEmpty { tables.append(table) }
    if statement.names.count > 1, let whole = first as? any ValueWithParts {
      for (name, part) in zip(statement.names, whole.parts) {
        values[name] = [FamilyMember([], part)]
      }
    } else if let name = statement.names.first {
      values[name] = members
    }
  }

  private func run(
    _ word: any RunnableWord, _ statement: CheckedStatement, at coordinates: [Coordinate]
  ) throws -> any Value {
    let key = "\(statement.index)-" + coordinates.map(\.member).joined(separator: "-")
    let environment = HarnessEnvironment(
      data: data, folder: folder, key: key, seed: seed, threads: threads)
    defer { warnings += environment.warnings }
    let known = values
    let call = Call(
      bound: statement.call, names: statement.names, coordinates: coordinates,
      heldOut: try heldOut(statement, coordinates), environment: environment
    ) { reference, coordinates in
      try StudyHarness.members(of: reference, at: coordinates, in: known)
    }
    let made = try word.run(call)
    return made
  }

  private func heldOut(
    _ statement: CheckedStatement, _ coordinates: [Coordinate]
  ) throws -> HeldOutFold? {
    guard let axis = statement.type.axes.first(where: \.isFolds),
      let argument = statement.call.arguments["folds"],
      let member = coordinates.first(where: { $0.axis == axis.name }),
      let index = axis.members.firstIndex(of: member.member),
      let reference = argument.references.first
    else { return nil }
    let folds = try StudyHarness.members(of: reference, at: [], in: values)[0].value
    return HeldOutFold(folds: folds, index: index)
  }

  private static func members(
    of reference: Reference, at coordinates: [Coordinate], in values: [String: [FamilyMember]]
  ) throws -> [FamilyMember] {
    let wanted = coordinates + reference.coordinates
    return try (values[reference.name] ?? []).filter { member in
      member.coordinates.allSatisfy { own in
        !wanted.contains { $0.axis == own.axis && $0.member != own.member }
      }
    }.map { member in
      var value = member.value
      for part in reference.path {
        guard let next = (value as? any ValueWithMembers)?.member(part) else {
          throw ReferenceTable.Unreadable(description: "\(reference.text) has no \(part).")
        }
        value = next
      }
      return FamilyMember(member.coordinates, value)
    }
  }

  private func combinations(_ axes: [Axis]) -> [[Coordinate]] {
    axes.reduce([[]]) { made, axis in
      made.flatMap { head in axis.members.map { head + [Coordinate(axis.name, $0)] } }
    }
  }
}

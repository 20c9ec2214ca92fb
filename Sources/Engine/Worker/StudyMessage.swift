import Commands
import Diagnostics
public import Language
import Markdown
public import Notebooks
import Storage
import Vocabulary

/// A study as the parent hands it to the worker: the text and all that the plan depends on, so that
/// both make the same plan.
struct StudyMessage {
  let name: String
  let text: String
  let overrides: [String: Quantity]
  let facts: [FactsKey: FileFacts]
  let context: PlanContext

  /// A file and what a statement takes it for.
  struct FactsKey: Hashable {
    let path: String
    let kind: String
  }

  init(
    name: String, text: String, overrides: [String: Quantity], facts: [FactsKey: FileFacts],
    context: PlanContext
  ) {
    self.name = name
    self.text = text
    self.overrides = overrides
    self.facts = facts
    self.context = context
  }

  init(_ json: JSONValue) throws {
    guard let name = json["name"]?.string, let text = json["text"]?.string,
      let seed = json["seed"]?.string.flatMap({ UInt64($0) }),
      let machine = json["machine"]?.string.flatMap({ Digest(hex: $0) })
    else { throw EngineFault.wrongStudy }
    self.name = name
    self.text = text
    var overrides: [String: Quantity] = [:]
    for member in json["overrides"]?.members ?? [] {
      overrides[member.name] = try JSONCoding.decode(Quantity.self, from: member.value)
    }
    self.overrides = overrides
    var facts: [FactsKey: FileFacts] = [:]
    for entry in json["facts"]?.array ?? [] {
      guard let path = entry["path"]?.string, let kind = entry["kind"]?.string,
        let known = entry["facts"]
      else { throw EngineFault.wrongStudy }
      facts[FactsKey(path: path, kind: kind)] = try JSONCoding.decode(FileFacts.self, from: known)
    }
    self.facts = facts
    var inputs: [String: Digest] = [:]
    for member in json["inputs"]?.members ?? [] {
      inputs[member.name] = member.value.string.flatMap { Digest(hex: $0) }
    }
    let rasters: RasterFiles
    switch json["rasters"] {
    case .string("shown"): rasters = .shown
    case .array(let names): rasters = .named(names.compactMap(\.string))
    default: rasters = .none
    }
    context = PlanContext(
      machine: machine, seed: seed, inputs: inputs, rasters: rasters,
      resolution: json["resolution"]?.int)
  }

  private var rasters: JSONValue {
    switch context.rasters {
    case .none: .null
    case .shown: "shown"
    case .named(let names): .array(names.map { .string($0) })
    }
  }

  func json() throws -> JSONValue {
    [
      "do": "study", "name": .string(name), "text": .string(text),
      "overrides": .object(
        try overrides.sorted { $0.key < $1.key }.map {
          JSONValue.Member($0.key, try JSONCoding.encode($0.value))
        }),
      "facts": .array(
        try facts.sorted { ($0.key.path, $0.key.kind) < ($1.key.path, $1.key.kind) }.map {
          [
            "path": .string($0.key.path), "kind": .string($0.key.kind),
            "facts": try JSONCoding.encode($0.value),
          ]
        }),
      "inputs": .object(
        context.inputs.sorted { $0.key < $1.key }.map {
          JSONValue.Member($0.key, .string($0.value.hex))
        }),
      "seed": .string(String(context.seed)), "machine": .string(context.machine.hex),
      "rasters": rasters, "resolution": context.resolution.map { .int($0) } ?? .null,
    ]
  }

  /// The plan of the study: the same on both sides.
  func plan() -> Plan {
    let reading = Notebook.read(bytes: Array(text.utf8), name: name)
    let study =
      reading.notebook.map { StudyText($0) } ?? StudyText(source: reading.source, cells: [])
    var options = CheckOptions()
    options.overrides = overrides
    let facts = facts
    options.facts = { path, kind in
      facts[FactsKey(path: path, kind: kind.name)].map { .known($0) } ?? .missing
    }
    let program = check(study, against: .standard, options: options)
    return Planner.plan(program, catalog: .standard, context: context)
  }
}

extension Plan {
  /// What two plans have in common if they are the same.
  var digest: Digest {
    var hasher = KeyHasher(for: "plan")
    hasher.add(steps.map(\.key))
    return hasher.finish()
  }
}

extension StudyText {
  /// The pieces of a notebook that the language reads.
  public init(_ notebook: Notebook) {
    self.init(
      source: notebook.source,
      cells: notebook.cells.map { ($0.body, $0.isRun) },
      // What the page itself is wrong in has been told already.
      quantities: notebook.quantities.map(\.span).filter { $0.lower < $0.upper },
      crossReferences: notebook.crossReferences.filter { $0.target != .section }
        .map { ($0.id, $0.span) },
      sections: notebook.sectionIDs + notebook.equationIDs)
  }
}

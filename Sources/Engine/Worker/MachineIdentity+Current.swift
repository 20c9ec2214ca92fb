import Storage

extension MachineIdentity {
  /// The identity of the worker, remembered beside the cache for as long as neither its build nor a
  /// library file it loads has changed.
  static func current(
    options: RunOptions, ask: () throws -> JSONValue
  ) throws -> MachineIdentity {
    let build = buildID(of: options.workerProgram) ?? stamp(options.workerProgram) ?? "unknown"
    let folder = options.machineFolder ?? options.cacheFolder
    let place = folder + "/machine.json"
    if let text = TextFile.bytes(place), let known = try? JSONValue(parsing: text),
      known["build"]?.string == build, isCurrent(known["files"])
    {
      return MachineIdentity(build: build, reply: known)
    }
    let reply = try ask()
    var kept = reply
    kept["build"] = .string(build)
    // A cache that cannot be written costs time, not results.
    if options.machineFolder != nil { _ = try? ArtifactStore(at: folder) { _ in } }
    try? AtomicFile.write(kept.text(.indented), to: place, durable: false)
    return MachineIdentity(build: build, reply: reply)
  }

  private init(build: String, reply: JSONValue) {
    self.build = build
    versions = (reply["versions"]?.members ?? []).map { ($0.name, $0.value.string ?? "") }
    kernels = "x86-64"
    coreType = MachineIdentity.coreType()
  }

  private static func isCurrent(_ files: JSONValue?) -> Bool {
    guard let files = files?.array, !files.isEmpty else { return false }
    return files.allSatisfy { file in
      guard let path = file["path"]?.string else { return false }
      return stamp(path) == file["stamp"]?.string
    }
  }
}

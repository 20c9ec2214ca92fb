import Glibc
public import Storage

/// The build, the libraries and the processor on which results depend.
public struct MachineIdentity: Sendable {
  /// The worker's build, from the linker's note in the program.
  public let build: String
  /// The libraries' names and versions.
  public let versions: [(name: String, version: String)]
  /// The instruction level of Scarp's own kernels.
  public let kernels: String
  /// The processor type for which OpenBLAS picks its kernels.
  public let coreType: String

  /// What every key of the cache begins with.
  public var digest: Digest {
    var hasher = KeyHasher(for: "machine")
    hasher.add(build)
    hasher.add(kernels)
    hasher.add(coreType)
    for (name, version) in versions {
      hasher.add(name)
      hasher.add(version)
    }
    return hasher.finish()
  }

  /// A library file that the worker has loaded.
  struct Library: Sendable {
    let path: String
    /// Size, time and number of the file: when it changes the versions are asked for again.
    let stamp: String
  }

  /// The shared libraries of this process, in the order of their paths.
  static func mappedLibraries() -> [Library] {
    guard let maps = TextFile.read("/proc/self/maps") else { return [] }
    var paths: Set<String> = []
    for line in maps.split(separator: "\n") {
      guard let slash = line.firstIndex(of: "/") else { continue }
      let path = String(line[slash...])
      if path.contains(".so") { paths.insert(path) }
    }
    return paths.sorted().compactMap { path in stamp(path).map { Library(path: path, stamp: $0) } }
  }

  static func stamp(_ path: String) -> String? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    return "\(facts.st_size) \(facts.st_mtim.tv_sec) \(facts.st_ino)"
  }

  /// The processor type that OpenBLAS is told to use: what it must be told, since two types give
  /// different last digits.
  static func coreType() -> String {
    let info = TextFile.read("/proc/cpuinfo") ?? ""
    let flags = info.split(separator: "\n").first { $0.hasPrefix("flags") } ?? ""
    let words = Set(flags.split(separator: " "))
    if words.contains("avx512f"), words.contains("avx512bw"), words.contains("avx512vl") {
      return "SKYLAKEX"
    }
    return words.contains("avx2") && words.contains("fma") ? "HASWELL" : "NEHALEM"
  }

  /// The identity of a program's build: the note that the linker leaves in it.
  static func buildID(of program: String) -> String? {
    guard let bytes = TextFile.bytes(program, limit: 4096) else { return nil }
    // The note is: name length 4, description length 20 or 16, type 3, "GNU\0", description.
    let mark: [UInt8] = [3, 0, 0, 0, 0x47, 0x4E, 0x55, 0]
    guard bytes.count > 64 else { return nil }
    for at in 8..<(bytes.count - 28) where Array(bytes[at..<(at + 8)]) == mark {
      let length = Int(bytes[at - 4])
      guard bytes[at - 8] == 4, (8...32).contains(length), at + 8 + length <= bytes.count else {
        continue
      }
      return bytes[(at + 8)..<(at + 8 + length)].map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
    }
    return nil
  }
}

/// Small files read whole.
enum TextFile {
  static func bytes(_ path: String, limit: Int = 1 << 22) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(limit, 1 << 16))
    while result.count < limit {
      let count = Glibc.read(descriptor, &buffer, min(buffer.count, limit - result.count))
      if count <= 0 { break }
      result += buffer[..<count]
    }
    return result
  }

  static func read(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }
}

import Glibc

/// Where the program finds what lies outside a study: its cache, its worker.
enum Surroundings {
  /// The folder of the cache: SCARP_CACHE, else that of the XDG conventions, else one beside the
  /// study.
  static var cacheFolder: String {
    if let folder = variable("SCARP_CACHE") { return folder }
    if let folder = variable("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder + "/scarp" }
    if let home = variable("HOME"), home.hasPrefix("/"), access(home, W_OK) == 0 {
      return home + "/.cache/scarp"
    }
    return ".scarp-cache"
  }

  /// The worker program: SCARP_WORKER, else the one beside this program.
  static var workerProgram: String {
    variable("SCARP_WORKER") ?? programFolder + "/scarp-worker"
  }

  /// How many processors there are.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private static var programFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return FilePath.folder(of: path) ?? "."
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }
}

import Glibc
import Rasters

/// One subject of the benchmarks.
protocol Subject: Sendable {
  /// The first argument.
  static var name: String { get }
  /// The arguments after the name.
  static var usage: String { get }

  /// Does the work and prints what it took.
  ///
  /// - Throws: ``UsageError`` where the arguments are none of the subject's, and what the work throws.
  static func run(_ arguments: [String]) throws
}

/// The arguments are not those of the subject.
struct UsageError: Error {}

/// The seconds that some work takes.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  var start = timespec()
  var end = timespec()
  clock_gettime(CLOCK_MONOTONIC, &start)
  try work()
  clock_gettime(CLOCK_MONOTONIC, &end)
  return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
}

/// Prints a line “NAME SECONDS”, to the tenth of a millisecond.
func tell(_ name: String, _ seconds: Double) {
  let rounded = (seconds * 1e4).rounded() / 1e4
  print(name, rounded)
}

/// Opens a file that an argument names.
func inputFile(_ path: String) throws -> InputFile {
  let whole = path.contains("/") ? path : "./" + path
  let end = whole.lastIndex(of: "/") ?? whole.startIndex
  return try DataFolder(path: String(whole[..<whole.index(after: end)]))
    .open(String(whole[whole.index(after: end)...]))
}

import Glibc

/// Runs one algorithm on files or on made-up data and prints the seconds it took, for benchmarks that
/// run a peer beside it.
///
///     scarp-bench SUBJECT ARGUMENT…
@main
struct ScarpBench {
  /// What can be measured; one file each.
  static let subjects: [any Subject.Type] = [
    BreaksSubject.self, DistanceSubject.self, ForestSubject.self, HydrologySubject.self,
    StatisticsSubject.self, TerrainSubject.self,
  ]

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let subject = subjects.first(where: { $0.name == arguments.first }) else {
      let uses = subjects.map { "  scarp-bench \($0.name) \($0.usage)" }
      complain("usage:\n" + uses.joined(separator: "\n"))
      exit(2)
    }
    do {
      try subject.run(Array(arguments.dropFirst()))
    } catch is UsageError {
      complain("usage: scarp-bench \(subject.name) \(subject.usage)")
      exit(2)
    } catch {
      complain("scarp-bench: \(error)")
      exit(1)
    }
  }

  private static func complain(_ text: String) {
    let line = text + "\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}

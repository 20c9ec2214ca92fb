import Glibc
import Storage

/// Where the report of a study goes, and what lies beside it.
struct OutputPlace {
  /// The report; none where it goes to standard output.
  let report: String?
  private let base: String

  /// The place that `-o` names, or `output/STUDY.html`.
  init(of study: String, given: String?) {
    guard let given else {
      base = "output/" + study
      report = base + ".html"
      return
    }
    report = given == "-" ? nil : given
    base = given == "-" ? "output/" + study : FilePath.without(".html", given)
  }

  /// The report of a run that failed.
  var partial: String { base + ".partial.html" }
  /// What the run found.
  var record: String { base + ".record.json" }
  /// The folder of the figures, tables and rasters.
  var files: String { base + ".files" }
  /// How the run went.
  var log: String { base + ".run.json" }

  /// Makes the folder `output` where it is missing; a folder that `-o` names must be there.
  func prepare(isGiven: Bool) throws {
    if isGiven, let report, let folder = FilePath.folder(of: report), !FilePath.exists(folder) {
      throw StorageFault.cannotWrite(path: folder, doing: "write into", errno: ENOENT)
    }
    guard !isGiven, report != nil, mkdir("output", 0o777) != 0, errno != EEXIST else { return }
    throw StorageFault.cannotWrite(path: "output", doing: "create", errno: errno)
  }
}

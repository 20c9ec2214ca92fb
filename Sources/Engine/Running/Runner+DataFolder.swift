import Diagnostics
import Glibc
import Notebooks

extension Runner {
  /// The data folder that a notebook states, as a path.
  static func folder(stated: String, beside folder: String) -> String {
    stated.hasPrefix("/") || folder.isEmpty ? stated : "\(folder)/\(stated)"
  }

  /// What is wrong with the data folder that the notebook itself states.
  ///
  /// It must lie in the notebook's folder, wherever links lead, so that a stranger's notebook reads
  /// nothing else. The command line may name any folder.
  static func fault(ofStated path: String, beside folder: String, at span: Span?) -> Diagnostic? {
    guard let place = resolved(path), let home = resolved(folder.isEmpty ? "." : folder),
      place != home, !place.hasPrefix(home == "/" ? "/" : home + "/")
    else { return nil }
    return Diagnostic(
      .outsideFolder, "The data folder of the notebook lies outside the notebook's own folder.",
      at: span, help: ["If you trust the notebook, name the folder yourself: --data DIR."])
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

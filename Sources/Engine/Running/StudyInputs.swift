import Diagnostics
import Glibc
import Language
import Rasters
import Storage
import Vocabulary

/// The input files of a study: their digests, and what their headers say, from the cache or the worker.
final class StudyInputs {
  private let folder: DataFolder?
  private let folderPath: String
  private let store: ArtifactStore?
  private let build: String
  private let ask: (_ path: String, _ kind: Kind) throws -> JSONValue
  private var answers: [StudyMessage.FactsKey: FactsAnswer] = [:]
  private(set) var digests: [String: Digest] = [:]
  private(set) var files: [StudyRun.InputFacts] = []
  /// The exit code of the first file that is there and cannot be used.
  private(set) var exitCode: Int32 = 0

  /// Looks for inputs beneath a folder.
  ///
  /// Headers that the cache does not know are had from the worker through `ask`.
  init(
    folder path: String, store: ArtifactStore?, build: String,
    ask: @escaping (_ path: String, _ kind: Kind) throws -> JSONValue
  ) {
    folderPath = path
    folder = try? DataFolder(path: path)
    self.store = store
    self.build = build
    self.ask = ask
  }

  /// The facts of all files that are there.
  var known: [StudyMessage.FactsKey: FileFacts] {
    answers.compactMapValues { answer in
      if case .known(let facts) = answer { facts } else { nil }
    }
  }

  func answer(_ path: String, _ kind: Kind) -> FactsAnswer {
    let key = StudyMessage.FactsKey(path: path, kind: kind.name)
    if let answer = answers[key] { return answer }
    let answer = find(path, kind)
    answers[key] = answer
    if case .bad(let code, _, _) = answer, exitCode == 0 {
      exitCode = code == .outsideFolder ? 6 : code == .limitReached ? 8 : 4
    }
    if case .missing = answer, exitCode == 0 { exitCode = 4 }
    return answer
  }

  private func find(_ path: String, _ kind: Kind) -> FactsAnswer {
    guard let folder else { return .missing }
    do {
      let file = try folder.open(path)
      let digest = try digests[path] ?? Digest(ofFile: file.path)
      digests[path] = digest
      let facts = try facts(path, kind, digest)
      files.append(
        StudyRun.InputFacts(
          path: path, kind: kind, bytes: file.size, digest: digest, facts: facts))
      return .known(facts)
    } catch let fault as RasterError {
      if case .missing = fault { return .missing }
      return .bad(Self.code(fault.exitCode), message: fault.message, advice: fault.advice)
    } catch let fault as FactsFault {
      return .bad(Self.code(fault.exitCode), message: fault.message, advice: fault.advice)
    } catch {
      return .bad(
        .badFile, message: "“\(path)” cannot be read: \(error).",
        advice: "Check that the file can be read.")
    }
  }

  private static func code(_ exitCode: Int32) -> Code {
    switch exitCode {
    case 6: .outsideFolder
    case 8: .limitReached
    default: .badFile
    }
  }

  /// The header's facts, kept in the cache by the file's content.
  private func facts(_ path: String, _ kind: Kind, _ digest: Digest) throws -> FileFacts {
    var hasher = KeyHasher(for: "facts")
    hasher.add(build)
    hasher.add(kind.name)
    hasher.add(digest)
    // The format is told by the name's ending too, so a renamed file is another one.
    hasher.add(path.split(separator: ".").last.map(String.init) ?? "")
    let key = hasher.finish()
    if let entry = store?.entry(key, checking: .manifest),
      let facts = try? JSONCoding.decode(FileFacts.self, from: entry.metadata)
    {
      return facts
    }
    let reply = try ask(path, kind)
    guard let found = reply["facts"] else { throw FactsFault(reply) }
    let facts = try JSONCoding.decode(FileFacts.self, from: found)
    if let store { _ = try? store.begin(key).commit(found) }
    return facts
  }
}

/// A file that the worker cannot use.
private struct FactsFault: Error {
  let message: String
  let advice: String
  let exitCode: Int32

  init(_ reply: JSONValue) {
    message = reply["message"]?.string ?? "The file cannot be read."
    advice = reply["advice"]?.string ?? "Check the file."
    exitCode = Int32(reply["exit"]?.int ?? 4)
  }
}

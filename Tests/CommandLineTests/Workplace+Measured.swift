import Foundation
import Glibc

extension Workplace {
  /// Calls the program, and measures the most memory that it, or the worker it waits for, held at once.
  func measured(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (outcome: Outcome, peakMegabytes: Int) {
    let variables =
      standardEnvironment.merging(environment) { $1 }.sorted { $0.key < $1.key }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let (output, messages) = (folder.path + "/.stdout", folder.path + "/.stderr")
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (descriptor, path) in [(Int32(1), output), (2, messages)] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    // What changes the folder becomes the program itself.
    let program = "/usr/bin/env"
    let command = ["env", "-C", folder.path, Self.program("scarp").path] + arguments
    var words = command.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var process: pid_t = 0
    let failed = posix_spawn(&process, program, &actions, nil, &words, &settings)
    guard failed == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failed) ?? .EIO) }
    var (status, usage) = (Int32(0), rusage())
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    return (
      Outcome(
        code: code,
        output: String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self),
        messages: String(decoding: try Data(contentsOf: URL(filePath: messages)), as: UTF8.self)),
      // Of the process itself and of the children that it waited for, whichever held more.
      usage.ru_maxrss / 1024
    )
  }
}

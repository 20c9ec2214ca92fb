import Diagnostics
import Glibc
import Storage

/// Where the program's words go: data to standard output, messages to standard error.
struct Terminal {
  /// Whether only errors are told.
  let isQuiet: Bool
  /// Whether messages have colours.
  let usesColor: Bool

  /// Reads the wishes of a call and of the environment.
  init(_ arguments: Arguments) {
    isQuiet = arguments.has("--quiet")
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    usesColor = !arguments.has("--no-color") && !refused && isatty(STDERR_FILENO) == 1
  }

  /// A terminal before any options were read.
  init() {
    isQuiet = false
    usesColor = false
  }

  /// The columns of the terminal that data go to, from 40 to 120; 88 where they go elsewhere.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 88 }
    return min(max(Int(size.ws_col), 40), 120)
  }

  /// Writes data.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw StorageFault.cannotWrite(path: "standard output", doing: "write", errno: errno)
      }
    }
  }

  /// Writes a text as data.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Tells something that is no error.
  func say(_ text: String) {
    if !isQuiet { tell(text.inert) }
  }

  /// Tells an error, and what to do about it.
  func fail(_ message: String, advice: String) {
    let start = usesColor ? "\u{1B}[1m\u{1B}[31merror\u{1B}[0m" : "error"
    tell("\(start): \(message.inert)\n = help: \(advice.inert)")
  }

  /// How many of a study's mistakes are told at once: a text of nothing else must not fill the disk
  /// that a terminal is logged to.
  private static let mostTold = 500

  /// Tells what was found in a study; warnings and notes are left out where quiet is asked for.
  func show(_ diagnostics: [Diagnostic], in source: Source) {
    let wanted = diagnostics.filter { !isQuiet || $0.severity == .error }
    let told = wanted.prefix(Self.mostTold).map { diagnostic in
      // Names from data files stand in titles.
      Diagnostic(
        diagnostic.code, diagnostic.title.inert, at: diagnostic.span,
        help: diagnostic.help.map(\.inert))
    }
    guard !told.isEmpty else { return }
    tell(told.map { $0.rendered(in: source, color: usesColor) }.joined(separator: "\n\n"))
    if wanted.count > told.count { tell("\n… and \(wanted.count - told.count) more") }
  }

  private func tell(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    // A message that cannot be told must not change what the program does.
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}

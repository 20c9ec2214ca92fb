import Glibc

/// One line at the bottom of a terminal that says what is going on.
///
/// Nothing is written where standard error is no terminal, and nothing during the first second:
/// what is quick needs no explanation. The line is erased at the end.
public struct ProgressLine: ~Copyable {
  private let descriptor: Int32
  private let isShown: Bool
  private let started: Int
  private var written: Int?

  /// Begins, without showing anything yet.
  ///
  /// - Parameter quiet: whether nothing is to be shown at all.
  public init(quiet: Bool = false) {
    self.init(descriptor: 2, isShown: !quiet && isatty(2) == 1)
  }

  init(descriptor: Int32, isShown: Bool, started: Int = monotonicMilliseconds()) {
    self.descriptor = descriptor
    self.isShown = isShown
    self.started = started
  }

  deinit {
    if written != nil { emit("\r\u{1B}[K") }
  }

  /// Shows a text in place of the one before, ten times a second at most.
  public mutating func show(_ text: String) {
    let now = monotonicMilliseconds()
    guard isShown, now - started >= 1000, now - (written ?? 0) >= 100 else { return }
    // One column is left free, so that the terminal does not start a new line.
    let inert = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    let line = String(String.UnicodeScalarView(inert)).prefix(columns - 1)
    emit("\r\(line)\u{1B}[K")
    written = now
  }

  private var columns: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 80 }
    return Int(size.ws_col)
  }

  private func emit(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }
}

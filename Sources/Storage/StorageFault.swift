import Glibc

/// A fault of the file system, of a lock or of a child process: the facts, to which the caller adds
/// what it was about.
public enum StorageFault: Error, Sendable, Equatable {
  /// An output cannot be written: the path, what was being done to it, and `errno`.
  case cannotWrite(path: String, doing: String, errno: Int32)
  /// A file cannot be read.
  case cannotRead(path: String, errno: Int32)
  /// Something other than a regular file stands at the path.
  case notARegularFile(path: String)
  /// A file that somebody else put at the place of an output.
  case notOurs(path: String)
  /// A file's size or times changed between the first and the last byte read.
  case changedWhileRead(path: String)
  /// Another process holds the output; its number where it could be read.
  case held(path: String, process: Int32?)
  /// A payload's name is not made of letters, digits, `-`, `_` and inner `.`.
  case badName(String)
  /// A program cannot be started.
  case cannotStart(program: String, errno: Int32)
  /// A process closed its end while a message was sent to it.
  case gone(process: Int32)
  /// A line of a message stream is longer than the limit, in bytes.
  case lineTooLong(limit: Int)
  /// A line of a message stream is not one JSON object; the start of the line.
  case notAMessage(String)

  /// The exit code of the fault when nothing handles it.
  public var exitCode: Int32 {
    switch self {
    case .cannotWrite, .held, .notOurs: 5
    case .cannotRead, .notARegularFile, .changedWhileRead: 4
    case .badName, .cannotStart, .gone, .lineTooLong, .notAMessage: 70
    }
  }

  /// What happened, one sentence without a full stop.
  public var message: String {
    switch self {
    case .cannotWrite(let path, let doing, let errno):
      "cannot \(doing) \(path): \(describe(errno))"
    case .cannotRead(let path, let errno):
      "cannot read \(path): \(describe(errno))"
    case .notARegularFile(let path):
      "\(path) is not a regular file"
    case .notOurs(let path):
      "\(path) stands where a file of the study would, and was not written by Scarp"
    case .changedWhileRead(let path):
      "\(path) changed while it was read"
    case .held(let path, let process?):
      "\(path) is being written by process \(process)"
    case .held(let path, nil):
      "\(path) is being written by another process"
    case .badName(let name):
      "“\(name)” cannot name a payload"
    case .cannotStart(let program, let errno):
      "cannot start \(program): \(describe(errno))"
    case .gone(let process):
      "process \(process) does not read its messages any more"
    case .lineTooLong(let limit):
      "a message is longer than \(limit) bytes"
    case .notAMessage(let start):
      "expected a message, one JSON object on a line, found “\(start)”"
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .cannotWrite(_, _, let errno):
      switch errno {
      case ENOSPC, EDQUOT: "Free space on the disk, or write to another one with -o."
      case EROFS: "Write to a folder that is not read-only, with -o."
      case EACCES, EPERM: "Ask for permission to write there, or choose another place with -o."
      case ENOENT, ENOTDIR: "Make the folder first, or choose another place with -o."
      case EMFILE, ENFILE: "Raise the limit on open files (ulimit -n)."
      default: "Choose another place with -o."
      }
    case .cannotRead(_, let errno) where errno == EMFILE || errno == ENFILE:
      "Raise the limit on open files (ulimit -n)."
    case .cannotRead(_, let errno) where errno == EACCES || errno == EPERM:
      "Ask for permission to read it."
    case .cannotRead: "Check the name and the folder."
    case .notARegularFile: "Name a regular file."
    case .notOurs: "Move it away, or write to another place with -o."
    case .changedWhileRead: "Wait until the program that writes it is done, then run again."
    case .held: "Wait for it to end, or write to another file with -o."
    case .badName: "Report this as a bug in Scarp."
    case .cannotStart(_, let errno) where errno == ENOENT:
      "Build it or install it beside this program."
    case .cannotStart: "Check that the file is there and may be executed."
    case .gone, .lineTooLong, .notAMessage: "Report this as a bug in Scarp."
    }
  }
}

/// The words for an `errno`, and its number.
private func describe(_ code: Int32) -> String {
  guard let words = strerror(code) else { return "error \(code)" }
  return "\(String(cString: words)) (error \(code))"
}

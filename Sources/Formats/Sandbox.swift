import CSystem
import Glibc

/// What a process gave up for good, so that nothing a file makes a library do can reach further.
public struct Sandbox: Sendable, Hashable {
  /// The version of Landlock that confines files; none where the kernel has none.
  public let landlockVersion: Int?
  /// Whether the process has an empty network namespace.
  public let hasNoNetwork: Bool
  /// What is not enforced and why, one sentence each; empty where all is.
  public let remarks: [String]

  /// Confines this process: files to the roots, and no network.
  ///
  /// Call it before any other thread runs and before any data is opened. Where the kernel does not
  /// allow a part of it, that part is left out and said in ``remarks``.
  ///
  /// - Parameters:
  ///   - reading: folders and files that may be read.
  ///   - writing: folders that may be read and written.
  /// - Returns: what is enforced.
  public static func enter(reading: [String], writing: [String]) -> Sandbox {
    var result = scarp_sandbox()
    withList(reading) { reading in
      withList(writing) { writing in _ = scarp_enter_sandbox(reading, writing, &result) }
    }
    var remarks: [String] = []
    if result.landlock == 0 {
      remarks.append("Files are not confined by the kernel: \(reason(result.landlock_errno)).")
    }
    if result.network == 0 {
      remarks.append("The network is not closed by the kernel: \(reason(result.network_errno)).")
    }
    return Sandbox(
      landlockVersion: result.landlock > 0 ? Int(result.landlock) : nil,
      hasNoNetwork: result.network != 0, remarks: remarks)
  }

  private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

  /// Calls `body` with a NULL-ended list of C strings.
  private static func withList(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Void
  ) {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var list = copies.map { UnsafePointer<CChar>($0) }
    list.append(nil)
    list.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}

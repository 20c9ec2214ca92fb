import Engine
import Records
import Reports
import Storage
import Vocabulary

/// A fault that ends a call, as the user is told of it.
struct Failure {
  private let message: String
  private let advice: String
  private let exitCode: Int32

  init(_ error: any Error) {
    switch error {
    case let fault as UsageFault:
      (message, advice, exitCode) = (fault.message, fault.advice, 2)
    case let fault as StorageFault:
      (message, advice, exitCode) = (fault.message, fault.advice, fault.exitCode)
    case let fault as TemplateFault:
      (message, advice, exitCode) = (fault.message, fault.advice, 4)
    case let fault as RecordFault:
      (message, advice, exitCode) = (fault.message, fault.advice, 4)
    case let fault as any Fault:
      (message, advice, exitCode) = (fault.message, fault.advice, fault.exitCode)
    default:
      (message, advice, exitCode) = (
        "an unexpected fault: \(error)", "Please report it with the command.", 70
      )
    }
  }

  /// Tells the fault; the exit code.
  func tell(_ terminal: Terminal) -> Int32 {
    terminal.fail(message, advice: advice)
    return exitCode
  }
}

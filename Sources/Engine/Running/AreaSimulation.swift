public import Simulation
import Storage
import Vocabulary

/// The parent's side of `scarp simulate`: hands an order to a worker and waits for it.
public enum AreaSimulation {
  /// Lets a worker simulate an area and write its files to a folder.
  ///
  /// - Parameters:
  ///   - plan: what area.
  ///   - folder: an empty folder, the only one that the worker may write to.
  ///   - program: the worker program.
  ///   - progress: told which share is done, 0...1.
  ///   - isInterrupted: asked now and then; the worker is ended at the next chance.
  /// - Returns: what was made, one sentence; nil where it was interrupted.
  /// - Throws: ``StorageFault`` where the worker cannot be started; what the worker failed by.
  public static func run(
    _ plan: AreaPlan, into folder: String, program: String, progress: (Double) -> Void,
    isInterrupted: () -> Bool
  ) throws -> String? {
    let worker = try WorkerConnection(program: program)
    defer { worker.stop() }
    try worker.send(plan.message(into: folder))
    while !isInterrupted() {
      switch try worker.next(within: 100) {
      case .message(let message):
        switch message["did"]?.string {
        case "progress": progress(message["share"]?.double ?? 0)
        case "simulate": return message["summary"]?.string ?? ""
        case "failed":
          throw WorkerFault(
            message: message["message"]?.string ?? "", advice: message["advice"]?.string ?? "",
            exitCode: Int32(truncatingIfNeeded: message["exit"]?.int ?? 70))
        default: continue
        }
      case .silence: continue
      case .ended:
        throw WorkerFault(
          message: "the worker ended: \(worker.lastWords)",
          advice: "Simulate a smaller area, or report this.", exitCode: 70)
      }
    }
    worker.interrupt()
    return nil
  }
}

/// What a worker said that it failed by.
struct WorkerFault: Fault {
  let message: String
  let advice: String
  let exitCode: Int32
}

extension AreaPlan {
  /// The order as the worker gets it.
  func message(into folder: String) -> JSONValue {
    [
      "do": "simulate", "into": .string(folder), "seed": .string(String(seed)),
      "columns": .int(columns), "rows": .int(rows), "cell": .number(cell),
      "images": .bool(hasImages),
    ]
  }

  /// Reads an order.
  ///
  /// - Throws: ``SimulationFault``.
  init(_ message: JSONValue) throws {
    let seed = message["seed"]?.string.flatMap { UInt64($0) } ?? 0
    let (columns, rows) = (message["columns"]?.int ?? 0, message["rows"]?.int ?? 0)
    try self.init(
      seed: seed, columns: columns, rows: rows, cell: message["cell"]?.double ?? 0,
      hasImages: message["images"]?.bool ?? false)
  }
}

import Engine
import Notebooks
import Simulation
import Storage

/// A folder of files that a simulation makes.
enum SimulatedFolder {
  /// Lets a worker simulate an area; the folder appears whole or not at all.
  ///
  /// - Returns: what was made, one sentence; nil where it was interrupted.
  /// - Throws: ``SimulationFault/occupied(folder:by:)`` where the folder holds something else.
  static func make(_ plan: AreaPlan, at folder: String, _ terminal: Terminal) throws -> String? {
    try refuseOccupied(folder)
    let target = try AtomicFolder(at: folder)
    var line = ProgressLine(quiet: terminal.isQuiet)
    let summary = try AreaSimulation.run(
      plan, into: target.draft, program: Surroundings.workerProgram,
      progress: { line.show("simulating, \(Int($0 * 100)) %") },
      isInterrupted: { Interrupts.isRequested })
    guard let summary else { return nil }
    // Somebody may have put a file there meanwhile.
    try refuseOccupied(folder)
    try target.commit()
    return summary
  }

  /// Refuses a folder that holds anything but a simulated area.
  private static func refuseOccupied(_ folder: String) throws {
    let names = try AtomicFolder.contents(of: folder)
    guard !names.isEmpty else { return }
    let known = Set(SimulatedArea.fileNames)
    // A viewer of maps leaves its statistics beside a raster.
    let other = names.first { !known.contains(FilePath.without(".aux.xml", $0)) }
    let bytes = try? FilePath.bytes(
      of: folder + "/dataset.yaml", limit: 1 << 20, followsLinks: false)
    guard other == nil, let bytes, DataSetFile(bytes)?.isSimulated ?? false else {
      throw SimulationFault.occupied(folder: folder, by: other ?? names[0])
    }
  }
}

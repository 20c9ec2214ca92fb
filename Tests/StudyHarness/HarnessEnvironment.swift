import Diagnostics
import Formats
import Glibc
import Numerics
import Rasters
import ReferenceData
import Synchronization
import Vocabulary

/// A run without worker or cache: payloads in a folder of its own, GDAL and plain linear algebra.
final class HarnessEnvironment: RunEnvironment {
  let seed: UInt64
  let threads: Int
  private let folder: String
  private let data: String
  private let key: String
  private let remarks = Mutex<[String]>([])

  init(data: String, folder: String, key: String, seed: UInt64, threads: Int) {
    (self.data, self.folder, self.key) = (data, folder, key)
    (self.seed, self.threads) = (seed, threads)
  }

  var warnings: [String] { remarks.withLock { $0 } }

  func payload(_ name: String) throws -> String { "\(folder)/\(key)-\(name)" }

  func reference(_ name: String) -> PayloadReference { PayloadReference(key: key, name: name) }

  func path(of payload: PayloadReference) throws -> String {
    "\(folder)/\(payload.key)-\(payload.name)"
  }

  func input(_ name: String) throws -> String { "\(data)/\(name)" }

  func service<Service>(_ type: Service.Type) -> Service? {
    let services: [any Sendable] = [
      FormatService(GDALFormats()), LinearAlgebraService(PlainAlgebra()),
    ]
    return services.lazy.compactMap { $0 as? Service }.first
  }

  func progress(_ share: Double) {}

  func warn(_ code: Code, _ title: String, help: [String]) {
    remarks.withLock { $0.append("\(code.id): \(title)") }
  }
}

import Glibc

/// The reader under test: `SCARP_FUZZ` names it.
nonisolated(unsafe) private let target: (name: String, read: ([UInt8]) -> Void) = {
  let name = getenv("SCARP_FUZZ").map { String(cString: $0) } ?? ""
  guard let read = targets[name] else {
    print("SCARP_FUZZ is none of \(targets.keys.sorted().joined(separator: ", "))")
    exit(2)
  }
  return (name, read)
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

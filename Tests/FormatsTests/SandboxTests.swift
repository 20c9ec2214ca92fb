import Formats
import Foundation
import Testing

@Suite struct SandboxTests {
  /// In a process of its own, as there is no way back.
  @Test func filesOutsideTheRootsCannotBeOpened() async {
    await #expect(processExitsWith: .success) {
      let scratch = ScratchFolder()
      let data = ScratchFolder()
      data.write("a", [1])
      let sandbox = Sandbox.enter(reading: [data.path, "/nowhere"], writing: [scratch.path])
      // Each part is in force, or the remarks say why not.
      let parts = [sandbox.landlockVersion != nil, sandbox.hasNoNetwork].filter { !$0 }.count
      #expect(sandbox.remarks.count == parts)
      if sandbox.landlockVersion != nil {
        #expect(fopen("/etc/passwd", "r") == nil)
        #expect(fopen(data.file("a"), "r") != nil)
        #expect(fopen(data.file("b"), "w") == nil)
        #expect(fopen(scratch.file("b"), "w") != nil)
      }
    }
  }
}

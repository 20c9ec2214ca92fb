import Foundation
import HostileFiles
import Testing

/// The codes that the program ends with, each for its cause.
@Suite struct ExitCodeTests {
  @Test func doneIsZero() throws {
    let workplace = try SmallStudy.workplace()
    #expect(try workplace.scarp("check", "study.md").code == 0)
    #expect(try workplace.scarp("run", "study.md").code == 0)
    #expect(workplace.has("output/study.html"))
    #expect(workplace.has("output/study.record.json"))
    #expect(workplace.has("output/study.run.json"))
  }

  @Test func aFailedCheckIsOneAndLeavesTheLastReport() throws {
    let workplace = try SmallStudy.workplace()
    #expect(try workplace.scarp("run", "study.md").code == 0)
    let whole = try workplace.text("output/study.html")
    let record = try workplace.text("output/study.record.json")
    try workplace.write(
      SmallStudy.text.replacing("above 0.5", with: "above 0.999"), to: "study.md")
    let failed = try workplace.scarp("run", "study.md")
    #expect(failed.code == 1)
    #expect(failed.messages.contains("E802"))
    #expect(try workplace.text("output/study.html") == whole)
    #expect(try workplace.text("output/study.record.json") == record)
    #expect(try workplace.text("output/study.partial.html").contains("check failed"))
    try workplace.write(SmallStudy.text, to: "study.md")
    #expect(try workplace.scarp("run", "study.md").code == 0)
    #expect(!workplace.has("output/study.partial.html"))
  }

  @Test func aDifferingClaimFailsOnlyWhenStrict() throws {
    let workplace = try SmallStudy.workplace()
    let claims = """
      ```{scarp}
      claims from "A paper", within 0.001
        auc of glm on places is 0.123
      ```
      """
    try workplace.write(SmallStudy.text + claims + "\n", to: "study.md")
    let run = try workplace.scarp("run", "study.md")
    #expect(run.code == 0)
    #expect(run.messages.contains("1 claim differs"))
    #expect(try workplace.scarp("run", "study.md", "--strict").code == 1)
    #expect(try workplace.text("output/study.html").contains("claim differs"))
    // With a changed setting nothing can be compared.
    #expect(try workplace.scarp("run", "study.md", "--strict", "-P", "side=11").code == 0)
    #expect(try workplace.text("output/study.html").contains("claim not comparable"))
  }

  @Test func faultsOfTheTextAreThreeAndNothingRuns() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write(
      SmallStudy.text.replacing("stack of", with: "stakc of"), to: "study.md")
    #expect(try workplace.scarp("check", "study.md").code == 3)
    let run = try workplace.scarp("run", "study.md")
    #expect(run.code == 3)
    #expect(run.messages.contains("Did you mean"))
    #expect(!workplace.has("output"))
  }

  @Test func aSettingOutOfItsRangeIsThree() throws {
    let workplace = try SmallStudy.workplace()
    #expect(try workplace.scarp("run", "study.md", "-P", "side=10").code == 3)
    let unknown = try workplace.scarp("run", "study.md", "-P", "sied=11")
    #expect(unknown.code == 3)
    #expect(unknown.messages.contains("Did you mean “side”?"))
  }

  @Test func missingInputsAreFour() throws {
    let workplace = try SmallStudy.workplace()
    #expect(try workplace.scarp("run", "absent.md").code == 4)
    #expect(try workplace.scarp("run", "study.md", "--data", "elsewhere").code == 4)
    #expect(try workplace.scarp("check", "study.md", "--data", "elsewhere").code == 4)
  }

  @Test func outputsThatCannotBeWrittenAreFive() throws {
    let workplace = try SmallStudy.workplace()
    let run = try workplace.scarp("run", "study.md", "-o", "no/such/folder/report.html")
    #expect(run.code == 5)
    #expect(run.messages.contains("cannot write into no/such/folder:"))
  }

  @Test func anOutputThatAnotherRunHoldsIsFive() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write("", to: "output/.keep")
    let lock = workplace.folder.appendingPathComponent("output/.study.html.lock").path
    let descriptor = open(lock, O_RDWR | O_CREAT, 0o666)
    #expect(descriptor >= 0)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let number = Array("\(getpid())\n".utf8)
    #expect(write(descriptor, number, number.count) == number.count)
    let held = try workplace.scarp("run", "study.md")
    #expect(held.code == 5)
    #expect(held.messages.contains("process \(getpid())"))
    close(descriptor)
    #expect(try workplace.scarp("run", "study.md").code == 0)
  }

  @Test func pathsOutOfTheDataFolderAreSix() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write(SmallStudy.table, to: "secret/places.csv")
    try workplace.write(
      SmallStudy.text.replacing("\"places.csv\"", with: "\"../secret/places.csv\""),
      to: "study.md")
    #expect(try workplace.scarp("run", "study.md").code == 6)
  }

  @Test(arguments: ["../secret", "SECRET", "link"])
  func aNotebookCannotNameDataOutOfItsFolder(_ stated: String) throws {
    let workplace = try Workplace()
    let secret = workplace.folder.appendingPathComponent("secret").path
    try workplace.write(SmallStudy.table, to: "secret/places.csv")
    let data = stated.replacing("SECRET", with: secret)
    try workplace.write(
      SmallStudy.text.replacing("seed: 5", with: "seed: 5\ndata: \(data)"), to: "study/study.md")
    #expect(symlink(secret, workplace.folder.appendingPathComponent("study/link").path) == 0)
    let run = try workplace.scarp("run", "study/study.md")
    #expect(run.code == 6)
    #expect(run.messages.contains("outside the notebook's own folder"))
    // Whoever runs it may name any folder.
    #expect(try workplace.scarp("run", "study/study.md", "--data", "secret").code == 0)
  }

  /// A TIFF of 146 bytes that says of itself that it is one tile of 50000 x 50000 bytes.
  @Test func aFileBeyondTheLimitsIsEight() throws {
    let workplace = try Workplace()
    try workplace.write(
      "```{scarp}\ndem = read raster \"huge.tif\"\n```\n", to: "study.md")
    try workplace.write(Data(TIFFBytes.hugeTile), to: "data/huge.tif")
    for verb in ["check", "run"] {
      let outcome = try workplace.scarp(verb, "study.md")
      #expect(outcome.code == 8, "\(outcome.messages)")
      #expect(outcome.messages.contains("2500000000"))
    }
    #expect(!workplace.has("output"))
  }

  @Test func aCacheThatCannotBeWrittenIsFive() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write("", to: "file")
    let run = try workplace.call(
      ["run", "study.md"],
      environment: ["SCARP_CACHE": workplace.folder.appendingPathComponent("file/cache").path])
    #expect(run.code == 5)
  }

  @Test func anInterruptIsHeededAndReported() throws {
    let workplace = try SmallStudy.workplace()
    // A worker that is slow to start leaves time to interrupt.
    try workplace.write(
      "#!/bin/sh\nsleep 2\nexec '\(Workplace.program("scarp-worker").path)'\n", to: "worker.sh")
    let worker = workplace.folder.appendingPathComponent("worker.sh").path
    #expect(chmod(worker, 0o755) == 0)
    _ = try workplace.call(["check", "study.md"])
    let run = try workplace.call(
      ["run", "study.md"], environment: ["SCARP_WORKER": worker], interruptAfter: 1)
    #expect(run.code == 130)
    #expect(!workplace.has("output/study.html"))
    #expect(try workplace.text("output/study.partial.html").contains("did not run"))
    #expect(try workplace.scarp("run", "study.md").code == 0)
    #expect(!workplace.has("output/study.partial.html"))
  }
}

import Engine
import Testing

/// The line that says how far a run is.
@Suite struct RunProgressTests {
  @Test func theTimeLeftFollowsFromTheShare() {
    let step = RunProgress.Running(name: "dem", seconds: 30, share: 0.4)
    #expect(step.secondsLeft == 45)
    #expect(RunProgress.Running(name: "dem", seconds: 30, share: 1).secondsLeft == 0)
  }

  @Test(arguments: [nil, 0, 0.005, .nan, -1, 2] as [Double?])
  func nothingIsSaidOfWhatIsNotKnown(_ share: Double?) {
    #expect(RunProgress.Running(name: "dem", seconds: 30, share: share).secondsLeft == nil)
  }

  @Test func theLineSaysWhatRunsHowFarAndHowLong() {
    let progress = RunProgress(
      done: 3, count: 9,
      running: [
        RunProgress.Running(name: "slope", seconds: 30, share: 0.4),
        RunProgress.Running(name: "glm at fold 2", seconds: 5, share: nil),
      ])
    #expect(
      progress.text(after: 34.9) == "3 of 9, 34 s: slope 40 %, about 45 s left; glm at fold 2")
  }
}

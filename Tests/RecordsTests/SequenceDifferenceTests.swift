import Testing

@testable import Records

/// What makes one sequence of another.
@Suite struct SequenceDifferenceTests {
  /// Both sequences again from the edits, and how many edits there are.
  private func replayed(
    _ before: [String], _ after: [String]
  ) -> (before: [String], after: [String], count: Int) {
    var (old, new, count) = ([String](), [String](), 0)
    for edit in SequenceDifference(from: before, to: after).edits {
      switch edit {
      case .same(let i, let j):
        #expect(before[i] == after[j])
        old.append(before[i])
        new.append(after[j])
      case .removed(let i):
        old.append(before[i])
        count += 1
      case .added(let j):
        new.append(after[j])
        count += 1
      }
    }
    return (old, new, count)
  }

  /// The length of the longest common subsequence, by the plain table.
  private func common(_ before: [String], _ after: [String]) -> Int {
    var row = [Int](repeating: 0, count: after.count + 1)
    for i in before.indices {
      var diagonal = 0
      for j in after.indices {
        let above = row[j + 1]
        row[j + 1] = before[i] == after[j] ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[after.count]
  }

  @Test func theExampleOfThePaper() {
    // Myers (1986), section 2: ABCABBA and CBABAC have four letters in common, so five edits.
    let (before, after) = ("ABCABBA".map(String.init), "CBABAC".map(String.init))
    let made = replayed(before, after)
    #expect(made.before == before && made.after == after && made.count == 5)
  }

  @Test func noSequencesNeedMoreEditsThanTheirCommonPartLeaves() {
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      let before = (0..<next(25)).map { _ in "\(next(4))" }
      let after = (0..<next(25)).map { _ in "\(next(4))" }
      let made = replayed(before, after)
      #expect(made.before == before && made.after == after)
      #expect(made.count == before.count + after.count - 2 * common(before, after))
    }
  }

  @Test func sequencesWithLittleInCommonAreToldWhole() {
    let before = (0..<6000).map { "a\($0)" } + ["end"]
    let after = ["start"] + (0..<6000).map { "b\($0)" }
    let edits = SequenceDifference(from: before, to: after).edits
    #expect(edits.count == 12_002 && edits.first == .removed(0) && edits.last == .added(6000))
  }

  @Test func whatIsTheSameIsEmpty() {
    #expect(SequenceDifference(from: ["a", "b"], to: ["a", "b"]).isEmpty)
    #expect(SequenceDifference(from: [String](), to: []).isEmpty)
    #expect(!SequenceDifference(from: ["a"], to: []).isEmpty)
  }

  @Test func hunksAreThoseOfUnifiedDifferences() {
    // diff -u of GNU diffutils 3.8.
    let before = (1...20).map { "\($0)" }.joined(separator: "\n") + "\n"
    let after = before.replacing("\n3\n", with: "\nthree\n").replacing("\n18\n", with: "\n")
    let hunks = TextDifference(from: before, to: after).hunks
    #expect(hunks.map(\.head) == ["@@ -1,6 +1,6 @@", "@@ -15,6 +15,5 @@"])
    #expect(
      hunks.first?.lines == [
        .same("1"), .same("2"), .removed("3"), .added("three"), .same("4"), .same("5"), .same("6"),
      ])
    #expect(TextDifference(from: "", to: "a\n").hunks.map(\.head) == ["@@ -0,0 +1 @@"])
    #expect(TextDifference(from: before, to: before).hunks.isEmpty)
  }
}

import Commands
import Diagnostics
import Manual
import Testing
import Vocabulary

/// What holds for every code: its example raises it and nothing else that is wrong, its cure does not.
@Suite struct CodeLawTests {
  private let record: ExampleRecord

  init() throws { record = try Program.record() }

  private func check(_ text: String, of code: Code) -> ExampleCheck {
    code.evidence == .page
      ? ExampleCheck(page: text, in: record) : ExampleCheck(lines: text, in: record)
  }

  /// What is found, beside words that cannot be carried out yet.
  private func found(_ text: String, of code: Code) -> Set<String> {
    Set(check(text, of: code).diagnostics.map(\.code.id))
      .subtracting(code == .notHere ? [] : [Code.notHere.id])
  }

  @Test(arguments: Code.all) func isExplained(code: Code) {
    #expect(code.summary.hasSuffix("."), "\(code.id)")
    #expect(code.explanation.hasSuffix("."), "\(code.id)")
    #expect(!code.explanation.contains("  "), "\(code.id)")
  }

  @Test(arguments: Code.all) func theExampleRaisesItAndNothingElse(code: Code) {
    switch code.evidence {
    case .lines, .page:
      #expect(!code.example.isEmpty, "\(code.id) has no example")
      #expect(found(code.example, of: code) == [code.id], "\(code.id): \(code.example)")
    case .run:
      #expect(!code.example.isEmpty, "\(code.id) has no example")
      #expect(record.messages[code.id]?.contains(code.id) ?? false, "\(code.id) has no message")
    case .outside(let reason):
      #expect(!reason.isEmpty, "\(code.id)")
    }
  }

  /// A note needs no cure; what only a run can raise has one where the text can be cured.
  @Test(arguments: Code.all) func theCureCures(code: Code) {
    // What lies outside the text cannot be cured in it alone.
    if case .outside = code.evidence { return }
    guard !code.cure.isEmpty else {
      let needsCure = code.evidence == .lines || code.evidence == .page
      #expect(!needsCure || code.severity == .note, "\(code.id) has no cure")
      return
    }
    let check = check(code.cure, of: code)
    let wrong = check.diagnostics.filter {
      $0.code == code || ($0.severity == .error && $0.code != .notHere)
    }
    #expect(wrong.isEmpty, "the cure of \(code.id): \(wrong.map(\.title))")
  }

  /// The statements that examples build on are right, and what they say of the area holds.
  @Test func namesAreRight() {
    let check = ExampleCheck(lines: ExampleNames.text, in: record)
    let wrong = check.diagnostics.filter { $0.code != .notHere }
    #expect(wrong.isEmpty, "\(wrong.map { $0.rendered(in: check.source) })")
  }

  /// An example that cannot be carried out yet is at least right.
  @Test func examplesOfDeclaredWordsAreRight() {
    for word in Catalog.standard.words
    where !(word is any RunnableWord) && word.entry.category != .layer
      && word.entry.category != .quantity
    {
      let check = ExampleCheck(lines: word.entry.example, in: record)
      let wrong = check.diagnostics.filter { $0.severity == .error && $0.code != .notHere }
      #expect(wrong.isEmpty, "\(word.entry.phrase): \(wrong.map { $0.rendered(in: check.source) })")
    }
  }
}

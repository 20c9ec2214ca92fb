import Diagnostics
import Foundation
import Language
import Testing

/// One word of a study is changed, and the fault must be found: `Cases/mutations.txt`.
@Suite struct MutationTests {
  struct Mutation: Sendable, CustomTestStringConvertible {
    let study: String
    let old: String
    let new: String
    let code: String
    var testDescription: String { "\(study): \(old) → \(new)" }
  }

  static let mutations: [Mutation] = {
    let file = Studies.root.appending(path: "Tests/LanguageTests/Cases/mutations.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.components(separatedBy: " | ").map {
        $0.replacing("\\n", with: "\n")
      }
      return Mutation(study: parts[0], old: parts[1], new: parts[2], code: parts[3])
    }
  }()

  @Test func thereAreAHundred() { #expect(Self.mutations.count >= 100) }

  @Test(arguments: mutations) func raises(_ mutation: Mutation) throws {
    let text = try Studies.text(of: mutation.study)
    try #require(
      text.components(separatedBy: mutation.old).count == 2, "the words must stand once")
    let words = (mutation.old, mutation.new)
    let old = words.0.split { " \n".contains($0) }
    let new = words.1.split { " \n".contains($0) }
    #expect(old.count == new.count && zip(old, new).count { $0 != $1 } == 1, "one word changes")
    let changed = text.replacing(mutation.old, with: mutation.new)
    let (source, diagnostics) = Studies.diagnostics(
      changed, name: mutation.study,
      facts: Studies.facts(of: mutation.study))
    let found = diagnostics.filter { $0.code != .notHere && $0.code != .missingFile }
    #expect(
      found.contains { $0.code.id == mutation.code },
      "\(found.map { $0.rendered(in: source) }.joined(separator: "\n"))")
  }
}

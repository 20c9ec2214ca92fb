import Testing

/// Tests/guards.txt, which tools/test-guards goes through, does not rot.
@Suite struct GuardLaws {
  /// One guard of the list.
  struct Guard: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var fields: [String: String] = [:]
    var old = ""
    var new = ""
  }

  static let guards: [Guard] = {
    let text = (try? Repository.text("Tests/guards.txt")) ?? ""
    var guards: [Guard] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        guards.append(Guard(testDescription: String(line.dropFirst(3))))
      } else if var last = guards.popLast() {
        if line.hasPrefix("-") {
          last.old += line.dropFirst() + "\n"
        } else if line.hasPrefix("+") {
          last.new += line.dropFirst() + "\n"
        } else if let space = line.firstIndex(of: " ") {
          last.fields[String(line[..<space])] = String(line[line.index(after: space)...])
        }
        guards.append(last)
      }
    }
    return guards
  }()

  @Test func thereAreMany() {
    #expect(Self.guards.count >= 40)
    #expect(Set(Self.guards.map(\.testDescription)).count == Self.guards.count)
  }

  @Test(arguments: guards) func standsOnceInItsFile(_ guarded: Guard) throws {
    let path = try #require(guarded.fields["file"])
    let text = try Repository.text(path)
    #expect(!guarded.old.isEmpty && guarded.old != guarded.new)
    #expect(
      text.split(separator: guarded.old, omittingEmptySubsequences: false).count == 2,
      "the guard does not stand once in \(path): mend Tests/guards.txt")
  }

  @Test(arguments: guards) func isHeldByATest(_ guarded: Guard) throws {
    let test = try #require(guarded.fields["test"]).split(separator: "/").map(String.init)
    let suite = try #require(test.first)
    let file = Repository.files.first {
      $0.path.hasPrefix("Tests/") && $0.path.hasSuffix("/\(suite).swift")
    }
    let text = try #require(file?.text, "there is no suite \(suite)")
    if test.count > 1 { #expect(text.contains("func \(test[1])("), "\(suite) has no \(test[1])") }
    #expect(Int(try #require(guarded.fields["batch"])) != nil)
    // The case is a name in the tests, or what their failure says.
    let name = try #require(guarded.fields["case"])
    #expect(!name.isEmpty)
  }
}

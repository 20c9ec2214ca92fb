import Commands
import Diagnostics
import Foundation
import Manual
import Testing
import Vocabulary

/// What pages written by hand show is right: links, examples, commands.
@Suite struct GuideTests {
  @Test func everyLinkLeadsSomewhere() throws {
    let pages = try GuidePage.all()
    let anchors = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.anchors) })
    var count = 0
    for page in pages {
      let folder = page.path.split(separator: "/").dropLast().map(String.init)
      for (target, line) in page.links {
        count += 1
        let parts = target.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        var path = folder
        for component in parts[0].split(separator: "/") {
          if component == ".." {
            path = path.dropLast()
          } else if component != "." {
            path.append(String(component))
          }
        }
        let file = parts[0].isEmpty ? page.path : path.joined(separator: "/")
        let place = Program.project.appending(path: file).path
        #expect(
          FileManager.default.fileExists(atPath: place), "\(page.path):\(line) leads to \(target)")
        guard parts.count > 1, let known = anchors[file] else { continue }
        #expect(known.contains(parts[1]), "\(page.path):\(line): no heading for \(target)")
      }
    }
    #expect(count > 500)
  }

  /// Pages of the manual that are written by hand, and what else shows statements.
  private static let guides =
    GuideSection.pages.map { "docs/manual/\($0)" } + ["README.md", "docs/sampling.md"]

  /// A block fenced `scarp` is right as it stands, after the names that examples use; `scarp W401`
  /// raises that code; `scarp continued` goes on from the study before it on the page.
  @Test(arguments: guides) func everyExampleIsRight(path: String) throws {
    let record = try Program.record()
    let page = try GuidePage(path)
    var study = ""
    for fence in page.fences {
      let place = "\(path):\(fence.line)"
      if fence.info.first == "markdown", fence.text.contains("```{scarp}") {
        study = fence.text
        expect([], ExampleCheck(page: fence.text, in: record), place)
      } else if fence.info.first == "scarp", fence.info.contains("continued") {
        study += "\n\n```{scarp}\n\(fence.text)\n```\n"
        expect([], ExampleCheck(page: study, in: record), place)
      } else if fence.info.first == "scarp" {
        let codes = fence.info.dropFirst().compactMap { Code(id: $0) }
        #expect(codes.count == fence.info.count - 1, "\(place): \(fence.info)")
        let lines = fence.text.components(separatedBy: "\n").filter { !$0.isEmpty }
        let check = ExampleCheck(lines: lines.joined(separator: "\n"), in: record)
        expect(codes.filter { $0.evidence == .lines }, check, place)
      }
    }
  }

  private func expect(_ codes: [Code], _ check: ExampleCheck, _ place: String) {
    let found = check.diagnostics.filter { $0.code != .notHere }
    #expect(
      Set(found.map(\.code)) == Set(codes),
      "\(place): \(found.map { $0.rendered(in: check.source) }.joined(separator: "\n"))")
  }

  /// Examples in README stand indented: each that begins with front matter is a whole study.
  @Test func studiesOfTheReadmeAreRight() throws {
    let record = try Program.record()
    let page = try GuidePage("README.md")
    let lines = page.text.components(separatedBy: "\n")
    var count = 0
    var index = 0
    while index < lines.count {
      guard lines[index] == "    ---" else {
        index += 1
        continue
      }
      var study: [String] = []
      while index < lines.count, lines[index].isEmpty || lines[index].hasPrefix("    ") {
        study.append(String(lines[index].dropFirst(4)))
        index += 1
      }
      count += 1
      expect([], ExampleCheck(page: study.joined(separator: "\n"), in: record), "README.md")
    }
    #expect(count >= 1)
  }

  /// A command line uses verbs and options that there are.
  @Test func everyCommandIsOneOfTheProgram() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var helps: [String: String] = [:]
    var count = 0
    for path in Self.guides + ["CONTRIBUTING.md"] {
      for (words, line) in try GuidePage(path).commands {
        count += 1
        let verb = words[0]
        guard verb != "help" else { continue }
        if helps[verb] == nil {
          let help = try Program.call(["help", verb], in: folder)
          #expect(help.code == 0, "\(path):\(line): scarp \(verb)")
          helps[verb] = help.text
        }
        for option in words where option.hasPrefix("-") && option.count > 1 {
          let spelled = option.prefix { $0 != "=" }
          let known = helps[verb, default: ""].split { " ,\n".contains($0) }
          #expect(known.contains(spelled), "\(path):\(line): scarp \(verb) has no \(spelled)")
        }
      }
    }
    #expect(count > 15)
  }

  /// A topic of the guides is explained, and a program beside which no manual lies says so.
  @Test func explainReadsTheManual() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let topic = try Program.call(["explain", "places", "seen"], in: folder)
    #expect(topic.code == 0 && topic.text.contains("W401"))
    let slope = try Program.call(["explain", "slope"], in: folder)
    #expect(slope.text.contains("Gives") && slope.text.contains("220 cells of 20 m"))
    #expect(!slope.text.contains("No manual"))
    let bare = try Program.call(
      ["explain", "slope"], in: folder, environment: ["SCARP_MANUAL": folder.path])
    #expect(bare.code == 0)
    #expect(bare.text.contains("No manual") && !bare.text.contains("Gives"))
    let message = try Program.call(["explain", "e110"], in: folder)
    #expect(message.text.contains("Did you mean “dem”?"))
  }
}

import Foundation
import Testing

/// Help, versions, options, and what goes to which stream.
@Suite struct ConventionTests {
  @Test func helpNamesEveryVerb() throws {
    let help = try Workplace().scarp("--help")
    #expect(help.code == 0)
    let verbs = [
      "new", "check", "run", "verify", "diff", "format", "explain", "manual", "export", "cache",
      "simulate", "completion", "help",
    ]
    for verb in verbs {
      #expect(help.output.contains("scarp \(verb)"))
      let own = try Workplace().scarp(verb, "-h")
      #expect(own.code == 0)
      #expect(own.output.contains("scarp \(verb)"))
      #expect(own.output.contains("--no-color"))
      #expect(own.messages.isEmpty)
      #expect(try Workplace().scarp("help", verb).output == own.output)
    }
    #expect(try Workplace().scarp("help", "rnu").messages.contains("Did you mean “run”?"))
  }

  @Test func versionIsPrinted() throws {
    let workplace = try Workplace()
    #expect(try workplace.scarp("--version").output.hasPrefix("scarp 0."))
    #expect(try workplace.scarp("run", "--version").code == 0)
  }

  @Test(arguments: [
    (["chekc"], "Did you mean “check”?"),
    (["run", "study.md", "--job", "2"], "Did you mean “--jobs”?"),
    (["run", "study.md", "--jobs", "none"], "expected a whole number"),
    (["run", "study.md", "-P", "side"], "side=13"),
    (["run", "study.md", "--quiet=yes"], "takes no value"),
    (["run"], "needs STUDY.md"),
    (["run", "a.md", "b.md"], "does not take “b.md”"),
    (["run", "study.md", "-o"], "needs a value"),
    (["cache", "lst"], "Did you mean “list”?"),
    (["explain", "slpoe"], "Did you mean “slope”?"),
    ([], "Exit codes"),
  ])
  func wrongUsageIsToldWithASuggestion(_ words: [String], _ advice: String) throws {
    let workplace = try Workplace()
    let outcome = try workplace.call(words)
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains(advice))
  }

  @Test func dataAndMessagesKeepApart() throws {
    let workplace = try SmallStudy.workplace()
    let check = try workplace.scarp("check", "study.md", "--json")
    #expect(check.messages.isEmpty)
    #expect(try JSONSerialization.jsonObject(with: Data(check.output.utf8)) is [Any])
    let run = try workplace.scarp("run", "study.md", "--json")
    #expect(run.code == 0)
    let record = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(record?["schema"] as? Int == 1)
    #expect(run.messages.contains("output/study.html"))
    let quiet = try workplace.scarp("run", "study.md", "-q")
    #expect(quiet.output.isEmpty && quiet.messages.isEmpty)
    let page = try workplace.scarp("run", "study.md", "-o", "-")
    #expect(page.output.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func messagesHaveNoColoursOffATerminal() throws {
    let workplace = try Workplace()
    try workplace.write("```{scarp}\nx = slpoe of dem\n```\n", to: "study.md")
    let check = try workplace.scarp("check", "study.md", "--no-color")
    #expect(check.code == 3)
    #expect(!check.messages.contains("\u{1B}"))
    #expect(check.messages.contains("study.md:2:5"))
  }
}

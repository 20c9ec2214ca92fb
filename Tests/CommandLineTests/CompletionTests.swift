import Foundation
import Testing

@testable import scarp

/// The completion of calls, in the shells themselves, and the page for `man`.
@Suite struct CompletionTests {
  /// Each call with what must be among the proposals, and what must not.
  static let calls: [(typed: String, there: [String], absent: [String])] = [
    ("scarp ru", ["run"], ["check"]),
    ("scarp run --prof", ["--profile"], ["--jobs"]),
    ("scarp run --profile ", ["quick", "full"], ["study.md"]),
    ("scarp run st", ["study.md"], ["story.html", "steep"]),
    ("scarp run -P side=9 st", ["study.md"], ["story.html"]),
    ("scarp verify st", ["study.md", "story.html"], ["steep"]),
    ("scarp new x --template ", ["susceptibility", "detection", "lesson"], []),
    ("scarp explain fit ra", ["random"], ["forest", "logistic"]),
    ("scarp explain fit random ", ["forest"], ["random"]),
    ("scarp explain E19", ["E190"], ["E101"]),
    ("scarp cache ", ["list", "clear", "why"], []),
    ("scarp cache why st", ["study.md"], ["why"]),
    ("scarp export study.md --to ", ["csv", "geotiff"], ["study.md"]),
    ("scarp help comp", ["completion"], ["cache"]),
    ("scarp completion z", ["zsh"], ["bash"]),
  ]

  /// A folder with files to be proposed, and the script of a shell.
  private func workplace(_ shell: String) throws -> Workplace {
    let workplace = try Workplace()
    for file in ["study.md", "story.html", "steep"] { try workplace.write("x", to: file) }
    let made = try workplace.scarp("completion", shell)
    try #require(made.code == 0)
    try workplace.write(made.output, to: "script")
    return workplace
  }

  private func expect(
    _ call: (typed: String, there: [String], absent: [String]), _ proposals: [String]
  ) {
    for word in call.there { #expect(proposals.contains(word), "\(call.typed): \(proposals)") }
    for word in call.absent { #expect(!proposals.contains(word), "\(call.typed): \(proposals)") }
  }

  @Test func bashCompletes() throws {
    let workplace = try workplace("bash")
    // As bash itself calls it, beside bash-completion.
    var script = "source /usr/share/bash-completion/bash_completion\nsource ./script\n"
    script += """
      try() {
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
        local function; function=$(complete -p scarp); function=${function#*-F }
        ${function%% *} 2>/dev/null
        printf '%s\\n' "${COMPREPLY[@]}" =
      }

      """
    for call in Self.calls {
      let words = call.typed.split(separator: " ", omittingEmptySubsequences: false)
      script += "try " + words.map { "'\($0)'" }.joined(separator: " ") + "\n"
    }
    try workplace.write(script, to: "try.bash")
    let outcome = try workplace.command("/bin/bash", ["--norc", "try.bash"])
    let answers = outcome.output.split(separator: "=\n", omittingEmptySubsequences: false)
    try #require(answers.count == Self.calls.count + 1, "\(outcome.messages)")
    for (call, answer) in zip(Self.calls, answers) {
      expect(call, answer.split(separator: "\n").map(String.init))
    }
    // An option's value after “=” comes to bash as a word of its own.
    try workplace.write(
      script + "try scarp new x --template = de\n", to: "try.bash")
    #expect(
      try workplace.command("/bin/bash", ["--norc", "try.bash"]).output.hasSuffix("detection\n=\n"))
  }

  @Test func fishCompletes() throws {
    let workplace = try workplace("fish")
    for call in Self.calls {
      let outcome = try workplace.command(
        "/usr/bin/fish",
        ["--no-config", "-c", "source script; complete -C \"\(call.typed)\""])
      #expect(outcome.code == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
      // A proposal, a tab, and what it means.
      expect(call, outcome.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) })
    }
  }

  /// Typed into a terminal of its own: what stands on the line after the key for completion.
  @Test func zshCompletes() throws {
    let workplace = try workplace("zsh")
    try workplace.write(workplace.text("script"), to: "functions/_scarp")
    let lines = [
      ("scarp ru", "scarp run "), ("scarp run --prof", "scarp run --profile="),
      ("scarp run --profile=q", "scarp run --profile=quick "),
      ("scarp run stu", "scarp run study.md "),
      ("scarp verify sto", "scarp verify story.html "),
      ("scarp explain E19", "scarp explain E190 "),
      ("scarp explain fit rand", "scarp explain fit random "),
      ("scarp new x --template le", "scarp new x --template lesson "),
      ("scarp cache wh", "scarp cache why "), ("scarp help comp", "scarp help completion "),
      ("scarp run study.md -P side=3 --dat", "scarp run study.md -P side=3 --data="),
    ]
    let typed = lines.map { "'\($0.0)'" }.joined(separator: " ")
    try workplace.write(
      """
      zmodload zsh/zpty
      zpty z zsh -f -i
      zpty -w z "PROMPT='> '; fpath=($PWD/functions \\$fpath); autoload -Uz compinit; compinit -u -D; \
      show() { BUFFER=\\"print -r -- 'LINE='\\${(qq)BUFFER}\\"; zle accept-line }; zle -N show; \
      bindkey '^X' show; print RE''ADY"
      zpty -r -m z all '*READY*'
      for typed in \(typed); do
        zpty -w -n z "$typed"$'\\t\\x18'
        zpty -r -m z all $'*\\nLINE=*\\n*'
        print -r -- ${${(M)${(f)all}:#LINE=*}%$'\\r'}
      done
      zpty -d z

      """, to: "try.zsh")
    let outcome = try workplace.command("/usr/bin/timeout", ["120", "zsh", "-f", "try.zsh"])
    let found = outcome.output.split(separator: "\n").map(String.init)
    try #require(found.count == lines.count, "\(outcome.output)\n\(outcome.messages)")
    for (line, answer) in zip(lines, found) { #expect(answer == "LINE=\(line.1)") }
  }

  /// A place whose name has no meaning would be completed by nothing, and nobody would notice.
  @Test func everyPlaceOfEveryVerbHasAMeaning() {
    for form in Scarp.verbs.map({ $0.form }) {
      let names = form.operands.map(\.name) + form.allOptions.compactMap(\.value)
      for name in names { #expect(Filling(named: name) != nil, "scarp \(form.name): \(name)") }
    }
    #expect(Filling(named: "STUDY.md|REPORT.html") == .file(endings: ["md", "html"]))
    #expect(Filling(named: "A.record.json") == .file(endings: ["record.json"]))
    #expect(Filling(named: "quick|full") == .choices(["quick", "full"]))
    #expect(Filling(named: "WIDTH") == nil)
  }

  @Test func anotherShellIsToldWithASuggestion() throws {
    let refused = try Workplace().scarp("completion", "zhs")
    #expect(refused.code == 2 && refused.messages.contains("Did you mean “zsh”?"))
  }

  @Test func theManualPageIsOneForMan() throws {
    let workplace = try Workplace()
    let page = try workplace.scarp("help", "--man")
    #expect(page.code == 0)
    try workplace.write(page.output, to: "scarp.1")
    let shown = try workplace.command(
      "/usr/bin/man", ["--warnings", "-P", "cat", "-l", "scarp.1"], environment: ["MANWIDTH": "100"]
    )
    #expect(shown.code == 0 && shown.messages.isEmpty, "\(shown.messages)")
    for verb in Scarp.verbs {
      #expect(shown.output.contains("scarp \(verb.form.name)"), "\(verb.form.name)")
      for option in verb.form.options { #expect(shown.output.contains(option.name)) }
    }
    #expect(shown.output.contains("SCARP_CACHE") && shown.output.contains("130"))
    #expect(try workplace.scarp("help", "run", "--man").code == 2)
  }
}

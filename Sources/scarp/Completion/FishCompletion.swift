/// The completion of calls in fish, from the forms of the verbs.
struct FishCompletion {
  private let forms: [CommandForm]

  init(_ forms: [CommandForm]) { self.forms = forms }

  /// A script for a folder of completions, named `scarp.fish`.
  var script: String {
    """
    # fish completion of scarp, made by: scarp completion fish

    # Which operand of a verb comes next: its number, if the verb is the one asked about.
    function __scarp_operand
        set -l words (commandline -opc)
        set -e words[1]
        test "$words[1]" = $argv[1]; or return 1
        set -e words[1]
        set -l count 1
        set -l isValue 0
        for word in $words
            if test $isValue -eq 1
                set isValue 0
            else if contains -- $word (__scarp_values $argv[1])
                set isValue 1
            else if not string match -q -- '-*' $word
                set count (math $count + 1)
            end
        end
        test "$argv[2]" = many; or test $count -eq $argv[2]
    end

    # The options of a verb that take a value.
    function __scarp_values
        switch $argv[1]
    \(forms.map(values).joined(separator: "\n"))
        end
    end

    # The next word of each word of the language that begins with those typed so far.
    function __scarp_words
        set -l words (commandline -opc)
        set -l typed (string join ' ' -- $words[3..-1])
        test -n "$typed"; and set typed "$typed "
        for phrase in \\
    \(Filling.explained.map { "        " + Self.quoted($0) }.joined(separator: " \\\n"))
            if string match -q -- "$typed*" $phrase
                string replace -- "$typed" '' $phrase | string split -f 1 ' '
            end
        end | sort -u
    end

    # Files with one of the endings given, and folders that may hold some.
    function __scarp_files
        set -l endings (string join '|' -- $argv)
        __fish_complete_path (commandline -ct) \
            | string match -r -- '^[^\\t]*(?:\\.(?:'$endings')|/)(?:\\t.*)?$'
    end

    complete -c scarp -f
    complete -c scarp -n __fish_is_first_token -l version -d 'print the version'
    complete -c scarp -n __fish_is_first_token -l help -s h -d 'list the verbs'
    \(forms.map(complete).joined(separator: "\n"))

    """
  }

  private func values(_ form: CommandForm) -> String {
    let options = form.allOptions.filter { $0.value != nil }.flatMap(\.spellings)
    guard !options.isEmpty else { return "        case \(form.name)\n            return" }
    return "        case \(form.name)\n            printf '%s\\n' \(options.joined(separator: " "))"
  }

  private func complete(_ form: CommandForm) -> String {
    let own = "complete -c scarp -n '__fish_seen_subcommand_from \(form.name)'"
    var lines = [
      "complete -c scarp -n __fish_is_first_token -a \(form.name) -d \(Self.quoted(form.summary))"
    ]
    for option in form.allOptions {
      let names = option.spellings.map { name in
        name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
      }
      let value = option.value.map { " -x\(proposals($0))" } ?? ""
      lines.append(
        "\(own) \(names.joined(separator: " "))\(value) -d \(Self.quoted(option.help))")
    }
    for (index, operand) in form.operands.enumerated() {
      let place = operand.takesMany ? "many" : "\(index + 1)"
      let proposals = proposals(operand.name)
      guard !proposals.isEmpty else { continue }
      lines.append("complete -c scarp -n '__scarp_operand \(form.name) \(place)'\(proposals)")
    }
    return lines.joined(separator: "\n")
  }

  private func proposals(_ name: String) -> String {
    switch Filling(named: name) {
    case .choices(let words): " -a \(Self.quoted(words.joined(separator: " ")))"
    case .file(let endings) where endings.isEmpty: " -a '(__fish_complete_path)'"
    case .file(let endings): " -a '(__scarp_files \(endings.joined(separator: " ")))'"
    case .folder: " -a '(__fish_complete_directories)'"
    case .word: " -a '(__scarp_words)'"
    case .verb: " -a \(Self.quoted(forms.map(\.name).joined(separator: " ")))"
    case .free, nil: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}

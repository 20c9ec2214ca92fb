/// The completion of calls in zsh, from the forms of the verbs.
struct ZshCompletion {
  private let forms: [CommandForm]

  init(_ forms: [CommandForm]) { self.forms = forms }

  /// A script for a folder of `$fpath`, named `_scarp`.
  var script: String {
    """
    #compdef scarp
    # zsh completion of scarp, made by: scarp completion zsh

    # The next word of each word of the language that begins with those typed so far.
    _scarp_words() {
      local -a phrases
      phrases=(
    \(Filling.explained.map { "    " + Self.quoted($0) }.joined(separator: "\n"))
      )
      # $words begins with the verb.
      local typed="${(j: :)words[2,CURRENT-1]}"
      [[ -n $typed ]] && typed="$typed "
      local -aU found
      found=(${${${(M)phrases:#${typed}*}#$typed}%% *})
      compadd -a found
    }

    _scarp() {
      local state
      _arguments -C \(Self.quoted("(- *)" + "--version[print the version]")) \\
        \(Self.quoted("(- *)" + "--help[list the verbs]")) \\
        '1: :->verb' '*:: :->rest'
      case $state in
      verb)
        local -a verbs
        verbs=(
    \(forms.map { "      " + Self.quoted("\($0.name):\($0.summary)") }.joined(separator: "\n"))
        )
        _describe verb verbs
        ;;
      rest)
        case $words[1] in
    \(forms.map(arguments).joined(separator: "\n"))
        esac
        ;;
      esac
    }

    # Sourced, it declares itself; found in $fpath, it is called.
    if [[ $funcstack[1] == _scarp ]]; then
      _scarp "$@"
    else
      compdef _scarp scarp
    fi

    """
  }

  private func arguments(_ form: CommandForm) -> String {
    let options = form.allOptions.map { option -> String in
      let spelled = option.spellings
      let value = option.value.map { ":\(Self.plain($0)):\(action($0))" } ?? ""
      let excluded =
        option.help.contains("repeatable") ? "*" : "(\(spelled.joined(separator: " ")))"
      let text = "[\(Self.plain(option.help))]"
      // A long option takes its value after = too, a short one also without a space.
      let names = spelled.map { name in
        option.value == nil ? name : name + (name.hasPrefix("--") ? "=" : "+")
      }
      return names.map { Self.quoted(excluded + $0 + text + value) }.joined(separator: " ")
    }
    let operands = form.operands.enumerated().map { index, operand in
      let place = operand.takesMany ? "*" : "\(index + 1)"
      // `*::` would hide the words before from those that complete.
      let mark = operand.isOptional && !operand.takesMany ? ":" : ""
      return Self.quoted(
        "\(place):\(mark)\(Self.plain(operand.name)):"
          + action(operand.name))
    }
    let lines = (options + operands).joined(separator: " \\\n          ")
    return "    \(form.name))\n      _arguments \\\n          \(lines)\n      ;;"
  }

  private func action(_ name: String) -> String {
    switch Filling(named: name) {
    case .choices(let words): "(\(words.joined(separator: " ")))"
    case .file(let endings):
      switch endings.count {
      case 0: "_files"
      case 1: "_files -g \"*.\(endings[0])\""
      default: "_files -g \"*.(\(endings.joined(separator: "|")))\""
      }
    case .folder: "_directories"
    case .word: "_scarp_words"
    case .verb: "(\(forms.map(\.name).joined(separator: " ")))"
    case .free, nil: " "
    }
  }

  /// The text without what `_arguments` reads as its own.
  private static func plain(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if ":[]\\".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

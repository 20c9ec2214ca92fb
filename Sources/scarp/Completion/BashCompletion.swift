/// The completion of calls in bash, from the forms of the verbs.
struct BashCompletion {
  private let forms: [CommandForm]

  init(_ forms: [CommandForm]) { self.forms = forms }

  /// A script to be sourced, or put among bash-completion's.
  var script: String {
    """
    # bash completion of scarp, made by: scarp completion bash

    _scarp_fill() { mapfile -t COMPREPLY < <(compgen "$@" -- "$current"); }

    _scarp_folders() { compopt -o filenames 2>/dev/null; _scarp_fill -d; }

    # Files with one of the endings given, and folders that may hold some.
    _scarp_files() {
      compopt -o filenames 2>/dev/null
      [[ $# -gt 0 ]] || { _scarp_fill -f; return; }
      local ending file
      COMPREPLY=()
      for ending; do
        while IFS= read -r file; do
          [[ -d $file ]] || COMPREPLY+=("$file")
        done < <(compgen -f -X "!*.$ending" -- "$current")
      done
      while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -d -- "$current")
    }

    # The next word of each word of the language that begins with those typed so far.
    _scarp_words() {
      local typed=${operands[*]} phrase next
      declare -A seen=()
      typed=${typed:+$typed }
      COMPREPLY=()
      while IFS= read -r phrase; do
        [[ $phrase == "$typed"* ]] || continue
        next=${phrase#"$typed"}
        next=${next%% *}
        [[ $next == "$current"* && ! ${seen[$next]-} ]] || continue
        seen[$next]=1
        COMPREPLY+=("$next")
      done <<'WORDS'
    \(Filling.explained.joined(separator: "\n"))
    WORDS
    }

    _scarp() {
      # bash cuts words at = and :, so that --template=lesson comes as three.
      local current=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]} values options wanted= index word
      local operands=()
      COMPREPLY=()
      if [[ $COMP_CWORD -eq 1 ]]; then
        _scarp_fill -W '\(forms.map(\.name).joined(separator: " ")) --help --version'
        return
      fi
      case $verb in
    \(forms.map(takes).joined(separator: "\n"))
        *) return ;;
      esac
      for ((index = 2; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [[ $word == = ]]; then
          continue
        elif [[ -n $wanted ]]; then
          wanted=
        elif [[ $values == *" $word "* ]]; then
          wanted=$word
        elif [[ $word != -* ]]; then
          operands+=("$word")
        fi
      done
      [[ $current == = ]] && current=
      if [[ -z $wanted && $current == -* ]]; then
        _scarp_fill -W "$options"
        return
      fi
      [[ -n $wanted ]] || wanted=$((${#operands[@]} + 1))
      case "$verb $wanted" in
    \(forms.flatMap(places).joined(separator: "\n"))
      esac
    }

    complete -o bashdefault -F _scarp scarp

    """
  }

  /// Which options a verb takes, and which of them take values.
  private func takes(_ form: CommandForm) -> String {
    let all = form.allOptions.flatMap(\.spellings).joined(separator: " ")
    let values = form.allOptions.filter { $0.value != nil }.flatMap(\.spellings)
    return "    \(form.name)) options='\(all)' values=' \(values.joined(separator: " ")) ' ;;"
  }

  /// What fills the places of a verb: its operands by number, its options by spelling.
  private func places(_ form: CommandForm) -> [String] {
    let operands = form.operands.enumerated().compactMap { index, operand -> String? in
      let place = operand.takesMany ? "*" : "\(index + 1)"
      return command(operand.name).map { "    '\(form.name) '\(place)) \($0) ;;" }
    }
    let options = form.allOptions.compactMap { option -> String? in
      guard let value = option.value, let command = command(value) else { return nil }
      let spelled = option.spellings.map { "'\(form.name) \($0)'" }.joined(separator: " | ")
      return "    \(spelled)) \(command) ;;"
    }
    return options + operands
  }

  private func command(_ name: String) -> String? {
    switch Filling(named: name) {
    case .choices(let words): "_scarp_fill -W '\(words.joined(separator: " "))'"
    case .file(let endings): (["_scarp_files"] + endings).joined(separator: " ")
    case .folder: "_scarp_folders"
    case .word: "_scarp_words"
    case .verb: "_scarp_fill -W '\(forms.map(\.name).joined(separator: " "))'"
    case .free, nil: nil
    }
  }
}

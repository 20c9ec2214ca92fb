import Records

/// The page `scarp(1)` of the system's manual, from the forms of the verbs.
struct ManualPage {
  private let forms: [CommandForm]

  init(_ forms: [CommandForm]) { self.forms = forms }

  /// The page, in the macros of man(7).
  var text: String {
    var lines = [
      ".TH SCARP 1 \"\" \"Scarp \(Release.version)\" \"User Commands\"",
      ".SH NAME", "scarp \\- notebooks for studies of landslide susceptibility",
      ".SH SYNOPSIS", ".B scarp", "\\fIverb\\fR [\\fIoptions\\fR]",
      ".SH DESCRIPTION",
      Self.text(
        "Scarp runs landslide studies: one Markdown file becomes one report. It checks the whole study "
          + "before anything runs, carries out what has changed since the last time, and writes one "
          + "HTML file."),
      ".SH VERBS",
    ]
    for form in forms { lines += section(form) }
    lines += [".SH OPTIONS OF EVERY VERB"]
    for option in CommandForm.everywhere { lines += entry(option) }
    lines += [".SH EXIT STATUS"]
    for (code, meaning) in Scarp.exitCodes {
      lines += [".TP", ".B \(code)", Self.text(meaning)]
    }
    lines += [".SH ENVIRONMENT"]
    for (name, meaning) in Self.variables {
      lines += [".TP", ".B \(name)", Self.text(meaning)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let variables = [
    ("SCARP_CACHE", "the folder of the cache; else that of XDG_CACHE_HOME, else ~/.cache/scarp"),
    (
      "SCARP_TEMPLATES",
      "the folder of the templates; else share/scarp/templates beside the program"
    ),
    ("SCARP_WORKER", "the worker program; else scarp-worker beside the program"),
    ("NO_COLOR", "write messages without colours"),
  ]

  private func section(_ form: CommandForm) -> [String] {
    var lines = [".SS \(Self.text(form.usage))", Self.text(form.summary)]
    for option in form.options { lines += entry(option) }
    guard !form.notes.isEmpty else { return lines }
    lines += [".PP", ".nf"] + form.notes.map(Self.text) + [".fi"]
    return lines
  }

  private func entry(_ option: CommandForm.Option) -> [String] {
    let names = option.spellings.map { "\\fB\(Self.text($0))\\fR" }.joined(separator: ", ")
    let value = option.value.map { " \\fI\(Self.text($0))\\fR" } ?? ""
    return [".TP", names + value, Self.text(option.help)]
  }

  /// The text without what troff reads as its own.
  private static func text(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}

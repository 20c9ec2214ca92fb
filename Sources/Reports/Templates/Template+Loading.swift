extension Template {
  /// Reads the template that the environment names, or the one that came with the program.
  ///
  /// - Returns: the template.
  /// - Throws: a ``TemplateFault``.
  public static func load() throws(TemplateFault) -> Template {
    try load(from: TemplateFolder())
  }

  /// Reads the template of a folder: `report.html`, `report.css`, and more rules where they are named.
  ///
  /// - Throws: a ``TemplateFault``.
  public static func load(
    from folder: TemplateFolder, adding rules: String? = nil
  ) throws(TemplateFault) -> Template {
    var style = try folder.text("report.css")
    if let rules { style += try "\n" + folder.text(rules) }
    return try Template(page: folder.text("report.html"), style: style)
  }
}

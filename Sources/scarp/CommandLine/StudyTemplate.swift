import Reports

/// What `scarp new` begins a study with: a folder of `templates/studies`.
enum StudyTemplate: String, CaseIterable {
  /// A whole study of susceptibility.
  case susceptibility
  /// The detection of landslides in images.
  case detection
  /// One method, with exercises.
  case lesson

  /// The names, as an option's value is called.
  static var names: String { allCases.map(\.rawValue).joined(separator: "|") }

  /// Whether it needs made-up data: its truth must be known.
  var isSimulated: Bool { self == .lesson }

  /// Whether it reads images.
  var hasImages: Bool { self == .detection }

  /// A file of a new study.
  struct File {
    /// Where it goes, in the study's folder.
    let path: String
    let text: String
  }

  /// The files of a new study.
  ///
  /// - Throws: a ``TemplateFault``.
  func files(for name: StudyName) throws(TemplateFault) -> [File] {
    let folder = try TemplateFolder()
    let own = "studies/\(rawValue)"
    var files = [
      File(path: name.text + ".md", text: try Self.filled(folder.text(own + "/study.md"), name))
    ]
    for path in ["data/README.md", "data/dataset.yaml"] where folder.has("\(own)/\(path)") {
      files.append(File(path: path, text: try Self.filled(folder.text("\(own)/\(path)"), name)))
    }
    return files
  }

  /// The text with its places filled, each as its surroundings need it.
  ///
  /// - Throws: ``TemplateFault/unknownSlot(_:known:)``.
  static func filled(_ text: String, _ name: StudyName) throws(TemplateFault) -> String {
    let values = [
      "title": name.yamlTitle, "heading": name.markdownTitle,
      "notebook": (name.text + ".md").shellWord,
    ]
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "{{") {
      let after = rest[start.upperBound...]
      guard let end = after.firstRange(of: "}}") else { break }
      let slot = String(after[..<end.lowerBound])
      guard let value = values[slot] else { throw .unknownSlot(slot, known: values.keys.sorted()) }
      result += rest[..<start.lowerBound] + value
      rest = after[end.upperBound...]
    }
    return result + rest
  }
}

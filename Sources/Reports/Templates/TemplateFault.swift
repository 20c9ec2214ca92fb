/// What can be wrong with the files that shape a report.
public enum TemplateFault: Error, Sendable, Equatable {
  /// No folder holds `report.html`; the folders that were looked into.
  case notFound(searched: [String])
  /// A file cannot be read; its path and why.
  case unreadable(path: String, reason: String)
  /// A file is not UTF-8.
  case notText(path: String)
  /// `{{name}}` names no part of a report.
  case unknownSlot(String, known: [String])
  /// A part that every report must hold has no place.
  case missingSlot(String)
  /// The style sheet holds `</`, which would end the style element.
  case endTagInStyle

  /// What is wrong.
  public var message: String {
    switch self {
    case .notFound(let searched):
      "no templates were found; looked into \(searched.joined(separator: ", "))"
    case .unreadable(let path, let reason): "the template \(path) cannot be read: \(reason)"
    case .notText(let path): "the template \(path) is not text in UTF-8"
    case .unknownSlot(let name, _): "the template has a place for “\(name)”, which no report has"
    case .missingSlot(let name): "the template has no place for “\(name)”"
    case .endTagInStyle: "the style sheet holds “</”"
    }
  }

  /// What to do about it.
  public var advice: String {
    switch self {
    case .notFound: "Set SCARP_TEMPLATES to the folder that holds report.html."
    case .unreadable: "Make the file readable."
    case .notText: "Save the file as UTF-8."
    case .unknownSlot(_, let known): "Use one of \(known.joined(separator: ", "))."
    case .missingSlot(let name): "Add {{\(name)}} to report.html."
    case .endTagInStyle: "Remove it from report.css."
    }
  }
}

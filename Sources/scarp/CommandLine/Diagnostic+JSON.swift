import Diagnostics
import Storage

extension Diagnostic {
  /// The message as data: code, severity, title, place, help.
  func json(in source: Source) -> JSONValue {
    var json: JSONValue = [
      "code": .string(code.id), "severity": .string(severity.rawValue), "title": .string(title),
    ]
    if let span {
      let start = source.position(at: span.lower)
      let end = source.position(at: span.upper)
      json["line"] = .int(start.line)
      json["column"] = .int(start.column)
      json["endLine"] = .int(end.line)
      json["endColumn"] = .int(end.column)
      json["text"] = .string(source[span])
    }
    json["help"] = .array(help.map { .string($0) })
    return json
  }
}

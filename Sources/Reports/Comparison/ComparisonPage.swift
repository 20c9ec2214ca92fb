public import Records

/// Two reports compared, as one HTML file that needs nothing else.
public struct ComparisonPage: Sendable {
  /// The file, in UTF-8.
  public let html: [UInt8]

  /// The rules that it has beside those of a report.
  public static let rules = "diff.css"

  /// Writes a comparison.
  ///
  /// - Parameters:
  ///   - comparison: what differs.
  ///   - before: the first study.
  ///   - after: the second study.
  ///   - template: the page around it, with ``rules``.
  public init(
    _ comparison: StudyComparison, from before: ComparedStudy, to after: ComparedStudy,
    in template: Template
  ) {
    var writer = ComparisonWriter(comparison: comparison, before: before, after: after)
    let fragments: [Template.Slot: HTMLFragment] = [
      .policy: writer.fragment { writer in
        writer.html.open(
          .meta,
          [.metaEquivalent("Content-Security-Policy"), .metaContent(PageWriter.policy)])
        writer.html.open(.meta, [.metaName("referrer"), .metaContent("no-referrer")])
      },
      .language: writer.fragment { $0.html.text("en") },
      .title: writer.fragment { $0.html.text("\(before.name) and \(after.name)") },
      .header: writer.fragment { $0.writeHeader() },
      .verdict: writer.fragment { $0.writeVerdict() },
      .page: writer.fragment { $0.writePage() },
    ]
    html = template.filled { fragments[$0] ?? .empty }
  }
}

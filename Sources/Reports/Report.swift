public import Diagnostics
import Notebooks

/// A study's report: one HTML file that needs nothing else.
public struct Report: Sendable {
  /// The file, in UTF-8.
  public let html: [UInt8]
  /// What was found wrong while writing it: references to labels that are not there.
  public let diagnostics: [Diagnostic]

  /// Writes a report.
  ///
  /// The same input and template give the same bytes.
  ///
  /// - Parameters:
  ///   - input: what the report shows.
  ///   - template: the page around it.
  public init(_ input: ReportInput, in template: Template) {
    var writer = PageWriter(input)
    // The page comes first: the verdict links to the first of its remarks.
    let page = writer.fragment { $0.writePage() }
    let fragments: [Template.Slot: HTMLFragment] = [
      .policy: writer.fragment { $0.writePolicy() },
      .language: writer.fragment {
        $0.html.text($0.input.notebook.frontMatter.lang?.value ?? "en")
      },
      .title: writer.fragment { $0.html.text($0.titleText) },
      .banner: writer.fragment { $0.writeBanner() },
      .header: writer.fragment { $0.writeHeader() },
      .verdict: writer.fragment { $0.writeVerdict() },
      .contents: writer.fragment { $0.writeContents() },
      .page: page,
      .notes: writer.fragment { $0.writeNotes() },
      .references: writer.fragment { $0.writeReferences() },
      .provenance: writer.fragment { $0.writeProvenance() },
    ]
    html = template.filled { fragments[$0] ?? .empty }
    diagnostics = writer.diagnostics.sorted { ($0.span?.lower ?? 0) < ($1.span?.lower ?? 0) }
  }
}

public import Bibliography
public import Diagnostics
import Markdown
import Notebooks
import Rasters
public import Storage

/// The works that a study cites, from the files that its front matter names.
///
/// Only what describes the cited works counts: the rest of a library may change without changing
/// report or record.
public struct StudyBibliography: Sendable {
  /// A file of the bibliography.
  public struct File: Sendable {
    /// Its path beneath the notebook's folder, as the front matter has it.
    public let path: String
    /// How many works it holds that the study cites.
    public let count: Int
    /// The part of the file that describes these, in the file's own form.
    public let text: String
    /// The SHA-256 of that part.
    public var digest: Digest { Digest(of: text) }
  }

  /// The files, in the order of the front matter.
  public private(set) var files: [File] = []
  /// The works that the page cites and that the files hold.
  public private(set) var works = CitedWorks()
  /// What is wrong with the files and with the citations.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The exit code of the first file that cannot be read; 0 where all can.
  private(set) var exitCode: Int32 = 0

  /// The bibliography of a study that has none.
  init() {}

  /// Reads what a notebook cites.
  ///
  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - folder: the folder of the notebook, beneath which the files lie; empty for the current one.
  ///   - carried: the files' texts by their paths, where a report carries them; then none is opened.
  init(_ notebook: Notebook, folder: String, carried: [String: String]?) {
    let fields = notebook.frontMatter.bibliography
    guard !fields.isEmpty else {
      tellUncited(notebook, known: [], broken: [], hasFiles: false)
      return
    }
    let cited = Set(notebook.citations.map(\.key))
    var found: [Work] = []
    var known: [String] = []
    // Entries with a mistake, which is told already.
    var broken: Set<String> = []
    for field in fields {
      guard let source = source(at: field, in: folder, carried) else { continue }
      let bibliography = Bibliography(source, citing: cited)
      // Of two files the first counts.
      let works = bibliography.works.filter { work in !found.contains { $0.key == work.key } }
      known += bibliography.keys
      for remark in bibliography.remarks where remark.code == .bibliographySyntax {
        if let key = remark.key { broken.insert(key) }
      }
      found += works
      files.append(
        File(
          path: field.value, count: works.count,
          text: bibliography.excerpt(of: Set(works.map(\.key)))))
      tell(bibliography.remarks, of: source, cited: cited, at: field.span)
      tellMissingFields(works, source, at: field.span)
    }
    works = CitedWorks(found)
    // One message for a file that cannot be read, and not another for each of its works.
    if exitCode == 0 { tellUncited(notebook, known: known, broken: broken, hasFiles: true) }
  }

  // MARK: Files

  private mutating func source(
    at field: FrontMatter.Field<String>, in folder: String, _ carried: [String: String]?
  ) -> Source? {
    if let carried {
      return carried[field.value].map { Source(name: field.value, text: $0) }
    }
    do {
      let file = try DataFolder(path: folder.isEmpty ? "." : folder).open(field.value)
      let bytes = try file.bytes(limit: Bibliography.largest)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        fail(
          .badFile, 4, "“\(field.value)” is not text in UTF-8.", "Save the file as UTF-8.", field)
        return nil
      }
      return Source(name: field.value, text: text)
    } catch let fault as RasterError {
      let code: Code =
        switch fault {
        case .missing: .missingFile
        case .outside: .outsideFolder
        case .tooLarge: .limitReached
        default: .badFile
        }
      fail(
        code, code == .outsideFolder ? 6 : code == .limitReached ? 8 : 4, fault.message,
        "Files of the bibliography lie in the notebook's folder or below it.", field)
    } catch {
      fail(
        .badFile, 4, "“\(field.value)” cannot be read: \(error).",
        "Check that the file can be read.", field)
    }
    return nil
  }

  private mutating func fail(
    _ code: Code, _ exitCode: Int32, _ title: String, _ help: String,
    _ field: FrontMatter.Field<String>
  ) {
    if self.exitCode == 0 { self.exitCode = exitCode }
    diagnostics.append(Diagnostic(code, title, at: field.span, help: [help]))
  }

  // MARK: What is told

  /// How many remarks of one file are told; a file in another format has thousands.
  private static let mostTold = 20

  private mutating func tell(
    _ remarks: [Bibliography.Remark], of source: Source, cited: Set<String>, at span: Span
  ) {
    // What is strange about a work that the page does not cite is of no matter to it.
    // A mistake of writing may hide one that it does cite.
    let own = remarks.filter { remark in
      remark.code == .bibliographySyntax || remark.key.map(cited.contains) ?? true
    }
    for remark in own.prefix(Self.mostTold) {
      let line = source.line(at: remark.span.lower)
      diagnostics.append(
        Diagnostic(
          remark.code, "\(source.name), line \(line): \(remark.title)", at: span,
          help: [remark.help]))
    }
  }

  private mutating func tellMissingFields(_ works: [Work], _ source: Source, at span: Span) {
    for work in works {
      let hasMaker =
        !work.authors.names.isEmpty || !work.editors.names.isEmpty || !work.publisher.isEmpty
      let missing = [
        work.title.isEmpty ? "title" : nil, work.year.isEmpty ? "year" : nil,
        hasMaker ? nil : "author",
      ].compactMap { $0 }
      guard !missing.isEmpty else { continue }
      diagnostics.append(
        Diagnostic(
          .bibliographyFieldMissing,
          "\(source.name), line \(source.line(at: work.span.lower)): "
            + "“\(work.key)” has no \(missing.joined(separator: " and no "))",
          at: span, help: ["Add the field to the entry."]))
    }
  }

  private mutating func tellUncited(
    _ notebook: Notebook, known: [String], broken: Set<String>, hasFiles: Bool
  ) {
    var told: Set<String> = []
    for citation in notebook.citations where works[citation.key] == nil {
      // Without a bibliography an @ in running text is an @.
      guard hasFiles || citation.form != .textual, !broken.contains(citation.key),
        told.insert(citation.key).inserted
      else { continue }
      let near = nearest(to: citation.key, among: known)
      diagnostics.append(
        Diagnostic(
          .citationUnknown,
          hasFiles
            ? "the bibliography holds no “\(citation.key)”"
            : "“\(citation.key)” is cited, but the front matter names no bibliography",
          at: citation.span,
          help: [
            near.map { "Did you mean “@\($0)”?" }
              ?? (hasFiles
                ? "Add the entry, or correct the key."
                : "Add a line “bibliography: references.bib” to the front matter.")
          ]))
    }
  }
}

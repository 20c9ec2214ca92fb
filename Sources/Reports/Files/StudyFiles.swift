public import Engine
import Language
public import Records
public import Storage
public import Vocabulary

/// The files that lie beside the report of a run: figures, tables and rasters.
public struct StudyFiles {
  /// A table or figure with the name of its files, without folder and ending.
  public struct Named: Sendable {
    /// The name.
    public let name: String
    /// What is shown.
    public let shown: ShownResult
  }

  /// The tables and figures, in page order.
  public let exhibits: [Named]
  private let run: StudyRun
  /// The rasters that the run wrote for other programs, by name.
  public let rasters: [(name: String, payload: Storage.Entry.Payload)]

  /// Gathers the files of a run.
  public init(_ run: StudyRun, _ findings: StudyFindings) {
    self.run = run
    var names = FileNames()
    exhibits = ShownResult.all(of: run, findings).map {
      Named(name: names.name(for: $0.id), shown: $0)
    }
    var rasterNames = FileNames()
    rasters = zip(run.plan?.steps ?? [], run.outcomes).compactMap { step, outcome in
      guard case .raster(let name) = step.origin, let payload = outcome.entry?.payloads.first
      else { return nil }
      return (rasterNames.name(for: name), payload)
    }
  }

  /// All files, by their paths beneath the folder.
  public var files: [KeptFolder.File] {
    exhibits.flatMap { exhibit -> [KeptFolder.File] in
      switch exhibit.shown.content {
      case .table(let table):
        return [KeptFolder.File("tables/\(exhibit.name).csv", bytes: Array(table.csv.utf8))]
      case .figure:
        return FigureValue.Format.allCases.compactMap { format in
          exhibit.picture(format).map {
            KeptFolder.File("figures/\(exhibit.name).\(format.rawValue)", copying: $0)
          }
        }
      }
    } + rasters.map { KeptFolder.File("rasters/\($0.name).tif", copying: $0.payload) }
  }
}

extension StudyFiles.Named {
  /// The figure in a format; none for a table.
  public func picture(_ format: FigureValue.Format) -> Storage.Entry.Payload? {
    guard case .figure(let figure) = shown.content,
      let file = figure.files.first(where: { $0.format == format })
    else { return nil }
    return shown.entry?.payload(file.payload.name)
  }

  /// The table as CSV or LaTeX; none for a figure.
  public func text(isLaTeX: Bool) -> String? {
    guard case .table(let table) = shown.content else { return nil }
    return isLaTeX
      ? ReportTable(table, caption: shown.caption, label: shown.label).latex : table.csv
  }
}

extension StudyFiles {
  /// All rows of a value as CSV or LaTeX, the members of a family below one another; none where the
  /// study has no such value, or a table would say nothing of it.
  public func text(ofValue name: String, isLaTeX: Bool) -> String? {
    guard let plan = run.plan,
      let statement = plan.program.statements.first(where: { $0.names.contains(name) })
    else { return nil }
    var tables: [(label: String, table: DisplayTable)] = []
    for (step, outcome) in zip(plan.steps, run.outcomes) {
      guard step.origin == .statement(statement.index), step.isMember,
        var value = outcome.result?.value
      else { continue }
      if let parts = (value as? any ValueWithParts)?.parts, statement.names.count == parts.count,
        let part = statement.names.firstIndex(of: name)
      {
        value = parts[part]
      }
      let member = step.coordinates.map { "\($0.axis) \($0.member)" }.joined(separator: ", ")
      tables.append((member, (value as? any ValueWithRows)?.rows() ?? value.display()))
    }
    guard let first = tables.first?.table, !first.columns.isEmpty,
      let table = tables.count == 1
        ? first : try? DisplayTable.stacked(tables, under: "Member")
    else { return nil }
    return isLaTeX ? ReportTable(table, caption: "", label: nil).latex : table.csv
  }
}

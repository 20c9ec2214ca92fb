public import Bibliography
public import Diagnostics
public import Notebooks

/// All that a report shows, as plain values: what a run hands to the page.
public struct ReportInput: Sendable {
  /// The notebook whose page it is.
  public var notebook: Notebook
  /// What became of each cell, by the cell's index; a cell without one is shown without colours.
  public var cells: [CellReport]
  /// The text of each inline quantity, by its index.
  public var quantities: [QuantityReport]
  /// What the first page says of the whole.
  public var verdict: Verdict
  /// The data that the study read.
  public var dataSets: [DataSet]
  /// The works that the page cites.
  public var works: CitedWorks
  /// Remarks on the page's text, shown where they arise.
  public var remarks: [Diagnostic]
  /// How the report was made.
  public var provenance: Provenance
  /// What the report carries with it, so that it can be repeated: the notebook, the record.
  public var attachments: [Attachment]

  /// Creates the input of a report on a notebook that has not run.
  public init(notebook: Notebook) {
    self.notebook = notebook
    cells = []
    quantities = []
    verdict = Verdict()
    dataSets = []
    works = CitedWorks()
    remarks = []
    provenance = Provenance()
    attachments = []
  }
}

/// What became of an inline quantity.
public enum QuantityReport: Sendable, Equatable {
  /// Its text, with unit.
  case value(String)
  /// Why there is none.
  case missing(String)
}

/// A data set that a study read.
public struct DataSet: Sendable, Equatable {
  /// Its title, or its folder's name.
  public var title: String
  /// What else is known: source, licence.
  public var description: String
  /// Whether it is made up.
  public var isSimulated: Bool

  /// Creates a data set.
  public init(title: String, description: String = "", isSimulated: Bool = false) {
    self.title = title
    self.description = description
    self.isSimulated = isSimulated
  }
}

public import Vocabulary

extension GridFact.Extent {
  /// What the checker keeps of a grid.
  public init(_ grid: Grid) {
    self.init(
      columns: grid.columns, rows: grid.rows, west: grid.west, north: grid.north,
      cellWidth: grid.cellWidth, cellHeight: grid.cellHeight, crs: grid.crs.label,
      isGeographic: grid.crs.isGeographic)
  }
}

extension FileFacts {
  /// What the header of an input file says, for the checker.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - kind: what the notebook reads it as: raster, classes or bands; points, lines or areas;
  ///     table or places.
  ///   - formats: the reader of formats.
  /// - Throws: ``RasterError`` and ``TableError`` where the file is not of that kind.
  public init(of file: InputFile, as kind: Kind, formats: any FormatReader) throws {
    self.init()
    switch kind {
    case .raster, .classes, .bands:
      let header = try formats.header(of: file)
      grid = GridFact.Extent(header.grid)
      bands = header.bands.count
    case .points, .lines, .areas:
      let header = try formats.vectorHeader(of: file, layer: nil)
      columns = header.fields
      count = header.count
      crs = header.crs.label
      isGeographic = header.crs.isGeographic
      geometry = header.kind?.rawValue
    default:
      let table = try CSVReader.table(file)
      columns = table.columns.map(\.name)
      count = table.rowCount
      levels = FileFacts.levels(of: table)
    }
  }
}

public import Numerics

/// Which class goes into which group.
public struct ClassGroups: Sendable {
  /// The smallest code that a layer of classes may hold.
  private static let lowest = -32_768

  /// How many groups there are.
  public let count: Int
  /// The names of groups by their code less one; none where groups are numbers.
  private let names: [String]?
  /// The code of each class's group, by the class's code less the lowest; NaN where there is none.
  private let codes: [Float]

  /// Reads a table with the columns class and group.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - layer: the layer, whose classes must all be in the table.
  ///   - name: the name that messages use for the layer.
  /// - Throws: ``RegroupError``, and ``TableError/noColumn(file:column:columns:)``.
  public init(_ table: Table, of layer: RasterLayerFacts, called name: String) throws {
    func column(_ name: String) throws -> Table.Cells {
      guard let cells = table[name] else {
        throw TableError.noColumn(
          file: table.source, column: name, columns: table.columns.map(\.name))
      }
      return cells
    }
    let classes = try Self.classes(column("class"), of: layer, in: table.source)
    let groups = try Self.groups(column("group"), in: table.source)
    var codes = [Float](repeating: .nan, count: 65_536 - Self.lowest)
    for (row, code) in classes.enumerated() {
      let place = code - Self.lowest
      if !codes[place].isNaN, codes[place] != Float(groups.codes[row]) {
        let first = classes.firstIndex(of: code) ?? row
        throw RegroupError.twoGroups(
          table: table.source, class: "\(code)", first: groups.texts[first],
          second: groups.texts[row])
      }
      codes[place] = Float(groups.codes[row])
    }
    let missing = (layer.codes ?? []).enumerated().filter { codes[$1 - Self.lowest].isNaN }
    guard missing.isEmpty else {
      throw RegroupError.missingClasses(
        table: table.source, layer: name,
        classes: missing.map { position, code in
          layer.labels.map { "“\($0[position])”" } ?? "\(code)"
        })
    }
    count = Set(groups.codes).count
    names = groups.names
    self.codes = codes
  }

  /// The group's code of a class; NaN of what is no class of the table.
  @inline(__always)
  func code(of cell: Float) -> Float {
    cell.isNaN ? .nan : codes[Int(cell) - Self.lowest]
  }

  /// The names of some groups; none where groups are numbers.
  func labels(of groups: [Int]) -> [String]? { names.map { names in groups.map { names[$0 - 1] } } }

  /// The codes of the classes, row by row.
  private static func classes(
    _ cells: Table.Cells, of layer: RasterLayerFacts, in table: String
  ) throws -> [Int] {
    switch cells {
    case .numbers(let numbers):
      try numbers.enumerated().map { row, number in
        if number.isNaN {
          throw RegroupError.emptyField(table: table, column: "class", row: row + 1)
        }
        guard let code = Int(exactly: number), code >= lowest, code <= 65_535 else {
          throw RegroupError.notClass(table: table, row: row + 1, found: "\(number)")
        }
        return code
      }
    case .texts(let texts):
      try texts.enumerated().map { row, text in
        guard let text else {
          throw RegroupError.emptyField(table: table, column: "class", row: row + 1)
        }
        if let position = layer.labels?.firstIndex(of: text), let codes = layer.codes {
          return codes[position]
        }
        guard let code = Int(text), code >= lowest, code <= 65_535 else {
          throw RegroupError.notClass(table: table, row: row + 1, found: text)
        }
        return code
      }
    }
  }

  /// The codes of the groups, row by row, with the texts that say them and the groups' names.
  private static func groups(
    _ cells: Table.Cells, in table: String
  ) throws -> (codes: [Int], texts: [String], names: [String]?) {
    switch cells {
    case .numbers(let numbers):
      let codes = try numbers.enumerated().map { row, number in
        if number.isNaN {
          throw RegroupError.emptyField(table: table, column: "group", row: row + 1)
        }
        guard let code = Int(exactly: number), (0...65_535).contains(code) else {
          throw RegroupError.notCode(table: table, row: row + 1, found: "\(number)")
        }
        return code
      }
      return (codes, codes.map { "\($0)" }, nil)
    case .texts(let texts):
      var names: [String] = []
      let codes = try texts.enumerated().map { row, text in
        guard let text else {
          throw RegroupError.emptyField(table: table, column: "group", row: row + 1)
        }
        if let known = names.firstIndex(of: text) { return known + 1 }
        names.append(text)
        return names.count
      }
      return (codes, texts.map { $0 ?? "" }, names)
    }
  }
}

/// Puts the classes of a layer into their groups.
///
/// - Input: a layer of class codes, all of them in the table.
/// - Output: the codes of the groups; no data stays.
/// - Parameters:
///   - classes: the layer.
///   - groups: which class goes into which group.
///   - writer: takes the groups, one band on the same grid.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
public func regroup(
  _ classes: RasterLayer, by groups: ClassGroups, to writer: any RasterWriter,
  threads: Int = ThreadLimit.current
) throws {
  try mapBlocks([classes], to: writer, threads: threads) { block, outputs in
    let cells = block.origin(0)
    for cell in 0..<block.window.count { outputs[0][cell] = groups.code(of: cells[cell]) }
  }
}

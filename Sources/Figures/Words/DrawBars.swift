import Diagnostics
import Learning
public import Vocabulary

/// Bars of the numbers of a value's table.
public struct DrawBars: RunnableWord {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let version = 2
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw bars", .output, "Draws the numbers of a value as bars, one for each row of its table.",
    formula: """
      The first column of texts names the bars; of two, the first groups them. The bars are as \
      long as the first column of numbers, or the one named. Members of a family that name the same \
      bars, up to four, stand side by side.
      """,
    example: "draw bars of drops as fig-drops \"Loss of AUC when one factor is left out.\"")
  let value = Parameter<any Value>(
    "value", .after("of"), .value([]), "What has a table of numbers.", takesFamily: true)
  let column = Parameter<String?>(
    "column", .after("by"), .text, "The title of the column of numbers.", default: nil)
  let width = FigureSize.width
  let resolution = FigureSize.resolution

  /// Creates the word.
  public init() {}

  /// A figure.
  public func infer(_ call: Inference) -> ValueType {
    call.requireWidth(width)
    return ValueType(.figure)
  }

  /// Draws the table of each member.
  public func run(_ call: Call) throws -> any Value {
    try FigureValue.make(
      try figure(call), as: .svg, FigureSize(call, width, resolution), in: call.environment)
  }

  /// What is drawn.
  func figure(_ call: Call) throws -> BarFigure {
    var groups: [BarFigure.Group] = []
    var isClustered = true
    var title = ""
    var unit = ""
    var decimals: Int?
    let wanted = try call[column]
    for (mention, member) in try call.members(value) {
      let table = TableBars(member.value.display())
      let usual = (member.value as? any ValueWithBars)?.barColumn
      let numbers = try table.numbers(wanted ?? usual)
      title = numbers.title
      unit = MapScene.shown(symbol: numbers.unit)
      decimals = numbers.decimals
      let grouped = table.grouped(numbers)
      if grouped.isEmpty { throw FigureError.nothingToDraw(name: mention.text) }
      isClustered = isClustered && grouped.count == 1 && grouped[0].title.isEmpty
      groups += grouped.map { group in
        let names = [member.label, group.title].filter { !$0.isEmpty }
        return BarFigure.Group(title: names.joined(separator: ", "), bars: group.bars)
      }
    }
    isClustered =
      isClustered && (2...4).contains(groups.count) && !groups.contains(where: \.title.isEmpty)
      && groups.allSatisfy { $0.bars.map(\.label) == groups[0].bars.map(\.label) }
    let isRatio = (call.argument(value)?.references.first?.type.kind ?? .unknown) == .ratios
    return BarFigure(
      title: title, unit: unit, groups: groups, reference: isRatio ? 1 : nil, decimals: decimals,
      isClustered: isClustered)
  }
}

/// The bars that a table of the report holds.
struct TableBars {
  /// A column of numbers.
  struct Numbers {
    let title: String
    let unit: String
    /// The numbers, not a number where a cell is empty.
    let values: [Double]
    /// The decimals that the table prints, where all its cells agree.
    let decimals: Int?
  }

  private let table: DisplayTable

  init(_ table: DisplayTable) { self.table = table }

  /// The column of this title, or the first that holds numbers.
  ///
  /// - Throws: ``FigureError/noColumn(wanted:columns:)``.
  func numbers(_ wanted: String?) throws(FigureError) -> Numbers {
    let columns = table.columns.indices.filter { table.columns[$0].isNumeric }
    let found =
      wanted.map { title in
        columns.first { table.columns[$0].title.lowercased() == title.lowercased() }
      } ?? columns.first
    guard let index = found else {
      throw .noColumn(wanted: wanted ?? "", columns: columns.map { table.columns[$0].title })
    }
    var decimals: Set<Int?> = []
    let values = table.rows.map { row -> Double in
      guard case .number(let value, let printed) = row[index] else { return .nan }
      decimals.insert(printed)
      return value
    }
    return Numbers(
      title: table.columns[index].title, unit: table.columns[index].unit, values: values,
      decimals: decimals.count == 1 ? decimals.first ?? nil : nil)
  }

  /// The bars by the first column of texts, where there are two.
  func grouped(_ numbers: Numbers) -> [BarFigure.Group] {
    let texts = table.columns.indices.filter { !table.columns[$0].isNumeric }
    var groups: [(title: String, bars: [BarFigure.Bar])] = []
    for (row, value) in zip(table.rows, numbers.values) {
      let names = texts.prefix(2).map { row[$0].text }
      let title = names.count == 2 ? names[0] : ""
      let bar = BarFigure.Bar(label: names.last ?? "", value: value)
      // An empty cell of the first column goes on with the group above.
      if let last = groups.last, last.title == title || (names.count == 2 && title.isEmpty) {
        groups[groups.count - 1].bars.append(bar)
      } else {
        groups.append((title, [bar]))
      }
    }
    return groups.map { BarFigure.Group(title: $0.title, bars: $0.bars) }
  }
}

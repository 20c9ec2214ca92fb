import Notebooks
import Vocabulary

extension Manual {
  /// The statements that examples build on.
  var namesPage: Page {
    let statements = ExampleNames.statements.map(\.text).joined(separator: "\n")
    return Page(
      path: "names.md",
      text: """
        # Names

        \(Self.origin)

        The examples of the manual use names without defining them. These statements define them, on a
        made-up area of 260 by 220 cells; `tools/example-area` makes the files, and the seed is 5. An
        example needs only those that it uses, and what these use. Where an example defines a name
        itself, its own statement takes the place of the one here.

        \(Markdown.block(statements, language: "scarp"))

        """)
  }

  /// The metrics.
  var metricsPage: Page {
    let rows = catalog.metrics.map { metric in
      "| `\(metric.name)` | \(Markdown.cell(metric.title)) | "
        + "\(metric.lowerIsBetter ? "less" : "more") | \(Markdown.cell(metric.help)) |"
    }
    return Page(
      path: "metrics.md",
      text: """
        # Metrics

        \(Self.origin)

        What `show scores`, `best`, `jackknife` and `permutation importance` can be asked for. Each is a
        quantity as well: [Scores](words/scores.md) has the formulas. “pooled” before a metric judges the
        held-out places of all folds together, “out-of-bag” the places of a forest's training by the
        trees that have not seen them. Classes are told apart at a probability of 0.5 unless the
        statement says “at 0.3”.

        | metric | head of a table | better is | what it is |
        |---|---|---|---|
        \(rows.joined(separator: "\n"))

        """)
  }

  /// The units.
  var unitsPage: Page {
    let rows = Unit.simple.map { unit in
      let base = Quantity.plain(unit.scale)
      return "| `\(unit.symbol)` | \(unit.dimension.phrase) | \(base) \(Self.base(of: unit)) |"
    }
    return Page(
      path: "units.md",
      text: """
        # Units

        \(Self.origin)

        Every number that can have a unit has one. Two simple units can be joined by `/`, as in `1/m`,
        `rad/m` or `m/km`; `%` is a hundredth. The symbols are reserved words, but for `g`, which is a
        unit only after a number. Degrees are degrees of plane angle: of a slope or an aspect, and never
        of longitude.

        | unit | measures | one of it is |
        |---|---|---|
        \(rows.joined(separator: "\n"))

        """)
  }

  private static func base(of unit: Unit) -> String {
    switch unit.dimension {
    case .length: "m"
    case .area: "m2"
    case .angle: "radians"
    case .acceleration: "m/s2"
    default: ""
    }
  }

  /// The keys of the front matter.
  var frontMatterPage: Page {
    let rows = FrontMatter.keys.map { key in
      "| `\(key.name)` | \(Markdown.cell(key.takes)) | \(Markdown.cell(key.meaning)) |"
    }
    return Page(
      path: "front-matter.md",
      text: """
        # Front matter

        \(Self.origin)

        The settings at the head of a notebook, between two lines `---`. All keys may be left out; a key
        that is not known is an error ([E009](codes.md#e009)), so that none is without effect unseen.

        | key | takes | meaning |
        |---|---|---|
        \(rows.joined(separator: "\n"))

        A cell can begin with lines of options, which change how the report shows it and no result:
        `#| label: NAME` names the cell, `#| echo: false` hides its commands, `#| fold: true` folds them
        away.

        """)
  }
}

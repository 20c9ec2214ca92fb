/// A study on a table of forty made-up places, small enough to run in a test.
enum SmallStudy {
  /// The notebook.
  static let text = """
    ---
    title: "Forty places"
    seed: 5
    ---

    # Question

    There are `{scarp} count of places` places.

    ```{scarp}
    side   = setting 9, from 3 to 31, odd "side of a window"
    places = read places "places.csv" with slope in degrees, wet, label slide

    check count of places is 40
    ```

    # Model

    ```{scarp}
    factors = stack of places.slope, places.wet
    glm     = fit logistic regression on places, reading factors

    check auc of glm on places is above 0.5
    show coefficients of glm as tbl-coefficients "Coefficients."
    show side as tbl-side "The side."
    ```

    The AUC is `{scarp} auc of glm on places, 3 decimals` (@tbl-coefficients).

    """

  /// The table: a slide is likelier where it is steep, and never certain.
  static let table: String = {
    var lines = ["slope,wet,slide"]
    for index in 0..<40 {
      let slope = 5 + (index * 17) % 40
      let wet = Double((index * 7) % 11) / 10
      let slide = slope + (index * 13) % 23 > 35 ? 1 : 0
      lines.append("\(slope),\(wet),\(slide)")
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  /// A folder with the study and its data.
  static func workplace() throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(text, to: "study.md")
    try workplace.write(table, to: "data/places.csv")
    return workplace
  }
}

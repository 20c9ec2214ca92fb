/// Codes of the language itself: E1xx reading and binding, W40x what a value has seen, E5xx inputs.
extension Code {
  /// A character that no token begins with.
  public static let strayCharacter = Code(
    "E101", "A character has no meaning in a command.",
    explanation:
      "Commands are made of words, numbers, quoted texts and the signs , : = ( ) + - * / ^ < > . and %.",
    example: "slope = slope of dem in degrees;", cure: "slope = slope of dem in degrees")
  /// A text without its closing quote.
  public static let openText = Code(
    "E102", "A quoted text is not closed on its line.",
    explanation: "A text begins and ends with \" on one line. Inside it, \\\" stands for a quote.",
    example: "dem = read raster \"dem.tif", cure: "dem = read raster \"dem.tif\"")
  /// A number that no double holds.
  public static let numberTooLarge = Code(
    "E103", "A number is too large.",
    explanation: "Numbers are kept as 64-bit floating point, up to about 1.8e308.",
    example: "height = setting 1e999",
    cure: "height = setting 1e9")
  /// An indented line where no block is.
  public static let strayIndent = Code(
    "E104", "A line is indented where no block is expected.",
    explanation:
      "Statements start at the left edge of a cell; only the lines of a block are indented.",
    example: "  slope = slope of dem in degrees", cure: "slope = slope of dem in degrees")
  /// A label without a caption.
  public static let labelWithoutCaption = Code(
    "E105", "A figure's or table's label needs a caption.",
    explanation:
      "What the reader sees is part of the sentence: the label is followed by its caption.",
    example: "draw map of dem as fig-dem", cure: "draw map of dem as fig-dem \"Elevation.\"")
  /// A name that nothing defines.
  public static let unknownName = Code(
    "E110", "A name is used that nothing defines.",
    explanation: "Every value has a name, given once with `name = …` before it is used.",
    example: "dem = read raster \"dem.tif\" in m\nslope = slope of dme in degrees",
    cure: "dem = read raster \"dem.tif\" in m\nslope = slope of dem in degrees")
  /// A name used above its definition.
  public static let usedTooEarly = Code(
    "E111", "A name is used before the statement that defines it.",
    explanation: "Statements take effect in page order. Move the definition up, or the use down.",
    example: "slope = slope of dem in degrees\ndem = read raster \"dem.tif\" in m",
    cure: "dem = read raster \"dem.tif\" in m\nslope = slope of dem in degrees")
  /// A reserved word as a name.
  public static let reservedName = Code(
    "E112", "A reserved word cannot be a name.",
    explanation:
      "Words that announce parts of a sentence (of, by, onto, with, m, km2 …) are reserved, so that no sentence can be read in two ways.",
    example: "by = setting 3", cure: "exponent = setting 3")
  /// A name given twice.
  public static let nameTwice = Code(
    "E113", "A name is given twice.",
    explanation:
      "A name is given once in a notebook and never changed; so what the page says of it is always true.",
    example: "a = setting 1\na = setting 2", cure: "a = setting 1\nb = setting 2")
  /// A verb the language does not have.
  public static let unknownWord = Code(
    "E114", "The language has no such word.",
    explanation:
      "A statement begins with a word of the language, or is arithmetic on named values. `scarp explain` lists all words.",
    example: "slope = steepness of dem", cure: "slope = slope of dem in degrees")
  /// Words that fit nowhere in a sentence.
  public static let unexpectedWords = Code(
    "E115", "Part of a sentence fits no part of the word's form.",
    explanation:
      "Each word says which parts its sentence can have; `scarp explain WORD` shows them.",
    example: "slope = slope of dem onto dem", cure: "slope = slope of dem in degrees")
  /// A part that a sentence must have.
  public static let missingPart = Code(
    "E116", "A sentence lacks a part that it must have.",
    explanation: "The message names the part; `scarp explain WORD` shows a whole sentence.",
    example: "scaled = scale factors by min-max",
    cure: "scaled = scale factors by min-max, learned from train")
  /// A part given twice.
  public static let partTwice = Code(
    "E117", "A part of a sentence is given twice.",
    explanation:
      "Each part of a sentence can stand once. Several values of one part are separated by commas.",
    example: "to_fault = distance to faults in m, onto dem, onto slope",
    cure: "to_fault = distance to faults in m, onto dem")
  /// A value of another kind than needed.
  public static let wrongKind = Code(
    "E118", "A value is of another kind than is needed here.",
    explanation:
      "Every value has a kind: raster, points, places, stack, model. The message says which kind is needed and which was found.",
    example: "slope = slope of slides in degrees", cure: "slope = slope of dem in degrees")
  /// A part after a dot that the value has not.
  public static let unknownMember = Code(
    "E119", "A value has no part of that name.",
    explanation: "After a dot stands a part of the value: a band, a column, a member of a group.",
    example: "red = landsat.rde",
    cure: "red = landsat.red")
  /// A word that is not one of the choices.
  public static let unknownChoice = Code(
    "E120", "A word is not one of the choices here.",
    explanation:
      "Where a method is chosen by name, the names are fixed; `scarp explain WORD` lists them.",
    example: "scaled = scale factors by minmax, learned from train",
    cure: "scaled = scale factors by min-max, learned from train")
  /// A number without its unit, or a unit the language has not.
  public static let unitNeeded = Code(
    "E121", "A number needs its unit.",
    explanation:
      "Every number that can have a unit has one, so that metres are never taken for degrees.",
    example: "absent = draw points as many as slides, away from slides by 100",
    cure: "absent = draw points as many as slides, away from slides by 100 m")
  /// A number outside the accepted range.
  public static let outOfRange = Code(
    "E122", "A number is outside the accepted range.",
    explanation: "The message says which numbers are accepted.",
    example: "five = folds of places, 1",
    cure: "five = folds of places, 5")
  /// Shares that are not a whole.
  public static let sharesNotWhole = Code(
    "E123", "The shares of a split do not add up to 100%.",
    explanation: "A split puts every place into one part.",
    example: "train, test = split places 70% / 20%", cure: "train, test = split places 70% / 30%")
  /// Names that do not match what the statement makes.
  public static let nameCount = Code(
    "E124", "The number of names does not match what the statement makes.",
    explanation: "A split into three parts needs three names; most statements make one value.",
    example: "train = split places 70% / 30%", cure: "train, test = split places 70% / 30%")
  /// Something that is no value.
  public static let valueExpected = Code(
    "E125", "Something else stands where a value is expected.",
    explanation: "The message says what is expected: a name, a number, a quoted text.",
    example: "dem = read raster dem.tif", cure: "dem = read raster \"dem.tif\"")
  /// A label used twice, or of the wrong sort.
  public static let badLabel = Code(
    "E126", "A label is used twice, or does not fit what it labels.",
    explanation:
      "Figures have labels that begin with fig-, tables with tbl-, and each label stands once.",
    example: "draw map of dem as tbl-dem \"Elevation.\"",
    cure: "draw map of dem as fig-dem \"Elevation.\"")
  /// A block, or a line of one, that the word does not take.
  public static let badBlockLine = Code(
    "E127", "A line of a block is not one that the word takes.",
    explanation:
      "Each line of a block is one setting, layer, bin or claim of the statement above it.",
    example: """
      glm = fit logistic regression on train, reading factors
        riged 0.1
      """,
    cure: """
      glm = fit logistic regression on train, reading factors
        ridge 0.1
      """)
  /// A hyphen between two names.
  public static let hyphenatedName = Code(
    "E128", "A hyphen joins letters into one word; a minus needs spaces.",
    explanation:
      "Names cannot hold a hyphen, words of the language can (min-max). Put spaces round a minus.",
    example: "lift = dem-elev",
    cure: "lift = dem - elev")
  /// A claim or check that cannot be read.
  public static let badClaim = Code(
    "E129", "A check or claim cannot be read.",
    explanation:
      "It says: a quantity, “is” (or is below, is above, is at least, is at most), and a value with its unit.",
    example: "check count of stations 25",
    cure: "check count of stations is 25")
  /// An axis that a family has not.
  public static let unknownAxis = Code(
    "E130", "Families are put together whose axes do not agree.",
    explanation: """
      A family has a value for each member of its axes: a fold, a ridge, a layer. Families that are \
      used together must have the same members along an axis of one name, and how many folds there \
      are must be known.
      """,
    example: """
      others = fit logistic regression on fitting, reading factors
        ridge each of 0.5, 2
      models = group of trials, others
      """,
    cure: """
      others = fit logistic regression on fitting, reading raw
        ridge each of 0.1, 10
      models = group of trials, others
      """)
  /// A check that is known to fail.
  public static let checkFails = Code(
    "E131", "A check can never hold.",
    explanation: "What the check says is known before the run, and it is something else.",
    example: "factors = stack of dem, slope\ncheck count of factors is 3",
    cure: "factors = stack of dem, slope\ncheck count of factors is 2")
  /// A metric that is undefined as it stands.
  public static let undefinedMetric = Code(
    "E132", "A metric is not defined for labels of 0 and 1.",
    explanation:
      "The mean absolute percentage error divides by the label, which is zero for every safe place. State the definition used: assume \"MAPE is …\" because \"…\".",
    example: "show scores of glm on test: mape as tbl-scores \"Scores.\"",
    cure: """
      assume "MAPE is the mean of |p - y| / (|y| + 1)" because "the paper gives no formula"
      show scores of glm on test: mape as tbl-scores "Scores."
      """)
  /// A family where one value is needed.
  public static let familyNeedsChoice = Code(
    "E133", "Several values stand where one is needed.",
    explanation:
      "A family or group has a value for each member; pick one (`at fold 1`, `.name`), or take the highest or lowest.",
    example: "check vif of collinear is below 10",
    cure: "check highest vif of collinear is below 10")
  /// A cross-reference or quantity in prose that names nothing.
  public static let unknownLabel = Code(
    "E134", "A cross-reference names no figure, table or section.",
    explanation:
      "@fig-…, @tbl-… and @sec-… refer to labels of statements and to {#sec-…} of headings.",
    example: """
      ```{scarp}
      dem = read raster "dem.tif" in m
      draw map of dem as fig-land "Elevation."
      ```

      @fig-lnad shows the land.
      """,
    cure: """
      ```{scarp}
      dem = read raster "dem.tif" in m
      draw map of dem as fig-land "Elevation."
      ```

      @fig-land shows the land.
      """,
    evidence: .page)
  /// A word that is declared but cannot be carried out yet.
  public static let notHere = Code(
    "E190", "This word is not here yet.",
    explanation:
      "The word belongs to the language and is checked, but this version of Scarp cannot carry it out.",
    example: "svm = fit support vector machine on train, reading scaled",
    cure: "forest = fit random forest on train, reading scaled")
  /// A choice seen: tuned or stopped on the places it is judged on.
  public static let leakageByChoice = Code(
    "W401", "A model is judged on places on which it was chosen.",
    explanation: """
      Early stopping, tuning and picking the best of several look at the score on some places. A score \
      on the same places is too good: judge on places that no choice has seen. Kapoor & Narayanan \
      (2023), doi:10.1016/j.patter.2023.100804.
      """,
    example: """
      best = best of trials by f1 on test
      show scores of best on test: f1 as tbl-scores "Scores."
      """,
    cure: """
      best = best of trials by f1 on validation
      show scores of best on test: f1 as tbl-scores "Scores."
      """)
  /// Features seen: scaled with the places it is judged on.
  public static let leakageByFeatures = Code(
    "W402", "A model is judged on places whose layers its preparation has seen.",
    explanation: """
      Scaling and other preparation learned from the test places carries their values into training. \
      Learn from the training places alone. Kapoor & Narayanan (2023), doi:10.1016/j.patter.2023.100804.
      """,
    example: """
      scaled = scale factors by min-max, learned from places
      glm = fit logistic regression on train, reading scaled
      show scores of glm on test: auc as tbl-scores "Scores."
      """,
    cure: """
      scaled = scale factors by min-max, learned from train
      glm = fit logistic regression on train, reading scaled
      show scores of glm on test: auc as tbl-scores "Scores."
      """)
  /// Labels seen: fitted, recoded or selected with the places it is judged on.
  public static let leakageByLabels = Code(
    "W403", "A model is judged on places whose labels its making has seen.",
    explanation: """
      Frequency ratios, selection of layers and fitting look at the labels. A score on the same places \
      tells how well the model remembers, not how well it predicts. Kapoor & Narayanan (2023), \
      doi:10.1016/j.patter.2023.100804.
      """,
    example: """
      fr = frequency ratio of binned given places
      recoded = recode binned by fr
      glm = fit logistic regression on train, reading recoded
      show scores of glm on test: auc as tbl-scores "Scores."
      """,
    cure: """
      fr = frequency ratio of binned given train
      recoded = recode binned by fr
      glm = fit logistic regression on train, reading recoded
      show scores of glm on test: auc as tbl-scores "Scores."
      """)
  /// An input file that is not there.
  public static let missingFile = Code(
    "E501", "An input file is not here.",
    explanation:
      "Paths are relative to the study's data folder (front matter `data:`, or --data DIR). What the notebook says of the file stands in for it, so that the rest is still checked.",
    example: "dem = read raster \"dme.tif\" in m", cure: "dem = read raster \"dem.tif\" in m")
  /// An input file that cannot be read as what the notebook says.
  public static let badFile = Code(
    "E502", "An input file is not what the notebook says.",
    explanation:
      "The file is damaged, of another format, or holds something else: the message says what was found.",
    example: "dem = read raster \"rain.csv\" in m",
    cure: "dem = read raster \"dem.tif\" in m",
    evidence: .run)
  /// A path that leads out of the data folder.
  public static let outsideFolder = Code(
    "E601", "A path leads out of the study's data folder.",
    explanation:
      "A notebook reads files of its data folder only: no absolute path, no `..`, no link that leads out, no device.",
    example: "dem = read raster \"../dem.tif\" in m", cure: "dem = read raster \"dem.tif\" in m")

  /// All codes of the language.
  public static let languageCodes: [Code] = [
    strayCharacter, openText, numberTooLarge, strayIndent, labelWithoutCaption, unknownName,
    usedTooEarly, reservedName, nameTwice, unknownWord, unexpectedWords, missingPart, partTwice,
    wrongKind, unknownMember, unknownChoice, unitNeeded, outOfRange, sharesNotWhole, nameCount,
    valueExpected, badLabel, badBlockLine, hyphenatedName, badClaim, unknownAxis, checkFails,
    undefinedMetric, familyNeedsChoice, unknownLabel, notHere, leakageByChoice, leakageByFeatures,
    leakageByLabels, missingFile, badFile, outsideFolder,
  ]
}

/// Codes of what the words of places, stacks and models check: E23x and W23x.
extension Code {
  /// A column that the file does not have.
  public static let noSuchColumn = Code(
    "E230", "A column is named that the table or the places do not have.",
    explanation: """
      Columns are named as the first line of the file spells them. `read places` keeps the columns \
      after “with”, “label” and “folds”.
      """,
    example: "measured = read places \"places.csv\" with slpe in degrees, label landslide",
    cure: "measured = read places \"places.csv\" with slope in degrees, label landslide")
  /// A prediction over layers that are columns of a table.
  public static let noGrid = Code(
    "E231", "A map is asked of a stack that does not lie on a grid.",
    explanation: """
      A model that reads columns of a table can be judged at its places, but a map needs rasters. \
      Name a stack of rasters with the same layers after “over”.
      """,
    example: """
      glm = fit logistic regression on measured, reading columns
      chance = prediction of glm
      """,
    cure: """
      glm = fit logistic regression on measured, reading columns
      chance = prediction of glm over terrain
      """)
  /// Layers under one name.
  public static let layerTwice = Code(
    "E232", "Two layers of a stack have one name.",
    explanation: """
      Layers are told apart by their names: coefficients, tables and predictions over another \
      stack go by them.
      """,
    example: "factors = stack of landsat.red, sharp.red",
    cure: """
      sharp_red = sharp.red * 1
      factors = stack of landsat.red, sharp_red
      """)
  /// A way of splitting that does not fit another.
  public static let splitUnclear = Code(
    "E233", "A division of places says too little or too much.",
    explanation: """
      `split` takes shares (70% / 30%) or the values of a column, `folds` a number of folds or a \
      column; blocks and classes cannot be kept whole at the same time.
      """,
    example: "train, test = split measured by column fold_random",
    cure: "train, test = split measured 70% / 30%")
  /// A stack that lacks layers of a model.
  public static let layersMissing = Code(
    "E234", "A stack lacks layers that the model reads.",
    explanation: """
      A prediction over another area takes each layer of the model by its name from the stack \
      after “over”.
      """,
    example: """
      terrain = stack of slope, elev
      chance = prediction of glm over terrain
      """,
    cure: """
      terrain = stack of slope, elev, twi
      chance = prediction of glm over terrain
      """)
  /// Labels other than landslide and none.
  public static let labelNotBinary = Code(
    "E235", "A label is neither 0 nor 1.",
    explanation: "Landslides are labelled 1, other places 0; each of the two must occur.",
    example: "places = label slides as 2, absent as 1",
    cure: "places = label slides as 1, absent as 0")
  /// Places that were left out.
  public static let placesLeftOut = Code(
    "W230", "Places were left out because a layer has no value there.",
    explanation: """
      A model learns from places that have a value in every layer. Places outside the layers, at \
      their edges or on no data are left out and counted; many of them may change the sample.
      """,
    example: """
      heights = relief of dem in m, within 600 m
      ground = stack of heights
      glm = fit logistic regression on places, reading ground
      """,
    cure: """
      heights = relief of dem in m, within 30 m
      ground = stack of heights
      glm = fit logistic regression on places, reading ground
      """,
    evidence: .run)
  /// Places at one point.
  public static let placesAtOnePoint = Code(
    "W231", "Several places lie at exactly the same point.",
    explanation: """
      A place that stands twice can fall into training and test, which makes a model look better \
      than it is; one that is labelled both 1 and 0 contradicts itself.
      """,
    example: """
      mapped = read points "slides.gpkg"
      again = read points "slides.gpkg"
      places = label mapped as 1, again as 0
      """,
    cure: """
      mapped = read points "slides.gpkg"
      places = label mapped as 1, safe as 0
      """,
    evidence: .run)
  /// Class shares that are those of a sample.
  public static let sharesOfPlaces = Code(
    "W237", "Class shares are taken from places, not from the area.",
    explanation: """
      A frequency ratio compares the landslides of a class with its share of the area. Where layers \
      are columns of places, the only shares are those of the places: the landslides are among them, \
      in whatever number was sampled, which draws every ratio towards 1.
      """,
    example: """
      binned = bin columns
        slope at 15, 25, 35 degrees
        elev at 400, 500 m
      fr = frequency ratio of binned given measured
      """,
    cure: """
      binned = bin factors
        slope at 15, 25, 35 degrees
        elev into 4 quantiles
        twi into 4 quantiles
      fr = frequency ratio of binned given measured
      """)
  /// A flat class that nothing can be in.
  public static let noFlatGround = Code(
    "W238", "A class of flat ground is asked for, but the layer marks none.",
    explanation: """
      Some programs give flat ground an aspect of −1, which “sectors and flat” takes for a class. The \
      word aspect gives it no data, as it faces nowhere; its own sectors have a class for it.
      """,
    example: """
      binned = bin raw
        slope at 15, 25, 35 degrees
        aspect into 8 sectors and flat
        twi into 6 quantiles
      """,
    cure: """
      binned = bin raw
        slope at 15, 25, 35 degrees
        aspect into 8 sectors
        twi into 6 quantiles
      """,
    evidence: .run)

  /// The codes of this file, in order.
  public static let learningCodes: [Code] = [
    .noSuchColumn, .noGrid, .layerTwice, .splitUnclear, .layersMissing, .labelNotBinary,
    .placesLeftOut, .placesAtOnePoint, .sharesOfPlaces, .noFlatGround,
  ]
}

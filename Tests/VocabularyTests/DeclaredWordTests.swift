import Commands
import Diagnostics
import Language
import Testing
import Vocabulary

/// What the declared words find wrong in short studies.
struct DeclaredWordTests {
  /// The codes of all problems but absent files and words that cannot be carried out yet.
  static func problems(_ text: String) -> [String] {
    let source = Source(name: "study.md", text: text)
    let study = StudyText(
      source: source, cells: [(body: Span(0, source.bytes.count), isRun: true)])
    return check(study, against: .standard).diagnostics
      .filter { $0.code != .notHere && $0.code != .missingFile }
      .map { "\($0.code.id) \($0.title)" }
  }

  static let head = """
    dem    = read raster "dem.tif" in m
    slope  = read raster "slope.tif" in degrees
    image  = read bands "image.tif" named blue, green, red, nir
    rocks  = read classes "rocks.tif" with 7 classes
    scars  = read areas "scars.gpkg"
    slides = read points "slides.gpkg"
    safe   = read points "safe.gpkg"
    stations = read table "stations.csv" with rain in mm
    truth  = rasterise scars onto dem
    patches = cut truth into patches 500 x 500, margin 64
    train, validation, test = split patches 80% / 10% / 10%
    places = label slides as 1, safe as 0
    here, there = split places 70% / 30%
    raw = stack of dem, slope
    net plain with n
      input window 9 x 9
      conv2d n filters, 3 x 3, same, relu
      flatten
      dense 1, sigmoid
    net line
      input patch
      conv2d 1 filter, 1 x 1, sigmoid
    block pair with n
      conv2d n filters, 3 x 3, same, relu
      conv2d n filters, 3 x 3, same, relu
    llr = train line on train, reading raw
      optimiser adam at 0.125, decay 0.001
      loss log loss
      epochs 10
      validate on validation
      slow after 2 epochs without better loss
    trials = train plain on here, reading raw
      n each of 16, 32
      optimiser each of adam at 0.01, sgd at 0.1
      loss binary cross-entropy
      batch 16
      epochs 20
      folds 5

    """

  @Test func theHeadIsRight() { #expect(Self.problems(Self.head) == []) }

  @Test(arguments: [
    "aspect = aspect of dem in degrees", "curve = curvature of dem, kind profile",
    "flow = flow accumulation of dem in cells", "twi = wetness index of dem",
    "spi = stream power of dem", "relief = relief of dem in m, within 300 m",
    "ndvi = ndvi of image", "far = distance to scars in m, onto dem",
    "wet = interpolate stations.rain by inverse distance, power 2, onto dem",
    "rock = regroup rocks into 6 units, using \"groups.csv\"",
    "pan = read raster \"pan.tif\"\nsharp = pansharpen image with pan, by high-pass filter",
    "absent = draw points as many as slides, where slope < 5 degrees, away from slides by 100 m",
    """
    absent = draw points 3 times as many as slides, within scars, outside scars, away from slides by \
    1 km, stratified by rocks, thinned by 100 m, on cells of raw
    """,
    "absent = draw points 500, within scars", "absent = draw points 0.5 times as many as places",
    "low = slope < 5 degrees\nabsent = draw points 5, where low and not dem > 100 m",
    "tops = presence from scars, at highest of dem\nplaces_2 = label tops as 1, safe as 0",
    "middles = presence from scars, at centroid",
    "all = presence from scars, in all cells of rocks",
    "draw histogram of slope, dem at places as fig-slope \"Slope.\"",
    "some = read areas \"scars.gpkg\" layer \"scars\", where age is 2018, 2019",
    "boosted = repeat train 5 times, where it holds 1",
    """
    binned = bin raw
      dem at 900, 1300 m
      slope at 15, 25 degrees
    fr = frequency ratio of binned given here
    recoded = recode binned by fr
    """,
    "phi = association of raw with label, at here, by phi, cut at median",
    "strong = select raw by weight of llr, strongest 2\naligned = align strong uphill on dem, at 30, 100 m",
    "best = best of trials by f1\nsize = best.n",
    "best = best of trials by auc, for each optimiser",
    "drops = jackknife llr, by auc on test\nof_dem = drops.dem",
    "forest = fit random forest on here, reading raw\n  trees 500",
    "svms = fit support vector machine on here, reading raw\n  kernel each of rbf, linear\n  folds 5",
    "guess = fit random guess on train\n  low 0.001\n  high 0.999",
    "again = train plain on here, reading raw, as in trials\n  seed each of 1, 2, 3",
    "draw net plain with n 16, reading raw as fig-net \"Net.\"",
    "draw learning of llr, trials, first 10 epochs as fig-learning \"Learning.\"",
    "draw patches of llr on test, 4 across, with truth as fig-patches \"Patches.\"",
    "show share of 1 in train, test as tbl-share \"Share.\"",
    "show count of train, test as tbl-count \"Count.\"",
    "show spread of trials by f1 on there as tbl-spread \"Spread.\"",
    "show summary of raw as tbl-summary \"Summary.\"",
    """
    net up
      input patch
      pair 16 keep as s1
      maxpool 2 x 2
      pair 32
      upsample 2 x 2, bilinear
      join s1, matched
      conv2d 1 filter, 1 x 1, sigmoid
    """,
    """
    net two with f
      branch spatial
        input window 9 x 9
        conv2d f filters, 3 x 3, same, relu
        flatten
      branch spectral
        input sequence
        conv1d f filters, width 2, relu
        flatten
      join spatial, spectral
      dropout 50%
      normalise batch
      dense 1, sigmoid
    """,
  ])
  func rightSentencesRaiseNothing(tail: String) {
    #expect(Self.problems(Self.head + tail + "\n") == [])
  }

  @Test(arguments: [
    ("aspect = aspect of slope in degrees", "E211"), ("aspect = aspect of dem in m", "E211"),
    ("relief = relief of dem in m, within 300 degrees", "E211"),
    ("far = distance to scars in degrees, onto dem", "E211"),
    ("two = read bands \"i.tif\" named red, green\nndvi = ndvi of two", "E280"),
    ("rock = regroup rocks into 9 units, using \"groups.csv\"", "E287"),
    ("wet = interpolate stations.rain by nearest, power 2, onto dem", "E282"),
    ("absent = draw points where slope < 5 degrees", "E289"),
    ("absent = draw points as many as slides, away from slides", "E289"),
    ("absent = draw points as many as slides, where slope < 5 m", "E211"),
    ("absent = draw points 3 times, within scars", "E289"),
    ("absent = draw points 30, within scars, thinned by 0 m", "E122"),
    ("absent = draw points 30, where slope + 3 degrees", "E118"),
    ("tops = presence from scars", "E289"),
    ("tops = presence from scars, at centroid, at highest of dem", "E289"),
    ("some = read areas \"scars.gpkg\", where kind", "E289"),
    ("binned = bin raw\n  dme at 900, 1300 m", "E280"),
    ("binned = bin raw\n  dem at 900, 1300 degrees", "E211"),
    ("binned = bin raw\n  dem at 1300, 900 m", "E288"),
    ("binned = bin raw\n  dem into 8 sectors", "E211"),
    ("binned = bin raw\n  dem at 900 m\n  dem at 800 m", "E289"),
    ("fr = frequency ratio of raw given here", "E286"),
    ("strong = select raw by weight of llr, strongest 22", "E287"),
    ("other = stack of slope\nstrong = select other by weight of llr, strongest 1", "E287"),
    ("aligned = align raw uphill on dem, at 100, 30 m", "E288"),
    ("aligned = align raw uphill on slope, at 30, 100 m", "E211"),
    ("best = best of llr by f1 on validation", "E281"),
    ("best = best of trials by f1, for each optimizer", "E281"),
    ("drops = jackknife llr, by auc", "E289"),
    ("guess = fit random guess on train\n  low 0.9\n  high 0.1", "E288"),
    ("bad = train plain on here, reading raw, as in trials\n  m 16", "E282"),
    (
      "bad = train plain on here, reading raw\n  n 16\n  optimiser adam at 0.1\n  epochs 3", "E282"
    ),
    (
      "bad = train plain on here, reading raw\n  optimiser adam at 0.1\n  loss dice\n  epochs 3",
      "E282"
    ),
    ("bad = train line on here, reading raw, as in llr", "E284"),
    ("bad = train plain on train, reading raw, as in trials", "E284"),
    ("bad = train line on train, as in llr", "E289"),
    ("net bad\n  input window 9 x 9\n  dense 1, sigmoid", "E283"),
    ("net bad\n  input vector\n  conv2d 3 filters, 3 x 3, relu", "E283"),
    ("net bad\n  dense 1, sigmoid", "E283"),
    (
      "net bad\n  input window 3 x 3\n  maxpool 2 x 2\n  maxpool 2 x 2\n  flatten\n  dense 1",
      "E285"
    ),
    ("net bad\n  input patch\n  flatten\n  dense 1, sigmoid", "E283"),
    ("draw net plain, reading raw as fig-net \"Net.\"", "E282"),
    ("show spread of llr by f1 on test as tbl-spread \"Spread.\"", "E281"),
    ("bad = train line on train, reading raw, as in llr\n  without 30 m", "E280"),
  ])
  func mistakesRaiseTheirCode(tail: String, code: String) {
    let found = Self.problems(Self.head + tail + "\n")
    #expect(found.count == 1, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix(code) }, "\(found)")
  }

  /// 628 cells become 314, 157 and 78; doubled twice they are 312, which does not meet 314.
  @Test func patchesThatDoNotHalveCannotBeJoined() {
    let net = """
      net deep
        input patch
        conv2d 8 filters, 3 x 3, same, relu keep as s1
        maxpool 2 x 2
        conv2d 8 filters, 3 x 3, same, relu
        maxpool 2 x 2
        conv2d 8 filters, 3 x 3, same, relu
        maxpool 2 x 2
        upsample 2 x 2
        upsample 2 x 2
        upsample 2 x 2
        join s1
        conv2d 1 filter, 1 x 1, sigmoid
      deep_model = train deep on train, reading raw, as in llr

      """
    let found = Self.problems(Self.head + net)
    #expect(
      found == [
        "E219 “s1” is 628 x 628 but the shape here is 624 x 624; they cannot be joined."
      ])
    let matched = net.replacing("join s1", with: "join s1, matched")
    #expect(Self.problems(Self.head + matched) == [])
  }

  @Test func choosingOnTheTestPlacesIsFound() {
    let study = """
      family = train plain on here, reading raw, as in trials
        seed each of 1, 2
      best = best of family by f1 on there
      check_of = f1 of best on there

      """
    #expect(Self.problems(Self.head + study).contains { $0.hasPrefix("W") })
  }
}

extension ExampleNames {
  /// The statements, on files of the area that `tools/example-area` makes.
  public static let text = """
    dem = read raster "dem.tif" in m
    dem_wgs84 = read raster "dem-wgs84.tif" in m
    geology = read classes "lithology.tif" with 5 classes
    soil = read classes "soil.tif"
    landsat = read bands "image.tif" named blue, green, red, nir
    sharp = read bands "image.tif" named blue, green, red, nir
    multi = read bands "image.tif" named blue, green, red, nir
    pan = read raster "pan.tif"
    cover = read classes "land-cover.tif" with 4 classes
    truth_map = read raster "truth.tif"
    inventory = read areas "landslides.geojson"
    fault_lines = read lines "faults.geojson"
    scars = read areas "scars.gpkg"
    surveyed = read areas "surveyed.geojson"
    regions = read areas "regions.gpkg"
    study_mask = read areas "surveyed.geojson"
    clouds = read areas "clouds.geojson"
    faults = read lines "faults.gpkg"
    stations = read table "rain.csv" with annual_rain in mm, at x, y, crs "EPSG:32633"
    measured = read places "places.csv" with slope in degrees, elev in m, label landslide, folds fold_random, at x, y, crs "EPSG:32633"
    slope = slope of dem in degrees
    aspect = aspect of dem in degrees
    sectors = aspect of dem into 8 sectors
    twi = wetness index of dem
    ndvi = ndvi of landsat
    elev = dem + 0 m
    truth = rasterise scars onto dem
    slides = presence from scars, at highest of dem
    absent = draw points as many as slides, within surveyed, outside clouds, away from slides by 40 m, on cells of dem
    safe = draw points 100, within surveyed, away from slides by 100 m, on cells of dem
    places = label slides as 1, absent as 0
    train, test = split places 70% / 30%, stratified
    fitting, validation = split train 70% / 30%, stratified
    raw = stack of slope, aspect, twi
    factors = stack of slope, elev, twi
    terrain = stack of slope, elev, twi
    columns = stack of measured.slope, measured.elev
    scaled = scale factors by min-max to 0..1, learned from train
    binned = bin raw
      slope  at 15, 25, 35, 45 degrees
      aspect into 8 sectors
      twi    into 6 quantiles
    fr = frequency ratio of binned given train
    collinear = collinearity of factors at train
    glm = fit logistic regression on train, reading factors
    linear = fit logistic regression on train, reading scaled
    forest = fit random forest on train, reading scaled
      trees 100
    spatial_spectral = fit logistic regression on train, reading factors
    short = fit logistic regression on train, reading factors
    spatial = fit logistic regression on places, reading factors
      folds 3
    trials = fit logistic regression on fitting, reading factors
      ridge each of 0.1, 10
    best = best of trials by f1 on validation
    repeats = fit random forest on train, reading factors
      trees each of 10, 20, 50
    chance = prediction of glm
    other = prediction of forest
    zones = classify chance into "very low", low, moderate, high, "very high" by quantiles
    light = hillshade of dem
    drops = jackknife glm, by auc on test
    epochs_of_training = setting 20 "epochs"
    side = setting 64 "side of a patch, in cells"
    overlap = setting 8 "margin of a patch, in cells"
    net perceptron with n
      input vector
      dense n, relu
      dense 1, sigmoid
    net cnn1d
      input sequence
      conv1d 8 filters, width 2, relu
      flatten
      dense 1, sigmoid
    llr = train perceptron on fitting, reading scaled
      n 16
      optimiser adam at 0.001
      loss binary cross-entropy
      batch 32
      epochs epochs_of_training
      validate on validation
    """
}

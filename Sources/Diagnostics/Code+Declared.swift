/// Codes of what words check about layers, families and networks: E219 and E28x.
extension Code {
  /// Two layers of a network that are to be joined differ in size.
  public static let shapesDiffer = Code(
    "E219", "Two parts of a network differ in size and cannot be joined.",
    explanation: """
      A network halves and doubles the sides of what it reads. A side that is odd when it is halved \
      loses a row, so that the way up no longer meets the way down. Choose a side that halves \
      evenly, or say that the larger one is to be cropped.
      """,
    example: """
      net skipping
        input window 9 x 9
        conv2d 8 filters, 3 x 3, same, relu keep as s1
        maxpool 2 x 2
        conv2d 8 filters, 3 x 3, same, relu
        upsample 2 x 2
        join s1
        flatten
        dense 1, sigmoid
      model = train skipping on train, reading scaled
        optimiser adam at 0.001
        loss binary cross-entropy
        batch 32
        epochs 20
      """,
    cure: """
      net skipping
        input window 9 x 9
        conv2d 8 filters, 3 x 3, same, relu keep as s1
        maxpool 2 x 2
        conv2d 8 filters, 3 x 3, same, relu
        upsample 2 x 2
        join s1, matched
        flatten
        dense 1, sigmoid
      model = train skipping on train, reading scaled
        optimiser adam at 0.001
        loss binary cross-entropy
        batch 32
        epochs 20
      """)
  /// A layer that is not there.
  public static let noSuchLayer = Code(
    "E280", "A layer is named that the stack or the image does not have.",
    explanation: """
      Each line of a block that cuts layers into bins names one layer of the stack; an index of \
      bands needs its bands under their names.
      """,
    example: """
      image = read bands "image.tif" named blue, green, red, other
      greenness = ndvi of image
      """,
    cure: """
      image = read bands "image.tif" named blue, green, red, nir
      greenness = ndvi of image
      """)
  /// An axis that the family does not have.
  public static let noSuchAxis = Code(
    "E281", "A family does not vary along this axis.",
    explanation: """
      “each of” in a setting makes one model for every value, along an axis of the setting's name. \
      “best of” keeps the axes named after “for each” and chooses along the others, so it needs a \
      family, and only axes that the family has.
      """,
    example: "best = best of trials by f1 on validation, for each band",
    cure: "best = best of trials by f1 on validation")
  /// A setting that the method does not have, or one that is left out.
  public static let settingUnfit = Code(
    "E282", "A setting is missing, or is none of the method or the network.",
    explanation: """
      A network declares its open numbers after “with”; each must be given where it is trained or \
      drawn, in the block, after “with” or by “as in” of a model that has them. Training needs an \
      optimiser, a loss and a number of epochs.
      """,
    example: """
      mlp = train perceptron on train, reading scaled
        m 16
        optimiser adam at 0.001
        loss binary cross-entropy
        batch 32
        epochs 20
      """,
    cure: """
      mlp = train perceptron on train, reading scaled
        n 16
        optimiser adam at 0.001
        loss binary cross-entropy
        batch 32
        epochs 20
      """)
  /// A layer of a network that cannot follow the one before it.
  public static let layerOrder = Code(
    "E283", "A layer of a network cannot take what the layer before it gives.",
    explanation: """
      conv2d needs a window or a patch, conv1d a sequence, dense a vector; flatten makes a vector \
      of either. A network begins with its input.
      """,
    example: """
      net windows
        input window 9 x 9
        dense 64, relu
        dense 1, sigmoid
      """,
    cure: """
      net windows
        input window 9 x 9
        flatten
        dense 64, relu
        dense 1, sigmoid
      """)
  /// A network that is trained on places of another form than it reads.
  public static let inputUnfit = Code(
    "E284", "A network reads another form of places than these.",
    explanation: """
      “input patch” needs places cut into patches; “input window”, “sequence” and “vector” need \
      single places with a label each.
      """,
    example: """
      net tiles
        input patch
        conv2d 1 filter, 1 x 1, sigmoid
      model = train tiles on train, reading scaled
        optimiser adam at 0.001
        loss binary cross-entropy
        batch 32
        epochs 20
      """,
    cure: """
      patches = cut truth into patches 64 x 64
      some, others = split patches 70% / 30%
      net tiles
        input patch
        conv2d 1 filter, 1 x 1, sigmoid
      model = train tiles on some, reading factors
        optimiser adam at 0.001
        loss binary cross-entropy
        batch 32
        epochs 20
      """)
  /// A layer that leaves nothing of what it is given.
  public static let nothingLeft = Code(
    "E285", "A layer of a network is larger than what it is given.",
    explanation: """
      Every maxpool divides the sides, and a convolution without “same” takes its width less one \
      from them. Fewer of them, or a larger input, are needed.
      """,
    example: """
      net windows
        input window 3 x 3
        maxpool 2 x 2
        maxpool 2 x 2
        flatten
        dense 1, sigmoid
      """,
    cure: """
      net windows
        input window 5 x 5
        maxpool 2 x 2
        maxpool 2 x 2
        flatten
        dense 1, sigmoid
      """)
  /// Continuous layers where classes are needed.
  public static let needsClasses = Code(
    "E286", "A layer is not cut into classes, which this method counts.",
    explanation: """
      A frequency ratio compares the classes of each layer. Read a layer as classes, or give it a \
      line in the block of “bin”.
      """,
    example: "fr = frequency ratio of raw given train",
    cure: """
      classed = bin raw
        slope at 15, 25, 35 degrees
        aspect into 8 sectors
        twi into 6 quantiles
      fr = frequency ratio of classed given train
      """)
  /// A count that cannot be.
  public static let countImpossible = Code(
    "E287", "More is asked for than there is, or the counts of two values differ.",
    explanation: """
      The checker counts columns of stacks and sides of patches before anything runs, so that a \
      study does not fail after hours.
      """,
    example: "strong = select scaled by weight of linear, strongest 22",
    cure: "strong = select scaled by weight of linear, strongest 2")
  /// Breaks out of order.
  public static let breaksOutOfOrder = Code(
    "E288", "Class breaks do not rise from one to the next.",
    explanation: "Each break is the upper end of one class and the lower end of the next.",
    example: """
      binned = bin raw
        slope at 15, 35, 25 degrees
        aspect into 8 sectors
        twi into 6 quantiles
      """,
    cure: """
      binned = bin raw
        slope at 15, 25, 35 degrees
        aspect into 8 sectors
        twi into 6 quantiles
      """)
  /// Two ways of saying one thing, or none.
  public static let sayOnce = Code(
    "E289", "A sentence says one thing twice, or leaves out what can be said in two ways.",
    explanation: """
      Some arguments have two forms, such as the number of points to draw: a number, or “as many \
      as” there are others. Exactly one form must be used.
      """,
    example: "absent = draw points where slope < 5 degrees",
    cure: "absent = draw points as many as slides, where slope < 5 degrees")

  /// The codes of this file, in order.
  public static let declaredCodes: [Code] = [
    .shapesDiffer, .noSuchLayer, .noSuchAxis, .settingUnfit, .layerOrder, .inputUnfit,
    .nothingLeft, .needsClasses, .countImpossible, .breaksOutOfOrder, .sayOnce,
  ]
}

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
    example: "join s3", cure: "join s3, matched")
  /// A layer that is not there.
  public static let noSuchLayer = Code(
    "E280", "A layer is named that the stack or the image does not have.",
    explanation: """
      Each line of a block that cuts layers into bins names one layer of the stack; an index of \
      bands needs its bands under their names.
      """,
    example: "ndvi = ndvi of image   # read with: named blue, green, red",
    cure: "image = read bands \"image.tif\" named blue, green, red, nir\nndvi = ndvi of image")
  /// An axis that the family does not have.
  public static let noSuchAxis = Code(
    "E281", "A family does not vary along this axis.",
    explanation: """
      “each of” in a setting makes one model for every value, along an axis of the setting's name. \
      “best of” keeps the axes named after “for each” and chooses along the others, so it needs a \
      family, and only axes that the family has.
      """,
    example: "best = best of trials by f1 on validation, for each band",
    cure: "best = best of trials by f1 on validation, for each reading")
  /// A setting that the method does not have, or one that is left out.
  public static let settingUnfit = Code(
    "E282", "A setting is missing, or is none of the method or the network.",
    explanation: """
      A network declares its open numbers after “with”; each must be given where it is trained or \
      drawn, in the block, after “with” or by “as in” of a model that has them. Training needs an \
      optimiser, a loss and a number of epochs.
      """,
    example: "net perceptron with n\n…\nmlp = train perceptron on train, reading scaled\n  m 16",
    cure: "net perceptron with n\n…\nmlp = train perceptron on train, reading scaled\n  n 16")
  /// A layer of a network that cannot follow the one before it.
  public static let layerOrder = Code(
    "E283", "A layer of a network cannot take what the layer before it gives.",
    explanation: """
      conv2d needs a window or a patch, conv1d a sequence, dense a vector; flatten makes a vector \
      of either. A network begins with its input.
      """,
    example: "input window 9 x 9\ndense 64, relu",
    cure: "input window 9 x 9\nflatten\ndense 64, relu")
  /// A network that is trained on places of another form than it reads.
  public static let inputUnfit = Code(
    "E284", "A network reads another form of places than these.",
    explanation: """
      “input patch” needs places cut into patches; “input window”, “sequence” and “vector” need \
      single places with a label each.
      """,
    example: "places = label slides as 1, safe as 0   # for a net with “input patch”",
    cure: "places = cut truth into patches 256 x 256")
  /// A layer that leaves nothing of what it is given.
  public static let nothingLeft = Code(
    "E285", "A layer of a network is larger than what it is given.",
    explanation: """
      Every maxpool divides the sides, and a convolution without “same” takes its width less one \
      from them. Fewer of them, or a larger input, are needed.
      """,
    example: "input window 3 x 3\nmaxpool 2 x 2\nmaxpool 2 x 2",
    cure: "input window 5 x 5\nmaxpool 2 x 2\nmaxpool 2 x 2")
  /// Continuous layers where classes are needed.
  public static let needsClasses = Code(
    "E286", "A layer is not cut into classes, which this method counts.",
    explanation: """
      A frequency ratio compares the classes of each layer. Read a layer as classes, or give it a \
      line in the block of “bin”.
      """,
    example: "fr = frequency ratio of raw given train",
    cure:
      "binned = bin raw\n  slope at 15, 25, 35 degrees\nfr = frequency ratio of binned given train")
  /// A count that cannot be.
  public static let countImpossible = Code(
    "E287", "More is asked for than there is, or the counts of two values differ.",
    explanation: """
      The checker counts columns of stacks and sides of patches before anything runs, so that a \
      study does not fail after hours.
      """,
    example: "strong = select scaled by weight of linear, strongest 220",
    cure: "strong = select scaled by weight of linear, strongest 22")
  /// Breaks out of order.
  public static let breaksOutOfOrder = Code(
    "E288", "Class breaks do not rise from one to the next.",
    explanation: "Each break is the upper end of one class and the lower end of the next.",
    example: "slope at 15, 35, 25 degrees", cure: "slope at 15, 25, 35 degrees")
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

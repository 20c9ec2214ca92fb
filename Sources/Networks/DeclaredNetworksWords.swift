public import Vocabulary

/// Words of networks that are checked, but cannot be carried out yet.
public let declaredNetworksWords: [any Word] = [
  Block(), Branch(), Conv1D(), Conv2D(), Dense(), DrawNet(), Dropout(), Flatten(), Input(), Join(),
  MaxPool(), Net(), Normalise(), Train(), Upsample(),
]

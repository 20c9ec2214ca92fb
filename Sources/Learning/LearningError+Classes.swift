/// Faults of classes and of what is counted in them.
extension LearningError {
  var messageOfClasses: String {
    switch self {
    case .limitsNotAscending(let limits):
      "The limits \(limits) do not ascend."
    case .tooFewClasses(let layer):
      "“\(layer)” cannot be cut into fewer than 2 classes."
    case .tooFewDistinctValues(let layer, let classes):
      "The values of “\(layer)” are too alike for \(classes) classes."
    case .notInClasses(let layer):
      "“\(layer)” is not cut into classes."
    case .noLandslides:
      "None of the places with a class in every layer is labelled 1."
    case .noLayer(let name, let known):
      "There is no layer “\(name)”; there are \(list(known))."
    case .infiniteNumber(let layer, let className, let what):
      "The class “\(className)” of “\(layer)” has no landslides, or no cells without: its \(what) is "
        + "infinite."
    case .otherClasses(let layer):
      "“\(layer)” has other classes than those that were counted."
    case .otherPreparation(let layer):
      "“\(layer)” was not prepared in the way in which the model learned to read it."
    default: ""
    }
  }

  var adviceOfClasses: String {
    switch self {
    case .limitsNotAscending: "Write each limit once, from low to high."
    case .tooFewClasses: "Write a whole number from 2 on."
    case .tooFewDistinctValues: "Ask for fewer classes, or give the limits: at …."
    case .notInClasses: "Give it a line below “bin”, or read it as classes."
    case .noLandslides: "Check that the landslides lie inside the layers."
    case .noLayer: "Use the same layers as in the other value."
    case .infiniteNumber:
      "Add a line “correction 0.5” below the statement that weighs it, or join the class to another."
    case .otherClasses: "Cut the layers by the same statement."
    case .otherPreparation: "Name the layers as they were read, or prepared by the same statements."
    default: ""
    }
  }
}

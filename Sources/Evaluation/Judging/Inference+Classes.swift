import Diagnostics
public import Vocabulary

extension Inference {
  /// Warns of maps side by side that were cut each by limits of its own: their classes cannot be
  /// compared.
  ///
  /// A family of maps is told of where it is cut, see ``warnOfFamilyBreaks(of:rule:at:)``.
  ///
  /// - Parameter zones: the maps; layers that are no zones are passed over.
  public func warnOfOwnBreaks(_ zones: any AnyParameter) {
    let mentions = references(zones).filter { $0.type.kind == .zones }
    guard mentions.count > 1, let rule = mentions.lazy.compactMap(\.type.ownBreaks).first,
      !mentions.contains(where: { host.allows("own breaks of", $0.name) })
    else { return }
    let names = mentions.map { "“\($0.text)”" }.joined(separator: " and ")
    report(
      .ownBreaks,
      "\(names) stand side by side, but by \(rule) each map has limits of its own: their classes "
        + "cannot be compared.", at: zones, help: Self.cures(mentions[0].name))
  }

  /// Warns where each map of a family is cut by limits of its own.
  ///
  /// - Parameters:
  ///   - layer: the maps that are cut.
  ///   - rule: the rule, where it takes the limits from the map itself.
  ///   - place: where the rule stands.
  func warnOfFamilyBreaks(of layer: any AnyParameter, rule: String, at place: any AnyParameter) {
    let axes = references(layer).first?.type.axes ?? []
    guard axes.contains(where: { $0.members.count > 1 }), !host.allows("own breaks of", name)
    else { return }
    report(
      .ownBreaks,
      "By \(rule) each map of “\(references(layer)[0].text)” has limits of its own: the classes of "
        + "two maps cannot be compared.", at: place, help: Self.cures(name))
  }

  private static func cures(_ name: String) -> [String] {
    [
      "Cut all maps “at” the same limits, or “by shares of area”.",
      "To repeat a study that compared them: allow own breaks of \(name) because \"…\".",
    ]
  }
}

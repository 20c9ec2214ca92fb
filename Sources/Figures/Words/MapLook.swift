import Drawing
import Vocabulary

/// What a statement says of the colours of its maps.
struct MapLook {
  /// The palette, if it names one.
  var palette: NamedRamp?
  /// Whether the colours run the other way.
  var isReversed = false
  /// The value in the middle of a diverging palette.
  var center: Quantity?
  /// Whether all maps have one scale.
  var onOneScale = false

  /// The colours of values in a unit, whose own colours hold where the statement says nothing.
  func colors(instead own: ScaleColors, unit: Unit?) -> ScaleColors {
    // A plain number is one in the layer's unit.
    let middle = center.map { center in
      center.unit == .one ? center.value : center.base / (unit?.scale ?? 1)
    }
    return ScaleColors(
      palette?.ramp ?? own.ramp, use: palette?.use ?? own.use, center: middle ?? own.center,
      isReversed: isReversed)
  }
}

/// This release of Scarp.
public enum Release {
  /// The version, as `scarp --version` and the record give it.
  public static let version = "0.1.0"
}

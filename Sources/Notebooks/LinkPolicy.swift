/// Which addresses of the page become links of the report.
public enum LinkPolicy {
  /// Whether an address leads to the web (`http`, `https`), to a mail box or into the report.
  ///
  /// The scheme is compared as browsers read it, without regard to case; an address with white
  /// space or control characters, which browsers drop, is refused.
  public static func allows(_ destination: String) -> Bool {
    guard !destination.isEmpty, destination.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      return false
    }
    let lower = destination.lowercased()
    return lower.hasPrefix("#") || lower.hasPrefix("http://") || lower.hasPrefix("https://")
      || lower.hasPrefix("mailto:")
  }
}

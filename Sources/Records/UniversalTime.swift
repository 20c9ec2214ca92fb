/// Moments in universal time, in the Gregorian calendar.
enum UniversalTime {
  /// A moment as ISO 8601 writes it: `2026-11-21T02:15:00Z`.
  ///
  /// - Source: the calendar of days by H. Hinnant, “chrono-compatible low-level date algorithms”,
  ///   function `civil_from_days`.
  static func text(_ secondsSince1970: Int) -> String {
    let day = Int((Double(secondsSince1970) / 86_400).rounded(.down))
    let second = secondsSince1970 - day * 86_400
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(two(month))-\(two(dayOfMonth))T"
      + "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

import Testing

@testable import Records

/// Dates against those that `date -u -d @SECONDS +%FT%TZ` prints.
@Suite struct UniversalTimeTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
    (1_795_226_100, "2026-11-21T01:55:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"),
  ])
  func secondsAreDates(_ seconds: Int, _ text: String) {
    #expect(UniversalTime.text(seconds) == text)
  }
}

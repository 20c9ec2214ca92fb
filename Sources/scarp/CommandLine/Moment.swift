import Glibc

/// The clocks.
enum Moment {
  /// Seconds of a clock that only runs forward.
  static var monotonic: Double { seconds(CLOCK_MONOTONIC) }

  /// Seconds since 1970.
  static var sinceEpoch: Int { Int(seconds(CLOCK_REALTIME)) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

import Drawing

/// Steps of degrees that a reader knows from maps, and how angles on them are written.
struct DegreeSteps {
  /// The distance from one to the next, in seconds of arc.
  let seconds: Double

  /// Steps that a map can have, in seconds of arc: round parts of a degree, a minute, a second.
  private static let ladder: [Double] = [
    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200,
    18_000, 36_000, 54_000, 108_000, 216_000, 324_000,
  ]

  /// A step of a length.
  init(seconds: Double) { self.seconds = seconds }

  /// The step that stands nearest to a distance on paper, and no closer than its labels need.
  ///
  /// - Parameters:
  ///   - span: the degrees along a side.
  ///   - length: the side's length, millimetres.
  init(span: Double, length: Double) {
    let pitch = 30.0
    // Labels such as 142° 05′ 30″ E, 142° 05′ E and 142° E.
    func closest(_ seconds: Double) -> Double { seconds < 60 ? 21 : (seconds < 3600 ? 16 : 12) }
    func distance(_ seconds: Double) -> Double { seconds / 3600 / span * length }
    let last = Self.ladder[Self.ladder.count - 1]
    seconds =
      Self.ladder.filter { distance($0) >= closest($0) }
      .min { abs(distance($0) - pitch) < abs(distance($1) - pitch) } ?? last
  }

  /// The multiples of the step in a range of degrees.
  func values(in range: ClosedRange<Double>) -> [Double] {
    let slack = 1e-9
    var multiple = (range.lowerBound * 3600 / seconds - slack).rounded(.up)
    var values: [Double] = []
    while multiple * seconds <= range.upperBound * 3600 + slack * seconds, values.count < 1000 {
      // A quotient of whole numbers where the step is one: 3600 x 3 / 3600 is 3.
      values.append(multiple * seconds / 3600 + 0)
      multiple += 1
    }
    return values
  }

  /// An angle as a map prints it: `142° E`, `42° 45′ N`, `0° 00′ 30″ W`.
  func text(_ degrees: Double, positive: String, negative: String) -> String {
    let decimals = seconds >= 1 ? 0 : (seconds >= 0.1 ? 1 : 2)
    let hundredths = Int((abs(degrees) * 360_000).rounded())
    let whole = hundredths / 360_000
    let minutes = hundredths / 6000 % 60
    var text = "\(whole)°"
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if seconds < 3600 { text += "\u{202F}\(padded(minutes))′" }
    if seconds < 60 {
      let rest = Double(hundredths % 6000) / 100
      text += "\u{202F}\(rest < 10 ? "0" : "")\(decimalText(rest, decimals: decimals))″"
    }
    guard hundredths != 0 else { return text }
    return "\(text)\u{202F}\(degrees < 0 ? negative : positive)"
  }

  /// A longitude, brought to -180...180.
  func longitude(_ degrees: Double) -> String {
    var turned = degrees
    while turned > 180 { turned -= 360 }
    while turned <= -180 { turned += 360 }
    return text(turned, positive: "E", negative: "W")
  }

  /// A latitude.
  func latitude(_ degrees: Double) -> String { text(degrees, positive: "N", negative: "S") }
}

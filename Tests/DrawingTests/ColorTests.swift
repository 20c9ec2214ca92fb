import Drawing
import Testing

@Suite("Colours")
struct ColorTests {
  @Test func aRampEndsInItsAnchors() {
    let ramp = ColorRamp([.ink, .white])
    #expect(ramp.color(at: -1) == .ink)
    #expect(ramp.color(at: 2) == .white)
    #expect(ramp.colors(3)[1] == Color(0x8D8D8D))
    #expect(ramp.colors(0).isEmpty)
  }

  @Test("the order of classes survives grey printing", arguments: 2...9)
  func susceptibilityGrowsDarker(count: Int) {
    let light = ClassPalette.ordered(count).map(\.luminance)
    #expect(zip(light, light.dropFirst()).allSatisfy { $0 > $1 + 0.01 })
  }

  @Test func theSequentialRampGrowsLighter() {
    let light = ColorRamp.viridis.colors(64).map(\.luminance)
    #expect(zip(light, light.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("classes without order have colours of their own", arguments: [1, 5, 8, 9, 44])
  func nominal(count: Int) {
    #expect(Set(ClassPalette.nominal(count)).count == count)
  }
}

import Foundation
import Testing

@testable import Simulation

/// The slope stability that the truth is made of.
@Suite struct StabilityTests {
  private let usual = Stability(
    steepness: 0.5, bend: 0, fallWithBeds: -1, catchment: 20, rain: 0, faultDistance: 1e9,
    rock: .sandstone, cover: .grassland, strength: 1)

  /// At tan β = 0.5, sin β cos β is 0.4, and cohesion and roots are 3 and 1 kPa.
  @Test func drySoilHoldsAsTheFormulaSays() {
    #expect(abs(usual.factorOfSafety - (4 / (19 * 2.2 * (1 - 0.25 / 0.5625) * 0.4) + 1.24)) < 1e-12)
  }

  @Test func whatWeakensWeakens() {
    let before = usual.factorOfSafety
    func after(_ change: (inout Stability) -> Void) -> Double {
      var changed = usual
      change(&changed)
      return changed.factorOfSafety
    }
    #expect(after { $0.rain = 1000 } < before)
    #expect(after { $0.faultDistance = 0 } < before)
    #expect(after { $0.fallWithBeds = 1 } < before)
    #expect(after { $0.bend = -0.01 } < before)
    #expect(after { $0.rock = .marl } < before)
    #expect(after { $0.strength = 0.8 } < before)
    #expect(after { $0.cover = .forest } > before)
  }

  /// Gentle slopes hold since they are gentle, the steepest since little soil lies on them.
  @Test func theChanceHasAHump() {
    let chances = [0.1, 0.3, 0.55, 0.9].map { steepness in
      var slope = usual
      slope.steepness = steepness
      slope.rock = .marl
      return slope.chance
    }
    #expect(chances[0] < chances[1] && chances[1] < chances[2] && chances[2] > chances[3])
  }

  @Test func flatGroundHolds() {
    var flat = usual
    flat.steepness = 0
    flat.rain = 2000
    #expect(flat.factorOfSafety.isFinite && flat.chance < 1e-9)
  }

  @Test func theExponentialIsThatOfTheLibrary() {
    for step in -6990...6990 {
      let x = Double(step) * 0.1001
      let (mine, library) = (Elementary.exp(x), Foundation.exp(x))
      #expect(abs(mine - library) <= 4 * library.ulp, "e^\(x)")
    }
    #expect(Elementary.exp(-1000) == 0 && Elementary.exp(0) == 1)
    #expect(Elementary.logistic(0) == 0.5)
  }
}

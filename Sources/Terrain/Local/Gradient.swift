import CKernels

/// How the first derivatives of elevation are estimated from 3 × 3 cells.
///
///     a b c
///     d e f      east and south positive, w and h the cell's width and height
///     g h i
public enum GradientMethod: String, Sendable, Codable, CaseIterable {
  /// Third-order differences, direct neighbours twice:
  /// ∂z/∂x = ((c + 2f + i) − (a + 2d + g)) / 8w,  ∂z/∂y = ((g + 2h + i) − (a + 2b + c)) / 8h.
  ///
  /// - Source: Horn (1981), Proc. IEEE 69, 14–47, p. 18, doi:10.1109/PROC.1981.11918.
  case horn
  /// Second-order differences of the four direct neighbours:
  /// ∂z/∂x = (f − d) / 2w,  ∂z/∂y = (h − b) / 2h.
  ///
  /// - Source: Zevenbergen & Thorne (1987), Earth Surf. Process. Landf. 12, 47–56, eq. 9 and 10,
  ///   doi:10.1002/esp.3290120107.
  case zevenbergenThorne

  /// The method that a notebook names.
  init(named name: String) { self = name == "horn" ? .horn : .zevenbergenThorne }

  /// The method's number in the loops over cells.
  var kernel: Int32 {
    switch self {
    case .horn: Int32(scarp_horn)
    case .zevenbergenThorne: Int32(scarp_zevenbergen_thorne)
    }
  }
}

public import Vocabulary

/// Linear algebra, as the worker lends it to words.
public struct LinearAlgebraService: Sendable {
  /// The implementation.
  public let algebra: any LinearAlgebra

  /// Wraps an implementation.
  public init(_ algebra: any LinearAlgebra) { self.algebra = algebra }
}

extension RunEnvironment {
  /// The worker's linear algebra.
  ///
  /// - Throws: ``NumericsFault/noLinearAlgebra`` where the program that runs has none.
  public func linearAlgebra() throws -> any LinearAlgebra {
    guard let service = service(LinearAlgebraService.self) else {
      throw NumericsFault.noLinearAlgebra
    }
    return service.algebra
  }
}

/// What the program that runs a word does not offer.
public enum NumericsFault: Fault, Equatable {
  /// No implementation of ``LinearAlgebra`` was handed in.
  case noLinearAlgebra

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var message: String { "This program was started without linear algebra." }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var advice: String { "Run the study with scarp, which starts the worker." }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var exitCode: Int32 { 1 }
}

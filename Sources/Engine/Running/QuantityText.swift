import Commands
public import Vocabulary

/// Quantities as prose prints them.
public enum QuantityText {
  /// The value of a quantity of the prose.
  static func value(of call: Call) throws -> any Value {
    guard let argument = call.argument(Self.parameter) else { throw CallFault.missing("value") }
    return try quantityValue(of: argument, call)
  }

  private static let parameter = Parameter<Argument>("value", .subject, .expression, "")

  /// The text that the prose shows for a value: its number in the format asked for, without the unit,
  /// which the sentence says.
  public static func text(of value: any Value, format: NumberFormat?) -> String {
    guard let number = value as? NumberValue else { return value.summary }
    let quantity = number.quantity
    if format?.isPercent ?? false {
      let percent = (quantity.unit.dimension == .none ? quantity.base : quantity.value) * 100
      return printed(formatFixed(percent, decimals: format?.decimals ?? 1) + "%")
    }
    if let decimals = format?.decimals {
      return printed(formatFixed(quantity.value, decimals: decimals))
    }
    return printed(formatSignificant(quantity.value, digits: 4))
  }

  /// A number with a true minus sign, as tables have it.
  private static func printed(_ number: String) -> String {
    number.replacing("-", with: "\u{2212}")
  }
}

/// What is wrong with the text of a decimal number.
package enum DecimalFlaw: Error, Sendable {
    case empty
    case plusSign
    case noDigitBeforePoint
    case noDigitAfterPoint
    case tooManyDigits
    case exponent
    case grouping
    /// Something else than digits, or a second point.
    case character
}

extension DecimalFlaw: CustomStringConvertible {
    /// What a person reads after "is not a number:".
    package var description: String {
        switch self {
        case .empty: "it is empty"
        case .plusSign: "a plus sign is not written"
        case .noDigitBeforePoint: "it does not begin with a digit"
        case .noDigitAfterPoint: "no digit follows the point"
        case .tooManyDigits: "it has more than \(DecimalText.significantDigitsMax) significant digits"
        case .exponent: "exponents are not read"
        case .grouping: "digits are not grouped"
        case .character: "it holds something else than digits and one point"
        }
    }
}

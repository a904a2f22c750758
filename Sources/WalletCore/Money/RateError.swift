/// Why a text is no exchange rate.
package enum RateError: Error, Equatable, Sendable {
    case malformedPair(String)
    case asset(AssetError)
    case malformedValue(String, DecimalFlaw)
    case outOfRange(String)
}

extension RateError: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        switch self {
        case .malformedPair(let text):
            "\"\(text)\" is not a pair of two different assets, like \"USD/KRW\""
        case .asset(let error):
            error.description
        case .malformedValue(let text, let flaw):
            "\"\(text)\" is not a rate: \(flaw) (rates are written like \"1391.20\")"
        case .outOfRange(let text):
            "\"\(text)\" is out of range: a rate is above zero, with at most \(Rate.fractionDigitsMax) digits"
                + " after the point"
        }
    }
}

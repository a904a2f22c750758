/// Why a text is no percentage.
package enum PercentageError: Error, Equatable, Sendable, CustomStringConvertible {
    case malformed(String)
    case outOfRange(String)

    /// One line for a person.
    package var description: String {
        switch self {
        case .malformed(let text):
            "\"\(text)\" is not a percentage (percentages are written like \"5%\" or \"0.3%\")"
        case .outOfRange(let text):
            "\"\(text)\" is out of range: a percentage is at most \(Percentage.wholeMax)%,"
                + " with at most \(Percentage.fractionDigitsMax) digits after the point"
        }
    }
}

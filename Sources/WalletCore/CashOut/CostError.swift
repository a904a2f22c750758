/// Why a quote does not tell what a cash-out would cost.
package enum CostError: Error, Equatable, Sendable {
    /// A fee or what arrives is below zero.
    case negative
    /// There is nothing to move, or less.
    case nothingMoved
    /// Nothing says what arrives, though it arrives in another asset.
    case receivesMissing
    /// The fee takes all that is moved, or more.
    case nothingArrives
    /// More arrives than is taken, of the same asset: no provider gives that, and no books could show it.
    case moreArrives
    case exchange(ExchangeError)
}

extension CostError: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        switch self {
        case .negative: "the quote has an amount below zero"
        case .nothingMoved: "there is nothing to move"
        case .receivesMissing: "the quote does not say what arrives, though another asset arrives"
        case .nothingArrives: "the fee leaves nothing to arrive"
        case .moreArrives: "more would arrive than is taken"
        case .exchange(let error): error.description
        }
    }
}

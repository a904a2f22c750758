/// Why an amount cannot be converted to another asset.
package enum ExchangeError: Error, Equatable, Sendable {
    /// No rate leads from one to the other, not even across a third asset.
    case missing(Asset, Asset)
    /// The only rates are too old; this one since then.
    case stale(Rate, since: Timestamp)
    case amount(AmountError)
}

extension ExchangeError: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        switch self {
        case .missing(let from, let to): "there is no rate between \(from.code) and \(to.code)"
        case .stale(let rate, _): "the rate \(rate.pair) of \(rate.asOf) is too old"
        case .amount(let error): error.description
        }
    }

    /// Whether other rates would help.
    var isAboutRates: Bool {
        switch self {
        case .missing, .stale: true
        case .amount: false
        }
    }

    var since: Timestamp? {
        switch self {
        case .stale(_, let since): since
        case .missing, .amount: nil
        }
    }

    var clearsWhen: String {
        switch self {
        case .missing(let from, let to): "a rate source gives \(from.code)/\(to.code)"
        case .stale(let rate, _): "a rate source gives a newer \(rate.pair)"
        case .amount: "the amounts are small enough to be counted"
        }
    }
}

/// What makes an alert hold.
package enum AlertCondition: Equatable, Sendable {
    /// The available balance compares so with a limit.
    case threshold(Threshold)
    /// The balance is not zero and has not changed for this long.
    case idleFor(Duration)
    /// No successful reading of the source for this long.
    case staleFor(Duration)

    package static func below(_ limit: Amount) -> AlertCondition { .threshold(Threshold(.below, limit)) }
    package static func atOrBelow(_ limit: Amount) -> AlertCondition { .threshold(Threshold(.atOrBelow, limit)) }
    package static func above(_ limit: Amount) -> AlertCondition { .threshold(Threshold(.above, limit)) }
    package static func atOrAbove(_ limit: Amount) -> AlertCondition { .threshold(Threshold(.atOrAbove, limit)) }

    /// The amount that a value is compared with, where it is an amount.
    package var limit: Amount? {
        switch self {
        case .threshold(let threshold): threshold.limit
        case .idleFor, .staleFor: nil
        }
    }

    /// Whether it is about a source as a whole, not about its holdings.
    package var isAboutSource: Bool {
        switch self {
        case .staleFor: true
        case .threshold, .idleFor: false
        }
    }
}

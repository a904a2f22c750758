/// A limit and the side of it on which an alert holds.
package struct Threshold: Equatable, Sendable {
    package let comparison: Comparison
    package let limit: Amount

    package init(_ comparison: Comparison, _ limit: Amount) {
        self.comparison = comparison
        self.limit = limit
    }

    /// The raw value is the configuration's key.
    package enum Comparison: String, Sendable, CaseIterable {
        case below
        case atOrBelow = "at_or_below"
        case above
        case atOrAbove = "at_or_above"
    }

    /// Whether a value of the limit's asset meets the condition; equality is decided by the key's name.
    package func holds(for value: Amount) -> Bool {
        switch comparison {
        case .below: value.units < limit.units
        case .atOrBelow: value.units <= limit.units
        case .above: value.units > limit.units
        case .atOrAbove: value.units >= limit.units
        }
    }

    /// Whether a value is at or beyond `clearAt`, seen from the side on which the alert holds.
    package func clears(_ value: Amount, at clearAt: Amount) -> Bool {
        switch comparison {
        case .below, .atOrBelow: value.units >= clearAt.units
        case .above, .atOrAbove: value.units <= clearAt.units
        }
    }
}

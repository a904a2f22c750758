extension Holding {
    /// How long a holding at zero or unknown stays in lists and totals.
    package static let listedWithoutValue: Duration = .seconds(90 * 86_400)

    /// When the holding leaves lists and totals if nothing about it changes; `nil` while it has a known value.
    ///
    /// Unknown counts from the last reading that listed it. Its history stays.
    package var leavesListsAt: Timestamp? {
        if standing == .unlisted { return readAt + Holding.listedWithoutValue }
        guard balance.available.isZero, balance.total.isZero else { return nil }
        return changedAt + Holding.listedWithoutValue
    }

    /// Whether lists and totals have the holding; one whose source is gone from the configuration is in neither.
    package func isListed(now: Timestamp) -> Bool {
        guard let leaves = leavesListsAt else { return true }
        return now < leaves
    }
}

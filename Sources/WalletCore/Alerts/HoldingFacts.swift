/// What is known of one holding when its alerts are evaluated.
package struct HoldingFacts: Equatable, Sendable {
    package let holding: Holding
    /// The holding as it was up to this evaluation; `nil` if it is new.
    package let previous: Holding?
    package let staleAfter: Duration

    /// A holding about which nothing new was read.
    package init(_ holding: Holding, staleAfter: Duration) {
        self.holding = holding
        previous = holding
        self.staleAfter = staleAfter
    }

    /// A holding that a reading, a record or a doubt has just changed.
    package init(_ change: HoldingChange, staleAfter: Duration) {
        holding = change.after
        previous = change.before
        self.staleAfter = staleAfter
    }

    /// The stretch in which the balance known before this evaluation was fresh.
    package var observed: Range<Timestamp>? { previous?.freshStretch(staleAfter: staleAfter) }

    package var balanceChanged: Bool { previous?.balance != holding.balance }
}

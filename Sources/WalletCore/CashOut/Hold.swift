/// A holding after a cash-out from it ended: it is free again once readings show what became of its balance.
package struct Hold: Equatable, Sendable {
    /// So many readings after the end.
    package static let readingsWanted = 2

    package let cashOut: String
    package let ended: Timestamp
    package let outcome: Outcome
    /// What was taken from the holding, and what was available before.
    package let taken: Amount
    package let before: Amount
    package private(set) var readings = 0
    package private(set) var isReleased = false
    package private(set) var latest: Amount?

    package enum Outcome: String, Sendable {
        case settled
        /// Nothing moved, or it came back.
        case undone
    }

    /// Whether the holding may be cashed out again.
    package enum Standing: Equatable, Sendable {
        case free
        /// So many more readings are awaited.
        case awaiting(Int)
        /// What was taken is still there.
        case lagging(Amount)
    }

    package init(cashOut: String, ended: Timestamp, outcome: Outcome, taken: Amount, before: Amount) {
        self.cashOut = cashOut
        self.ended = ended
        self.outcome = outcome
        self.taken = taken
        self.before = before
    }

    /// For one that was stored after some readings, the last of which had `latest`.
    package func resumed(readings: Int, latest: Amount?) -> Hold {
        var hold = self
        hold.readings = readings
        hold.latest = latest
        return hold
    }

    /// Takes a successful look; one that began before the end, or shows the balance as of before it, tells nothing. A
    /// person's record frees the holding.
    package mutating func take(_ look: HoldingLook) {
        switch look.by {
        case .person:
            isReleased = look.begun > ended
        case .source:
            guard look.begun > ended, look.asOf.map({ $0 > ended }) ?? true else { return }
            readings += 1
            latest = look.available
        }
    }

    /// An operator knows better.
    package mutating func release() { isReleased = true }

    package var standing: Standing {
        if isReleased { return .free }
        guard readings >= Hold.readingsWanted, let latest else { return .awaiting(Hold.readingsWanted - readings) }
        switch outcome {
        case .undone: return .free
        case .settled: return hasDropped(to: latest) ? .free : .lagging(latest)
        }
    }

    /// By at least half of what was taken.
    private func hasDropped(to latest: Amount) -> Bool {
        let half = taken.units / 2 + taken.units % 2
        let (dropped, overflow) = before.units.subtractingReportingOverflow(latest.units)
        return before.asset == latest.asset && !overflow && dropped >= half
    }
}

/// All that is known of one holding when cash-outs are decided.
package struct HoldingStanding: Equatable, Sendable {
    package let holding: Holding
    package let staleAfter: Duration
    package let withdrawal: Withdrawal
    /// The source's latest poll, if that failed.
    package var failure: SourceHealth.Failure?
    package var open: OpenCashOut?
    /// After its last cash-out.
    package var hold: Hold?
    /// Since when there has been something in it that never went; `nil`: not known.
    package var creditSince: Timestamp?

    /// The one cash-out that has the holding.
    package struct OpenCashOut: Equatable, Sendable {
        package let id: String
        package let since: Timestamp
        package let phase: Phase

        package enum Phase: Equatable, Sendable {
            case awaitingApproval
            case underWay
        }

        package init(id: String, since: Timestamp, phase: Phase) {
            self.id = id
            self.since = since
            self.phase = phase
        }
    }

    package init(_ holding: Holding, staleAfter: Duration, withdrawal: Withdrawal) {
        self.holding = holding
        self.staleAfter = staleAfter
        self.withdrawal = withdrawal
    }

    package var id: HoldingID { holding.id }
    package var available: Amount { holding.balance.available }
}

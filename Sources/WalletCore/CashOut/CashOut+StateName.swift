extension CashOut.State {
    /// A state without what it holds, in the order of a life.
    package enum Name: String, Sendable, CaseIterable {
        case planned
        case awaitingApproval = "awaiting-approval"
        case approved
        case prepared
        case sending
        case pending
        case needsUser = "needs-user"
        case settled
        case final
        case rejected
        case returned
        case unknown
        case abandoned

        /// Whether it keeps its holdings from other cash-outs.
        package var holdsHoldings: Bool {
            switch self {
            case .planned, .awaitingApproval, .approved, .prepared, .sending, .pending, .needsUser, .unknown: true
            case .settled, .final, .rejected, .returned, .abandoned: false
            }
        }

        /// Whether it counts in budgets: from `prepared` on, unless nothing moved. What came back once left.
        package var countsInBudgets: Bool {
            switch self {
            case .prepared, .sending, .pending, .needsUser, .unknown, .settled, .final, .returned: true
            case .planned, .awaitingApproval, .approved, .rejected, .abandoned: false
            }
        }
    }

    package var name: Name {
        switch self {
        case .planned: .planned
        case .awaitingApproval: .awaitingApproval
        case .approved: .approved
        case .prepared: .prepared
        case .sending: .sending
        case .pending: .pending
        case .needsUser: .needsUser
        case .unknown: .unknown
        case .settled: .settled
        case .final: .final
        case .rejected: .rejected
        case .returned: .returned
        case .abandoned: .abandoned
        }
    }

    /// Whether a run of the request is under way, or was when the daemon died.
    package var isRunning: Bool {
        switch self {
        case .sending: true
        case .unknown(_, let doubt): doubt.lead == .sendingAgain
        case .planned, .awaitingApproval, .approved, .prepared, .pending, .needsUser, .settled, .final, .rejected,
            .returned, .abandoned:
            false
        }
    }

    /// The request; `nil` before it was made.
    package var dispatch: Dispatch? {
        switch self {
        case .planned, .awaitingApproval, .approved: nil
        case .prepared(let dispatch, _), .sending(let dispatch), .pending(let dispatch, _),
            .needsUser(let dispatch, _, _), .unknown(let dispatch, _), .settled(let dispatch, _, _),
            .final(let dispatch, _), .rejected(let dispatch, _), .returned(let dispatch, _):
            dispatch
        case .abandoned(let dispatch): dispatch
        }
    }
}

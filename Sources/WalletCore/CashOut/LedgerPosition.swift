/// How far value has moved, as the ledger sees it.
package enum LedgerPosition: Equatable, Sendable {
    /// It is where it was.
    case home
    /// It may be anywhere, so all that may leave has left.
    case inFlight
    /// It arrived, for this fee.
    case arrived(fee: Amount)
    /// It is back, but for this fee.
    case back(fee: Amount?)
}

extension CashOut.State {
    package var position: LedgerPosition {
        switch self {
        case .planned, .awaitingApproval, .approved, .prepared, .rejected, .abandoned: .home
        case .sending, .pending, .needsUser, .unknown: .inFlight
        case .settled(_, let fee, _), .final(_, let fee): .arrived(fee: fee)
        case .returned(_, let fee): .back(fee: fee)
        }
    }
}

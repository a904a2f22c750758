/// One reason why a cash-out is held, for a person who asks.
package struct CashOutReason: Equatable, Sendable {
    package let code: Code
    package let message: String
    /// The number that decides, e.g. `2500 KRW`, and what it is compared with.
    package var value: String?
    package var limit: String?
    package var since: Timestamp?
    /// What would make this reason go away.
    package var clearsWhen: String?
    /// `nil`: about the rule as a whole.
    package var subject: HoldingID?

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package enum Code: String, Sendable, CaseIterable {
        case belowThreshold = "below-threshold"
        case notConfirmed = "not-confirmed"
        case staleBalance = "stale-balance"
        case notWithdrawable = "not-withdrawable"
        case debt
        case belowMinimum = "below-minimum"
        case feeTooHigh = "fee-too-high"
        case feeDiffers = "fee-differs"
        case reserve
        case budgetSpent = "budget-spent"
        case feesSpent = "fees-spent"
        case inFlight = "in-flight"
        case balanceLags = "balance-lags"
        case dropUnconfirmed = "drop-unconfirmed"
        case coolingDown = "cooling-down"
        case destinationCoolingOff = "destination-cooling-off"
        case destinationChanged = "destination-changed"
        case providerUnverified = "provider-unverified"
        case providerCheckDue = "provider-check-due"
        case providerSuspicious = "provider-suspicious"
        case providerExpensive = "provider-expensive"
        case providerChanged = "provider-changed"
        case identityMissing = "identity-missing"
        case identityExpired = "identity-expired"
        case quoteFailed = "quote-failed"
        case backoff
        case paused
        case clock
        case historyWentBack = "history-went-back"
        case needsConfirm = "needs-confirm"
        case dryRun = "dry-run"
        case awaitingApproval = "awaiting-approval"
        case ratesMissing = "rates-missing"
    }
}

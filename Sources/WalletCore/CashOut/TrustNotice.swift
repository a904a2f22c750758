/// Something about a provider that is told once, not at every poll.
package struct TrustNotice: Equatable, Sendable {
    package let code: Code
    package let provider: String
    package let message: String

    package enum Code: String, Sendable, CaseIterable {
        case suspicious
        case expensive
        case checkDue = "check-due"
        /// It ends soon, or has ended.
        case identityExpiring = "identity-expiring"
    }
}

extension Trust {
    /// What is to be told now, and what counts as told from now on.
    ///
    /// `told` is what the last call returned. What is over may be told again when it comes back; what only an offer
    /// shows is not over because there is none.
    package func news(told: Set<TrustNotice.Code>) -> (notices: [TrustNotice], told: Set<TrustNotice.Code>) {
        let current = notices
        let codes = Set(current.map(\.code))
        let unjudged: Set<TrustNotice.Code> = offer == nil ? [.suspicious, .expensive] : []
        return (current.filter { !told.contains($0.code) }, codes.union(told.intersection(unjudged)))
    }

    private var notices: [TrustNotice] {
        let found: [TrustNotice] = reasons.compactMap { reason in
            TrustNotice.Code(reason.code).map {
                TrustNotice(code: $0, provider: provider.name, message: reason.message)
            }
        }
        return found + [expiring].compactMap(\.self)
    }

    private var expiring: TrustNotice? {
        guard let until = provider.identityUntil, provider.identity == .verified,
            (0...Trust.identityWarning).contains(until.daysSinceEpoch - today.daysSinceEpoch)
        else { return nil }
        return TrustNotice(
            code: .identityExpiring, provider: provider.name,
            message: "The identity check with \(provider.name) ends on \(until).")
    }
}

extension TrustNotice.Code {
    fileprivate init?(_ code: CashOutReason.Code) {
        switch code {
        case .providerSuspicious: self = .suspicious
        case .providerExpensive: self = .expensive
        case .providerCheckDue: self = .checkDue
        case .identityExpired: self = .identityExpiring
        case .belowThreshold, .notConfirmed, .staleBalance, .notWithdrawable, .debt, .belowMinimum, .feeTooHigh,
            .feeDiffers, .reserve, .budgetSpent, .feesSpent, .inFlight, .balanceLags, .dropUnconfirmed, .coolingDown,
            .destinationCoolingOff, .destinationChanged, .providerUnverified, .providerChanged, .identityMissing,
            .quoteFailed, .backoff, .paused, .clock, .historyWentBack, .needsConfirm, .dryRun, .awaitingApproval,
            .ratesMissing:
            return nil
        }
    }
}

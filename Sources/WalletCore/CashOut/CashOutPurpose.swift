/// On whose behalf a cash-out is decided.
package enum CashOutPurpose: Equatable, Sendable {
    case rule
    /// A person's own, who accepts the risks named.
    case person(accepting: Set<CashOutReason.Code>)

    /// Whether a reason does not count.
    func lifts(_ code: CashOutReason.Code) -> Bool {
        switch self {
        case .rule: false
        case .person(let accepted): code.isRuleOnly || (code.isRisk && accepted.contains(code))
        }
    }
}

extension CashOutReason.Code {
    /// Whether a person may take the risk for one cash-out by naming it.
    package var isRisk: Bool {
        switch self {
        case .providerUnverified, .providerCheckDue, .providerSuspicious, .providerExpensive, .identityMissing,
            .identityExpired:
            true
        case .belowThreshold, .notConfirmed, .staleBalance, .notWithdrawable, .debt, .belowMinimum, .feeTooHigh,
            .feeDiffers, .reserve, .budgetSpent, .feesSpent, .inFlight, .balanceLags, .dropUnconfirmed, .coolingDown,
            .destinationCoolingOff, .destinationChanged, .providerChanged, .quoteFailed, .backoff, .paused, .clock,
            .historyWentBack, .needsConfirm, .dryRun, .awaitingApproval, .ratesMissing:
            false
        }
    }

    /// Whether it holds what a rule does by itself only.
    var isRuleOnly: Bool {
        switch self {
        case .belowThreshold, .notConfirmed, .coolingDown, .dryRun: true
        case .staleBalance, .notWithdrawable, .debt, .belowMinimum, .feeTooHigh, .feeDiffers, .reserve, .budgetSpent,
            .feesSpent, .inFlight, .balanceLags, .dropUnconfirmed, .destinationCoolingOff, .destinationChanged,
            .providerUnverified, .providerCheckDue, .providerSuspicious, .providerExpensive, .providerChanged,
            .identityMissing, .identityExpired, .quoteFailed, .backoff, .paused, .clock, .historyWentBack,
            .needsConfirm, .awaitingApproval, .ratesMissing:
            false
        }
    }

    /// Whether it judges what a provider asks, so that another answer may clear it.
    var isAboutPrice: Bool {
        switch self {
        case .feeTooHigh, .feeDiffers, .feesSpent, .providerSuspicious, .providerExpensive, .quoteFailed: true
        case .belowThreshold, .notConfirmed, .staleBalance, .notWithdrawable, .debt, .belowMinimum, .reserve,
            .budgetSpent, .inFlight, .balanceLags, .dropUnconfirmed, .coolingDown, .destinationCoolingOff,
            .destinationChanged, .providerUnverified, .providerCheckDue, .providerChanged, .identityMissing,
            .identityExpired, .backoff, .paused, .clock, .historyWentBack, .needsConfirm, .dryRun, .awaitingApproval,
            .ratesMissing:
            false
        }
    }

    /// Whether a rule that is held by it alone still asks what it would cost, so as to show its plan.
    var isOfMode: Bool { self == .dryRun || self == .needsConfirm }
}

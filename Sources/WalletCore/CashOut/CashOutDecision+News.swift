extension CashOutDecision {
    /// Whether it would act, and only its mode, or that nobody confirmed it, keeps it from that.
    package var wouldGo: Bool { !reasons.isEmpty && reasons.allSatisfy(\.code.isOfMode) }

    /// Whether it says something that the decision before did not: that time has passed is nothing new, nor that a price
    /// has expired that is only to be shown.
    package func isNews(after previous: CashOutDecision?) -> Bool {
        guard let previous else { return true }
        if isStillAsking(after: previous) { return !isHeldLike(previous) }
        return word != previous.word || !plans.map(\.material).elementsEqual(previous.plans.map(\.material))
            || wanted != previous.wanted || !isHeldLike(previous)
    }

    /// Whether it lacks prices, and shows no plan that was not there before.
    private func isStillAsking(after previous: CashOutDecision) -> Bool {
        guard word == .hold, previous.word == .hold, !wanted.isEmpty else { return false }
        let known = Set(previous.plans.map(\.material))
        return plans.allSatisfy { known.contains($0.material) }
    }

    private func isHeldLike(_ previous: CashOutDecision) -> Bool {
        reasons.elementsEqual(previous.reasons) { $0.isSame(as: $1) }
            && leftOut.elementsEqual(previous.leftOut) { $0.isSame(as: $1) }
    }
}

extension CashOutReason {
    /// Whether the other says the same, but for how old something is by now.
    fileprivate func isSame(as other: CashOutReason) -> Bool {
        guard code.isAboutTime else { return self == other }
        return code == other.code && subject == other.subject && limit == other.limit && since == other.since
    }
}

extension CashOutReason.Code {
    /// Whether its number is a time that goes on by itself.
    fileprivate var isAboutTime: Bool {
        switch self {
        case .staleBalance, .coolingDown, .destinationCoolingOff, .clock, .providerCheckDue, .identityExpired: true
        case .belowThreshold, .notConfirmed, .notWithdrawable, .debt, .belowMinimum, .feeTooHigh, .feeDiffers, .reserve,
            .budgetSpent, .feesSpent, .inFlight, .balanceLags, .dropUnconfirmed, .destinationChanged,
            .providerUnverified, .providerSuspicious, .providerExpensive, .providerChanged, .identityMissing,
            .quoteFailed, .backoff, .paused, .historyWentBack, .needsConfirm, .dryRun, .awaitingApproval,
            .ratesMissing:
            false
        }
    }
}

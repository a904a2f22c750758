package import WalletCore

/// One cash-out, with every step that it took, oldest first.
package struct CashOutReport: Sendable {
    package let cashOut: CashOut
    package let plannedAt: Timestamp
    /// Since when it has no claim to its holdings any more.
    package let endedAt: Timestamp?
    package let trail: [CashOut.TrailEntry]
    /// Those that were made with it and have its bundle, where it is reported as just made.
    package var others: [CashOutReport] = []
}

/// A cash-out rule with what it decides, now or at another time.
package struct CashOutRuleReport: Sendable {
    package let name: String
    /// As it is configured now; `nil`: it is not any more.
    package let rule: CashOutRule?
    /// Who pays to its destination.
    package let provider: String?
    package let decision: CashOutDecision
    package let plans: [PlanReport]
    /// Since when it decides so.
    package let since: Timestamp
    /// The hash of the rule, its destination and its provider as loaded.
    package let revision: String?
    package let consent: RuleStanding.Consent
}

/// What a rule would do now, and what holds it.
package struct PlanReport: Sendable {
    package let plan: Plan
    /// By which it is approved.
    package let id: String
    package let reasons: [CashOutReason]
}

/// A provider with what it promised and what speaks against it.
package struct ProviderReport: Sendable {
    package let provider: Provider
    /// `nil`: it has not been seen yet.
    package let standing: ProviderStanding?
    package let reasons: [CashOutReason]
}

/// A destination with how long it is known.
package struct DestinationReport: Sendable {
    package let destination: Destination
    /// When it was first seen, or last changed; `nil`: it has not been seen yet.
    package let since: Timestamp?
    package let isUsable: Bool

    package var usableFrom: Timestamp? { since.map { $0 + destination.coolingOff } }
}

/// What a provider said of a cash-out, and when it was asked.
package struct EvidenceReport: Sendable {
    package let evidence: Evidence
    package let askedAt: Timestamp
}

/// Whether value may move at all.
package struct StopReport: Sendable {
    package let isPaused: Bool
    /// All that stops cash-outs.
    package let reasons: [CashOutReason]
    /// The time of which nothing is known, where history went back and an operator has not accepted that before.
    package let gap: Gap?

    package struct Gap: Equatable, Sendable {
        /// `nil`: from the beginning.
        package let from: Timestamp?
        package let until: Timestamp
    }
}

/// A line of the ledger of cash-outs.
package struct PostingReport: Sendable {
    package let cashOut: String
    package let at: Timestamp
    package let posting: Posting
}
